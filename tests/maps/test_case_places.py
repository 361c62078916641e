"""The small map of the cases: every located case is somewhere, several share a mark, none is lost."""

from __future__ import annotations

import pytest

from ess_map import settings
from ess_map.cases.library import load_library
from ess_map.maps.case_places import case_places
from ess_map.territories.atlas import Atlas


@pytest.fixture(scope="module")
def atlas():
    return Atlas.load(settings.current().data_dir)


@pytest.fixture(scope="module")
def library(atlas):
    return load_library(settings.current().data_dir, atlas)


def test_every_located_case_is_on_the_map_or_said_beside_it(library, atlas):
    located = {case.id for case in library.located()}
    found = case_places(library, atlas, library.cases)
    drawn = {case for mark in found.marques for case in mark.cas}
    assert drawn | {case for case, _ in found.ailleurs} | set(found.partout) == located
    assert found.ailleurs == ()
    guyane = next(mark for mark in found.marques if mark.cas == ("C04",))
    assert guyane.x_pct < 15


def test_a_place_holds_several_cases_and_no_two_marks_touch(library, atlas):
    marks = case_places(library, atlas, library.cases).marques
    assert max(len(mark.cas) for mark in marks) > 5
    assert all(len(set(mark.cas)) == len(mark.cas) for mark in marks)
    for rank, one in enumerate(marks):
        assert 0 < one.x_pct < 100
        assert 0 < one.y_pct < 100
        assert all(abs(one.x_pct - other.x_pct) > 2 or abs(one.y_pct - other.y_pct) > 2 for other in marks[:rank])


def test_a_case_of_several_territories_has_several_marks(library, atlas):
    marks = case_places(library, atlas, ["C20"]).marques
    assert sum("C20" in mark.cas for mark in marks) == len(marks) >= 1
    assert case_places(library, atlas, ["D01"]).marques == ()
