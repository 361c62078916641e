"""A reading line shows the territory, its references, its comparables, and says the same in words."""

from __future__ import annotations

import re

import pytest

from ess_map.charts import rows
from ess_map.charts.palette import CLAIR, SOMBRE
from ess_map.charts.reading_line import described, reading_line
from ess_map.indicators.page_model import Point, ReadingLine, Role
from ess_map.ui.style import ASSETS


def line(*, band=(3.2, 7.4), borrowed=False):
    own = Role.EMPRUNT if borrowed else Role.TERRITOIRE
    return ReadingLine(
        points=(
            Point(Role.COMPARABLE, "epci:244400404", "Nantes Métropole", 4.4, "4,4"),
            Point(Role.COMPARABLE, "epci:244900015", "CU Angers Loire Métropole", 8.0, "8,0"),
            Point(Role.REFERENCE, "departement:35", "Ille-et-Vilaine", 3.9, "3,9"),
            Point(own, "epci:243500139", "Rennes Métropole", 5.0, "5,0"),
        ),
        bande=band, unite="pour 100 000 habitants", note="", source="ASP", millesime="2021",
    )  # fmt: skip


def marks(specification):
    return [layer["mark"] for layer in specification["layer"]]


def texts(specification):
    return [layer["encoding"]["text"]["value"] for layer in specification["layer"] if "text" in layer["encoding"]]


@pytest.mark.parametrize(("mode", "colours"), [("clair", CLAIR), ("sombre", SOMBRE)])
def test_the_territory_alone_is_highlighted(mode, colours):
    drawn = marks(reading_line(line(), "Structures", mode))
    highlighted = [mark for mark in drawn if mark.get("color") == colours.surligneur]
    assert len(highlighted) == 1


def test_territory_and_reference_carry_their_name_and_value():
    assert texts(reading_line(line(), "Structures", "clair")) == ["Ille-et-Vilaine 3,9", "Rennes Métropole 5,0"]


def test_a_borrowed_value_is_a_hollow_ring_never_highlighted():
    drawn = marks(reading_line(line(borrowed=True, band=None), "Structures", "clair"))
    assert not [mark for mark in drawn if mark.get("color") == CLAIR.surligneur]
    assert [mark for mark in drawn if mark["type"] == "point" and mark["fill"] == CLAIR.papier]


def test_the_interval_is_drawn_only_when_there_is_one():
    assert [mark["type"] for mark in marks(reading_line(line(), "A", "clair"))].count("bar") == 1
    assert [mark["type"] for mark in marks(reading_line(line(band=None), "A", "clair"))].count("bar") == 0


def test_the_words_say_what_the_line_shows():
    said = described(line(), "Structures", "Rennes Métropole")
    assert "Rennes Métropole\u00a0: 5,0." in said
    assert "Ille-et-Vilaine\u00a0: 3,9." in said
    assert "de 3,2 à 7,4" in said
    assert "2 territoires comparables, de 4,4 à 8,0" in said


def test_the_words_say_when_the_value_is_that_of_a_wider_level():
    assert "Rennes Métropole\u00a0: sans donnée." in described(line(borrowed=True), "Structures", "Rennes Métropole")


def test_a_chart_is_saved_under_its_title():
    assert reading_line(line(), "Structures", "clair")["usermeta"]["embedOptions"] == {
        "actions": False,
        "downloadFileName": "Structures",
    }


def test_rows_show_each_modality_with_its_value():
    drawn = rows.rows((("Numérique", line()), ("Mobilité", line(band=None))), "Thèmes", "clair")
    values = [value for found in drawn["datasets"].values() for value in found if value["role"] == "territoire"]
    assert {value["rang"] for value in values} == {"Numérique", "Mobilité"}
    assert {value["valeur"] for value in values} == {"5,0"}


@pytest.mark.parametrize("name", ["encre", "gris", "papier", "filet", "surligneur", "repere", "semis", "bande"])
def test_colours_are_those_of_the_stylesheet(name):
    sheet = (ASSETS / "theme.css").read_text(encoding="utf-8")
    found = re.search(rf"--{name}: light-dark\((#\w+), (#\w+)\)", sheet)
    assert found is not None
    assert found.groups() == (getattr(CLAIR, name), getattr(SOMBRE, name))
