"""The table under a choropleth: the same territories, the same figures, the same choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from ess_map.maps.theme_answer import APART, source
from ess_map.typography import count, fr
from ess_map.ui.boundary import guarded
from ess_map.ui.markup import label

if TYPE_CHECKING:
    from streamlit.elements.arrow import DataframeStateInput

    from ess_map.maps.theme_answer import Answer

CHOSEN, TURN = "theme_choisi", "theme_tour"
"""Reference of the part that is chosen; a number that changes when the map, not the table, chose it."""
_PAGE = "theme_page"
_MOST_ROWS = 250
"""Rows sent at once: a table of five thousand weighs more than the map."""


def show(answers: list[Answer], *, height: int) -> None:
    """Draw the table of one or two maps; a line that is clicked is chosen on the maps."""
    table = rows(answers)
    listed = list(table.index)
    wanted = st.session_state.get(CHOSEN)
    place = listed.index(wanted) if wanted in listed else None
    page = _page(len(table), place)
    shown = table.iloc[page * _MOST_ROWS : (page + 1) * _MOST_ROWS]
    here = place is not None and place // _MOST_ROWS == page
    marked: DataframeStateInput | None = (
        {"selection": {"rows": [place - page * _MOST_ROWS]}} if place is not None and here else None
    )
    key = f"theme_table_{st.session_state.get(TURN, 0)}_{page}"
    refs = list(shown.index)

    def chosen() -> None:
        found = st.session_state[key].selection.rows
        st.session_state[CHOSEN] = refs[found[0]] if found and found[0] < len(refs) else ""

    st.dataframe(
        shown, key=key, height=height, hide_index=True, on_select=guarded(chosen), selection_mode="single-row", placeholder="–",
        selection_default=marked,
        column_config=_columns(answers), alt=fr(f"Tableau : {answers[0].titre}, {count(len(table), 'territoire')}."),
    )  # fmt: skip
    for found in {answer.titre: answer for answer in answers}.values():
        st.caption(label(fr(f"{found.titre} : {source(found)}")))


def _page(total: int, place: int | None) -> int:
    last = (total - 1) // _MOST_ROWS
    if not last:
        return 0
    turn = st.session_state.get(TURN, 0)
    key = f"{_PAGE}_{turn}"
    asked = st.number_input("Page du tableau", 1, last + 1, value=1 + (place // _MOST_ROWS if place is not None else 0), key=key)
    return min(int(asked) - 1, last)


def rows(answers: list[Answer]) -> pd.DataFrame:
    """
    Lay the rows of one or two maps side by side, the highest value of the first one on top, what has none at the end.

    Returns
    -------
    table
        Indexed by reference; « Territoire », then for each map its value, its class in words and its counts, then the population.
    """
    first = answers[0].table
    order = (
        first["valeur"]
        .where(~first["marque"].isin(["s", "n"]))
        .sort_values(ascending=False, kind="stable", na_position="last")
        .index
    )
    columns: dict[str, pd.Series] = {"Territoire": first["nom"]}
    for side, found in enumerate(answers):
        end = "" if not side else " (2)"
        table, marks = found.table, found.table["marque"]
        hidden = marks.isin(["s", "n"])
        columns[f"Valeur{end}"] = table["valeur"].where(~hidden).round(found.indicator.decimales)
        columns[f"Classe{end}"] = marks.map(_said(found))
        columns[f"Compte{end}"] = table["numerateur"].where(~hidden)
        columns[f"Total{end}"] = table["denominateur"].where(~hidden)
    columns["Population"] = first["population"]
    laid: pd.DataFrame = pd.DataFrame(columns).loc[order].dropna(axis="columns", how="all")
    return laid


def _said(found: Answer) -> dict[str, str]:
    said = {str(i): fr(words) for i, words in enumerate(found.classes.libelles)}
    return said | {chr(ord("A") + int(i)): f"{words} (fragile)" for i, words in said.items()} | APART


def _columns(answers: list[Answer]) -> dict[str, Any]:
    config: dict[str, Any] = {"Territoire": st.column_config.TextColumn(pinned=True)}
    for side, found in enumerate(answers):
        end = "" if not side else " (2)"
        config[f"Valeur{end}"] = st.column_config.NumberColumn(
            f"Valeur{end}", help=fr(f"{found.titre} ({found.indicator.unite})"), format="localized"
        )
        for name in ("Compte", "Total"):
            config[f"{name}{end}"] = st.column_config.NumberColumn(format="localized")
    return config | {"Population": st.column_config.NumberColumn(format="localized")}
