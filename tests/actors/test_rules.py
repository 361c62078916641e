"""The documented tables name only what exists, and give the reason of every line."""

import json
import shutil
from pathlib import Path

import pytest

from ess_map.actors import model
from ess_map.actors import rules as rule_tables
from ess_map.actors.names import fold
from ess_map.errors import SchemaError, SourceError

RULES = Path(__file__).resolve().parents[2] / "data" / rule_tables.FOLDER
NOMENCLATURE = Path(__file__).resolve().parents[3] / "shared/data/raw/nomenclatures"
TABLES = sorted(path.name for path in RULES.glob("*.csv"))


@pytest.mark.parametrize("name", TABLES)
def test_every_line_has_its_reason_and_no_line_is_doubled(name):
    rows = rule_tables.read_rows(RULES, name)
    first = next(iter(rows[0]))
    keys = [fold(row[first]) if first in {"mot", "expression"} else row[first] for row in rows]
    places = [(key, row.get("place", "")) for key, row in zip(keys, rows, strict=True)]
    assert all(row["raison"].strip() for row in rows)
    assert len(places) == len(set(places))
    assert all(keys)


def test_every_type_has_its_line_in_both_tables_of_types():
    for name in ("types_themes.csv", "types_familles.csv"):
        assert {row["type"] for row in rule_tables.read_rows(RULES, name)} == set(model.TYPES)


def test_families_of_categories_agree_with_their_perimeter(rules):
    for category in rules.categories.values():
        known = category.famille in model.FAMILLES and category.famille != "a_preciser"
        assert known == (category.perimetre == "ess")
        assert (category.famille == "a_preciser") == (category.perimetre == "a_trancher")
        assert (category.perimetre == "public") == (category.code[0] in "47")


@pytest.mark.shared
@pytest.mark.skipif(not NOMENCLATURE.exists(), reason="the nomenclatures of ../shared/data/raw are not here")
def test_every_published_category_is_in_the_table(rules):
    published = json.loads((NOMENCLATURE / "natures-juridiques-insee.json").read_text(encoding="utf-8"))
    assert set(rules.categories) == set(published)


def test_a_table_that_names_a_theme_that_does_not_exist_is_refused(tmp_path):
    folder = shutil.copytree(RULES, tmp_path / "regles")
    with (folder / "types_themes.csv").open("a", encoding="utf-8") as file:
        file.write("scop2;XXX;essai\n")
    with pytest.raises(SchemaError, match="XXX") as refused:
        rule_tables.load(folder)
    assert "scop2" in str(refused.value)


def test_a_missing_table_is_named(tmp_path):
    folder = shutil.copytree(RULES, tmp_path / "regles")
    (folder / "mots_familles.csv").unlink()
    with pytest.raises(SourceError, match="mots_familles"):
        rule_tables.load(folder)
