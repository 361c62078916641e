"""The filter bar: each value with its live count, the chosen ones as chips that can be taken off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors import model
from ess_map.actors.selection import FACETS, Circle, Selection
from ess_map.typography import fr, number
from ess_map.ui import messages
from ess_map.ui.boundary import guarded
from ess_map.ui.components import panel
from ess_map.ui.components.register_words import known_cards
from ess_map.ui.markup import esc, label, link, plain
from ess_map.ui.selection_state import Choice, align, change, current, write
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

Counts = dict[str, dict[str, int]]

SIGNS = {
    "association": ":blue[●]",
    "cooperative": ":orange[■]",
    "mutuelle": ":green[✚]",
    "fondation": ":violet[▲]",
    "societe_commerciale_ess": "◆",
    "a_preciser": ":gray[○]",
}
"""Family -> its sign in a pill, which cannot hold a drawn shape."""

TITLES = {
    "famille": messages.FAMILLE,
    "theme": messages.THEME,
    "type": messages.TYPE,
    "label": messages.LABEL,
    "effectif": messages.EFFECTIF,
    "source": messages.SOURCE,
    "zonage": messages.ZONAGE,
}
_MORE = ("label", "effectif", "source", "zonage")
_WIDTH = 440
_SHOWN = 60
"""Characters of a value in a chip."""


def words(facet: str) -> Mapping[str, str]:
    """Give the French words of a facet: value -> label."""
    lists: dict[str, Mapping[str, str]] = {
        "famille": model.FAMILLES_PLURIEL,
        "theme": model.THEMES,
        "type": model.TYPES,
        "label": model.LABELS,
        "effectif": model.EFFECTIFS,
        "zonage": model.ZONAGES,
    }
    return lists[facet] if facet in lists else _source_titles()


def _source_titles() -> Mapping[str, str]:
    cards = known_cards()
    return {name: cards[name].titre if name in cards else name for name in (*cards, *resources().register.sources)}


def show(choice: Choice, counts: Counts) -> None:
    """Draw the bar and, under it, what is being filtered."""
    selection = choice.selection
    with st.container(key="filtres", horizontal=True, vertical_alignment="bottom", gap="small"):
        with st.container(key="filtre_famille", width="content"):
            _pills("famille", selection, counts, signs=True)
        _panel("theme", selection, counts)
        _panel("type", selection, counts)
        _more(selection, counts)
        with st.container(key="filtre_texte", width=260):
            _text(selection)
        st.button(
            messages.EFFACER, key="effacer_filtres", type="tertiary", icon=":material/close:", disabled=not filtered(selection),
            on_click=guarded(clear),
        )  # fmt: skip
    chips = removable(choice)
    with st.container(key="puces"):  # always there: what follows must not move, or the map would be mounted again
        if chips:
            st.html(f'<div class="puces"><span>{messages.FILTRES_EN_COURS}</span>{"".join(chips)}</div>')


def filtered(selection: Selection) -> bool:
    """Tell whether anything but the territory narrows, or widens, the list."""
    return selection != cleared(selection)


def cleared(selection: Selection) -> Selection:
    """Give the same view of the same territory without any filter."""
    empty: dict[str, tuple[str, ...]] = dict.fromkeys(FACETS.values(), ())
    return replace(selection, **empty, q="", zone=None, complement=False)  # type: ignore[arg-type]


def clear() -> None:
    """Take every filter off."""
    choice = current()
    write(cleared(choice.selection).params() | replace(choice.reading, page=0).params())


def removable(choice: Choice) -> list[str]:
    """Give one chip a value chosen, a link to the same view without it."""
    selection, chips = choice.selection, []
    for facet, field in FACETS.items():
        known = words(facet)
        for value in getattr(selection, field):
            rest = tuple(kept for kept in getattr(selection, field) if kept != value)
            chips.append(_chip(TITLES[facet], known.get(value, value), choice.params(**{field: rest})))
    if selection.q:
        chips.append(_chip(messages.RECHERCHER, selection.q, choice.params(q="")))
    if selection.zone is not None:
        what = _radius(selection.zone) if isinstance(selection.zone, Circle) else messages.ZONE_POLYGONE
        chips.append(_chip(messages.ZONE, what, choice.params(zone=None)))
    if selection.complement:
        chips.append(_chip(messages.COMPLEMENT, messages.COMPLEMENT_AJOUTE, choice.params(complement=False)))
    return chips


def said(selection: Selection) -> list[str]:
    """Name in plain words what narrows, or widens, the list: for a screen without chips."""
    values = [words(facet).get(value, value) for facet, field in FACETS.items() for value in getattr(selection, field)]
    if selection.q:
        values.append(f"«\u00a0{plain(selection.q, _SHOWN)}\u00a0»")
    if selection.zone is not None:
        values.append(_radius(selection.zone) if isinstance(selection.zone, Circle) else messages.ZONE_POLYGONE)
    return values + ([messages.COMPLEMENT_AJOUTE] if selection.complement else [])


def _radius(circle: Circle) -> str:
    return f"{number(circle.metres / 1000, 0 if circle.metres % 1000 == 0 else 1)} km autour d’un point"


def _chip(title: str, value: str, params: Mapping[str, str]) -> str:
    text = f'<span class="sr">Retirer {esc(title)}\u00a0: </span>{esc(value, _SHOWN)}'
    return link(text, "carte", params, css="puce")


def _panel(facet: str, selection: Selection, counts: Counts) -> None:
    panel.show(_title(facet, selection), lambda: _pills(facet, selection, counts), key=f"filtre_{facet}", width=_WIDTH)


def _title(facet: str, selection: Selection) -> str:
    chosen = len(getattr(selection, FACETS[facet]))
    return f"{TITLES[facet]} ({chosen})" if chosen else TITLES[facet]


def _more(selection: Selection, counts: Counts) -> None:
    active = sum(bool(getattr(selection, FACETS[facet])) for facet in _MORE) + selection.complement
    title = f"{messages.PLUS_DE_FILTRES} ({active})" if active else messages.PLUS_DE_FILTRES
    panel.show(title, lambda: _others(selection, counts), key="filtre_plus", width=_WIDTH)


def _others(selection: Selection, counts: Counts) -> None:
    for facet in _MORE:
        _pills(facet, selection, counts)
    align("_complement", selection.complement)
    st.toggle(messages.AJOUTER_COMPLEMENT, key="_complement", help=messages.AIDE_COMPLEMENT, on_change=guarded(_toggled))


def _toggled() -> None:
    change(complement=bool(st.session_state["_complement"]))


def _pills(facet: str, selection: Selection, counts: Counts, *, signs: bool = False) -> None:
    known, chosen = words(facet), getattr(selection, FACETS[facet])
    options = [value for value, total in counts[facet].items() if total or value in chosen]
    if not options:
        st.html(f'<p class="note">{esc(fr(messages.AUCUN_CHOIX.format(facette=TITLES[facet].lower())))}</p>')
        return
    key = f"_{facet}"
    # Written even when it is the same: the browser knows an option by its label, and a count that changes loses it.
    st.session_state[key] = [value for value in options if value in chosen]
    tally = {value: number(counts[facet][value]) for value in options}
    st.pills(
        TITLES[facet], options, selection_mode="multi", key=key, wrap=True, on_change=guarded(_picked), args=(facet,),
        format_func=lambda value: f"{SIGNS[value] + ' ' if signs else ''}{label(known.get(value, value))} {tally.get(value, '')}",
    )  # fmt: skip


def _picked(facet: str) -> None:
    change(**{FACETS[facet]: tuple(st.session_state[f"_{facet}"] or ())})


def _text(selection: Selection) -> None:
    typed = st.session_state.get("_texte", "")
    if replace(selection, q=typed or "").q != selection.q:
        st.session_state["_texte"] = selection.q
    st.text_input(
        messages.RECHERCHER, key="_texte", type="search", live="400ms",
        placeholder=messages.RECHERCHER_EXEMPLE, on_change=guarded(_typed),
    )  # fmt: skip


def _typed() -> None:
    change(q=st.session_state["_texte"] or "")
