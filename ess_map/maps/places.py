"""Names for the offline map when communes are not drawn: regions, départements, towns. One small JSON file."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from ess_map.territories.atlas import Atlas

LEAST_POPULATION = 20_000
"""Inhabitants from which a town is named before its commune is drawn; chief towns always are."""
_DEPARTEMENT_CHIEF, _REGION_CHIEF = 1, 2


def encode(atlas: Atlas) -> bytes:
    """
    Give the names, gzipped.

    Returns
    -------
    places
        JSON with `regions`, `departements`, `villes`: lists of `[code, nom, lon, lat]`, and for towns also the
        population and the rank (2 chief town of a région, 1 of a département, 0 neither). Degrees, EPSG:4326.
    """
    levels = atlas.levels
    regions, departements = levels[levels["niveau"] == "region"], levels[levels["niveau"] == "departement"]
    ranks = dict.fromkeys(departements["chef_lieu"], _DEPARTEMENT_CHIEF) | dict.fromkeys(regions["chef_lieu"], _REGION_CHIEF)
    communes = atlas.communes
    population = communes["population"].fillna(0).astype(int)
    towns = communes[(population >= LEAST_POPULATION) | communes.index.isin(list(ranks))]
    document = {
        "regions": [_place(str(row.code), row) for row in regions.itertuples()],
        "departements": [_place(str(row.code), row) for row in departements.itertuples()],
        "villes": [[*_place(code, row), int(population[code]), ranks.get(code, 0)] for code, row in _rows(towns)],
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)


def _rows(frame: pd.DataFrame) -> list[tuple[str, Any]]:
    return [(str(row.Index), row) for row in frame.itertuples()]


def _place(code: str, row: Any) -> list[Any]:
    return [str(code), row.nom, round(float(row.lon), 4), round(float(row.lat), 4)]
