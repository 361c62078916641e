"""The table that says what the map shows: same rows, same order as the exports, real HTML, a link a row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import streamlit as st

from ess_map.actors import model
from ess_map.typography import NON_PRECISE, count, fr, month, number
from ess_map.ui import messages
from ess_map.ui.components.register_words import known_cards
from ess_map.ui.list_order import PAGE, page_of, pages
from ess_map.ui.markup import esc, href, isolated, link
from ess_map.ui.selection_state import Choice, Reading
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ess_map.actors.codes import IntArray

COLUMNS = {"nom": "Nom", "famille": "Famille", "theme": "Thèmes", "commune": "Commune", "source": "Source"}
_READ = (
    "identifiant", "nom", "famille", "types", "themes", "commune", "adresse", "precision_position", "source", "date_source", "registre",
)  # fmt: skip
_NAME = 110
"""Characters of a name in the list; the sheet gives it whole."""
_TITLE = 56


def show(choice: Choice, rows: IntArray, chosen: int, *, complete: bool) -> None:
    """
    Draw one page of the list.

    Parameters
    ----------
    choice
        What the address says.
    rows
        Rows of the register, in the order of the list.
    chosen
        Row of the chosen actor, -1 without one: its page is shown unless another was asked for.
    complete
        Say everything the map says (address, precision), for those who read the list instead of the map.
    """
    last = pages(len(rows))
    page = min(choice.reading.page or page_of(rows, chosen), last)
    shown = rows[(page - 1) * PAGE : page * PAGE]
    head = "".join(_heading(choice, name) for name in COLUMNS)
    body = "".join(_lines(choice, shown, chosen, complete=complete))
    st.html(
        f'<table class="acteurs{" complet" if complete else ""}"><caption>{_caption(choice.reading, page, len(shown), len(rows))}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{_pager(choice, page, last)}"
    )


def _caption(reading: Reading, page: int, shown: int, total: int) -> str:
    first = (page - 1) * PAGE + 1
    order = f"par {COLUMNS[reading.tri].lower()}" + (", ordre inverse" if reading.decroissant else "")
    part = "" if shown == total else f", de {number(first)} à {number(first + shown - 1)}"
    return esc(fr(f"{messages.actors(total)}{part}, {order}. {messages.MEME_LISTE}"))


def _heading(choice: Choice, name: str) -> str:
    reading = choice.reading
    here = reading.tri == name
    sort = ("descending" if reading.decroissant else "ascending") if here else "none"
    turned = Reading(name, decroissant=here and not reading.decroissant)
    target = link(COLUMNS[name], "carte", choice.selection.params() | turned.params())
    return f'<th scope="col" aria-sort="{sort}">{target}</th>'


def _lines(choice: Choice, shown: IntArray, chosen: int, *, complete: bool) -> Iterator[str]:
    base = choice.params(acteur="")
    records = cast("list[dict[str, str]]", resources().register.frame.take(shown)[list(_READ)].to_dict("records"))
    for row, actor in zip(shown, records, strict=True):
        target = href("carte", base | {"acteur": actor["identifiant"]}, "fiche")
        mark = ' class="choisi" aria-current="true"' if row == chosen else ""
        yield (
            f'<tr{mark}><th scope="row"><a href="{target}">{isolated(actor["nom"], _NAME)}</a>{_activity(actor)}</th>'
            f'<td class="g-{actor["famille"]}">{model.FAMILLES[actor["famille"]]}</td><td>{_words(actor["themes"], model.THEMES)}</td>'
            f"<td>{esc(actor['commune'] or NON_PRECISE)}{_place(actor) if complete else ''}</td><td>{_sources(actor)}</td></tr>"
        )


def _words(codes: str, known: Mapping[str, str]) -> str:
    return esc(", ".join(known.get(code, code) for code in codes.split("|") if code) or NON_PRECISE)


def _sources(actor: Mapping[str, str]) -> str:
    cards = known_cards()
    titles = [cards[code].titre if code in cards else code for code in actor["source"].split("|")]
    more = f" et {count(len(titles) - 1, 'autre')}" if len(titles) > 1 else ""
    return f"{esc(titles[0], _TITLE)}{more}, {esc(month(actor['date_source'].partition('|')[0]))}"


def _activity(actor: Mapping[str, str]) -> str:
    types = esc(", ".join(model.TYPES.get(code, code) for code in actor["types"].split("|") if code), 80)
    if actor["registre"] == "complement":
        types += f' <span class="etq douteux">{messages.A_VERIFIER_COURT}</span>'
    return f"<small>{types}</small>" if types else ""


def _place(actor: Mapping[str, str]) -> str:
    address = f"{isolated(actor['adresse'], 90)}<br>" if actor["adresse"] else ""
    precision = model.PRECISIONS.get(actor["precision_position"], NON_PRECISE)
    return f"<small>{address}Position\u00a0: {esc(precision)}</small>"


def _pager(choice: Choice, page: int, last: int) -> str:
    if last == 1:
        return ""
    steps = [("Première page", 1), ("Page précédente", page - 1), ("Page suivante", page + 1), ("Dernière page", last)]
    links = "".join(
        link(words, "carte", _page_params(choice, target), anchor="liste")
        for words, target in steps
        if 1 <= target <= last and target != page
    )
    return f'<nav class="pages" aria-label="Pages de la liste"><span>Page {number(page)} sur {number(last)}</span>{links}</nav>'


def _page_params(choice: Choice, page: int) -> dict[str, str]:
    return choice.selection.params() | replace(choice.reading, page=page).params()
