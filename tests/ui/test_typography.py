"""French typography holds for any sentence and any number, not only for those we thought of."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.typography import (
    FINE,
    INSECABLE,
    MOINS,
    arrondissement,
    capitalized,
    count,
    fr,
    grouped_siret,
    listing,
    month,
    number,
    percent,
)
from ess_map.ui import messages

sentences = st.text(alphabet=st.sampled_from(list("abcÉœ 12345;:!?%«»'’.,-\u00a0\u202f")), max_size=60)


@given(sentences)
def test_setting_a_sentence_twice_changes_nothing(text):
    assert fr(fr(text)) == fr(text)


@given(sentences)
def test_no_sign_keeps_a_breaking_space_before_it(text):
    assert not re.search(r" [;!?%:»]|« ", fr(text))
    assert "'" not in fr(text)


@given(sentences)
def test_only_blanks_and_apostrophes_are_touched(text):
    def letters(line):
        return re.sub(r"[\s\u00a0\u202f]", "", line).replace("'", "’")

    assert letters(fr(text)) == letters(text)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Marseille 1er Arrondissement", "Marseille 1ᵉʳ arrondissement"),
        ("Paris 12e Arrondissement", "Paris 12ᵉ arrondissement"),
        ("Paris 12ᵉ arrondissement", "Paris 12ᵉ arrondissement"),
        ("Bourg-en-Bresse", "Bourg-en-Bresse"),
    ],
)
def test_the_ordinal_of_an_arrondissement_is_raised(name, shown):
    assert arrondissement(name).replace(INSECABLE, " ") == shown


@given(st.text(alphabet="abc/.-?=&", max_size=40))
def test_an_address_is_left_alone(path):
    assert fr(f"https://exemple.fr:8501/{path}") == f"https://exemple.fr:8501/{path}"


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_reads_back_and_never_breaks(value):
    text = number(value)
    assert int(text.replace(FINE, "").replace(MOINS, "-")) == value
    assert not re.search(r"[ ,.\-\u00a0]", text)
    assert all(len(group) == 3 for group in text.lstrip(MOINS).split(FINE)[1:])


@given(st.floats(-1e9, 1e9), st.integers(1, 4))
def test_a_decimal_number_has_one_comma_and_its_digits(value, decimals):
    text = number(value, decimals)
    whole, comma, after = text.partition(",")
    assert comma == ","
    assert len(after) == decimals
    assert float(f"{whole.replace(FINE, '').replace(MOINS, '-')}.{after}") == pytest.approx(
        round(value, decimals), abs=10**-decimals
    )


@given(st.floats(-0.04, 0.04))
def test_a_rounded_zero_has_no_sign(value):
    assert number(value, 1, signed=True) == "0,0"


def test_a_signed_number_says_its_direction():
    assert number(1234.5, 1, signed=True) == f"+1{FINE}234,5"
    assert number(-2, signed=True) == f"{MOINS}2"


def test_missing_is_never_zero():
    assert number(None) == "non précisé"
    assert percent(0, 0) == "non précisé"


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_is_zero_or_a_hundred_only_when_it_is(part, whole):
    part = min(part, whole)
    text = percent(part, whole)
    assert (text == f"0{FINE}%") == (part == 0)
    assert (text == f"100{FINE}%") == (part == whole)


@pytest.mark.parametrize(("value", "said"), [(0, "0 acteur"), (1, "1 acteur"), (2, "2 acteurs"), (1234, f"1{FINE}234 acteurs")])
def test_nouns_agree_the_french_way(value, said):
    assert count(value, "acteur") == said


@given(st.lists(st.text(alphabet="abc", min_size=1, max_size=5), min_size=2, max_size=6))
def test_a_list_ends_with_one_and(words):
    assert listing(words).split(" et ") == [", ".join(words[:-1]), words[-1]]


@given(st.from_regex(r"\A\d{14}\Z|\A\d{9}\Z"))
def test_a_siret_keeps_its_digits(code):
    code = code.translate({ord(c): str(int(c)) for c in code if not c.isascii()})
    assert grouped_siret(code).replace(FINE, "") == code
    assert grouped_siret(code).split(FINE)[0] == code[:3]


@given(st.text(max_size=30))
def test_what_is_not_a_siret_comes_back_untouched(text):
    if not re.fullmatch(r"\d{9}(\d{5})?", text):
        assert grouped_siret(text) == text


def test_capitals_inside_a_word_stay():
    assert capitalized("geiq et SCIC") == "Geiq et SCIC"


def _texts():
    for name, value in vars(messages).items():
        if name.isupper():
            yield from (
                (name, text) for text in (value.values() if isinstance(value, dict) else [value]) if isinstance(text, str)
            )


@pytest.mark.parametrize(("name", "text"), list(_texts()))
def test_every_text_of_the_screens_is_set_in_french(name, text):
    assert text == fr(text), name
    assert INSECABLE + ":" in text or ":" not in text


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2021-02", "février 2021"), ("2021", "2021"), ("2016|2017", "2016, 2017"), ("2025-04-01", "1ᵉʳ avril 2025"),
        ("2022-11-09", "9 novembre 2022"), ("", "non précisé"), ("2021-13", "2021-13"), ("inconnu", "inconnu"),
    ],
)  # fmt: skip
def test_a_date_is_said_as_far_as_it_is_known(day, said):
    assert month(day) == said
