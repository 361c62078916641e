"""The build of the register: every line accounted for, the same files give the same bytes."""

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest

from ess_map.actors import cards, schema
from ess_map.actors import rules as rule_tables
from ess_map.actors.assemble import register_table
from ess_map.actors.merge import Cluster, Line
from ess_map.actors.sheet import read_origins
from ess_map.errors import SourceError
from ess_map.sources.actor_sources import ENRICHMENT, SOURCES
from ess_map.sources.actors_build import build
from ess_map.sources.siren_facts import gather_facts

DATA = Path(__file__).resolve().parents[2] / "data"
EXCERPTS = Path(__file__).resolve().parent / "actor_raw"


def new_folder(path):
    """Make a data folder that has its territories and nothing else."""
    path.mkdir()
    for name in ("territoires", "contours"):
        (path / name).symlink_to(DATA / name)
    return path


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    out = new_folder(tmp_path_factory.mktemp("build") / "data")
    return out, build(EXCERPTS, out)


@pytest.fixture(scope="module")
def table(built):
    return pd.read_parquet(built[0] / schema.FILE)


def test_every_line_of_the_excerpts_is_accounted_for(built, table):
    _, balance = built
    assert set(balance) == {source.id for source in SOURCES}
    assert all(account.exact for account in balance.values())
    assert sum(account.retenus for account in balance.values()) == len(table) > 50
    assert all(balance[name].retenus == 0 for name in ENRICHMENT)


def test_the_table_keeps_its_contract(table):
    schema.check(table)
    assert table["identifiant"].is_monotonic_increasing


def test_the_account_is_written_as_counted(built, table):
    out, balance = built
    document = json.loads((out / "acteurs/bilan.json").read_text(encoding="utf-8"))
    assert document["sources"]["siae_2021"]["lus"] == balance["siae_2021"].lus
    assert document["registre"] == table["registre"].value_counts().to_dict()


def test_every_source_has_its_card_and_the_rules_come_along(built):
    out, balance = built
    written = cards.load(out)
    assert set(balance) <= set(written)
    assert all(written[name].lignes == account.lus for name, account in balance.items())
    assert sorted(path.name for path in (out / rule_tables.FOLDER).iterdir()) == sorted(
        path.name for path in (DATA / rule_tables.FOLDER).iterdir()
    )


def test_the_same_files_give_the_same_bytes(built, tmp_path):
    out, _ = built
    again = new_folder(tmp_path / "data")
    build(EXCERPTS, again)
    for name in (schema.FILE, "acteurs/bilan.json", "sources.toml"):
        assert (again / name).read_bytes() == (out / name).read_bytes(), name


def test_public_bodies_closed_units_and_companies_are_not_in_the_table(table):
    assert not table["nom"].str.contains(r"^CCAS|^COMMUNE DE|^MAIRIE", regex=True).any()
    assert not table["nom"].str.contains("PLANETE SESAME|FEDERATION FRANCAISE DES GEIQ X").any()
    assert not table["categorie_juridique"].str.match("[47]").any()


def test_an_actor_of_both_registers_is_in_the_principal_one(table):
    both = table[
        table["source"].str.contains("etat_subventions_2010") & table["source"].str.contains("siae|idf|geiq|conseillers|aidants")
    ]
    assert (both["registre"] == "principal").all()


def test_what_a_source_says_of_a_siren_serves_the_others(tmp_path):
    rules = rule_tables.load(DATA / rule_tables.FOLDER)
    columns = {"siret": "", "siren": "775672272", "categorie_juridique": "", "labels": "", "statut": "", "rejet": ""}
    tables = {
        "a": pd.DataFrame([{**columns, "statut": "association"}]),
        "b": pd.DataFrame(
            [
                {**columns, "categorie_juridique": "9230"},
                {**columns, "siren": "732829320", "categorie_juridique": "5710", "rejet": "ferme"},
            ]
        ),
        "c": pd.DataFrame([{**columns, "siren": "732829320", "statut": "association", "labels": "esus"}]),
    }
    facts = gather_facts(tables, rules)
    assert facts.categories["775672272"] == ("9230", "b")
    assert facts.stated["775672272"] == "a"
    assert facts.known == {"775672272"}
    assert facts.closed == {"732829320"}
    assert facts.labels["732829320"] == {"esus"}


