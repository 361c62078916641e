"""Who is there: one immutable table held once a process, in Z-order; the row number is the identity inside one version."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from ess_map.actors import schema
from ess_map.actors.codes import ByteArray, Codes, prepare
from ess_map.actors.sheet import ActorSheet, read_sheet
from ess_map.actors.zorder import UInt32Array, mercator, morton
from ess_map.territories.marts import read_mart

if TYPE_CHECKING:
    from pathlib import Path

    from ess_map.territories.atlas import Atlas


@dataclass(frozen=True, eq=False)
class Register:
    """
    The principal and the complementary register together (column `registre`), placed rows first, in Z-order.

    `frame` has the columns of `schema.COLUMNS`, then those of the commune: `commune` (name), `epci` (name), `code_epci`,
    `region` (code, as `departement`), `zonages` (« zrr|pvd »). Text is never null; `longitude` and `latitude` may be.
    """

    frame: pd.DataFrame = field(repr=False)
    version: str
    """16 hexadecimal digits: another table, another order or other names of places give another version."""
    x: UInt32Array = field(repr=False)
    """Web Mercator on 32 bits (26 useful), 0 for a row that is not placed; see `zorder.mercator`."""
    y: UInt32Array = field(repr=False)
    placed: npt.NDArray[np.bool_] = field(repr=False)
    """True for the first rows, those that have a position."""
    sources: tuple[str, ...]
    """Sources met in the table, sorted: the closed list of the filter."""
    codes: Codes = field(repr=False)
    lon: npt.NDArray[np.float64] = field(repr=False)
    lat: npt.NDArray[np.float64] = field(repr=False)
    _rows: pd.Index = field(repr=False)

    @classmethod
    def load(cls, data_dir: Path, atlas: Atlas) -> Self:
        """
        Read and prepare the register.

        Raises
        ------
        SourceError
            If the file is missing or unreadable.
        SchemaError
            If the table breaks its contract.
        """
        frame = read_mart(data_dir, schema.FILE, schema.COLUMNS)
        schema.check(frame)
        return cls.build(frame, atlas)

    @classmethod
    def build(cls, frame: pd.DataFrame, atlas: Atlas) -> Self:
        """Sort a checked table in Z-order and prepare what queries need; the input is left untouched."""
        lon, lat = frame["longitude"].to_numpy(dtype=float), frame["latitude"].to_numpy(dtype=float)
        placed = ~np.isnan(lon)
        x, y = np.zeros(len(frame), np.uint32), np.zeros(len(frame), np.uint32)
        x[placed], y[placed] = mercator(lon=lon[placed], lat=lat[placed])
        order = np.lexsort((frame["identifiant"].to_numpy(dtype=object), morton(x, y), ~placed))
        frame = _with_places(frame.iloc[order].reset_index(drop=True), atlas)
        x, y, placed, lon, lat = x[order], y[order], placed[order], lon[order], lat[order]
        sources = tuple(sorted({part for text in frame["source"].unique() for part in text.split("|")} - {""}))
        codes = prepare(frame, atlas, sources)
        for column in (x, y, placed, lon, lat):
            column.flags.writeable = False
        index = pd.Index(frame["identifiant"])
        return cls(frame, _version(frame), x, y, placed, sources, codes, lon, lat, index)

    def __len__(self) -> int:
        return len(self.frame)

    def row_of(self, identifiant: str) -> int | None:
        """Give the row of an actor, None when nobody has this `identifiant`."""
        row = self._rows.get_indexer(pd.Index([identifiant]))[0]
        return None if row < 0 else int(row)

    def sheet(self, row: int) -> ActorSheet:
        """
        Give everything known of one actor, with the origin of each field.

        Raises
        ------
        IndexError
            If the register has no such row.
        """
        if not 0 <= row < len(self):
            raise IndexError(row)
        return read_sheet(row, {str(name): value for name, value in self.frame.iloc[row].items()})

    def columns(self) -> tuple[ByteArray, ByteArray]:
        """Give what the map draws beside positions: codes of family and of position precision, one byte a row each."""
        return self.codes.famille, self.codes.precision


def _with_places(frame: pd.DataFrame, atlas: Atlas) -> pd.DataFrame:
    """Join names and codes of the places, many actors to one commune; a commune that is unknown gives empty texts."""
    place = atlas.communes.reindex(frame["code_commune"])
    epci = place["epci"].fillna("").astype(str)
    levels = atlas.levels
    names = levels.loc[levels["niveau"] == "epci"].set_index("code")["nom"]
    regions = atlas.communes.drop_duplicates("departement").set_index("departement")["region"]
    return frame.assign(
        commune=place["nom"].fillna("").to_numpy(),
        epci=epci.map(names).fillna("").to_numpy(),
        code_epci=epci.to_numpy(),
        region=frame["departement"].map(regions).fillna("").to_numpy(),
        zonages=_zonages(place).to_numpy(),
    )


def _zonages(place: pd.DataFrame) -> pd.Series[str]:
    marks = {"zrr": place["zrr"].isin(["C", "PC"]), "pvd": place["pvd"].eq(other=True), "acv": place["acv"].eq(other=True)}
    text = sum(
        (mask.map({True: f"{name}|", False: ""}).astype(str) for name, mask in marks.items()), pd.Series("", index=place.index)
    )
    return text.str.rstrip("|")


def _version(frame: pd.DataFrame) -> str:
    digest = hashlib.sha256()
    for name in frame.columns:
        digest.update(pd.util.hash_pandas_object(frame[name], index=False).to_numpy().tobytes())
    return digest.hexdigest()[:16]
