"""The projector: one question, three figures, the map and its legend, nothing to scroll."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from ess_map.actors import model
from ess_map.actors.portrait import portrait, totals
from ess_map.territories.model import FRANCE, Niveau
from ess_map.typography import count, fr, number
from ess_map.ui import messages
from ess_map.ui.components import filters, map_panel
from ess_map.ui.components.place_words import shown_name
from ess_map.ui.components.register_words import freshness
from ess_map.ui.markup import esc, link
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.actors.codes import IntArray
    from ess_map.territories.model import Territory
    from ess_map.ui.selection_state import Choice

_HEIGHT = 860


def show(choice: Choice, territory: Territory | None, rows: IntArray, chosen: int) -> None:
    """Draw the projected map."""
    name = messages.FRANCE_ENTIERE if territory is None else shown_name(territory, choice.selection.nom)
    leave = link(messages.QUITTER_PROJECTION, "carte", replace(choice.selection, projection=False).params(), css="bouton nu")
    st.html(f'<div class="tete"><h1 class="titre"><span>{esc(name)}</span></h1>{leave}</div>')
    left, right = st.columns([2.9, 1], gap="medium")
    with left:
        map_panel.show(choice, territory, chosen, height=_HEIGHT)
    with right, st.container(key="message", gap=None):
        _message(territory, rows, filters.said(choice.selection))


def _message(territory: Territory | None, rows: IntArray, kept: list[str]) -> None:
    """Draw the question, its figures and what is missing; the count of actors has the name that it has on every page."""
    st.html(f'<div class="projete"><h2 class="q">{esc(messages.OU_SONT_ILS)}</h2></div>')
    with st.container(key="compteur"):
        st.html(f'<div class="projete"><p role="status">{_counted(rows, kept)}</p></div>')
    figures = "".join(_unfiltered(territory) if kept else _where(territory) if len(rows) else _above(territory))
    fresh = fr(f"{messages.REGISTRE_PARTIEL} {freshness(None if territory is None else territory.ref)}.")
    st.html(f'<div class="projete">{figures}<h2 class="q">{esc(messages.QUI_MANQUE)}</h2><p class="note">{esc(fresh)}</p></div>')


def _counted(rows: IntArray, kept: list[str]) -> str:
    if kept:
        said = fr(f"selon les filtres : {', '.join(kept)}")
        return f"<b>{esc(messages.actors(len(rows)))}</b>{esc(said)}"
    if not len(rows):
        return f"<b>{messages.AUCUN_RECENSE}</b>{messages.A_VERIFIER}"
    placed = int(np.count_nonzero(resources().register.placed[rows]))
    return f"<b>{esc(messages.actors(len(rows)))}</b>{esc(messages.where_placed(precise(rows), placed, len(rows)))}"


def precise(rows: IntArray) -> int:
    """Count the rows placed at their address or in their street."""
    codes = [position for position, name in enumerate(model.PRECISIONS) if name in ("adresse", "rue")]
    return int(np.count_nonzero(np.isin(resources().register.codes.precision[rows], codes)))


def _above(territory: Territory | None) -> list[str]:
    """Where the register is silent, give the count of the smallest territory around that has some: its intercommunalité first."""
    known = resources()
    above = [] if territory is None else [ref for ref in territory.parents if ref.niveau is not Niveau.ZONE_EMPLOI]
    found = [(ref, total) for ref, total in totals(known.register, known.atlas, above).items() if total][:1]
    return [
        f"<p><b>{esc(messages.actors(total))}</b>{esc(fr(f'{messages.NIVEAUX[ref.niveau]} : {known.atlas.get(ref).nom}'))}</p>"
        for ref, total in found
    ]


def _unfiltered(territory: Territory | None) -> list[str]:
    """Give what the filters leave out of sight: a filtered count must not pass for the register's."""
    known = resources()
    seen = portrait(known.register, known.atlas, FRANCE if territory is None else territory.ref)
    return [f"<p><b>{esc(messages.actors(seen.total))}</b>{esc(fr('au registre, tous filtres retirés'))}</p>"]


def _where(territory: Territory | None) -> list[str]:
    known = resources()
    seen = portrait(known.register, known.atlas, FRANCE if territory is None else territory.ref)
    if seen.communes > 1:
        empty = f"{count(len(seen.communes_sans), 'commune')} sur {number(seen.communes)}"
        lines = [f"<p><b>{esc(empty)}</b>{esc(messages.SANS_ACTEUR)}</p>"]
        if seen.habitants_sans is not None:
            lines.append(f"<p><b>{number(seen.habitants_sans)}</b>{messages.Y_VIVENT}</p>")
        return lines
    families = sorted(((n, code) for code, n in seen.familles.items() if n), reverse=True)[:2]
    words = model.FAMILLES_PLURIEL | {"a_preciser": messages.FAMILLE_RESTE_A_PRECISER}
    return [f"<p><b>{number(n)}</b>{esc(words[code][:1].lower() + words[code][1:])}</p>" for n, code in families]
