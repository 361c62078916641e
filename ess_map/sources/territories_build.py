"""Building the territory marts: official files in, `data/territoires` and `data/contours` out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd

from ess_map.sources import contour_layers
from ess_map.sources.adjacency import adjacency
from ess_map.sources.cards import write_cards
from ess_map.sources.commune_table import commune_table
from ess_map.sources.contour_carry import CarriedContours, carry_contours
from ess_map.sources.contour_paris import with_paris_of_2018
from ess_map.sources.contours import read_contours_2024
from ess_map.sources.geoparquet import write_layer
from ess_map.sources.level_table import level_table
from ess_map.sources.old_codes import old_codes, old_names
from ess_map.sources.parquet import write_parquet
from ess_map.sources.referential import read_referential
from ess_map.sources.territory_cards import territory_cards
from ess_map.territories import check
from ess_map.territories.layers import COMMUNE_AREAS, LAYERS, WHOLE, layer_file
from ess_map.territories.model import Niveau
from ess_map.territories.projections import areas_km2
from ess_map.territories.scales import Scale


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
    published = read_contours_2024(raw)
    carried = carry_contours(with_paris_of_2018(published, raw), ref.lineage)
    clean = contour_layers.clean_coverages(carried.geometries)
    communes = commune_table(ref)
    layers = {scale: _layers(contour_layers.simplify_coverages(clean, scale), communes) for scale in Scale}
    for scale, by_level in layers.items():
        for niveau, geometries in by_level.items():
            areas = _areas_of(geometries, niveau, scale, communes)
            write_layer(geometries, areas, out / layer_file(niveau, scale))
    detail = layers[Scale.DETAIL]
    communes = _with_geometry(communes, carried, detail[Niveau.COMMUNE])
    levels = _with_extent(level_table(ref, communes), communes, carried, detail)
    folder = out / "territoires"
    write_parquet(communes, folder / "communes.parquet")
    write_parquet(levels, folder / "territoires.parquet")
    write_parquet(old_codes(ref), folder / "anciens_codes.parquet")
    write_parquet(old_names(ref), folder / "anciens_noms.parquet")
    write_parquet(adjacency(clean, carried), folder / "voisins.parquet")
    _copy_published_totals(folder)
    write_cards(out, territory_cards(raw, ref, len(published)))


def _copy_published_totals(folder: Path) -> None:
    """Put the totals kept by hand in a data folder built elsewhere: `check` needs them."""
    kept = Path(__file__).resolve().parents[2] / "data" / check.TOTALS
    if not (folder / kept.name).exists():
        shutil.copyfile(kept, folder / kept.name)


def _layers(geometries: pd.Series, communes: pd.DataFrame) -> dict[Niveau, pd.Series]:
    parents = communes.set_index("code")
    return {
        niveau: geometries if niveau is Niveau.COMMUNE else contour_layers.dissolve(geometries, parents[niveau.value])
        for niveau in LAYERS
    }


def _areas_of(geometries: pd.Series, niveau: Niveau, scale: Scale, communes: pd.DataFrame) -> pd.Series:
    """Name the area of each geometry: what is read in one go."""
    if niveau is Niveau.COMMUNE:
        return communes.set_index("code")[COMMUNE_AREAS[scale].value].loc[geometries.index]
    return pd.Series(WHOLE, index=geometries.index)


def _with_geometry(communes: pd.DataFrame, carried: CarriedContours, shown: pd.Series) -> pd.DataFrame:
    """Add area, label point, bounds, and where the boundary comes from."""
    table = communes.copy()
    table["contour_de"] = table["code"].map(carried.borrowed).fillna("")
    table["contour"] = table["contour_de"].map(lambda host: "ancienne_commune" if host else "propre")
    holder = table["contour_de"].where(table["contour_de"] != "", table["code"])
    # A boundary that several communes share measures none of them.
    shared = set(carried.borrowed) | set(carried.borrowed.values())
    table["area_km2"] = table["code"].map(_measured(carried)).where(~table["code"].isin(shared)).round(3)
    extent = contour_layers.label_points(shown).join(contour_layers.bounds(shown))
    for column in extent.columns:
        table[column] = holder.map(extent[column])
    return table


def _with_extent(
    levels: pd.DataFrame, communes: pd.DataFrame, carried: CarriedContours, detail: dict[Niveau, pd.Series]
) -> pd.DataFrame:
    """Add area, label point and bounds of each level."""
    areas = _measured(carried)
    parents = communes.set_index("code").loc[areas.index]
    frames = []
    for niveau, mine in levels.groupby("niveau", sort=False):
        if niveau == Niveau.FRANCE:
            outline = pd.Series(
                [contour_layers.dissolve(detail[Niveau.REGION], _everywhere(detail[Niveau.REGION]))["FR"]], ["FR"]
            )
            measured = areas.groupby(_everywhere(areas)).sum()
        else:
            outline = detail[Niveau(str(niveau))]
            measured = areas.groupby(parents[str(niveau)]).sum()
        extent = (
            contour_layers.label_points(outline).join(contour_layers.bounds(outline)).join(measured.round(3).rename("area_km2"))
        )
        frames.append(mine.merge(extent, left_on="code", right_index=True, validate="one_to_one"))
    return pd.concat(frames, ignore_index=True)


def _measured(carried: CarriedContours) -> pd.Series:
    """Measure the boundaries as published, before any cleaning: square kilometres, indexed by code."""
    geometries = carried.geometries
    return pd.Series(areas_km2(geometries.index.to_numpy(dtype=object), geometries.to_numpy()), index=geometries.index)


def _everywhere(values: pd.Series) -> pd.Series:
    return pd.Series("FR", index=values.index)
