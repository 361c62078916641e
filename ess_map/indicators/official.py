"""An official table of the ESS brought by a user (Insee, Flores): one shape whatever the file, secrecy applied before anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np
import pandas as pd

from ess_map.territories.model import Niveau, TerritoryRef

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ess_map.indicators.formulas.arrays import BoolArray, FloatArray
    from ess_map.territories.hierarchy import Hierarchy

CHAMPS: dict[str, str] = {
    "ess": "économie sociale et solidaire",
    "total": "toute l’économie, public compris",
    "prive": "secteur privé, économie sociale et solidaire comprise",
}
"""What a row counts. A share is always said to be of the total or of the private sector: the two are never mixed."""
TAILLES: dict[str, str] = {
    "0": "aucun salarié",
    "1-9": "1 à 9 salariés",
    "10-49": "10 à 49 salariés",
    "50+": "50 salariés et plus",
}
"""Size classes of establishments; empty for all sizes."""
NOMENCLATURES = ("A5", "A17", "A21", "A38", "A88")
"""Nomenclatures of sectors; empty for all sectors."""
KEYS = ("niveau", "code", "millesime", "champ", "nomenclature", "secteur", "famille", "taille")
MEASURES: dict[str, str] = {
    "etablissements": "établissements employeurs",
    "effectif": "postes salariés en fin d’année",
    "femmes": "postes occupés par des femmes",
    "plus_50": "postes occupés par des personnes de 50 ans et plus",
    "etp": "équivalents temps plein",
    "taille_mediane": "effectif médian des établissements",
    "part_premier_pct": "part du premier employeur dans l’effectif, en %",
    "part_cinq_premiers_pct": "part des cinq premiers employeurs dans l’effectif, en %",
}
"""Measured columns -> what they count. A cell is a number, « s » (secret), or empty (unknown)."""
ADDITIVE = ("etablissements", "effectif", "femmes", "plus_50", "etp")
"""Measures of a territory that are the sums of those of its parts."""

NOT_IMPORTED = "Table officielle non importée."


class Cells(NamedTuple):
    """One cell a territory."""

    valeur: FloatArray
    """NaN where unknown or secret."""
    secret: BoolArray
    motif: list[str]
    """Why a value is unknown; "" where it is known."""


class Slice(NamedTuple):
    """Which rows of the table are read: everything but the territory and the year."""

    champ: str
    nomenclature: str = ""
    secteur: str = ""
    famille: str = ""
    taille: str = ""


@dataclass(frozen=True, eq=False)
class OfficialTable:
    """Checked and protected rows. Built by `official_reading.read_official`; an empty table answers that nothing was imported."""

    frame: pd.DataFrame
    """Columns `KEYS` (text), `MEASURES` (numbers, NaN unknown or secret), `secret` (the row is masked)."""
    source: str
    """What the user says of the file: « Insee, Flores »; empty when nothing was imported."""
    _rows: Mapping[tuple[str, Slice], Mapping[TerritoryRef, int]]
    """Year and slice -> territory -> row."""
    _hierarchy: Hierarchy | None = None

    @classmethod
    def empty(cls) -> Self:
        """Give the table of who imported nothing."""
        return cls(pd.DataFrame(columns=[*KEYS, *MEASURES, "secret"]), "", {})

    @classmethod
    def of(cls, frame: pd.DataFrame, source: str, hierarchy: Hierarchy) -> Self:
        """Index protected rows."""
        rows: dict[tuple[str, Slice], dict[TerritoryRef, int]] = {}
        for position, keys in enumerate(zip(*(frame[name].tolist() for name in KEYS), strict=True)):
            niveau, code, year, *piece = keys
            rows.setdefault((year, Slice(*piece)), {})[TerritoryRef(Niveau(niveau), code)] = position
        return cls(frame, source, rows, hierarchy)

    @property
    def imported(self) -> bool:
        """Tell whether there is anything."""
        return len(self.frame) > 0

    def vintages(self, piece: Slice) -> list[str]:
        """Give the years in which a slice exists, the latest first."""
        return sorted({year for year, known in self._rows if known == piece}, reverse=True)

    def vintage(self, piece: Slice, refs: Sequence[TerritoryRef | None]) -> str:
        """
        Choose the year of a comparison: the latest that the first territory has, else the latest of the slice, else "".

        Every territory is then read in that year: two years are never compared as if they were one.
        """
        years = self.vintages(piece)
        first = refs[0] if refs else None
        having = [year for year in years if self.has(first, year, piece)]
        return next(iter(having or years), "")

    def cells(self, measure: str, piece: Slice, refs: Sequence[TerritoryRef | None], year: str) -> Cells:
        """
        Read one measure for territories.

        A territory without a row of its own (a composed one, a level that the table lacks) is the sum of its communes when the
        measure adds up and the table has every one of them.
        """
        found = [self._cell(measure, piece, ref, year) for ref in refs]
        values = np.array([value for value, _, _ in found], dtype=float)
        return Cells(values, np.array([secret for _, secret, _ in found], dtype=bool), [motif for _, _, motif in found])

    def pieces(self, champ: str, nomenclature: str, year: str) -> list[str]:
        """Give the sectors that the table has in a nomenclature, sorted."""
        return sorted({
            piece.secteur
            for known, piece in self._rows
            if known == year and piece.champ == champ and piece.nomenclature == nomenclature and not piece.famille + piece.taille
        })  # fmt: skip

    def nomenclature(self, champ: str, year: str) -> str:
        """Give the finest nomenclature in which both the ESS and a field are cut; "" when there is none."""
        cut = {
            (piece.champ, piece.nomenclature)
            for known, piece in self._rows
            if known == year and piece.secteur and not piece.famille
        }
        both = [name for name in NOMENCLATURES if {("ess", name), (champ, name)} <= cut]
        return both[-1] if both else ""

    def has(self, ref: TerritoryRef | None, year: str, piece: Slice) -> bool:
        """Tell whether a territory has a slice in a year, by its own row or by those of all its communes."""
        if ref is None:
            return False
        rows = self._rows.get((year, piece), {})
        return ref in rows or self._communes(ref, rows) is not None

    def _cell(self, measure: str, piece: Slice, ref: TerritoryRef | None, year: str) -> tuple[float, bool, str]:
        if not self.imported:
            return np.nan, False, NOT_IMPORTED
        rows = self._rows.get((year, piece), {})
        if ref is None or not rows:
            return np.nan, False, "La table importée n’a pas cette décomposition."
        if ref in rows:
            return self._read(measure, [rows[ref]])
        communes = self._communes(ref, rows) if measure in ADDITIVE else None
        if communes is None:
            return np.nan, False, f"La table importée n’a pas ce territoire en {year}."
        return self._read(measure, communes)

    def _read(self, measure: str, rows: list[int]) -> tuple[float, bool, str]:
        if self.frame["secret"].iloc[rows].any():
            return np.nan, True, ""
        value = float(self.frame[measure].iloc[rows].sum(skipna=False))
        return value, False, "La table importée n’a pas cette mesure." if np.isnan(value) else ""

    def _communes(self, ref: TerritoryRef, rows: Mapping[TerritoryRef, int]) -> list[int] | None:
        """Give the rows of all the communes of a territory, None when one is missing."""
        if self._hierarchy is None or ref.niveau is Niveau.COMMUNE or not any(r.niveau is Niveau.COMMUNE for r in rows):
            return None
        codes = self._hierarchy.codes[self._hierarchy.rows(ref)]
        found = [rows.get(TerritoryRef(Niveau.COMMUNE, code)) for code in codes]
        return None if None in found else [row for row in found if row is not None]
