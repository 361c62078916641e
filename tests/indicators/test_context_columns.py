"""Every column of the context is documented: for the screen, for the glossary, and down to its source."""

import re
import tomllib

import pytest

from ess_map.indicators.comparables_variables import variables
from ess_map.indicators.context_columns import context_columns
from tests.indicators.embedded import DATA, ROOT

GLOSSARY = (ROOT / "docs/GLOSSAIRE.md").read_text(encoding="utf-8")
CARDS = tomllib.loads((DATA / "sources.toml").read_text(encoding="utf-8"))
CONTEXT_CARDS = ("comparateur_2024", "revenus_medians_communes", "observatoire_territorial_2026")


@pytest.mark.parametrize("column", context_columns().values(), ids=lambda column: column.nom)
class TestColumn:
    def test_it_says_what_it_is(self, column):
        assert re.fullmatch(r"[A-ZÉ].*[^.]", column.libelle)
        assert re.fullmatch(r"[A-ZÉ].*\.", column.definition)
        assert re.fullmatch(r"[A-ZÉ].*\.", column.perimetre)
        assert column.millesime
        assert column.texte or column.unite

    def test_it_is_in_the_glossary(self, column):
        assert f"`{column.nom}`" in GLOSSARY

    def test_its_sources_have_an_identity_card(self, column):
        assert set(column.sources) <= CARDS.keys()


@pytest.mark.parametrize("name", CONTEXT_CARDS)
def test_a_source_of_the_context_has_a_licence_and_a_fingerprint(name):
    card = CARDS[name]
    assert card["licence"] == "Licence Ouverte 2.0"
    assert re.fullmatch("[0-9a-f]{64}", card["sha256"])
    assert card["lignes"] > 0
    assert card["registre"] == ""


def test_every_variable_is_a_column():
    for variable in variables().values():
        assert variable.colonne in context_columns()
        assert not variable.mots or context_columns()[variable.mots].texte


def test_the_context_weighs_little():
    assert sum(path.stat().st_size for path in (DATA / "contexte").iterdir()) < 3_000_000
