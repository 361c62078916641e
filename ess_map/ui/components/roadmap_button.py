"""« Ajouter à la feuille de route »: an action born from a case or a lever, saved at the click."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.planning import roadmap
from ess_map.planning.roadmap import Action, Roadmap
from ess_map.planning.text import SHORT
from ess_map.typography import fr
from ess_map.ui import case_messages as messages
from ess_map.ui.boundary import guarded
from ess_map.ui.components.place_words import shown_name
from ess_map.ui.markup import link
from ess_map.ui.state import resources, store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ess_map.territories.model import TerritoryRef
    from ess_map.ui.selection_state import Choice

PAGE, VOLET = "leviers", "feuille-de-route"


def empty(choice: Choice, ref: TerritoryRef) -> Roadmap:
    """Give the roadmap of a territory where nothing was written yet."""
    return Roadmap(territoire=str(ref), nom=shown_name(resources().atlas.get(ref), choice.selection.nom)[:200])


def read(choice: Choice, ref: TerritoryRef) -> Roadmap:
    """
    Read the roadmap of a territory.

    Raises
    ------
    StoreError
        If its file is damaged; it is left as it is.
    """
    return store().read(roadmap.SUBJECT, str(ref), empty(choice, ref))


def new_action(titre: str, *, cas: Sequence[str] = (), leviers: Sequence[str] = (), besoin: str = "") -> Action:
    """Make an action that begins now."""
    now = datetime.now(tz=UTC).replace(microsecond=0)
    named = fr(titre)
    shown = named if len(named) <= SHORT else f"{named[: SHORT - 1]}…"
    return Action(
        id=uuid.uuid4().hex[:16], titre=shown, cas=tuple(cas), leviers=tuple(leviers), besoin=besoin, creee=now, modifiee=now
    )


def show(choice: Choice, name: str, make: Callable[[], Action], known: Roadmap | None, *, strong: bool = False) -> None:
    """
    Draw the button, or the way to the roadmap when it already holds this case or lever.

    Parameters
    ----------
    choice
        What the address says.
    name
        Case or lever.
    make
        Makes the action, at the click.
    known
        Roadmap of the territory; None when there is no territory, or when it cannot be read.
    strong
        Whether it is the main button of the screen.
    """
    ref = choice.selection.territoire
    if ref is None or known is None:
        return
    if any(name in (action.cas or action.leviers) for action in known.actions):
        way = link(f"{messages.DEJA} →", PAGE, choice.territory_params() | {"volet": VOLET}, css="bouton nu")
        st.html(f'<div role="status">{way}</div>', width="content")
        return

    def add() -> None:
        store().change(roadmap.SUBJECT, str(ref), empty(choice, ref), lambda one: roadmap.added(one, make()))
        st.toast(fr(f"{messages.AJOUTEE}."))

    key = f"ajouter_{name.replace('.', '_')}"
    kind = "primary" if strong else "secondary"
    with st.container(key=f"{'fort' if strong else 'simple'}_{key}", width="content"):
        st.button(messages.AJOUTER, key=key, icon=":material/add:", on_click=guarded(add), type=kind)  # type: ignore[arg-type]  # one of two
