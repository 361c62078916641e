"""A commune is recognised under every way of writing it, and a doubt is left a doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.sources.places import declared_departements, departements_of_postcode, district, key, out_of_reach
from ess_map.territories.atlas import Atlas
from tests.sources.actor_france import DATA, france_of_data


@pytest.fixture(scope="module")
def index():
    return france_of_data().index


@pytest.mark.parametrize(
    ("code_insee", "code_postal", "ville", "departement", "commune"),
    [
        ("35238", "", "", "", "35238"),
        ("75119", "", "", "", "75056"),
        ("01324", "", "", "", "01245"),
        ("", "35000", "RENNES CEDEX 7", "", "35238"),
        ("", "35042", "RENNES CEDEX", "", "35238"),
        ("", "35340", "LIFFRE", "", "35152"),
        ("", "20167", "Ajaccio", "", "2A004"),
        ("", "20200", "BASTIA", "", "2B033"),
        ("", "77260", "LA FERTE S/ JOUARRE", "", "77183"),
        ("", "97122", "BAIE-MAHAULT", "", "97103"),
        ("", "91000", "Évry", "", "91228"),
        ("", "", "MOUANS SARTOUX", "06", "06084"),
        ("", "", "PARIS 14", "75", "75056"),
        ("", "", "SAINTRASBOURG", "67", "67482"),
        ("", "", "CASAINTRES", "81", "81065"),
        ("", "", "CHAMONIX", "74", "74056"),
        ("", "", "CLERMONT-ERRAND", "63", "63113"),
        ("", "", "NICE 06000", "06", "06088"),
        ("", "", "SAINT-DENIS", "97", "97411"),
        ("", "", "AJACCIO CEDEX 01", "20", "2A004"),
        ("", "", "ILLZACH", "", "68154"),
        ("", "", "LA PLAINE SAINT DENIS", "93", "93066"),
        ("99999", "35000", "Rennes", "", "35238"),
    ],
)
def test_a_commune_is_recognised(index, code_insee, code_postal, ville, departement, commune):
    assert index.find(code_insee, code_postal, ville, departement).commune == commune


@pytest.mark.parametrize(
    ("code_postal", "ville", "departement"),
    [
        ("", "SAINT PIERRE", "97"),
        ("", "MONTAUBAN", "31"),
        ("", "VALENCE", "86"),
        ("", "SAINT LAURENT", "41"),
        ("", "", "35"),
        ("", "", ""),
        ("21024", "Le Havre", "21"),
        ("", "SAINT MARTIN", ""),
        ("00000", "ALBI", ""),
    ],
)
def test_a_doubt_is_left_a_doubt(index, code_postal, ville, departement):
    assert index.find("", code_postal, ville, departement).commune == ""


@pytest.mark.parametrize(
    ("code_insee", "code_postal", "ville", "arrondissement"),
    [
        ("75119", "", "", "75119"), ("", "75014", "Paris", "75114"), ("", "75116", "PARIS 16", "75116"), ("", "", "PARIS 06EME", "75106"),
        ("", "69009", "LYON 09", "69389"), ("", "13011", "MARSEILLE 11", "13211"), ("", "", "Paris XIXème", "75119"), ("", "", "Paris", ""),
        ("75056", "", "", ""), ("", "", "PARIS 21", ""),
    ],
)  # fmt: skip
def test_an_arrondissement_is_kept_for_the_position(index, code_insee, code_postal, ville, arrondissement):
    place = index.find(code_insee, code_postal, ville, "75" if not code_postal else "")
    assert place.arrondissement == arrondissement


def test_every_commune_is_found_by_its_name_in_its_departement(index):
    communes = Atlas.load(DATA).communes
    homonyms = communes.assign(cle=communes["nom"].map(key)).duplicated(["cle", "departement"], keep=False)
    found = [index.find("", "", nom, dep).commune for nom, dep in zip(communes["nom"], communes["departement"], strict=True)]
    wrong = communes.index[(communes.index.to_numpy() != found) & ~homonyms.to_numpy()]
    assert list(wrong) == []
    assert homonyms.sum() < 60


@given(st.text(max_size=30), st.text("0123456789", max_size=6), st.sampled_from(["", "35", "97", "2A", "99", "zz"]))
def test_any_text_gives_a_commune_or_nothing(index, ville, code_postal, departement):
    place = index.find("", code_postal, ville, departement)
    assert place.commune == "" or index.departement_of(place.commune)


@given(st.text(max_size=40))
def test_a_key_and_a_district_are_always_text(text):
    assert key(text) == key(text.upper()) or not text.isascii()
    assert district(text) == "" or len(district(text)) == 5


def test_a_postcode_says_its_departement():
    assert departements_of_postcode("35000") == ("35",)
    assert departements_of_postcode("97122") == ("971",)
    assert departements_of_postcode("20000") == ("2A", "2B")
    assert departements_of_postcode("SE1 0SW") == ()
    assert declared_departements("", "97") == ("971", "972", "973", "974", "976")
    assert declared_departements("35000", "75") == ("35",)


@pytest.mark.parametrize(
    ("code_postal", "reason"),
    [
        ("97150", "hors_perimetre"),
        ("98800", "hors_perimetre"),
        ("97500", "hors_perimetre"),
        ("98000", "etranger"),
        ("97100", ""),
        ("", ""),
    ],
)
def test_a_postcode_may_lead_out_of_the_list_of_communes(code_postal, reason):
    assert out_of_reach(code_postal) == reason
