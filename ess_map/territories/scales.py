"""The two scales at which boundaries are kept."""

from __future__ import annotations

from enum import StrEnum

GRID_DEGREES = 1e-5
"""Every vertex is on this grid: about one metre, five decimals in GeoJSON."""


class Scale(StrEnum):
    """How fine a boundary is; the value ends the name of its file."""

    DETAIL = "detail"
    """About 90 m: the map of one département or less."""
    OVERVIEW = "apercu"
    """About 550 m: the map of a région or of France."""
