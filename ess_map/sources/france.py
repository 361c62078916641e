"""Everything needed to place a line in France: names and codes of every year, outlines, label points."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from ess_map.actors.rules import read_rows
from ess_map.sources.ground import Ground
from ess_map.sources.places import PlaceIndex
from ess_map.sources.placing import Centres, Point
from ess_map.sources.postal_codes import read_postal_codes
from ess_map.sources.raw_table import read_table
from ess_map.territories.contours import Contours
from ess_map.territories.marts import read_mart

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class France:
    """The places of France, as the readers of actors need them."""

    index: PlaceIndex
    ground: Ground
    centres: Centres


def load_france(raw: Path, out: Path, rules_dir: Path) -> France:
    """
    Load the territory marts of `out` and what they leave out: arrondissements, localities, outlines.

    Raises
    ------
    SourceError
        If a file is missing or unreadable.
    """
    communes = read_mart(
        out, "territoires/communes.parquet", ("code", "nom", "departement", "codes_postaux", "lon", "lat", "contour_de")
    )
    former = read_mart(out, "territoires/anciens_codes.parquet", ("code", "nom", "successeurs"))
    names = read_mart(out, "territoires/anciens_noms.parquet", ("nom", "code"))
    successors = {code: tuple(text.split("|")) for code, text in zip(former["code"], former["successeurs"], strict=True) if text}
    alone = former[former["successeurs"].isin(set(communes["code"]))]
    pairs = [*zip(names["nom"], names["code"], strict=True), *zip(alone["nom"], alone["successeurs"], strict=True)]
    pairs += [(row["nom"], row["code_commune"]) for row in read_rows(rules_dir, "localites.csv")]
    postcodes, centres = _arrondissements(raw)
    return France(
        index=PlaceIndex(communes, pairs, successors, postcodes),
        ground=Ground(Contours.load(out), dict(zip(communes["code"], communes["contour_de"], strict=True))),
        centres=Centres(_points(communes, "code", "lon", "lat"), centres),
    )


def _arrondissements(raw: Path) -> tuple[dict[str, tuple[str, ...]], dict[str, Point]]:
    """Read postcodes and centres of the arrondissements of Paris, Lyon and Marseille."""
    pairs = read_postal_codes(raw)
    postcodes: dict[str, list[str]] = defaultdict(list)
    for code, postcode in pairs.loc[pairs["type"] == "ARM", ["code", "code_postal"]].itertuples(index=False, name=None):
        postcodes[code].append(postcode)
    table = read_table(raw / "communes-comparateur-2024" / "communes.csv.gz", ("commune_type", "insee_com", "lat", "lng"))
    centres = _points(table[table["commune_type"] == "ARM"].drop_duplicates("insee_com"), "insee_com", "lng", "lat")
    return {code: tuple(values) for code, values in postcodes.items()}, centres


def _points(table: pd.DataFrame, code: str, lon: str, lat: str) -> dict[str, Point]:
    known = table.assign(lon=pd.to_numeric(table[lon]), lat=pd.to_numeric(table[lat])).dropna(subset=["lon", "lat"])
    return {key: (float(x), float(y)) for key, x, y in known[[code, "lon", "lat"]].itertuples(index=False, name=None)}
