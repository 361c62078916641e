"""How far the préfecture is: as the crow flies, measured in the projection of each part of France."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyproj

from ess_map.territories.projections import GEOGRAPHIC, crs_of

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
    longitudes, latitudes = communes["lon"].to_numpy(dtype=float), communes["lat"].to_numpy(dtype=float)
    parts = pd.Series({code: crs_of(code) for code in communes["departement"].unique()})
    projections = communes["departement"].map(parts).to_numpy(dtype=int)
    metres = np.full(len(communes), np.nan)
    seat_rows = communes.index.get_indexer(pd.Index([seats.get(code, "") for code in communes["departement"]]))
    for crs in np.unique(projections):
        to_metres = pyproj.Transformer.from_crs(GEOGRAPHIC, int(crs), always_xy=True)
        mine = np.flatnonzero((projections == crs) & (seat_rows >= 0))
        here_x, here_y = to_metres.transform(longitudes[mine], latitudes[mine])
        seats_used, which = np.unique(seat_rows[mine], return_inverse=True)
        there_x, there_y = to_metres.transform(longitudes[seats_used], latitudes[seats_used])
        metres[mine] = np.hypot(here_x - np.asarray(there_x)[which], here_y - np.asarray(there_y)[which])
    return pd.Series(metres / 1000, index=communes.index)
