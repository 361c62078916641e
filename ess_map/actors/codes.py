"""What queries run on: the columns of the register as small integers and bit masks, prepared once a process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from ess_map.actors import model
from ess_map.actors.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ess_map.territories.atlas import Atlas

UNKNOWN = 255
"""Code of a value that is not known, in the columns of one byte."""

ByteArray = npt.NDArray[np.uint8]
BitArray = npt.NDArray[np.uint32]
IntArray = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Codes:
    """One value a row of the register, in its order."""

    famille: ByteArray
    effectif: ByteArray
    precision: ByteArray
    themes: BitArray
    types: BitArray
    labels: BitArray
    sources: BitArray
    zonages: BitArray
    commune: IntArray
    """Position of the commune in `atlas.communes`, -1 without commune."""
    departement: IntArray
    """Position in `departements`, -1 without département."""
    region: IntArray
    departements: tuple[str, ...]
    regions: tuple[str, ...]
    complement: npt.NDArray[np.bool_]
    search: pa.Array
    """Folded names, commune, SIRET or SIREN, what free text is looked for in."""
    by_name: IntArray
    """Rows in the alphabetical order of names, whatever their accents and case."""


def prepare(frame: pd.DataFrame, atlas: Atlas, sources: Sequence[str]) -> Codes:
    """Turn the columns of the register into codes; `sources` is the closed list whose positions are the bits."""
    departement, departements = _dictionary(frame["departement"])
    region, regions = _dictionary(frame["region"])
    folded = fold_column(frame["nom"])
    return Codes(
        famille=code_column(frame["famille"], model.FAMILLES),
        effectif=code_column(frame["effectif"], model.EFFECTIFS),
        precision=code_column(frame["precision_position"], model.PRECISIONS),
        themes=bit_column(frame["themes"], model.THEMES),
        types=bit_column(frame["types"], model.TYPES),
        labels=bit_column(frame["labels"], model.LABELS),
        sources=bit_column(frame["source"], sources),
        zonages=bit_column(frame["zonages"], model.ZONAGES),
        commune=atlas.communes.index.get_indexer(pd.Index(frame["code_commune"])).astype(np.int32),
        departement=departement,
        region=region,
        departements=departements,
        regions=regions,
        complement=(frame["registre"] == "complement").to_numpy(dtype=bool),
        search=_search_column(folded, frame),
        by_name=_alphabetical(folded, frame),
    )


def code_column(column: pd.Series[str], values: Iterable[str]) -> ByteArray:
    """Give the position of each text in a closed list, 255 for a text that is not in it."""
    positions = pd.Index(list(values)).get_indexer(pd.Index(column))
    return np.where(positions < 0, UNKNOWN, positions).astype(np.uint8)


def bit_column(column: pd.Series[str], values: Iterable[str]) -> BitArray:
    """Give, for texts such as `SOC|MOB`, one bit a value of a closed list (at most 32)."""
    bits = {value: 1 << position for position, value in enumerate(values)}
    codes, texts = pd.factorize(column)
    masks = [sum(bits.get(part, 0) for part in set(text.split("|"))) for text in texts]
    return np.asarray([*masks, 0], dtype=np.uint32)[codes]


def fold_column(column: pd.Series[str]) -> list[str]:
    """Fold every text, each distinct text once."""
    codes, texts = pd.factorize(column)
    folded = [fold(text) for text in texts]
    return [folded[code] for code in codes]


def _dictionary(column: pd.Series[str]) -> tuple[IntArray, tuple[str, ...]]:
    codes, texts = pd.factorize(column)
    known = np.asarray([text != "" for text in texts] + [False])
    return np.where(known[codes], codes, -1).astype(np.int32), tuple(texts)


def _search_column(folded: list[str], frame: pd.DataFrame) -> pa.Array:
    others = fold_column(frame["autres_noms"])
    places, numbers = fold_column(frame["commune"]), frame["siret"].where(frame["siret"] != "", frame["siren"])
    rows = zip(folded, others, places, numbers, strict=True)
    return pa.array([" ".join(row) for row in rows], pa.large_string())


def _alphabetical(folded: list[str], frame: pd.DataFrame) -> IntArray:
    table = pa.table({"nom": folded, "commune": pa.array(frame["commune"]), "identifiant": pa.array(frame["identifiant"])})
    order = pc.sort_indices(table, [("nom", "ascending"), ("commune", "ascending"), ("identifiant", "ascending")])
    return np.asarray(order).astype(np.int32)
