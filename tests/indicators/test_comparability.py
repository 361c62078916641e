"""Only sources that cover both sides are counted: a list of one région must not make another look empty."""

import pytest

from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.inquiry import Inquiry, Question
from ess_map.indicators.model import Verdict
from ess_map.indicators.valuing import value_of
from tests.indicators.embedded import atlas
from tests.indicators.observed import actor, actors_in, card, evidence, small_evidence


def value(known, territoire, *references, indicator="densite_acteurs", modalite="", comparables=()):
    refs = [atlas().parse(ref) for ref in references]
    others = tuple(atlas().parse(ref) for ref in comparables)
    return value_of(Inquiry(known, Question(atlas().parse(territoire), tuple(refs), others)), catalogue()[indicator], modalite)


@pytest.fixture
def two_lists():
    """A national list, and one of Île-de-France: 20 actors of Paris are in the national one, 400 in the regional one alone."""
    rows = [
        *actors_in("75056", 20),
        *actors_in("75056", 400, source="idf"),
        *actors_in("35238", 20),
        *actors_in("78646", 10, source="idf"),
    ]
    return small_evidence(rows, card("nationale", "france:FR"), card("idf", "region:11", millesime="2016-2017"))


def test_a_regional_list_counts_between_territories_of_its_region(two_lists):
    found = value(two_lists, "commune:75056", "region:11")
    assert found.numerateur == 420
    assert set(found.sources) >= {"nationale", "idf"}


def test_a_regional_list_does_not_count_against_another_region(two_lists):
    found = value(two_lists, "commune:35238", "region:11")
    assert found.numerateur == 20
    assert "idf" not in found.sources
    # 20 of the 12.4 million inhabitants of Île-de-France, and not 430.
    assert found.comparaison.valeur == pytest.approx(20 / two_lists.atlas.get("region:11").population * 10_000)


def test_paris_is_not_richer_than_rennes_for_having_a_list_of_its_own(two_lists):
    assert value(two_lists, "commune:75056", "commune:35238").numerateur == 20


def test_sources_counted_are_named_with_their_years(two_lists):
    assert "2016 à 2020" in value(two_lists, "commune:75056", "region:11").millesime
    assert value(two_lists, "commune:35238", "region:11").millesime.startswith("registre 2020")
    assert "Producteur de idf" in value(two_lists, "commune:75056", "region:11").source


def test_non_comparable_when_no_source_covers_both():
    known = small_evidence(
        [*actors_in("75056", 30, source="idf"), *actors_in("35238", 30, source="bzh")],
        card("idf", "region:11"),
        card("bzh", "region:53"),
    )
    found = value(known, "commune:35238", "commune:75056")
    assert found.valeur == pytest.approx(30 / 230_890 * 10_000)
    assert found.comparaison.verdict is Verdict.NON_COMPARABLE
    assert found.comparaison.valeur is None
    assert "Non comparable" in found.phrase


def test_a_territory_that_no_source_covers_has_no_count_rather_than_zero():
    known = small_evidence([*actors_in("35238", 9, source="bzh")], card("bzh", "region:53"))
    found = value(known, "commune:75056", "france:FR")
    assert found.valeur is None
    assert "Aucune source" in found.motif
    assert value(known, "commune:75056", indicator="acteurs_recenses").valeur == 0


def test_a_source_without_coverage_is_shown_and_never_compared():
    known = small_evidence(
        [*actors_in("35238", 50, source="partielle"), *actors_in("35238", 10)], card("nationale", "france:FR"), card("partielle")
    )
    assert value(known, "commune:35238", "departement:35").numerateur == 10
    assert value(known, "commune:35238", indicator="acteurs_recenses").valeur == 60


def test_a_partial_coverage_does_not_cover():
    """A list of Rennes alone cannot speak for Rennes Métropole."""
    known = small_evidence(
        [*actors_in("35238", 40, source="ville"), *actors_in("35238", 10)],
        card("nationale", "france:FR"),
        card("ville", "commune:35238"),
    )
    assert value(known, "epci:243500139", "departement:35").numerateur == 10
    assert value(known, "commune:35238", "commune:35238").numerateur == 50


def test_an_actor_of_two_lists_counts_once():
    known = small_evidence(
        [actor(1, "35238", source="nationale|bzh"), *actors_in("35238", 9)],
        card("nationale", "france:FR"),
        card("bzh", "region:53"),
    )
    assert value(known, "commune:35238", "region:53").numerateur == 10


def test_comparables_are_measured_with_the_sources_that_cover_them_all(two_lists):
    found = value(two_lists, "commune:75056", "region:11", comparables=("commune:35238", "commune:69123"))
    assert found.numerateur == 420
    assert found.rang.sources == ("nationale",)
    assert found.rang.valeur == pytest.approx(20 / atlas().get("commune:75056").population * 10_000)
    assert found.rang.references[0][2] == pytest.approx(20 / atlas().get("region:11").population * 10_000)


def test_each_reference_that_shares_nothing_is_said_the_others_computed():
    known = small_evidence([*actors_in("35238", 30, source="bzh")], card("bzh", "region:53"), card("idf", "region:11"))
    found = value(known, "commune:35238", "departement:35", "commune:75056")
    assert [c.verdict is Verdict.NON_COMPARABLE for c in found.comparaisons] == [False, True]


def test_a_coverage_that_names_an_unknown_territory_covers_nothing():
    known = small_evidence(actors_in("35238", 6), card("nationale", "epci:000000000"))
    assert known.every_source == 1
    assert known.coverage.each(known.places([atlas().parse("commune:35238")])) == [0]


def test_the_embedded_lists_of_ile_de_france_do_not_count_in_brittany():
    found = value(evidence(), "region:53", "region:11")
    for name in found.sources:
        assert "region:11" not in evidence().cards[name].couverture
