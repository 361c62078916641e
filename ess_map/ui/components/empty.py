"""Nothing to show: says why, and offers the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors import model
from ess_map.actors.portrait import portrait, totals
from ess_map.territories.model import Niveau
from ess_map.typography import fr
from ess_map.ui import messages
from ess_map.ui.markup import esc, link
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.territories.model import Territory, TerritoryRef
    from ess_map.ui.selection_state import Choice

_NEIGHBOURS = 5


def show(title: str, sentence: str, ways_out_html: Sequence[str] = ()) -> None:
    """Draw the dashed frame; ways out are links, HTML already escaped."""
    items = "".join(f"<li>{way}</li>" for way in ways_out_html)
    ways = f"<ul>{items}</ul>" if items else ""
    st.html(f'<div class="vide"><h2 class="inter">{esc(title)}</h2><p>{esc(sentence)}</p>{ways}</div>')


def ways_out(choice: Choice, territory: Territory, page: str) -> list[str]:
    """
    Lead out of a territory without actor: its parents and its neighbours that have some, the complementary list.

    The last way says how to add a register.
    """
    known = resources()
    near = known.atlas.neighbours(territory.ref, limit=_NEIGHBOURS)
    above = [ref for ref in territory.parents if ref.niveau is not Niveau.ZONE_EMPLOI]  # which bears the name of a commune
    counts = totals(known.register, known.atlas, (*above, *near))
    ways = [_place(choice, ref, total, page) for ref, total in counts.items() if total]
    waiting = portrait(known.register, known.atlas, territory.ref).complement
    if waiting and not choice.selection.complement:
        words = messages.associations_to_check(waiting)
        ways.append(link(esc(words), "carte", choice.params(complement=True, labels=(model.TO_CHECK,))))
    ways.append(link(esc(messages.AJOUTER_UN_REGISTRE), "donnees", choice.territory_params()))
    return ways


def _place(choice: Choice, ref: TerritoryRef, total: int, page: str) -> str:
    name = fr(resources().atlas.get(ref).nom)
    return f"{link(esc(name), page, choice.params(territoire=ref, nom='', zone=None, acteur=''))}, {esc(messages.actors(total))}"