def test_a_cluster_gives_its_fields_and_their_sources(tmp_path):
    rules = rule_tables.load(DATA / rule_tables.FOLDER)
    lines = [
        Line("siae_2021", "LE RELAIS", autres_noms=("Relais|35",), siret="77567227221138", siren="775672272", types=("aci",), labels=("siae",),
             naf="38.11Z", adresse="1 rue A", code_postal="35000", code_commune="35238", departement="35", longitude=-1.68, latitude=48.11,
             precision="rue", commune_methode="rapprochement", position_methode="geocodage", date_source="2021-02"),
        Line("idf_subventions_2016_2017", "ASSOC LE RELAIS", siren="775672272", statut="association", adresse="1 RUE A", code_commune="35238",
             departement="35", longitude=-1.69, latitude=48.12, precision="adresse", commune_methode="publie", position_methode="geocodage",
             date_source="2016"),
        Line("idf_subventions_2016_2017", "ASSOC LE RELAIS", siren="775672272", statut="association", code_commune="35238", departement="35",
             date_source="2017"),
    ]  # fmt: skip
    row = register_table([Cluster(lines)], rules, {"etat_subventions_2010"}).iloc[0]
    origins = read_origins(row["provenance"])
    assert (row["identifiant"], row["nom"], row["autres_noms"]) == ("77567227221138", "LE RELAIS", "Relais/35|ASSOC LE RELAIS")
    assert (row["longitude"], row["precision_position"], row["adresse"], row["code_postal"]) == (
        -1.68,
        "rue",
        "1 rue A",
        "35000",
    )
    assert (row["source"], row["date_source"], row["registre"]) == (
        "siae_2021|idf_subventions_2016_2017",
        "2021-02|2017",
        "principal",
    )
    assert (row["famille"], row["famille_origine"]) == ("association", "nom")
    assert (row["types"], row["themes"]) == ("aci", "ECO|DEC")
    assert [origin.source for origin in origins["position"]] == ["siae_2021"]
    assert {origin.methode for origin in origins["themes"]} == {"naf", "type"}


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        (
            {"precision": "rue", "longitude": 1.0, "latitude": 48.0},
            {"precision": "adresse", "longitude": 2.0, "latitude": 48.0},
            1.0,
        ),
        (
            {"precision": "commune", "longitude": 1.0, "latitude": 48.0},
            {"precision": "adresse", "longitude": 2.0, "latitude": 48.0},
            2.0,
        ),
        ({}, {"precision": "commune", "longitude": 2.0, "latitude": 48.0}, 2.0),
    ],
)
def test_the_address_of_a_seat_does_not_move_an_establishment_that_has_its_own(own, other, expected):
    rules = rule_tables.load(DATA / rule_tables.FOLDER)
    there = {"code_commune": "35238", "departement": "35", "siren": "775672272"}
    lines = [Line("a", "X", siret="77567227221138", **there, **own), Line("b", "X", **there, **other)]
    assert register_table([Cluster(lines)], rules, set()).iloc[0]["longitude"] == expected


@pytest.mark.parametrize(
    ("line", "types", "origin"),
    [
        ({"nom": "LA MANUFACTURE", "categorie_juridique": "5458"}, "scop", "categorie_juridique"),
        ({"nom": "CUMA DES RIVES"}, "cuma", "nom"),
        ({"nom": "LES LILAS", "categorie_juridique": "9300"}, "fondation", "categorie_juridique"),
        ({"nom": "FONDATION DES LILAS"}, "fondation", "nom"),
        ({"nom": "LES AMIS DE LA FONDATION DES LILAS", "statut": "association"}, "", ""),
        ({"nom": "EMPLOI 79", "types": ("ai",)}, "ai", "publie"),
    ],
)
def test_a_type_is_published_named_by_a_category_or_read_in_the_name(line, types, origin):
    rules = rule_tables.load(DATA / rule_tables.FOLDER)
    row = register_table([Cluster([Line("a", code_commune="35238", departement="35", **line)])], rules, set()).iloc[0]
    assert row["types"] == types
    assert [found.methode for found in read_origins(row["provenance"]).get("types", ())] == ([origin] if origin else [])


def test_a_missing_territory_table_stops_the_build_with_its_name(tmp_path):
    (tmp_path / "data").mkdir()
    with pytest.raises(SourceError, match="communes"):
        build(EXCERPTS, tmp_path / "data")
    shutil.rmtree(tmp_path / "data")
