"""The export popover: four formats of exactly what is listed, written at the click and not before."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.exports import notice
from ess_map.exports.context import ExportContext, context_for
from ess_map.exports.formats import FORMATS
from ess_map.exports.naming import file_name
from ess_map.exports.table import export_frame
from ess_map.territories.model import FRANCE
from ess_map.typography import fr
from ess_map.ui import messages
from ess_map.ui.components import panel, share
from ess_map.ui.components.register_words import sentences
from ess_map.ui.markup import esc
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    import pandas as pd

    from ess_map.actors.codes import IntArray
    from ess_map.territories.model import Territory
    from ess_map.ui.selection_state import Choice

_LOG = logging.getLogger("ess_map.ui")


@dataclass(frozen=True)
class _Job:
    """What a click on a format needs: rows in the order of the list, and their circumstances."""

    choice: Choice
    territory: Territory | None
    rows: IntArray
    day: date
    address: str

    def named(self, extension: str) -> str:
        """Name the file; the rows are not needed for that."""
        place = self.choice.selection.nom or ("France" if self.territory is None else self.territory.nom)
        ref = FRANCE if self.territory is None else self.territory.ref
        return file_name(ExportContext(nom=place, territoire=str(ref), jour=self.day), extension)

    def writer(self, make: Callable[[pd.DataFrame, ExportContext], bytes]) -> Callable[[], bytes]:
        """Give the function that Streamlit calls at the click, in a thread of its own."""

        def write() -> bytes:
            known, selection = resources(), self.choice.selection
            try:
                frame = export_frame(known.register, self.rows)
                perimeter = sentences(selection.territoire, complement=selection.complement)
                context = context_for(
                    selection, self.territory, frame, known.cards, jour=self.day, adresse=self.address, perimetre=perimeter
                )
                return make(frame, context)
            except Exception:
                _LOG.exception("export")
                raise

        return write


def show(choice: Choice, territory: Territory | None, rows: IntArray) -> None:
    """Draw the popover; `rows` are written in this order."""
    job = _Job(choice, territory, rows, datetime.now().astimezone().date(), share.address("carte", choice.params()))
    panel.show(messages.EXPORTER, lambda: _formats(job), key="exporter", icon=":material/download:")


def _formats(job: _Job) -> None:
    title = fr(f"Exporter {messages.actors(len(job.rows))}")
    st.html(f'<h2 class="inter">{esc(title)}</h2><p class="note">{esc(messages.EXPORTER_AVIS)}</p>')
    for extension, chosen in FORMATS.items():
        st.download_button(
            f"{chosen.libelle} (.{extension}), {chosen.usage}", job.writer(chosen.write), job.named(extension), chosen.mime,
            key=f"export_{extension}", on_click="ignore", width="stretch", disabled=not len(job.rows),
        )  # fmt: skip
    st.download_button(
        messages.EXPORTER_LIMITES, job.writer(_limits), job.named("csv").removesuffix(".csv") + "_sources-et-limites.txt", "text/plain",
        key="export_limites", on_click="ignore", width="stretch", disabled=not len(job.rows),
    )  # fmt: skip


def _limits(frame: pd.DataFrame, context: ExportContext) -> bytes:
    return notice.as_text(notice.notice(context, rows=len(frame))).encode()
