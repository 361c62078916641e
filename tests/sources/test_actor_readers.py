"""Each reader gives one row a line of its file, in one shape, with what the file says and nothing else."""

import gzip
import json
from pathlib import Path

import pandas as pd
import pytest

from ess_map.actors import model
from ess_map.actors.admission import ALERTES, PROOF_NEEDED, REJETS
from ess_map.errors import SchemaError, SourceError
from ess_map.sources import raw_json
from ess_map.sources.actor_rows import NUMBERS, TEXTS
from ess_map.sources.actor_sources import COMPLEMENT, ENRICHMENT, SOURCES
from ess_map.sources.state_grants_2010 import refused, split_place

EXCERPTS = Path(__file__).resolve().parent / "actor_raw"
RAW = Path(__file__).resolve().parents[3] / "shared/data/raw"
READERS = {source.id: source.read for source in SOURCES}


@pytest.fixture(scope="module")
def tables():
    return {name: read(EXCERPTS) for name, read in READERS.items()}


@pytest.mark.parametrize("name", READERS)
def test_a_reader_keeps_the_common_shape(tables, name):
    table = tables[name]
    assert list(table.columns) == [*TEXTS, *NUMBERS]
    assert len(table) > 5
    assert not table[list(TEXTS)].isna().any().any()
    assert set(table["rejet"]) <= {"", *REJETS}
    assert set("|".join(table["alertes"]).split("|")) <= {"", *ALERTES}
    assert set("|".join(table["types"]).split("|")) <= {"", *model.TYPES}
    assert set("|".join(table["labels"]).split("|")) <= {"", *model.LABELS}
    assert set(table["statut"]) <= {"", "association", PROOF_NEEDED}
    assert set(table["qualite"]) <= {"", "adresse", "rue", "commune"}
    assert table["date_source"].str.fullmatch(r"\d{4}(-\d{2})?").all()


@pytest.mark.parametrize("name", READERS)
def test_a_missing_file_is_named(tmp_path, name):
    with pytest.raises(SourceError, match="introuvable"):
        READERS[name](tmp_path)


def test_names_of_sources_are_unique_and_their_kinds_exist():
    assert len(READERS) == len(SOURCES)
    assert set(ENRICHMENT) | COMPLEMENT < set(READERS)
    assert not set(ENRICHMENT) & COMPLEMENT


@pytest.mark.shared
@pytest.mark.skipif(not RAW.exists(), reason="the raw files of ../shared/data/raw are not here")
@pytest.mark.parametrize(
    ("name", "lines"),
    [("siae_2021", 3853), ("geiq_2026", 440), ("idf_subventions_2016_2017", 5556), ("fablabs_bretagne_2020", 121)],
)
def test_no_line_of_the_published_file_is_lost(name, lines):
    assert len(READERS[name](RAW)) == lines


def test_siae_lines_typed_for_trial_are_refused(tables):
    table = tables["siae_2021"]
    assert table.loc[table["nom"].str.contains("El Garage"), "rejet"].eq("essai").all()
    assert table.loc[table["nom"] == "Vertigo Films", "rejet"].eq("essai").all()
    assert (table["rejet"] == "").sum() > 20


def test_siae_numbers_that_are_not_valid_are_left_out_and_counted(tables):
    table = tables["siae_2021"]
    assert ((table["siret"] == "") == table["alertes"].str.contains("siret_invalide")).all()
    assert (table["siret"] == "").any()


def test_siae_position_quality_follows_the_score(tables):
    table = tables["siae_2021"]
    assert table["qualite"].isin(["adresse", "rue", "commune", ""]).all()
    assert table.loc[table["qualite"] == "adresse", "adresse"].str.match(r"\D{0,3}\d").all()


def test_a_branch_of_a_geiq_is_named_after_its_seat(tables):
    branches = tables["geiq_2026"][tables["geiq_2026"]["nom"].str.contains(" – ")]
    assert branches["nom"].str.contains("GEIQ").all()
    assert len(branches) > 3


def test_the_federation_of_geiq_is_not_a_geiq(tables):
    table = tables["geiq_2026"]
    assert table.loc[table["nom"].str.startswith("FEDERATION"), "types"].tolist() == [""]


def test_closed_units_are_refused(tables):
    assert (tables["paris_unites_2026"]["rejet"] == "ferme").any()
    assert (tables["ess_numerique_2026"]["categorie_juridique"].str.fullmatch(r"|\d{4}")).all()
    assert (tables["aidants_connect_2024"]["rejet"] == "ferme").any()


def test_paris_addresses_do_not_repeat_the_commune(tables):
    table = tables["paris_unites_2026"]
    assert not (table["adresse"].str.contains(r"\b75\d{3} PARIS")).any()
    assert (table["date_creation"] != "1900-01-01").all()


def test_grants_of_the_region_keep_their_postcode_apart(tables):
    table = tables["idf_subventions_2016_2017"]
    assert table["code_postal"].str.fullmatch(r"|\d{5}").all()
    assert (table["code_postal"] != "").mean() > 0.9
    assert not table["adresse"].str.contains(r"\b\d{5} [A-Z]").any()


