"""Every source that ships is attributed to its producer, with its vintage and its licence; none is listed that does not ship."""

import re
from pathlib import Path

import pytest

from ess_map.actors import cards

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "LICENCE-DONNEES.md").read_text(encoding="utf-8")
CARDS = cards.load(ROOT / "data")
ROWS = {row[0]: row[1:] for row in re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$", PAGE, flags=re.MULTILINE)}


def plain(text):
    return re.sub("[\u00a0\u202f]", " ", text)


def test_every_source_that_ships_is_listed_once_and_no_other():
    listed = re.findall(r"^\| `(\w+)` \|", PAGE, flags=re.MULTILINE)
    assert sorted(listed) == sorted(CARDS)


@pytest.mark.parametrize("card", CARDS.values(), ids=lambda card: card.id)
def test_a_source_is_attributed_as_its_card_says(card):
    expected = (card.titre, card.producteur, card.millesime or "non précisé", card.licence)
    assert tuple(map(plain, ROWS[card.id])) == tuple(map(plain, expected))


def test_the_licences_that_ask_for_their_notice_have_it():
    assert "Permission is hereby granted" in PAGE
    assert "Jean-Marie Zuffellato" in PAGE
    assert "creativecommons.org/licenses/by/4.0" in PAGE
