"""One actor for one identity: SIRET, else SIREN and place, else name and place; no line lost, none doubled."""

import re

from hypothesis import given
from hypothesis import strategies as st

from ess_map.actors.merge import Line, merge, name_key

SIRETS = ("77567227221138", "77567227221146", "73282932000074")
SIRENS = ("775672272", "732829320", "356000000")
NAMES = ("Le Relais", "ASSOCIATION LE RELAIS", "assoc. le relais", "Emmaüs", "Régie de quartier", "42")
PLACES = ("35238", "75056", "2A004", "")


@st.composite
def lines(draw):
    siret = draw(st.just("") | st.sampled_from(SIRETS))
    return Line(
        source=draw(st.sampled_from(["a", "b", "c"])),
        nom=draw(st.sampled_from(NAMES)),
        siret=siret,
        siren=siret[:9] or draw(st.just("") | st.sampled_from(SIRENS)),
        code_commune=draw(st.sampled_from(PLACES)),
        departement=draw(st.sampled_from(["35", "75"])),
    )


def partition(clusters):
    return {frozenset(id(line) for line in cluster.lines) for cluster in clusters}


many = st.lists(lines(), max_size=25)


@given(many)
def test_every_line_is_in_exactly_one_actor(given_lines):
    merged = [id(line) for cluster in merge(given_lines) for line in cluster.lines]
    assert sorted(merged) == sorted(map(id, given_lines))


@given(many)
def test_two_establishments_are_never_one_actor(given_lines):
    for cluster in merge(given_lines):
        assert len({line.siret for line in cluster.lines if line.siret}) <= 1


@given(many)
def test_the_same_siret_is_always_the_same_actor(given_lines):
    owners = {}
    for rank, cluster in enumerate(merge(given_lines)):
        for line in cluster.lines:
            assert not line.siret or owners.setdefault(line.siret, rank) == rank


@given(many)
def test_identifiers_are_unique_and_safe_in_an_address(given_lines):
    clusters = merge(given_lines)
    names = [cluster.identifiant for cluster in clusters]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"\d{14}|\d{9}-[0-9A-Zd]+|n-[0-9a-f]{12}", name) for name in names)


@given(many)
def test_merging_again_changes_nothing(given_lines):
    clusters = merge(given_lines)
    again = merge([line for cluster in clusters for line in cluster.lines])
    assert partition(again) == partition(clusters)


@given(st.permutations([Line("a", "Le Relais", siret=SIRETS[0], siren=SIRENS[0], code_commune="35238"),
                        Line("b", "Autre nom", siren=SIRENS[0], code_commune="35238"),
                        Line("c", "ASSOCIATION LE RELAIS", code_commune="35238"),
                        Line("d", "Le Relais", siren=SIRENS[0], code_commune="75056"),
                        Line("e", "Le Relais", code_commune="75056")]))  # fmt: skip
def test_the_order_of_the_lines_does_not_change_who_they_are(shuffled):
    assert {frozenset(line.source for line in cluster.lines) for cluster in merge(shuffled)} == {
        frozenset("abc"),
        frozenset("de"),
    }


def test_a_siren_alone_joins_its_establishment_in_the_same_place_only():
    there = Line("a", "X", siret=SIRETS[0], siren=SIRENS[0], code_commune="35238")
    here = Line("b", "X", siren=SIRENS[0], code_commune="35238")
    elsewhere = Line("c", "Y", siren=SIRENS[0], code_commune="75056")
    assert [len(cluster.lines) for cluster in merge([there, here, elsewhere])] == [2, 1]
    assert [cluster.identifiant for cluster in merge([there, here, elsewhere])] == [SIRETS[0], f"{SIRENS[0]}-75056"]


def test_a_siren_alone_joins_the_lowest_of_several_establishments():
    high = Line("a", "X", siret=SIRETS[1], siren=SIRENS[0], code_commune="35238")
    low = Line("a", "X", siret=SIRETS[0], siren=SIRENS[0], code_commune="35238")
    alone = Line("b", "X", siren=SIRENS[0], code_commune="35238")
    assert {len(cluster.lines): cluster.siret for cluster in merge([high, low, alone])}[2] == SIRETS[0]


def test_the_same_name_in_two_communes_is_two_actors():
    assert len(merge([Line("a", "Le Relais", code_commune="35238"), Line("a", "Le Relais", code_commune="35051")])) == 2


def test_the_same_name_with_two_numbers_is_two_actors():
    one, other = (Line("a", "Le Relais", siren=siren, code_commune="35238") for siren in SIRENS[:2])
    assert len(merge([one, other])) == 2


def test_a_line_without_place_joins_nobody_by_its_name():
    assert len(merge([Line("a", "Le Relais"), Line("b", "Le Relais")])) == 2 or not merge([])


def test_an_actor_known_by_its_departement_keeps_an_identifier_of_its_own():
    line = Line("a", "Le Relais", siren=SIRENS[0], departement="35")
    assert merge([line])[0].identifiant == f"{SIRENS[0]}-d35"


def test_names_compare_without_their_legal_opening():
    assert name_key("ASSOCIATION LE RELAIS") == name_key("Assoc. Relais") == name_key("le relais") == "relais"
    assert name_key("Association") == "association"
    assert name_key("Les") == "les"
