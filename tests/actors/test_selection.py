"""A selection has one address; an address always gives a selection, and says what it could not understand."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ess_map.actors.selection import FACETS, MAX_QUERY, PARAMETERS, Selection, parse
from ess_map.territories.model import Niveau, TerritoryRef
from tests.actors.strategies import composed, selections

slow = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@slow
@given(data=st.data())
def test_the_address_of_a_selection_gives_it_back_without_notice(atlas, register, data):
    selection = data.draw(selections(atlas, register))
    assert parse(selection.params(), atlas, register) == (selection, ())


@slow
@given(params=st.dictionaries(st.sampled_from(PARAMETERS) | st.text(max_size=20), st.text(max_size=200), max_size=8))
def test_any_address_gives_a_selection(atlas, register, params):
    selection, notices = parse(params, atlas, register)
    assert parse(selection.params(), atlas, register) == (selection, ())
    assert all(sentence.endswith((".", "\u202f?).")) for sentence in notices)


@slow
@given(name=st.sampled_from(PARAMETERS), value=st.text(min_size=60, max_size=4000))
def test_a_notice_stays_short_and_shows_nothing_hidden(atlas, register, name, value):
    _, notices = parse({name: value}, atlas, register)
    assert all(len(sentence) < 250 and "\u202e" not in sentence and "\x00" not in sentence for sentence in notices)


def test_the_default_selection_has_an_empty_address_and_leaves_the_complementary_register_out(atlas, register):
    assert Selection().params() == {}
    assert parse({}, atlas, register) == (Selection(), ())
    assert not Selection().complement


def test_every_parameter_of_the_contract_is_read(atlas, register):
    params = {
        "territoire": "epci:243500139", "reference": "region:53", "famille": "association,mutuelle", "theme": "MOB,NUM",
        "type": "aci", "label": "siae", "effectif": "01", "source": "siae_2021", "zonage": "pvd", "q": "relais",
        "acteur": register.frame["identifiant"].iloc[0], "vue": "liste", "projection": "1", "complement": "1",
        "zone": "cercle:-1.68000,48.11000,5000",
    }  # fmt: skip
    selection, notices = parse(params, atlas, register)
    assert notices == ()
    assert selection.params() == params
    assert all(getattr(selection, field) for field in FACETS.values())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("famille", "secte"), ("theme", "SOC,XXX"), ("type", "ACI"), ("label", "bio"), ("effectif", "99"), ("source", "niort"),
        ("zonage", "qpv"), ("territoire", "commune:99999"), ("territoire", "n’importe quoi"), ("reference", "region:999"),
        ("acteur", "00000000000000"), ("vue", "globe"), ("projection", "oui"), ("complement", "2"), ("zone", "cercle:0,0"),
    ],
)  # fmt: skip
def test_an_unknown_value_is_ignored_and_named(atlas, register, name, value):
    selection, notices = parse({name: value}, atlas, register)
    assert selection.params() == ({"theme": "SOC"} if value == "SOC,XXX" else {})
    assert len(notices) == 1
    assert value.split(",")[-1] in notices[0]
    assert "ignoré" in notices[0]


def test_a_former_code_leads_to_the_commune_of_today_and_says_so(atlas, register):
    selection, notices = parse({"territoire": "commune:01324"}, atlas, register)
    assert selection.territoire == TerritoryRef(Niveau.COMMUNE, "01245")
    assert len(notices) == 1
    assert "Rignat" in notices[0]


def test_a_code_that_does_not_exist_leaves_the_others_of_a_composed_territory_and_is_named(atlas, register):
    selection, notices = parse({"territoire": "compose:33514,99999,01324"}, atlas, register)
    assert str(selection.territoire) == "compose:01245,33514"
    assert len(notices) == 2
    assert "communes inconnues\u00a0: 99999." in notices[0]
    assert "Rignat" in notices[1]
    assert parse(selection.params(), atlas, register) == (selection, ())


def test_a_reference_that_does_not_exist_is_said_to_be_the_reference(atlas, register):
    _, notices = parse({"territoire": "epci:243500139", "reference": "xyz"}, atlas, register)
    assert len(notices) == 1
    assert "Le territoire de comparaison (référence)" in notices[0]


def test_an_arrondissement_leads_to_its_commune_and_says_so(atlas, register):
    selection, notices = parse({"territoire": "commune:75111"}, atlas, register)
    assert str(selection.territoire) == "commune:75056"
    assert "11ᵉ" in notices[0]


def test_a_long_search_is_cut_and_said(atlas, register):
    selection, notices = parse({"q": "a" * 300}, atlas, register)
    assert len(selection.q) == MAX_QUERY
    assert str(MAX_QUERY) in notices[0]


def test_a_misspelt_parameter_is_said_and_those_of_others_are_left_alone(atlas, register):
    _, notices = parse({"themes": "MOB", "embed": "true", "utm_source": "lettre"}, atlas, register)
    assert len(notices) == 1
    assert "«\u00a0theme\u00a0»" in notices[0]


def test_equal_choices_are_equal_selections():
    one = Selection(themes=("NUM", "MOB", "NUM"), q="  le\u200b   relais ")
    other = Selection(themes=("MOB", "NUM"), q="le relais")
    assert one == other
    assert hash(one) == hash(other)


def test_only_a_composed_territory_has_a_name():
    named = Selection(territoire=composed("35238", "35051"), nom="Mon pays")
    assert named.params()["nom"] == "Mon pays"
    elsewhere = dataclasses.replace(named, territoire=TerritoryRef(Niveau.COMMUNE, "35238"))
    assert elsewhere.nom == ""
