"""Carrying the boundaries of 2024 to the communes in force: pure rule, no file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from ess_map.errors import SchemaError
from ess_map.sources.contours import COG_2024

if TYPE_CHECKING:
    from ess_map.territories.lineage import Lineage


@dataclass(frozen=True)
class CarriedContours:
    """Boundaries of the communes in force."""

    geometries: pd.Series
    """Valid polygonal geometries (EPSG:4326), indexed by code, sorted: every commune that has a boundary of its own."""
    borrowed: dict[str, str]
    """Commune without a boundary of its own -> commune inside whose boundary it is shown."""
    merged: dict[str, tuple[str, ...]]
    """Commune -> the codes of 2024, several, whose boundaries were dissolved into its own."""
    renumbered: dict[str, str]
    """Commune -> the single code of 2024, another than its own, whose boundary it has."""


def carry_contours(contours: pd.Series, lineage: Lineage) -> CarriedContours:
    """
    Dissolve the communes merged since 2024, follow the changes of code, and find where the restored ones are shown.

    Parameters
    ----------
    contours
        Boundaries of the COG 2024, indexed by code.
    lineage
        Movements since 1943.

    Raises
    ------
    SchemaError
        If a boundary leads nowhere, or a commune has none and left none.
    """
    sources: dict[str, list[str]] = defaultdict(list)
    borrowed: dict[str, str] = {}
    problems: list[str] = []
    for code in contours.index:
        successor = lineage.carry(code, COG_2024)
        if successor is None:
            problems.append(f"le contour {code} ne mène à aucune commune en vigueur")
            continue
        sources[successor].append(code)
        borrowed.update({heir: successor for heir in lineage.heirs(code, COG_2024) if heir != successor})
    borrowed = {heir: former for heir, former in borrowed.items() if heir not in sources}
    problems += [f"aucun contour pour {code}" for code in sorted(lineage.current - set(sources) - set(borrowed))]
    if problems:
        raise SchemaError("contours 2024", problems)
    codes = sorted(sources)
    geometries = [_dissolve(contours[sources[code]].to_numpy()) for code in codes]
    return CarriedContours(
        geometries=pd.Series(geometries, index=pd.Index(codes, name="code"), dtype=object),
        borrowed=borrowed,
        merged={code: tuple(sources[code]) for code in codes if len(sources[code]) > 1},
        renumbered={code: sources[code][0] for code in codes if len(sources[code]) == 1 and sources[code][0] != code},
    )


def polygonal(geometry: shapely.Geometry) -> shapely.Geometry:
    """Repair a geometry and keep its polygons only: stray lines and points that a repair leaves have no area."""
    valid = geometry if shapely.is_valid(geometry) else shapely.make_valid(geometry)
    if shapely.get_type_id(valid) in {3, 6}:
        return valid
    parts = shapely.get_parts(valid)
    return shapely.union_all(parts[np.isin(shapely.get_type_id(parts), (3, 6))])


def _dissolve(geometries: np.ndarray[tuple[int], np.dtype[np.object_]]) -> shapely.Geometry:
    repaired = [polygonal(geometry) for geometry in geometries]
    return repaired[0] if len(repaired) == 1 else polygonal(shapely.union_all(repaired))
