"""The export popover: four formats of exactly what is listed, written at the click and not before."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors import coverage
from ess_map.actors.selection import FACETS, Circle
from ess_map.exports.context import ExportContext
from ess_map.exports.formats import FORMATS
from ess_map.exports.naming import file_name
from ess_map.exports.table import export_frame
from ess_map.territories.model import FRANCE
from ess_map.ui import messages
from ess_map.ui.components import filters, share
from ess_map.ui.markup import esc
from ess_map.ui.state import resources
from ess_map.ui.typography import fr

if TYPE_CHECKING:
    from collections.abc import Callable

    from ess_map.actors.codes import IntArray
    from ess_map.exports.formats import Format
    from ess_map.ui.selection_state import Choice

_LOG = logging.getLogger("ess_map.ui")


@dataclass(frozen=True)
class _Job:
    """What a click on a format needs: rows in the order of the list, and their circumstances."""

    rows: IntArray
    context: ExportContext

    def writer(self, chosen: Format) -> Callable[[], bytes]:
        """Give the function that Streamlit calls at the click, in a thread of its own."""

        def write() -> bytes:
            try:
                return chosen.write(export_frame(resources().register, self.rows), self.context)
            except Exception:
                _LOG.exception("export %s", chosen.extension)
                raise

        return write


def show(choice: Choice, name: str, rows: IntArray) -> None:
    """Draw the popover; `rows` are written in this order."""
    job = _Job(rows, context(choice, name, rows))
    with st.popover(messages.EXPORTER, icon=":material/download:", key="exporter"):
        st.html(
            f'<h2 class="inter">{esc(fr(f"Exporter {messages.actors(len(rows))}"))}</h2><p class="note">{esc(messages.EXPORTER_AVIS)}</p>'
        )
        for extension, chosen in FORMATS.items():
            st.download_button(
                f"{chosen.libelle} (.{extension}), {chosen.usage}", job.writer(chosen), file_name(job.context, extension),
                chosen.mime, key=f"export_{extension}", on_click="ignore", width="stretch", disabled=not len(rows),
            )  # fmt: skip


def context(choice: Choice, name: str, rows: IntArray) -> ExportContext:
    """Say what goes with the file: territory, filters in French, day, sources of these rows, limits."""
    known, selection = resources(), choice.selection
    met = {part for text in known.register.frame["source"].take(rows).unique() for part in text.split("|")}
    ref = selection.territoire or FRANCE
    return ExportContext(
        nom=name or messages.FRANCE_ENTIERE,
        territoire=str(ref),
        jour=date.today(),  # noqa: DTZ011 - the day of the visitor's server, as written on paper
        filtres=described(choice),
        adresse=share.address("carte", choice.params()),
        sources=tuple(card for source, card in known.cards.items() if source in met),
        limites=(*coverage.LIMITES,),
    )


def described(choice: Choice) -> tuple[tuple[str, str], ...]:
    """Say the filters in French: (« Famille », « Associations, Mutuelles »)."""
    selection, said = choice.selection, []
    for facet, field in FACETS.items():
        known = filters.words(facet)
        values = ", ".join(known.get(value, value) for value in getattr(selection, field))
        if values:
            said.append((filters.TITLES[facet], values))
    if selection.q:
        said.append((messages.RECHERCHER, selection.q))
    if isinstance(selection.zone, Circle):
        said.append(
            (messages.ZONE, fr(f"cercle de {selection.zone.metres} m autour de {selection.zone.lat}, {selection.zone.lon}"))
        )
    elif selection.zone is not None:
        said.append((messages.ZONE, str(selection.zone)))
    if selection.complement:
        said.append((messages.COMPLEMENT, messages.COMPLEMENT_AJOUTE))
    return tuple(said)
