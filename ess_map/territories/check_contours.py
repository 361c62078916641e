"""Proving the boundaries: every commune shown, no overlap, no hole, levels that nest exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from ess_map.territories.check import Finding
from ess_map.territories.layers import LAYERS, WHOLE, Layer, layer_file
from ess_map.territories.marts import REMEDY
from ess_map.territories.model import Niveau
from ess_map.territories.projections import MAINLAND, areas_km2, crs_of
from ess_map.territories.scales import Scale
from ess_map.typography import count, number

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd
    from numpy.typing import NDArray

HOLE_KM2 = 0.001
"""A hole larger than this inside a département or between them must be known: a thousand square metres."""
_SCALES = {Scale.DETAIL: "détail", Scale.OVERVIEW: "aperçu"}
_POLYGONAL = (3, 6)
"""GEOS numbers of polygons and multipolygons."""
KNOWN_HOLES = {"Llívia (Espagne)": (1.98, 42.466)}
"""Foreign ground inside the mainland: longitude, latitude."""
AREA_GAP = 0.02
"""Most that simplification may change the area of a département."""
_NESTING_DEGREES2 = 1e-9
"""Rounding of sums of areas, square degrees: ten square metres."""


def run(data_dir: Path, communes: pd.DataFrame) -> list[Finding]:
    """
    Verify every layer of boundaries.

    Parameters
    ----------
    data_dir
        The data folder.
    communes
        Table of communes: `code`, `departement`, `contour_de`, `area_km2` and a column a level.

    Raises
    ------
    SourceError
        If a file is missing or unreadable.
    """
    # Every file is opened first: a missing one is said at once.
    layers = {(niveau, scale): Layer(data_dir / layer_file(niveau, scale)) for niveau in LAYERS for scale in Scale}
    findings = []
    for scale in Scale:
        shown = layers[Niveau.COMMUNE, scale].everything()
        above: dict[Niveau, dict[str, shapely.Geometry]] = {
            niveau: layers[niveau, scale].area(WHOLE) for niveau in LAYERS if niveau is not Niveau.COMMUNE
        }
        findings += [complete(shown, communes, scale), fit(shown, scale), nested(above, shown, communes, scale)]
        if scale is Scale.DETAIL:
            findings.append(same_areas(shown, communes))
    return findings


def complete(shown: dict[str, shapely.Geometry], communes: pd.DataFrame, scale: Scale) -> Finding:
    """Verify that every commune has a sound boundary, or is shown inside one."""
    own = set(communes.loc[communes["contour_de"] == "", "code"])
    borrowed = sorted(communes.loc[communes["contour_de"] != "", "code"])
    hosts = set(communes.loc[communes["contour_de"] != "", "contour_de"])
    wrong = sorted((own ^ set(shown)) | (hosts - set(shown)))
    values = np.array(list(shown.values()), dtype=object)
    sound = shapely.is_valid(values) & ~shapely.is_empty(values) & np.isin(shapely.get_type_id(values), _POLYGONAL)
    broken = list(np.array(list(shown), dtype=object)[~sound])
    detail = f"{number(len(shown))} contours pour {number(len(communes))} communes"
    if borrowed:
        restored = count(len(borrowed), "commune rétablie montrée", "communes rétablies montrées")
        detail += f"\u202f; {restored} dans leur ancienne commune ({', '.join(borrowed)})"
    return _finding("Contours complets", scale, [*wrong, *broken], detail)


def fit(shown: dict[str, shapely.Geometry], scale: Scale) -> Finding:
    """Verify that neighbours share their edges, without overlap, and that no hole is left but the known ones."""
    problems = []
    holes = 0.0
    for name, parts in _coverages(shown).items():
        if not shapely.coverage_is_valid(parts):
            problems.append(f"recouvrement ou bord mal ajusté ({name or 'métropole'})")
        for hole in _holes(parts):
            if any(shapely.contains_xy(hole, *place) for place in KNOWN_HOLES.values()):
                continue
            km2 = _km2(hole, name)
            holes += km2
            if km2 > HOLE_KM2:
                problems.append(f"trou de {number(km2, 3)} km² vers {hole.centroid.x:.3f}, {hole.centroid.y:.3f}")
    detail = f"aucun recouvrement, {number(holes, 3)} km² de trous (tolérance {number(HOLE_KM2, 3)} km², hors {', '.join(KNOWN_HOLES)})"
    return _finding("Contours jointifs", scale, problems, detail)


def nested(
    above: dict[Niveau, dict[str, shapely.Geometry]], shown: dict[str, shapely.Geometry], communes: pd.DataFrame, scale: Scale
) -> Finding:
    """Compare each territory with the sum of its communes: same area, and no vertex that is not theirs."""
    table = communes[communes["code"].isin(shown)].set_index("code").loc[list(shown)]
    areas = shapely.area(np.array(list(shown.values()), dtype=object))
    vertices = _vertices(list(shown.values()))
    problems = []
    for niveau, outlines in above.items():
        sums = table.assign(_area=areas).groupby(niveau.value)["_area"].sum().drop("", errors="ignore")
        problems += [f"{niveau.value}:{code}" for code in sorted(set(sums.index) ^ set(outlines))]
        gaps = [
            code
            for code in set(sums.index) & set(outlines)
            if abs(sums[code] - float(shapely.area(outlines[code]))) > _NESTING_DEGREES2
        ]
        problems += [f"{niveau.value}:{code}" for code in sorted(gaps)]
        if not np.isin(_vertices(list(outlines.values())), vertices).all():
            problems.append(f"{niveau.value}\u00a0: sommets étrangers aux communes")
    return _finding("Niveaux emboîtés", scale, problems, "chaque territoire est exactement la réunion de ses communes")


def same_areas(shown: dict[str, shapely.Geometry], communes: pd.DataFrame) -> Finding:
    """Compare the area of each département, as drawn, with that of its communes as measured."""
    codes = np.array(list(shown), dtype=object)
    drawn = dict(zip(codes, areas_km2(codes, np.array(list(shown.values()), dtype=object)), strict=True))
    table = communes[communes["area_km2"].notna()]
    both = table.assign(_drawn=table["code"].map(drawn)).groupby("departement")[["area_km2", "_drawn"]].sum()
    gap = (both["_drawn"] / both["area_km2"] - 1).abs()
    problems = [f"département {code}\u00a0: {number(100 * value, 1)}\u202f%" for code, value in gap.items() if value > AREA_GAP]
    detail = (
        f"écart entre contour simplifié et superficie mesurée\u00a0: au plus {number(100 * gap.max(), 2)}\u202f% par département"
    )
    return _finding("Superficies", Scale.DETAIL, problems, detail)


def _coverages(shown: dict[str, shapely.Geometry]) -> dict[str, NDArray[np.object_]]:
    """Split the communes into mainland ("") and each overseas département."""
    groups: dict[str, list[shapely.Geometry]] = {}
    for code, geometry in shown.items():
        groups.setdefault("" if crs_of(code) == MAINLAND else code[:3], []).append(geometry)
    return {name: np.array(parts, dtype=object) for name, parts in groups.items()}


def _holes(parts: NDArray[np.object_]) -> list[shapely.Polygon]:
    whole = shapely.coverage_union_all(parts)
    return [shapely.Polygon(ring) for part in shapely.get_parts(whole) for ring in part.interiors]


def _km2(geometry: shapely.Polygon, departement: str) -> float:
    return float(areas_km2(np.array([departement], dtype=object), np.array([geometry], dtype=object))[0])


def _vertices(geometries: list[shapely.Geometry]) -> NDArray[np.complex128]:
    points = shapely.get_coordinates(geometries)
    vertices: NDArray[np.complex128] = np.unique(points[:, 0] + 1j * points[:, 1])
    return vertices


def _finding(quoi: str, scale: Scale, problems: list[str], detail: str) -> Finding:
    name = f"{quoi} ({_SCALES[scale]})"
    if not problems:
        return Finding(ok=True, quoi=name, detail=detail)
    return Finding(ok=False, quoi=name, detail=f"{len(problems)} défauts\u00a0: {', '.join(problems[:5])}", remede=REMEDY)
