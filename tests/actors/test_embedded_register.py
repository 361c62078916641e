"""The data that ships: enough real actors, in their commune, with sound codes, a trace of every field and no private person."""

import json
import re

import pandas as pd
import pytest

from ess_map.actors import account, model, schema
from ess_map.actors.admission import ALERTES, REJETS
from ess_map.actors.names import clean
from ess_map.actors.sheet import read_origins
from ess_map.actors.siret import is_public_siren, is_siren, is_siret
from ess_map.sources.actor_sources import COMPLEMENT, ENRICHMENT, SOURCES
from ess_map.territories.contours import Contours

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w")
PHONE = re.compile(r"(?:\+33\s?|\b0)[1-9](?:[\s.\-]?\d{2}){4}\b")
AT_HOME = re.compile(
    r"\b(?:chez|c/o)\s+(?:m\.|mr|mme|mlle|monsieur|madame)\b|^\s*(?:mr|mme|mlle|monsieur|madame)\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def stored(data_dir):
    return pd.read_parquet(data_dir / schema.FILE)


@pytest.fixture(scope="module")
def principal(stored):
    return stored[stored["registre"] == "principal"]


@pytest.fixture(scope="module")
def accounts(data_dir):
    return account.load(data_dir)


@pytest.fixture(scope="module")
def under(stored, data_dir):
    """Give the commune under each position, by identifier."""
    placed = stored[stored["longitude"].notna()]
    found = Contours.load(data_dir).locate(lon=placed["longitude"].to_numpy(), lat=placed["latitude"].to_numpy())
    return pd.Series(found, index=placed["identifiant"])


def test_the_table_keeps_its_contract(stored):
    schema.check(stored)
    assert list(stored.columns) == list(schema.COLUMNS)


def test_there_are_at_least_7500_distinct_actors(principal):
    assert principal["identifiant"].nunique() == len(principal) >= 7500


def test_at_least_95_percent_stand_in_their_commune(principal, under, atlas):
    placed = principal[principal["longitude"].notna() & (principal["code_commune"] != "")]
    shown_in = atlas.communes["contour_de"].reindex(placed["code_commune"]).to_numpy()
    holder = placed["code_commune"].where(shown_in == "", shown_in)
    assert (under[placed["identifiant"]].to_numpy() == holder.to_numpy()).sum() / len(principal) >= 0.95


def test_every_position_is_in_its_commune_or_at_its_edge(stored, under, atlas):
    placed = stored[stored["longitude"].notna()]
    found = under[placed["identifiant"]].to_numpy()
    elsewhere = (found != placed["code_commune"].to_numpy()) & (found != "")
    departements = atlas.communes["departement"].reindex(found[elsewhere]).to_numpy()
    assert (found == "").mean() < 0.002
    assert elsewhere.mean() < 0.01
    assert (placed.loc[elsewhere, "departement"].to_numpy() != departements).sum() < 20


def test_every_commune_and_departement_exists(stored, atlas):
    communes = set(stored["code_commune"]) - {""}
    assert communes <= set(atlas.communes.index)
    known = stored[stored["code_commune"] != ""]
    assert (atlas.communes["departement"].reindex(known["code_commune"]).to_numpy() == known["departement"]).all()
    assert set(stored["departement"]) <= set(atlas.communes["departement"])
    assert (stored.loc[stored["code_commune"] == "", "longitude"].isna()).all()


def test_numbers_are_valid_text(stored):
    assert all(text == "" or is_siret(text) for text in stored["siret"].unique())
    assert all(text == "" or is_siren(text) for text in stored["siren"].unique())
    numbered = stored[stored["siret"] != ""]
    assert (numbered["siret"].str[:9] == numbered["siren"]).all()
    assert not any(is_public_siren(text) for text in stored["siren"].unique())
    assert stored["naf"].str.fullmatch(r"|\d{2}\.\d{2}[A-Z]").all()
    assert stored["code_postal"].str.fullmatch(r"|\d{5}").mean() > 0.999
    assert stored["categorie_juridique"].str.fullmatch(r"|\d{4}").all()


def test_identifiers_follow_the_identity_rule(stored):
    assert stored["identifiant"].str.fullmatch(r"\d{14}|\d{9}-(?:\d[\dAB]\d{3}|d\d[\dAB]\d?)|n-[0-9a-f]{12}").all()
    assert (stored.loc[stored["siret"] != "", "identifiant"] == stored.loc[stored["siret"] != "", "siret"]).all()
    alone = stored[(stored["siret"] == "") & (stored["siren"] != "")]
    assert (alone["identifiant"].str[:9] == alone["siren"]).all()


def test_no_person_can_be_reached(stored):
    for name in ("nom", "autres_noms", "adresse", "site_web"):
        assert not stored[name].str.contains(EMAIL).any(), name
        assert not stored[name].str.contains(PHONE).any(), name
    assert not stored["adresse"].str.contains(AT_HOME).any()
    assert not stored["nom"].str.contains(r"\[.*masqué", regex=True).any()


def test_texts_are_clean_and_sites_are_web_addresses(stored):
    for name in ("nom", "adresse"):
        assert (stored[name].map(clean) == stored[name]).all()
    assert (stored["nom"] != "").all()
    assert stored["site_web"].str.fullmatch(r"|https?://\S+").all()


def test_every_known_field_says_where_it_comes_from(stored):
    sources = {source.id for source in SOURCES}
    for text in stored["provenance"].unique():
        for origins in read_origins(text).values():
            assert all(origin.source in sources and origin.methode in model.METHODES for origin in origins)
    fields = {
        "siret": "siret",
        "naf": "naf",
        "themes": "themes",
        "code_commune": "code_commune",
        "longitude": "position",
        "site_web": "site_web",
    }
    for row in stored.sample(600, random_state=3).to_dict("records"):
        traced = json.loads(row["provenance"])
        for column, field in fields.items():
            known = row[column] != "" if isinstance(row[column], str) else row[column] == row[column]
            assert known == (field in traced), (row["identifiant"], column)


def test_sources_and_dates_go_by_pairs(stored):
    assert (stored["source"].str.count(r"\|") == stored["date_source"].str.count(r"\|")).all()
    assert stored["date_source"].str.fullmatch(r"(?:\d{4}(?:-\d{2})?)?(?:\|(?:\d{4}(?:-\d{2})?)?)*").all()


def test_a_family_has_its_origin_and_a_company_has_declared_itself(stored):
    assert ((stored["famille"] == "a_preciser") == (stored["famille_origine"] == "")).all()
    companies = stored[stored["famille"] == "societe_commerciale_ess"]
    assert companies["labels"].str.contains("ess_sirene").all()
    assert companies["categorie_juridique"].str.startswith("5").all()


def test_the_complementary_register_holds_only_what_no_other_list_knows(stored):
    secondary = {*COMPLEMENT, *ENRICHMENT}
    lists = stored["source"].str.split("|").map(set)
    assert ((stored["registre"] == "complement") == lists.map(lambda names: names <= secondary)).all()
    assert (stored["registre"] == "complement").sum() > 10_000


def test_a_siren_of_the_state_grants_is_one_actor(stored):
    complement = stored[(stored["registre"] == "complement") & (stored["siren"] != "")]
    assert not complement["siren"].duplicated().any()


def test_every_line_read_is_accounted_for(accounts, stored):
    assert set(accounts) == {source.id for source in SOURCES}
    for name, one in accounts.items():
        assert one.lus == one.retenus + one.fusionnes + sum(one.rejetes.values()), name
        assert set(one.rejetes) <= set(REJETS)
        assert set(one.avertis) <= set(ALERTES)
        assert min([*one.rejetes.values(), *one.avertis.values()], default=1) > 0
    assert sum(one.retenus for one in accounts.values()) == len(stored)


def test_enrichment_brings_nobody_by_itself(accounts):
    assert all(accounts[name].retenus == 0 for name in ENRICHMENT)


def test_the_account_counts_the_lines_of_the_cards(accounts, cards):
    assert {name: one.lus for name, one in accounts.items()} == {name: cards[name].lignes for name in accounts}


def test_what_the_complementary_register_alone_knows_is_marked_in_every_file_that_leaves(stored):
    marked = stored["labels"].str.split("|").map(lambda labels: "a_verifier" in labels)
    assert (marked == (stored["registre"] == "complement")).all()
