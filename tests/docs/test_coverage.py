"""docs/COUVERTURE.md lists every row, with a test that exists or a plain word on what is missing."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/COUVERTURE.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs/GLOSSAIRE.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (R\d\d) .*? \| (.*?) \| (.*?) \| (.*?) \|$", PAGE, flags=re.MULTILINE)


def test_every_row_is_there_once_and_in_order():
    assert [row[0] for row in ROWS] == [f"R{number:02}" for number in range(4, 30)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_says_what_works_what_shows_it_and_what_is_missing(row):
    name, works, shown, missing = row
    assert works
    assert missing
    targets = re.findall(r"\]\((.*?)\)", shown)
    tested = f"def test_{name.lower()}_" in (ROOT / "tests/cases/test_rows.py").read_text(encoding="utf-8")
    assert tested == shown.startswith("test")
    assert tested or targets
    assert all((ROOT / "docs" / target).exists() for target in targets)


@pytest.mark.parametrize("term", ["DLA", "DASESS", "LLOS", "RGEC"])
def test_r23_the_acronyms_of_the_documents_are_explained(term):
    assert re.search(rf"^### .*\({term}\)$", GLOSSARY, flags=re.MULTILINE)
