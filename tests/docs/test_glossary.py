"""A French term enters the code only with an entry in the glossary; a column leaves only with a line in docs/FORMATS.md."""

import dataclasses
import re
from pathlib import Path

import pytest

from ess_map.actors import model, schema
from ess_map.actors.cards import SourceCard
from ess_map.exports.columns import COLUMNS
from ess_map.territories.model import Niveau

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = (ROOT / "docs/GLOSSAIRE.md").read_text(encoding="utf-8")
FORMATS = (ROOT / "docs/FORMATS.md").read_text(encoding="utf-8")
ENGLISH = {"id"}

TERMS = sorted(
    {
        *schema.COLUMNS,
        *COLUMNS,
        *schema.REGISTRES,
        *model.FAMILLES,
        *model.TYPES,
        *model.LABELS,
        *model.PRECISIONS,
        *model.ZONAGES,
        *model.THEMES,
        *model.ORIGINES_FAMILLE,
        *model.METHODES,
        *(str(niveau) for niveau in Niveau),
        *(field.name for field in dataclasses.fields(SourceCard)),
    }
    - ENGLISH
)


@pytest.mark.parametrize("term", TERMS)
def test_a_french_term_of_the_code_has_its_entry(term):
    assert f"`{term}`" in GLOSSARY


def test_every_entry_of_the_glossary_says_something():
    entries = re.split(r"^### ", GLOSSARY, flags=re.MULTILINE)[1:]
    assert len(entries) > 60
    for entry in entries:
        title, _, body = entry.partition("\n")
        definition = body.strip().split("\n\n")[0]
        assert len(definition) > 40, title
        assert not definition.startswith("*"), title


def test_entries_are_unique():
    titles = re.findall(r"^### (.*)$", GLOSSARY, flags=re.MULTILINE)
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("column", COLUMNS)
def test_an_exported_column_is_described(column):
    assert f"\n| `{column}` | " in FORMATS


def test_columns_are_described_in_their_order():
    table = FORMATS.split("## Colonnes")[1].split("##")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE)) == COLUMNS


@pytest.mark.parametrize(
    "values",
    [model.FAMILLES, model.THEMES, model.TYPES, model.LABELS, model.EFFECTIFS, model.PRECISIONS],
    ids=lambda v: next(iter(v)),
)
def test_every_value_of_a_closed_list_is_described_with_its_label(values):
    plain = FORMATS.replace("\u202f", " ").replace("\u00a0", " ")
    for code, label in values.items():
        assert f"| `{code}` | {label}".replace("\u202f", " ").replace("\u00a0", " ") in plain
