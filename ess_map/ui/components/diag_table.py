"""The table behind a figure: what its line shows, what it means, where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.typography import fr, number
from ess_map.ui import diagnosis_messages as messages
from ess_map.ui.components.diag_words import none_or_number
from ess_map.ui.markup import esc

if TYPE_CHECKING:
    from ess_map.indicators.page_model import Bloc, Figure, Table

_FIGURE_COLUMNS = ("rôle", "nom", "valeur", "unité", "millésime")
_BLOC_COLUMNS = ("modalité", "valeur", "unité", "référence", "écart", "verdict", "fiabilité")


def of_figure(figure: Figure) -> None:
    """Draw the rows of a figure, then what must be known to read them."""
    decimals = figure.valeur.indicateur.decimales
    facts = [
        (messages.DEFINITION, figure.definition),
        (messages.REGLE, f"{figure.fiabilite_mots}. {figure.fiabilite_regle}"),
        (messages.SOURCES, figure.source),
        (messages.MILLESIME, figure.millesime),
    ]
    if figure.ligne is not None and figure.ligne.note:
        facts.append((messages.PRECISION, figure.ligne.note))
    st.html(_html(figure.tableau, _FIGURE_COLUMNS, decimals) + _facts(facts))


def of_bloc(bloc: Bloc) -> None:
    """Draw the rows of a block, one a modality."""
    first = bloc.figures[0]
    facts = [
        (messages.DEFINITION, first.definition),
        (messages.REGLE, first.fiabilite_regle),
        (messages.SOURCES, bloc.tableau.source),
        (messages.MILLESIME, bloc.tableau.millesime),
    ]
    st.html(_html(bloc.tableau, _BLOC_COLUMNS, first.valeur.indicateur.decimales) + _facts(facts))


def counts(bloc: Bloc) -> str:
    """Give the modalities as a list of counts, where there are too few for a chart."""
    lines = "".join(
        f'<tr><th scope="row">{esc(figure.libelle_modalite)}</th><td>{esc(f"{none_or_number(figure)} {figure.unite}")}</td></tr>'
        for figure in bloc.figures
        if figure.valeur.valeur is not None or figure.valeur.secret
    )
    return f'<table class="simple"><tbody>{lines}</tbody></table>'


def _html(table: Table, kept: tuple[str, ...], decimals: int) -> str:
    places = [table.colonnes.index(name) for name in kept]
    head = "".join(f'<th scope="col"{_side(name)}>{esc(name.capitalize())}</th>' for name in kept)
    body = "".join(
        f"<tr>{''.join(_cell(name, row[place], decimals) for name, place in zip(kept, places, strict=True))}</tr>"
        for row in table.lignes
    )
    return (
        f'<div class="large"><table class="simple"><caption>{esc(table.titre)}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _side(name: str) -> str:
    return ' class="n"' if name in ("valeur", "référence", "écart") else ""


def _cell(name: str, value: str | float | None, decimals: int) -> str:
    if name in ("valeur", "référence", "écart"):
        shown = "–" if value is None else number(float(value), decimals, signed=name == "écart")
        return f'<td class="n">{esc(shown)}</td>'
    return f"<td>{esc(fr(str(value or '')))}</td>"


def _facts(facts: list[tuple[str, str]]) -> str:
    return f'<dl class="faits">{"".join(f"<div><dt>{esc(name)}</dt><dd>{esc(text)}</dd></div>" for name, text in facts if text)}</dl>'
