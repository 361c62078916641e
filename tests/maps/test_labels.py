"""Words that name an actor: short, literal, without markup of ours."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from ess_map.actors.model import FAMILLES, PRECISIONS
from ess_map.maps.labels import LONGEST_NAME, label, names, shortened


@dataclass
class Table:
    """The part of a register that labels read."""

    frame: pd.DataFrame


def table(**changes):
    row = {
        "nom": "La Fabrique", "famille": "cooperative", "themes": "ECO|NUM", "commune": "Rennes", "precision_position": "adresse",
        "registre": "principal",
    }  # fmt: skip
    return Table(pd.DataFrame([row | changes]))


@given(st.text(max_size=400))
def test_a_name_is_itself_or_its_beginning(text):
    cut = shortened(text)
    assert len(cut) <= LONGEST_NAME
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


def test_a_label_says_family_themes_and_commune():
    assert label(table(), 0) == {
        "nom": "La Fabrique",
        "famille": 1,
        "lignes": ["Coopérative", "Emploi et insertion, Numérique", "Rennes"],
    }


def test_a_position_that_is_only_a_centre_says_so():
    assert label(table(precision_position="commune"), 0)["lignes"][-1] == "Rennes (centre de la commune)"


def test_an_actor_of_the_complementary_register_is_to_be_checked():
    assert label(table(registre="complement"), 0)["lignes"][-1] == "Registre complémentaire, à vérifier"


def test_what_is_unknown_takes_no_line():
    lines = label(table(themes="", commune="", precision_position="inconnue"), 0)["lignes"]
    assert lines == ["Coopérative"]


def test_names_come_in_the_order_asked(register):
    rows = [40, 3, 17]
    found = names(register, rows)["acteurs"]
    assert [actor["row"] for actor in found] == rows
    assert [actor["nom"] for actor in found] == [shortened(register.frame["nom"].iloc[row]) for row in rows]


def test_every_actor_has_a_label(register):
    step = len(register) // 300
    for row in range(0, len(register), step):
        told = label(register, row)
        assert told["nom"]
        assert list(FAMILLES)[told["famille"]] == register.frame["famille"].iloc[row]
        assert all(told["lignes"])
    assert set(register.frame["precision_position"]) <= set(PRECISIONS)
