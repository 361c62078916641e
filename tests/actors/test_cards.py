"""Every source has an identity card, and a damaged list of cards is named."""

import pytest

from ess_map.actors import cards as identity_cards
from ess_map.errors import SchemaError, SourceError


def test_every_source_of_the_register_has_a_card_that_says_everything(register, cards):
    assert set(register.sources) <= set(cards)
    for name in register.sources:
        card = cards[name]
        assert all((card.titre, card.producteur, card.licence, card.millesime, card.url, card.releve_le, card.perimetre)), name
        assert card.lignes > 0
        assert len(card.sha256) == 64
        assert card.fichiers
        assert card.registre in {"principal", "complement", "enrichissement"}


def test_no_list_without_a_producer_licence_is_shipped(cards):
    text = " ".join(path for card in cards.values() for path in card.fichiers)
    for folder in ("niort", "reseaux-solidarite", "lyon-boussole", "transiscope", "creches-loire"):
        assert folder not in text


def test_missing_cards_are_named(tmp_path):
    with pytest.raises(SourceError, match=r"sources\.toml"):
        identity_cards.load(tmp_path)


@pytest.mark.parametrize("text", ["[a", "a = \x00", "\xff"])
def test_unreadable_cards_are_named(tmp_path, text):
    (tmp_path / "sources.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(SourceError, match=r"sources\.toml"):
        identity_cards.load(tmp_path)


def test_a_card_without_producer_is_refused(tmp_path):
    (tmp_path / "sources.toml").write_text('[x]\ntitre = "X"\nlicence = "LO"\n', encoding="utf-8")
    with pytest.raises(SchemaError, match="x"):
        identity_cards.load(tmp_path)
