"""Figures of older communes reach the communes of today: mergers add up, splits stay whole, nothing is lost."""

import math

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from ess_map.sources.context_units import carry_units, whole_successors
from ess_map.territories.lineage import Lineage

SINCE = "2024-01-01"


def lineage(moves, current):
    columns = ["mod", "date", "type_av", "code_av", "nom_av", "type_ap", "code_ap", "nom_ap"]
    rows = [(mod, date, "COM", old, old, "COM", new, new) for mod, date, old, new in moves]
    return Lineage(pd.DataFrame(rows, columns=columns), frozenset(current), {})


MERGED = [("32", "2025-01-01", "A", "A"), ("32", "2025-01-01", "B", "A")]
SPLIT = [("21", "2025-01-01", "C", "C"), ("21", "2025-01-01", "C", "D")]
RENUMBERED = [("50", "2025-01-01", "E", "F")]


def carried(rows, moves, current, columns=("n",)):
    table = pd.DataFrame(rows, columns=["code", *columns])
    units, counts = carry_units(table, dict.fromkeys(columns, SINCE), lineage(moves, current))
    return units.set_index("communes"), counts


def test_merged_communes_add_up():
    units, counts = carried([("A", 10.0), ("B", 5.0), ("Z", 1.0)], MERGED, ["A", "Z"])
    assert units["n"].to_dict() == {"A": 15.0, "Z": 1.0}
    assert counts == {"codes_reportes": 1, "codes_perdus": 0}


def test_a_merger_with_an_unknown_part_is_unknown():
    units, _ = carried([("A", 10.0, 1.0), ("B", math.nan, 2.0)], MERGED, ["A"], ("n", "m"))
    assert math.isnan(units.loc["A", "n"])
    assert units.loc["A", "m"] == 3.0


def test_a_split_commune_stays_whole():
    units, _ = carried([("C", 10.0)], SPLIT, ["C", "D"])
    assert units["n"].to_dict() == {"C|D": 10.0}


def test_a_commune_that_changed_its_code_keeps_its_figure():
    units, counts = carried([("E", 7.0)], RENUMBERED, ["F"])
    assert units["n"].to_dict() == {"F": 7.0}
    assert counts["codes_reportes"] == 1


def test_a_code_that_leads_nowhere_is_counted():
    units, counts = carried([("A", 1.0), ("X", 1.0)], [], ["A"])
    assert list(units.index) == ["A"]
    assert counts["codes_perdus"] == 1


def test_a_commune_split_after_one_census_only_has_both_kinds_of_figures():
    """The populations follow the list after the split, the households the list before it."""
    table = pd.DataFrame({"code": ["C", "D"], "people": [60.0, 40.0], "homes": [50.0, math.nan]})
    units, _ = carry_units(table, {"people": "2025-01-01", "homes": SINCE}, lineage(SPLIT, ["C", "D"]))
    units = units.set_index("communes")
    assert units["people"].dropna().to_dict() == {"C": 60.0, "D": 40.0}
    assert units["homes"].dropna().to_dict() == {"C|D": 50.0}


@given(st.lists(st.integers(0, 10_000), min_size=5, max_size=5))
def test_carrying_keeps_the_total(values):
    rows = list(zip("ABCEZ", map(float, values), strict=True))
    units, _ = carried(rows, MERGED + SPLIT + RENUMBERED, ["A", "C", "D", "F", "Z"])
    assert units["n"].sum() == sum(values)
    members = [code for communes in units.index for code in communes.split("|")]
    assert len(members) == len(set(members))


def test_a_figure_that_does_not_add_up_is_kept_only_where_the_ground_is_the_same():
    known = whole_successors("ABCEZ", SINCE, lineage(MERGED + SPLIT + RENUMBERED, ["A", "C", "D", "F", "Z"]))
    assert known == {"E": "F", "Z": "Z"}
