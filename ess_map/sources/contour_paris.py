"""
The boundary of Paris comes from 2018.

The file of 2024 draws Paris with 55 vertices, more roughly than anything around it; that of 2018 has 122, fits the three
départements around it in 2018 without the smallest gap or overlap (0 km² against 0.73 km² between Paris and its neighbours in 2024),
and measures 105.33 km², nearer the 105.40 km² that Insee publishes than the 105.20 km² of 2024. The limits of Paris did not
move in between. What remains to fit, between it and the neighbours of 2024, is cleaned with the rest of the coverage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.sources.contours import read_contour_2018

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

PARIS = "75056"


def with_paris_of_2018(contours: pd.Series, raw: Path) -> pd.Series:
    """Give the boundaries of 2024 with that of Paris replaced; same index."""
    replaced = contours.copy()
    replaced[PARIS] = read_contour_2018(raw, "75")[PARIS]
    return replaced
