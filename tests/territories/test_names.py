"""Names read the same whatever the accents, hyphens and abbreviations."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.territories.names import normalise, printable, without_article


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("L’Haÿ-les-Roses", "l hay les roses"),
        ("L'HAY LES ROSES", "l hay les roses"),
        ("St-Étienne", "saint etienne"),
        ("STE  ANNE", "sainte anne"),
        ("Mœurs-Verdey", "moeurs verdey"),
        ("Œuilly", "oeuilly"),
        ("Chalon s/Saône", "chalon sur saone"),
        ("Châlons s/ Marne", "chalons sur marne"),
        ("Y", "y"),
        ("  \t ", ""),
        ("Nogent‐sur‑Seine", "nogent sur seine"),
        ("ẞtadt", "sstadt"),
    ],
)
def test_a_name_has_one_canonical_form(typed, canonical):
    assert normalise(typed) == canonical


@given(st.text())
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_a_normalised_name_has_only_plain_letters_figures_and_single_spaces(text):
    assert re.fullmatch(r"([a-z0-9]+( [a-z0-9]+)*)?", normalise(text))


@given(st.text())
def test_case_never_matters_for_plain_letters(text):
    plain = normalise(text)
    assert normalise(plain.upper()) == plain


@pytest.mark.parametrize(
    ("name", "bare"), [("le mans", "mans"), ("l hay les roses", "hay les roses"), ("les", "les"), ("lens", "lens"), ("", "")]
)
def test_the_opening_article_is_left_out_unless_nothing_remains(name, bare):
    assert without_article(name) == bare


@given(st.text())
def test_what_is_echoed_holds_no_control_nor_writing_direction(text):
    assert printable(text).isprintable()


def test_a_real_name_is_echoed_whole():
    assert printable("L’Haÿ-les-Roses, Œuilly") == "L’Haÿ-les-Roses, Œuilly"