def test_supermarkets_abroad_and_mere_projects_are_refused(tables):
    table = tables["supermarches_cooperatifs_2025"].set_index("nom")
    assert table.loc["Park Slop Food Coop", "rejet"] == "etranger"
    assert table.loc["La coop à nous", "rejet"] == "hors_perimetre"
    assert table.loc["Nice Coop", "rejet"] == ""
    assert table.loc["La Calebasse", "rejet"] == "projet"


def test_training_courses_are_not_places_and_public_operators_stay_readable(tables):
    table = tables["fablabs_bretagne_2020"]
    assert (table["rejet"] == "evenement").any()
    assert table.loc[table["nom"] == "Gullivigne", "statut"].tolist() == ["association"]
    assert table["autres_noms"].str.contains("Commune|S.A.S").any()


def test_mediation_places_must_prove_their_status_save_associations_by_typology(tables):
    charente = tables["mediation_charente_2023"]
    assert set(charente["statut"]) == {"association", PROOF_NEEDED}
    assert set(tables["conseillers_numeriques_2022"]["statut"]) == {PROOF_NEEDED}
    assert (charente["siret"] != "00000000000000").all()


def test_siret_stored_as_numbers_are_restored(tables):
    table = tables["aidants_connect_2024"]
    assert table["siret"].str.fullmatch(r"|\d{14}").all()
    assert (table["siret"] != "").sum() > 5


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1 2 3 SOLEIL LUDOTHEQUE - 06 MOUANS SARTOUX", ("1 2 3 SOLEIL LUDOTHEQUE", "06", "MOUANS SARTOUX")),
        ("1.2.3 ARCHITECTE - 75 PARIS 14", ("1.2.3 ARCHITECTE", "75", "PARIS 14")),
        ("AFNOR - ASSOCIATION FRANCAISE DE NORMALISATION", ("AFNOR - ASSOCIATION FRANCAISE DE NORMALISATION", "", "")),
        ("ACLAP - 13", ("ACLAP", "13", "")),
        ("A.S.G.E.C.A.T. -  ILLZACH", ("A.S.G.E.C.A.T.", "", "ILLZACH")),
        ("AMF - AIDE ET MÉDIATION - 88 EPINAL", ("AMF - AIDE ET MÉDIATION", "88", "EPINAL")),
        ("X - 97 FORT DE FRANCE (MARTINIQUE)", ("X", "972", "FORT DE FRANCE")),
        ("X - 97 SAINT DENIS DE LA RÉUNION", ("X", "974", "SAINT DENIS")),
        ("X - 2A AJACCIO", ("X", "2A", "AJACCIO")),
        ("LES BLONGIOS", ("LES BLONGIOS", "", "")),
        ("RESTOS - 75012 PARIS", ("RESTOS - 75012 PARIS", "", "")),
    ],
)
def test_the_place_is_read_in_the_name(text, parts):
    assert split_place(text) == parts


@pytest.mark.parametrize(
    ("dep", "ville", "reason"),
    [
        ("99", "ZURICH", "etranger"),
        ("98", "NOUMÉA", "hors_perimetre"),
        ("97", "SAINT PIERRE ET MIQUELON", "hors_perimetre"),
        ("97", "SAINT PIERRE", ""),
        ("35", "SAINT-MARTIN", ""),
    ],
)
def test_what_is_out_of_reach_is_said(dep, ville, reason):
    assert refused(dep, ville) == reason


def test_the_grand_total_is_not_an_association(tables):
    table = tables["etat_subventions_2010"]
    assert (table["rejet"] == "total").sum() == 1
    assert not table["nom"].str.contains("masqué").any()


@pytest.mark.parametrize("text", ["", "[", "{}", "[1, 2]", '{"a": 1}'])
def test_a_damaged_list_is_refused_in_french(tmp_path, text):
    path = tmp_path / "liste.json.gz"
    path.write_bytes(gzip.compress(text.encode()))
    with pytest.raises((SourceError, SchemaError), match=r"liste\.json"):
        raw_json.read_records(path, ("nom",))


def test_a_truncated_file_is_refused_in_french(tmp_path):
    path = tmp_path / "liste.json.gz"
    path.write_bytes(gzip.compress(b'[{"nom": "x"}]')[:-9])
    with pytest.raises(SourceError, match="illisible"):
        raw_json.read_records(path, ("nom",))


def test_a_missing_field_is_named(tmp_path):
    path = tmp_path / "liste.json"
    path.write_text(json.dumps([{"nom": "x"}, {"nom": None}]), encoding="utf-8")
    assert raw_json.read_records(path, ("nom",))["nom"].tolist() == ["x", ""]
    with pytest.raises(SchemaError, match="adresse"):
        raw_json.read_records(path, ("nom", "adresse"))


def test_features_without_point_are_refused(tmp_path):
    path = tmp_path / "points.geojson"
    path.write_text('{"features": [{"properties": {"name": "x"}, "geometry": null}]}', encoding="utf-8")
    with pytest.raises(SchemaError, match="points"):
        raw_json.read_features(path, ("name",))


def test_a_table_without_an_expected_column_is_refused(tmp_path):
    folder = tmp_path / "geiq"
    folder.mkdir()
    pd.DataFrame({"nom": ["x"]}).to_csv(folder / "geiq_label.csv", index=False)
    with pytest.raises(SchemaError, match="siret"):
        READERS["geiq_2026"](tmp_path)
