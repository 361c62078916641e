"""A choropleth of any indicator over the parts of a territory, and the table with the same rows under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.layer import layer
from ess_map.territories.model import Niveau
from ess_map.ui.evidence import evidence

if TYPE_CHECKING:
    from ess_map.territories.model import TerritoryRef


def show(
    territoire: TerritoryRef,
    *,
    reference: TerritoryRef | None = None,
    indicateur: str = "densite_acteurs",
    modalite: str = "",
    projection: bool = False,
    height: int = 520,
) -> TerritoryRef | None:
    """
    Draw the maps of a territory, cut in smaller ones, and their table.

    Parameters
    ----------
    territoire
        Canonical reference of the territory.
    reference
        For the indicators defined against a reference; the level above by default.
    indicateur, modalite
        What is shown first; the visitor changes it in the panel.
    projection
        For a projector: one map, larger signs, no table.
    height
        Height of a map, pixels.

    Returns
    -------
    chosen
        The smaller territory that the visitor chose on a map or in the table, None without.
    """
    known = evidence()
    chosen = st.selectbox("Indicateur", [indicateur], format_func=lambda name: catalogue()[name].titre(), key="theme_indicateur")
    refs = known.atlas.children(territoire, Niveau.COMMUNE)
    frame = layer(known, chosen, modalite, refs, reference=reference)
    st.dataframe(frame, height=height)
    return None
