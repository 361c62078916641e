"""How far the préfecture is: as the crow flies, measured in the projection of each part of France."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from ess_map.territories.projections import crs_of, project

if TYPE_CHECKING:
    from collections.abc import Mapping


def distances_km(communes: pd.DataFrame, seats: Mapping[str, str]) -> pd.Series[float]:
    """
    Measure the distance between each commune and the préfecture of its département.

    Parameters
    ----------
    communes
        Indexed by code: `departement`, `lon`, `lat` (a point inside each commune, degrees, EPSG:4326).
    seats
        Département -> code of the commune where its préfecture is.

    Returns
    -------
    distances
        Kilometres in a straight line, same index; 0 for the préfecture itself, null where the seat is not known.
    """
    points = np.asarray(shapely.points(communes["lon"].to_numpy(), communes["lat"].to_numpy()), dtype=object)
    projections = np.array([crs_of(code) for code in communes.index], dtype=int)
    metres = np.full(len(communes), np.nan)
    seat_rows = communes.index.get_indexer(pd.Index(communes["departement"].map(seats).fillna("")))
    for crs in np.unique(projections):
        mine = (projections == crs) & (seat_rows >= 0)
        here = project(points[mine], int(crs))
        there = project(points[seat_rows[mine]], int(crs))
        metres[mine] = shapely.distance(here, there)
    return pd.Series(metres / 1000, index=communes.index)
