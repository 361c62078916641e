"""Building the territory marts: official files in, `data/territoires` and `data/contours` out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import shapely

from ess_map.sources.commune_table import commune_table
from ess_map.sources.contour_carry import CarriedContours, carry_contours
from ess_map.sources.contours import read_contours_2024
from ess_map.sources.level_table import level_table
from ess_map.sources.old_codes import old_codes, old_names
from ess_map.sources.parquet import write_parquet
from ess_map.sources.referential import read_referential
from ess_map.territories.projections import areas_km2

if TYPE_CHECKING:
    from pathlib import Path


def build(raw: Path, out: Path) -> None:
    """
    Build every territory mart.

    Parameters
    ----------
    raw
        Folder of the public files, as published.
    out
        Data folder to fill.

    Raises
    ------
    SourceError
        If a file is missing or unreadable.
    SchemaError
        If a table breaks its contract.
    """
    ref = read_referential(raw)
    communes = commune_table(ref)
    contours = carry_contours(read_contours_2024(raw), ref.lineage)
    communes = _with_geometry(communes, contours)
    levels = _with_extent(level_table(ref, communes), communes)
    folder = out / "territoires"
    write_parquet(communes, folder / "communes.parquet")
    write_parquet(levels, folder / "territoires.parquet")
    write_parquet(old_codes(ref), folder / "anciens_codes.parquet")
    write_parquet(old_names(ref), folder / "anciens_noms.parquet")


def _with_geometry(communes: pd.DataFrame, contours: CarriedContours) -> pd.DataFrame:
    """Add area, label point, bounds, and where the boundary comes from."""
    geometries = contours.geometries
    table = communes.copy()
    shown_in = table["code"].map(contours.borrowed).fillna("")
    table["contour"] = shown_in.map(lambda former: "ancienne_commune" if former else "propre")
    table["contour_de"] = shown_in
    holder = shown_in.where(shown_in != "", table["code"])
    areas = pd.Series(areas_km2(geometries.index.to_numpy(), geometries.to_numpy()), index=geometries.index)
    # A boundary that several communes share measures none of them.
    shared = set(contours.borrowed) | set(contours.borrowed.values())
    table["area_km2"] = table["code"].map(areas).where(~table["code"].isin(shared)).round(3)
    points = pd.Series(shapely.point_on_surface(geometries.to_numpy()), index=geometries.index)
    bounds = pd.DataFrame(
        shapely.bounds(geometries.to_numpy()), index=geometries.index, columns=["west", "south", "east", "north"]
    )
    table["lon"] = holder.map(points.map(lambda point: point.x)).round(5)
    table["lat"] = holder.map(points.map(lambda point: point.y)).round(5)
    for side in bounds.columns:
        table[side] = holder.map(bounds[side]).round(5)
    return table


def _with_extent(levels: pd.DataFrame, communes: pd.DataFrame) -> pd.DataFrame:
    frames = []
    for niveau, mine in levels.groupby("niveau", sort=False):
        key = pd.Series("FR", index=communes.index) if niveau == "france" else communes[str(niveau)]
        groups = communes.groupby(key)
        extent = pd.DataFrame({
            "area_km2": groups["area_km2"].sum().round(3),
            "lon": groups["lon"].mean().round(5),
            "lat": groups["lat"].mean().round(5),
            "west": groups["west"].min(), "south": groups["south"].min(), "east": groups["east"].max(), "north": groups["north"].max(),
        })  # fmt: skip
        frames.append(mine.merge(extent, left_on="code", right_index=True, validate="one_to_one"))
    return pd.concat(frames, ignore_index=True)
