"""Names are shown as published, without what hides; they compare without accents, case or punctuation."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.actors.names import clean, fold


@given(st.text())
def test_a_clean_text_holds_nothing_invisible(text):
    cleaned = clean(text)
    assert not [c for c in cleaned if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}]
    assert cleaned == " ".join(cleaned.split())


@given(st.text())
def test_cleaning_and_folding_are_stable(text):
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_cleaning_changes_nothing_that_is_seen(text):
    assert clean(text) == text


@given(st.text())
def test_folding_forgets_case_and_accents(text):
    assert fold(text) == fold(unicodedata.normalize("NFD", text))
    assert fold(text.lower()) == fold(text.lower().capitalize())


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("  LE\tRELAIS \n", "LE RELAIS"),
        ("Asso\u202egpj.exe\u202c", "Assogpj.exe"),
        ("zéro\u200blargeur\ufeff", "zérolargeur"),
        ("NUL\x00ici", "NULici"),
        ("{{7*7}} `${x}` <b>", "{{7*7}} `${x}` <b>"),
    ],
)
def test_what_hides_is_taken_off_and_the_rest_stays(published, shown):
    assert clean(published) == shown


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L’Œuvre d’Émilie", "l oeuvre d emilie"),
        ("ÉPICERIE-SOLIDAIRE", "epicerie solidaire"),
        ("Straße", "strasse"),
        ("Ça & là", "ca la"),
    ],
)
def test_two_spellings_compare(one, other):
    assert fold(one) == fold(other) == other
