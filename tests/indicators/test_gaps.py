"""What stands out: only what chance does not explain, each with its actors and its caution."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.formulas.difference import rate_ratio_interval
from ess_map.indicators.gaps import NOT_A_MARK, Nature, gaps_for
from ess_map.indicators.inquiry import Question
from ess_map.indicators.portrait import question_of
from tests.indicators.embedded import atlas
from tests.indicators.observed import actor, actors_in, card, evidence, small_evidence

RENNES, VILAINE = atlas().parse("commune:35238"), atlas().parse("departement:35")


def gaps(known, territoire=RENNES, reference=VILAINE):
    return {gap.id: gap for gap in gaps_for(known, Question(territoire, (reference,)))}


def test_a_strength_and_a_gap_are_told_with_the_actors_behind():
    known = small_evidence([*actors_in("35238", 60, themes="CUL"), *actors_in("35288", 60, themes="MOB")])
    found = gaps(known)
    strength, lack = found["densite_theme.CUL"], found["densite_theme.MOB"]
    assert (strength.nature, strength.theme, len(strength.acteurs)) == (Nature.FORCE, "CUL", 60)
    assert (lack.nature, lack.theme, lack.acteurs) == (Nature.MANQUE, "MOB", ())
    assert lack.prudence == "Absence au registre, pas forcément sur le terrain."
    assert strength.prudence.replace("\u00a0", " ") == NOT_A_MARK
    names = known.register.frame["themes"].iloc[list(strength.acteurs)]
    assert (names == "CUL").all()


def test_the_size_of_a_rate_gap_is_its_sure_part():
    known = small_evidence([*actors_in("35238", 60, themes="CUL"), *actors_in("35288", 10, themes="CUL")])
    found = gaps(known)["densite_theme.CUL"]
    rest = atlas().get("departement:35").population - 230_890
    assert found.intervalle == pytest.approx(rate_ratio_interval(60, 230_890, 10, rest))
    assert found.effet == pytest.approx(__import__("math").log(found.intervalle[0]))
    assert found.p_ajustee < 0.05


def test_a_gap_that_chance_explains_is_not_listed():
    known = small_evidence([*actors_in("35238", 6, themes="CUL"), *actors_in("35288", 14, themes="CUL")])
    assert "densite_theme.CUL" not in gaps(known)


def test_coverage_is_listed_by_its_size_with_the_inhabitants_concerned():
    known = small_evidence([*actors_in("35238", 3, themes="MOB")])
    found = gaps(known)["eloignement_theme.MOB"]
    assert found.nature is Nature.FORCE
    assert found.ecart < 0
    assert (found.intervalle, found.p_ajustee) == (None, None)
    assert "contre" in found.phrase


def test_few_inhabitants_are_counted_rather_than_brought_to_a_share():
    known = small_evidence([*actors_in("35238", 3, themes="MOB")])
    found = gaps(known, atlas().parse("commune:01001"), atlas().parse("departement:35"))["eloignement_theme.MOB"]
    assert found.phrase.replace("\u202f", " ").startswith("860 habitants sur 860, contre ")


def test_a_territory_far_from_everyone_has_a_gap():
    known = small_evidence([*actors_in("35288", 3, themes="MOB")])
    found = gaps(known)["eloignement_theme.MOB"]
    assert (found.nature, found.valeur.taux) == (Nature.MANQUE, 100)


def test_gaps_are_ranked_by_size_and_there_is_no_score():
    question, _ = question_of(evidence(), "departement:33")
    found = gaps_for(evidence(), question)
    assert len(found) > 5
    assert [gap.effet for gap in found] == sorted((gap.effet for gap in found), reverse=True)
    assert all(gap.effet > 0 for gap in found)


def test_a_gap_is_named_for_good():
    question, _ = question_of(evidence(), "departement:33")
    first = [gap.cle for gap in gaps_for(evidence(), question)]
    assert len(set(first)) == len(first)
    assert first == [gap.cle for gap in gaps_for(evidence().with_official(evidence().official), question)]
    assert all(key.startswith("departement:33/region:75/") for key in first)
    assert all(gap.id.split(".")[0] in catalogue() for gap in gaps_for(evidence(), question))


def test_everything_of_a_gap_carries_its_source_and_year():
    question, _ = question_of(evidence(), "epci:243500139")
    for gap in gaps_for(evidence(), question):
        assert gap.valeur.source
        assert gap.valeur.millesime
        assert gap.phrase
        assert gap.prudence


def test_without_comparable_source_there_is_no_gap():
    known = small_evidence(
        [*actors_in("75056", 30, source="idf"), *actors_in("35238", 30, source="bzh")],
        card("idf", "region:11"),
        card("bzh", "region:53"),
    )
    assert gaps(known, RENNES, atlas().parse("commune:75056")) == {}
    assert gaps(known, RENNES, RENNES) == {}
    assert gaps_for(known, Question(RENNES)) == ()


def test_a_reference_smaller_than_the_territory_is_read_the_other_way_round():
    known = small_evidence([*actors_in("35238", 60, themes="CUL"), *actors_in("35288", 5, themes="CUL")])
    assert gaps(known, VILAINE, RENNES)["densite_theme.CUL"].nature is Nature.MANQUE
    assert gaps(known, RENNES, VILAINE)["densite_theme.CUL"].nature is Nature.FORCE


@settings(max_examples=25)
@given(st.integers(0, 80), st.integers(0, 80))
def test_a_listed_gap_is_always_beyond_its_interval(here, elsewhere):
    rows = [*actors_in("35238", here, themes="CUL"), *actors_in("35288", elsewhere, themes="CUL"), actor(999, "22113")]
    for gap in gaps(small_evidence(rows)).values():
        if gap.intervalle is not None:
            assert not gap.intervalle[0] <= 1 <= gap.intervalle[1]
            assert (gap.intervalle[0] > 1) == (gap.nature is Nature.FORCE)
            assert (gap.ecart > 0) == (gap.nature is Nature.FORCE)
