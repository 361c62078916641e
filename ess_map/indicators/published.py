"""Official figures published as they are: shares that no sum can give, and national key figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np

from ess_map.indicators.measure import Measure
from ess_map.territories.marts import read_mart
from ess_map.territories.model import Niveau, TerritoryRef

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

    from ess_map.indicators.reading import Reading

FILE = "officiel/valeurs_publiees.parquet"
COLUMNS = ("indicateur", "modalite", "niveau", "code", "millesime", "valeur", "source", "reserve")


class Publication(NamedTuple):
    """A figure as it was published."""

    valeur: float
    millesime: str
    source: str
    """Identity card."""
    reserve: str
    """French sentence, may be empty."""


def completed(measure: Measure, reading: Reading, indicateur: str, modalite: str) -> Measure:
    """Fill the unknown values of a measure with what was published, with its year and its reserve; secret ones stay so."""
    values, years, reserves = measure.valeur.copy(), measure.millesime.copy(), measure.avertissements.copy()
    sources = list(measure.sources)
    for position, ref in enumerate(reading.places.refs):
        found = reading.evidence.published.get(indicateur, modalite, ref)
        if found is not None and np.isnan(values[position]) and not measure.secret[position]:
            values[position], years[position], reserves[position] = found.valeur, found.millesime, found.reserve
            sources.append(found.source)
    return Measure.of(
        values, numerateur=measure.numerateur, denominateur=measure.denominateur, motif=measure.motif, secret=measure.secret,
        millesime=years, sources=tuple(dict.fromkeys(sources)), avertissements=reserves,
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class Published:
    """Every published figure, by indicator, modality and territory."""

    _by_key: Mapping[tuple[str, str], Mapping[TerritoryRef, tuple[Publication, ...]]]

    @classmethod
    def load(cls, data_dir: Path) -> Self:
        """
        Read the published figures of the data folder.

        Raises
        ------
        SourceError
            If the file is missing or unreadable.
        SchemaError
            If a column is missing.
        """
        return cls.of(read_mart(data_dir, FILE, COLUMNS))

    @classmethod
    def of(cls, table: pd.DataFrame) -> Self:
        """Arrange a table of `COLUMNS`."""
        found: dict[tuple[str, str], dict[TerritoryRef, tuple[Publication, ...]]] = {}
        ordered = table.sort_values("millesime")
        for keys in zip(*(ordered[name].tolist() for name in COLUMNS), strict=True):
            indicateur, modalite, niveau, code, millesime, valeur, source, reserve = keys
            mine = found.setdefault((indicateur, modalite), {})
            ref = TerritoryRef(Niveau(niveau), code)
            mine[ref] = (*mine.get(ref, ()), Publication(float(valeur), millesime, source, reserve))
        return cls(found)

    def get(self, indicateur: str, modalite: str, ref: TerritoryRef | None, millesime: str = "") -> Publication | None:
        """Give what was published of a territory for a year, the latest when no year is given; None when nothing was."""
        if ref is None:
            return None
        known = self._by_key.get((indicateur, modalite), {}).get(ref, ())
        chosen = [publication for publication in known if millesime in {"", publication.millesime}]
        return chosen[-1] if chosen else None

    def level(self, indicateur: str, modalite: str, niveau: Niveau, millesime: str = "") -> dict[TerritoryRef, Publication]:
        """Give what was published of every territory of a level."""
        known = self._by_key.get((indicateur, modalite), {})
        found = {ref: self.get(indicateur, modalite, ref, millesime) for ref in known if ref.niveau is niveau}
        return {ref: publication for ref, publication in found.items() if publication is not None}
