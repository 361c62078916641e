"""The export popover of the diagnosis: every figure as a workbook with its dictionary, or as CSV, written at the click."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.exports import figures
from ess_map.exports.formats import FORMATS
from ess_map.exports.naming import slug
from ess_map.ui import diagnosis_messages as messages
from ess_map.ui.boundary import guarded
from ess_map.ui.components import panel, share
from ess_map.ui.markup import esc

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ess_map.indicators.page_model import DiagnosisPage


@st.fragment
@guarded
def show(page: DiagnosisPage, params: Mapping[str, str]) -> None:
    """Draw the popover; `params` are those of the view."""
    panel.show(messages.EXPORTER, lambda: _formats(page, params), key="exporter", icon=":material/download:")


def _formats(page: DiagnosisPage, params: Mapping[str, str]) -> None:
    day, address = datetime.now().astimezone().date(), share.address("diagnostic", params)
    st.html(
        f'<h2 class="inter">{esc(messages.EXPORTER_TITRE)}</h2><p class="note">{esc(messages.EXPORTER_AVIS)}</p>'
        f'<p class="note suite">{esc(messages.EXPORTER_GRAPHIQUES)}</p>'
    )
    place = slug(page.nom) or slug(str(page.territoire)) or "territoire"
    name = f"atlas-ess_indicateurs_{place}_{day.isoformat()}"
    st.download_button(
        messages.EXPORT_XLSX, lambda: figures.write_xlsx(page, jour=day, adresse=address), f"{name}.xlsx", FORMATS["xlsx"].mime,
        key="export_xlsx", on_click="ignore", width="stretch",
    )  # fmt: skip
    st.download_button(
        messages.EXPORT_CSV, lambda: figures.write_csv(page), f"{name}.csv", FORMATS["csv"].mime, key="export_csv", on_click="ignore",
        width="stretch",
    )  # fmt: skip
