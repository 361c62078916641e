"""One cell: what every format can carry, and what no spreadsheet computes."""

import re

import pytest
from hypothesis import given

from ess_map.exports.cells import needs_portable, neutralise, portable, restore
from tests.exports.hostile import HOSTILE, texts


@given(texts)
def test_a_neutralised_text_comes_back_exactly(text):
    assert restore(neutralise(text)) == text


@given(texts)
def test_no_neutralised_text_starts_like_a_formula(text):
    visible = re.sub(r"^[\s\x00-\x1f\u200b-\u200f\u202a-\u202e\ufeff]+", "", neutralise(text))
    assert not visible.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not neutralise(text).startswith(("\t", "\r", "\n"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        (" \u200b+33", "' \u200b+33"),
        ("\tnom", "'\tnom"),
        ("'=1", "''=1"),
        ("l’arbre", "l’arbre"),
        ("'70 ans", "'70 ans"),
        ("", ""),
        ("A-B=C", "A-B=C"),
    ],
)
def test_only_what_could_be_a_formula_gets_an_apostrophe(text, written):
    assert neutralise(text) == written


@given(texts)
def test_a_portable_text_stays_itself(text):
    assert portable(portable(text)) == portable(text)
    assert needs_portable(text) == (portable(text) != text)


@given(texts)
def test_a_portable_text_is_writable_everywhere(text):
    clean = portable(text)
    clean.encode("utf-8")
    assert "\r" not in clean
    assert all(c in "\t\n" or ord(c) >= 0x20 for c in clean)


def test_only_forbidden_characters_leave_a_hostile_name():
    assert portable("avant\x00après") == "avantaprès"
    assert portable("\ud800 seul") == " seul"
    kept = [name for name in HOSTILE if not re.search("[\x00-\x08\r\ud800]", name)]
    assert [portable(name) for name in kept] == kept
