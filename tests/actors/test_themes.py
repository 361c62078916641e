"""Themes are read in documented tables, and every activity has a line there."""

import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.actors import model
from ess_map.actors import rules as rule_tables
from ess_map.actors.names import fold
from ess_map.actors.themes import themes, types_of_name

RULES = Path(__file__).resolve().parents[2] / "data" / rule_tables.FOLDER
NOMENCLATURE = Path(__file__).resolve().parents[3] / "shared/data/raw/nomenclatures"


def found(rules, *, nafs=(), types=(), nom=""):
    return themes(rules, nafs=nafs, types=types, noms=[fold(nom)])


@pytest.mark.parametrize(
    ("naf", "expected"),
    [
        ("88.91A", ["SOC"]), ("94.99Z", ["CIT"]), ("85.59A", ["FOR"]), ("90.01Z", ["CUL"]), ("93.12Z", ["SPO"]), ("38.11Z", ["DEC"]),
        ("35.11Z", ["ENV"]), ("01.13Z", ["AGR"]), ("56.29A", ["AGR"]), ("62.01Z", ["NUM"]), ("47.79Z", ["DEC", "COM"]), ("49.32Z", ["MOB"]),
        ("55.90Z", ["LOG"]), ("68.20A", ["LOG"]), ("78.30Z", ["ECO"]), ("81.30Z", ["ENV"]), ("64.20Z", []), ("87.90B", ["SOC", "LOG"]),
    ],
)  # fmt: skip
def test_an_activity_has_its_themes(rules, naf, expected):
    assert list(found(rules, nafs=[naf])) == expected


def test_themes_say_how_they_are_known_and_come_in_the_order_of_the_list(rules):
    answer = found(rules, nafs=["94.99Z"], types=["aci", "regie_quartier"], nom="THEATRE")
    assert answer == {"ECO": ("type",), "CIT": ("naf", "type")}
    assert list(answer) == [code for code in model.THEMES if code in answer]


@pytest.mark.parametrize(
    ("nom", "expected"),
    [
        ("THÉÂTRE DES DEUX RIVES", ["CUL"]), ("RACING CLUB FOOTBALL", ["SPO"]), ("CRÈCHE LES LUTINS", ["SOC"]), ("Atelier vélo", ["MOB"]),
        ("LES JARDINS PARTAGÉS", ["ENV"]), ("V3M", []), ("TEMPOH", []), ("Jardin d’enfants", ["SOC"]), ("Ligue de l’enseignement", ["CIT", "FOR"]),
    ],
)  # fmt: skip
def test_a_name_is_read_only_when_nothing_else_speaks(rules, nom, expected):
    answer = found(rules, nom=nom)
    assert list(answer) == expected
    assert set(answer.values()) <= {("nom",)}
    assert list(found(rules, nafs=["94.99Z"], nom=nom)) == ["CIT"]


@pytest.mark.parametrize(
    ("nom", "expected"),
    [
        ("MJC de Rodez", ["mjc"]),
        ("Régie de Quartiers Impulsion", ["regie_quartier"]),
        ("FAB LAB du Centre social", ["fablab", "centre_social"]),
        ("EMMAUS", []),
    ],
)
def test_a_name_states_its_type(rules, nom, expected):
    assert sorted(types_of_name(rules, [fold(nom)])) == sorted(expected)


def test_every_activity_of_the_nomenclature_has_a_line_with_its_reason():
    rows = rule_tables.read_rows(RULES, "naf_themes.csv")
    assert len(rows) == len({row["naf"] for row in rows}) == 732
    assert all(re.fullmatch(r"\d{2}\.\d{2}[A-Z]", row["naf"]) and row["libelle"] and row["raison"] for row in rows)


@pytest.mark.shared
@pytest.mark.skipif(not NOMENCLATURE.exists(), reason="the nomenclatures of ../shared/data/raw are not here")
def test_the_table_is_that_of_the_nomenclature():
    published = pd.read_csv(NOMENCLATURE / "naf-rev2.csv", dtype=str)["code"]
    assert sorted(published) == sorted(row["naf"] for row in rule_tables.read_rows(RULES, "naf_themes.csv"))


@given(st.text(max_size=80))
def test_any_name_gives_themes_of_the_list(rules, nom):
    assert set(found(rules, nom=nom)) <= set(model.THEMES)
