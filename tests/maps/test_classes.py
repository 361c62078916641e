"""Values into classes: what the words say is what is coloured and counted."""

from __future__ import annotations

import math

import mapclassify
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ess_map.maps.bundle import palette
from ess_map.maps.classes import MOST_CLASSES, ClassesError, Methode, checked, classify, read_bounds

CUT = [Methode.QUANTILES, Methode.JENKS, Methode.EGALES]
numbers = st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 2))
holes = st.just(math.nan)
columns = st.lists(st.one_of(numbers, holes, st.sampled_from([0.0, 1.0, 2.0])), max_size=60)


def inside(value, index, bornes):
    """Read the words of a class as a person does."""
    if not bornes:
        return True
    if index == 0:
        return value < bornes[0]
    if index == len(bornes):
        return value >= bornes[-1] if len(bornes) == 1 else value > bornes[-1]
    return bornes[index - 1] <= value <= bornes[index]


@settings(max_examples=60, deadline=None)
@given(values=columns, methode=st.sampled_from(CUT), classes=st.integers(-1, 9))
def test_every_known_value_is_in_the_class_that_the_words_say(values, methode, classes):
    found = classify(values, methode, classes, decimales=2)
    for value, laid in zip(values, found.classe, strict=True):
        assert (laid == -1) == math.isnan(value)
        if laid >= 0:
            assert inside(value, laid, found.bornes)


@settings(max_examples=60, deadline=None)
@given(values=columns, methode=st.sampled_from(CUT), classes=st.integers(2, 5))
def test_counts_add_up_to_the_known_values_and_classes_are_at_most_those_asked(values, methode, classes):
    found = classify(values, methode, classes, decimales=2)
    known = sum(not math.isnan(value) for value in values)
    assert sum(found.effectifs) == known
    assert len(found.effectifs) == len(found.libelles) == (len(found.bornes) + 1 if known else 0)
    assert len(found.effectifs) <= classes
    assert list(found.bornes) == sorted(found.bornes)
    assert bool(found.note) == (0 < len(found.effectifs) < classes)


@settings(max_examples=40, deadline=None)
@given(values=st.lists(numbers, min_size=1, max_size=60), bornes=st.lists(numbers, min_size=1, max_size=4))
def test_bounds_given_by_hand_are_kept_as_they_are(values, bornes):
    found = classify(values, Methode.BORNES, bornes=bornes, decimales=2)
    assert found.bornes == tuple(sorted(set(bornes)))
    assert all(inside(value, laid, found.bornes) for value, laid in zip(values, found.classe, strict=True))


@settings(max_examples=40, deadline=None)
@given(
    values=st.lists(st.integers(0, 10_000).map(lambda n: n / 10), min_size=12, max_size=80, unique=True),
    classes=st.integers(2, 5),
)
def test_quantiles_make_the_groups_of_the_library(values, classes):
    ours = classify(values, Methode.QUANTILES, classes, decimales=1)
    assert list(ours.effectifs) == [int(n) for n in mapclassify.Quantiles(np.array(values), k=classes).counts]


def test_natural_breaks_part_what_is_apart():
    values = [1.0, 1.1, 1.2, 8.0, 8.1, 8.3, 20.0, 20.5]
    found = classify(values, Methode.JENKS, 3)
    assert list(found.classe) == [0, 0, 0, 1, 1, 1, 2, 2]
    assert 1.2 < found.bornes[0] <= 8.0
    assert 8.3 <= found.bornes[1] < 20.0


def test_natural_breaks_of_large_numbers_keep_their_precision():
    values = [20_000.0, 20_001.0, 20_002.0, 20_100.0, 20_101.0, 20_300.0, 20_301.0]
    assert classify(values, Methode.JENKS, 3, decimales=0).effectifs == (3, 2, 2)


def test_natural_breaks_of_many_values_are_the_same_at_every_call():
    values = np.random.default_rng(7).lognormal(size=4000)
    first, second = (classify(values, Methode.JENKS, 5) for _ in range(2))
    assert first.bornes == second.bornes
    assert len(first.effectifs) == 5


def test_equal_steps_are_equal():
    assert classify([0.0, 25.0, 60.0, 100.0], Methode.EGALES, 4, decimales=0).bornes == (25.0, 50.0, 75.0)


def test_the_words_are_those_of_the_design():
    assert classify([0.2, 1.0, 3.0], Methode.BORNES, bornes=(1.5, 0.8)).libelles == (
        "moins de 0,8",
        "de 0,8 à 1,5",
        "plus de 1,5",
    )
    assert classify([1.0, 3.0], Methode.BORNES, bornes=(2,)).libelles == ("moins de 2", "2 ou plus")
    assert classify([1234.5], Methode.JENKS).libelles == ("1\u202f234,5",)


def test_a_class_of_one_value_is_named_by_it():
    found = classify([1, 1, 1, 2, 2, 2, 3, 4, 5], Methode.QUANTILES, 3, decimales=0)
    assert found.libelles == ("moins de 2", "2", "plus de 2")
    assert found.effectifs == (3, 3, 3)


@pytest.mark.parametrize("methode", CUT)
def test_few_distinct_values_make_few_classes_and_it_is_said(methode):
    assert classify([], methode).libelles == ()
    assert classify([math.nan], methode).effectifs == ()
    alone = classify([3.0] * 9, methode, 4)
    assert alone.effectifs == (9,)
    assert alone.note == "Trop de valeurs égales pour 4 classes\u00a0: la carte en montre une seule classe."


@pytest.mark.parametrize("methode", CUT)
def test_no_class_mixes_losses_and_gains(methode):
    found = classify([-3, -2.5, -0.2, 0.4, 1.0, 5.0, 9.0], methode, 4)
    assert 0.0 in found.bornes


@pytest.mark.parametrize(
    ("typed", "bounds"), [("0,8 ; 1,5", (0.8, 1.5)), ("3 1 2 1", (1, 2, 3)), ("−2;0.5", (-2, 0.5)), ("10\u202f000", (10_000,))]
)
def test_bounds_are_read_as_they_are_typed(typed, bounds):
    assert read_bounds(typed) == bounds


@pytest.mark.parametrize("typed", ["", "abc", "1;2;3;4;5", "1e5", "nan", "1,2,3"])
def test_bounds_that_mean_nothing_are_refused_in_french(typed):
    with pytest.raises(ClassesError, match=r"bornes?"):
        read_bounds(typed)
    with pytest.raises(ClassesError):
        checked([math.inf])


@pytest.mark.parametrize("mode", ["clair", "sombre"])
def test_the_shades_of_a_ramp_go_one_way_and_are_never_more_than_they_can_be(mode):
    def lightness(colour):
        return sum(weight * int(colour[i : i + 2], 16) for weight, i in ((0.2126, 1), (0.7152, 3), (0.0722, 5)))

    for ramp in ("lagon", "ocre"):
        found = [lightness(colour) for colour in palette()[mode][ramp]]
        assert len(found) >= MOST_CLASSES
        assert found in (sorted(found), sorted(found, reverse=True))
