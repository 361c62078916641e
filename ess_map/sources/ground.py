"""The ground of each commune, asked by the thousand: which commune is under a point, how far a point is from a commune."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from ess_map.territories.model import Niveau, TerritoryRef

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from ess_map.actors.zorder import FloatArray
    from ess_map.territories.contours import Contours

METRES_PER_DEGREE = 111_195.0
"""Length of a degree of the meridian, metres, on the mean sphere."""


@dataclass(frozen=True)
class Ground:
    """The boundaries that the maps show, so that a point kept in a commune is seen inside it."""

    contours: Contours
    shown_in: Mapping[str, str]
    """Commune without a boundary of its own -> commune inside whose boundary it is shown."""

    def locate(self, *, lon: FloatArray, lat: FloatArray) -> npt.NDArray[np.object_]:
        """Give the commune under each point, an empty text outside all or for a missing point."""
        return self.contours.locate(lon=lon, lat=lat)

    def holder(self, commune: str) -> str:
        """Give the commune whose boundary stands for a commune: itself, or the one inside which it is shown."""
        return self.shown_in.get(commune) or commune

    def distance_m(self, commune: str, *, lon: float, lat: float) -> float:
        """Give the distance from a point to a commune, metres, 0 inside."""
        outline = self.contours.outline(TerritoryRef(Niveau.COMMUNE, commune))
        (x0, y0), (x1, y1) = shapely.get_coordinates(shapely.shortest_line(shapely.Point(lon, lat), outline))
        east, north = (x1 - x0) * np.cos(np.radians(lat)), y1 - y0
        return float(np.hypot(east, north) * METRES_PER_DEGREE)
