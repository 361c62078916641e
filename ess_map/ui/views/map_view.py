"""
Page Carte: filters, map, sheet and list, kept in step by the address. A filter reruns this fragment, not the page.

What stands above the map is always the same number of blocks: a block that comes or goes would move the map in the page,
and a map that moves is mounted again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from ess_map.actors import model, query
from ess_map.actors.zone import MAX_RADIUS_M, Circle
from ess_map.errors import EssMapError
from ess_map.maps.view import FONDS
from ess_map.typography import fr, listing, number
from ess_map.ui import messages
from ess_map.ui.boundary import guarded
from ess_map.ui.components import (
    actor_table,
    composer,
    context_bar,
    empty,
    exporter,
    filters,
    map_panel,
    panel,
    perimeter,
    projector,
    sheet,
)
from ess_map.ui.components.place_words import shown_name
from ess_map.ui.list_order import nearest, ordered
from ess_map.ui.markup import esc, link
from ess_map.ui.selection_state import Choice, align, change, current
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.actors.codes import IntArray
    from ess_map.territories.model import Territory

PATH = "carte"
_HEIGHT = 680
_NEAR = 4


@dataclass(frozen=True)
class Scene:
    """What this page shows for one address."""

    choice: Choice
    territory: Territory | None
    rows: IntArray
    """Rows of the register kept by the filters, in the order of the list."""
    chosen: int
    """Row of the chosen actor, -1 without one."""

    @property
    def name(self) -> str:
        """Name of the territory, empty for the whole country."""
        return "" if self.territory is None else shown_name(self.territory, self.choice.selection.nom)

    @property
    def to_check(self) -> int:
        """How many rows only the complementary register knows."""
        return int(np.count_nonzero(resources().register.codes.complement[self.rows]))

    @cached_property
    def in_list(self) -> bool:
        """Tell whether the filters keep the chosen actor."""
        return bool(np.any(self.rows == self.chosen))


def show() -> None:
    """Draw the page."""
    _page()


def scene() -> Scene:
    """Read the address and query the register."""
    known, choice = resources(), current()
    selection = choice.selection
    territory = None if selection.territoire is None else known.atlas.get(selection.territoire)
    kept = query.mask(known.register, known.atlas, selection)
    rows = ordered(known.register, kept, choice.reading.tri, decroissant=choice.reading.decroissant)
    row = known.register.row_of(selection.acteur) if selection.acteur else None
    return Scene(choice, territory, rows, -1 if row is None else row)


@st.fragment
@guarded
def _page() -> None:
    try:
        now = scene()
    except EssMapError:
        _bar_alone(current())  # another territory may be chosen, another page opened
        raise
    selection = now.choice.selection
    if selection.projection:
        projector.show(now.choice, now.territory, now.rows, now.chosen)
        return
    context_bar.show(now.choice, now.name, len(now.rows), page=PATH, to_check=now.to_check)
    perimeter.notices((*now.choice.notices, *(now.territory.notices if now.territory else ())))
    st.html(f'<h1 class="titre sr">Carte des acteurs, {esc(now.name or messages.FRANCE_ENTIERE)}</h1>')
    filters.show(now.choice, query.counts(resources().register, resources().atlas, selection))
    composer.banner(now.territory)
    listed = selection.vue == "liste"
    left, right = st.columns([2.25, 1], gap="medium")
    with left:
        _map(now, listed=listed)
        if listed:
            _foot(now)
            _list(now, complete=True)
    with right:
        _actor(now)
    if not listed:
        _foot(now)
        _list(now, complete=False)


def _bar_alone(choice: Choice) -> None:
    ref = choice.selection.territoire
    context_bar.show(choice, "" if ref is None else shown_name(resources().atlas.get(ref), choice.selection.nom), None, page=PATH)


def _map(now: Scene, *, listed: bool) -> None:
    """Draw the map; in the list view it stays mounted, out of sight and out of reach, so that coming back costs nothing."""
    with st.container(key="resume"):
        # The stylesheet reads the mark: the map that follows keeps its size, out of sight and of the keyboard's way.
        st.html(f'<p class="sr{" masque" if listed else ""}">{esc(summary(now))}</p>')
    map_panel.show(now.choice, now.territory, now.chosen, height=_HEIGHT)


def summary(now: Scene) -> str:
    """Say the map in words, for those who do not see it."""
    families = np.bincount(resources().register.codes.famille[now.rows], minlength=256)
    said = [
        f"{number(int(total))} {model.FAMILLES_PLURIEL[code].lower()}" if total > 1 else f"1 {model.FAMILLES[code].lower()}"
        for code, total in zip(model.FAMILLES, families, strict=False)
        if total
    ]
    parts = f", dont {listing(said)}" if said else ""
    return fr(
        f"Carte de {now.name or 'la France'} : {messages.actors(len(now.rows))}{parts}. La liste qui suit la carte donne les mêmes acteurs."
    )


def _foot(now: Scene) -> None:
    with st.container(key="pied", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        register = resources().register
        placed = int(np.count_nonzero(register.placed[now.rows]))
        imprecise = len(now.rows) - projector.precise(now.rows)
        st.html(f'<p class="note">{esc(messages.on_the_map(placed, imprecise, len(now.rows)))}</p>', width="content")
        with st.container(key="outils", horizontal=True, width="content", gap="small", vertical_alignment="center"):
            align("_vue", now.choice.selection.vue)
            st.segmented_control(
                messages.AFFICHAGE, list(messages.VUES), key="_vue", format_func=messages.VUES.__getitem__, required=True,
                label_visibility="collapsed", on_change=guarded(_turned),
            )  # fmt: skip
            if resources().settings.tiles:
                panel.show(messages.FOND, _grounds, key="fond", icon=":material/layers:")
            composer.show(now.choice, now.territory)
            exporter.show(now.choice, now.territory, now.rows)
    if isinstance(now.choice.selection.zone, Circle):
        _radius(now.choice.selection.zone)


def _turned() -> None:
    change(vue=st.session_state["_vue"])


def _grounds() -> None:
    st.html(f'<p class="note">{esc(messages.FONDS_AVIS)}</p>')
    labels = {str(fond): label for fond, label in FONDS.items()}
    st.segmented_control(
        messages.FOND, list(labels), key=map_panel.FOND, default="hors_ligne", format_func=labels.__getitem__, required=True,
        label_visibility="collapsed", wrap=True, persist_state="session",
    )  # fmt: skip


def _radius(zone: Circle) -> None:
    align("_rayon", zone.metres / 1000)
    st.number_input(
        messages.RAYON, min_value=0.1, max_value=MAX_RADIUS_M / 1000, step=1.0, format="%.1f", key="_rayon", width=220,
        on_change=guarded(_resized),
    )  # fmt: skip


def _resized() -> None:
    zone = current().selection.zone
    if isinstance(zone, Circle):
        change(zone=Circle(zone.lon, zone.lat, round(1000 * st.session_state["_rayon"])))


def _actor(now: Scene) -> None:
    register, listed = resources().register, now.choice.selection.vue == "liste"
    with st.container(key="volet"):
        with st.container(key="fiche"):
            if now.chosen >= 0:
                sheet.show(register.sheet(now.chosen), now.choice, in_list=now.in_list)
            elif len(now.rows):
                sheet.invitation()
            elif not listed:
                _nobody(now)  # beside the map, where it is read without scrolling
        if listed and now.chosen < 0:
            return  # the list itself is beside
        near = [register.sheet(int(row)) for row in nearest(register, now.rows, now.chosen, _NEAR)]
        rest = len(now.rows) - len(near) - now.in_list
        sheet.neighbours(near, now.choice, 0 if listed else rest)


def _list(now: Scene, *, complete: bool) -> None:
    with st.container(key="liste"):
        if len(now.rows):
            actor_table.show(now.choice, now.rows, now.chosen, complete=complete)
        elif complete or now.chosen >= 0:
            _nobody(now)


def _nobody(now: Scene) -> None:
    """Nothing to list: because of the filters, or because the register is silent here; never a dead end."""
    if filters.removable(now.choice):
        clear = link(messages.EFFACER, PATH, filters.cleared(now.choice.selection).params())
        empty.show(messages.AUCUN_RESULTAT, messages.RIEN_NE_CORRESPOND, [clear])
        return
    ways = () if now.territory is None else empty.ways_out(now.choice, now.territory, PATH)
    empty.show(messages.AUCUN_ACTEUR_TITRE, f"{messages.AUCUN_ACTEUR} {messages.ABSENCE}", ways)
