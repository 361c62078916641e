"""Matching against situations judged by hand: what the weights were chosen on, and what they never saw."""

import pytest

from ess_map.actors.model import THEMES
from tests.cases.evaluation import ABSTENTION, KEPT, PRECISION, TUNING, judge, rates, situations

SITUATIONS = situations()


def test_there_are_enough_situations_and_half_of_them_were_kept_out_of_tuning():
    assert len(SITUATIONS) >= 40
    halves = [sum(one.moitie == half for one in SITUATIONS) for half in (TUNING, KEPT)]
    assert sum(halves) == len(SITUATIONS)
    assert halves[1] >= halves[0]


@pytest.mark.parametrize("half", [TUNING, KEPT])
def test_each_half_spreads_over_the_kinds_of_territory(half):
    mine = [one for one in SITUATIONS if one.moitie == half]
    levels = {one.territoire.partition(":")[0] for one in mine}
    assert {"commune", "epci", "ept", "departement", "region", "compose", "zone_emploi"} <= levels
    assert any(one.territoire.partition(":")[2].startswith(("97", "01", "02", "06")) for one in mine)
    assert any(one.territoire.partition(":")[2][:2] in {"2A", "2B", "94"} or one.territoire == "epci:242000354" for one in mine)


def test_what_is_judged_exists(library, atlas):
    for one in SITUATIONS:
        assert atlas.parse(one.territoire)
        assert one.besoin == "" or one.besoin in THEMES
        assert one.levier == "" or one.levier in library.levers
        assert set(one.attendus) <= {case.id for case in library.located()}
        assert one.raison


def test_no_situation_is_judged_twice():
    keys = [(one.territoire, one.besoin, one.levier, one.mots) for one in SITUATIONS]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("half", [TUNING, KEPT])
def test_the_first_case_is_useful_and_silence_is_right(evidence, book, half):
    judged = [judge(evidence, book, one) for one in SITUATIONS if one.moitie == half]
    (first, cases), (silent, none) = rates(judged)
    wrong = [(one.situation.territoire, one.situation.besoin, one.proposed[:3]) for one in judged if not one.right]
    assert first / cases >= PRECISION, wrong
    assert silent / none >= ABSTENTION, wrong
