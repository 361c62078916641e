"""What the register says of one territory: who is there, doing what, and where nobody is recorded. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.actors import model, query
from ess_map.actors.codes import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ess_map.actors.register import Register
    from ess_map.territories.atlas import Atlas
    from ess_map.territories.model import TerritoryRef

INSERTION = ("aci", "ei", "ai", "etti")
"""Types of structures d’insertion par l’activité économique (SIAE)."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """Counts of the principal register in one territory. An actor of several themes counts in each of them."""

    territoire: TerritoryRef
    total: int
    placed: int
    """Actors that have a position, be it the centre of their commune."""
    familles: Mapping[str, int]
    """Family -> actors, every family of the closed list in its order, zero included."""
    themes: Mapping[str, int]
    """Theme -> actors, the most frequent first, only those that have one."""
    absents: tuple[str, ...]
    """Themes without any actor recorded, in the order of the closed list."""
    sans_theme: int
    """Actors whose theme is not known."""
    insertion: int
    """Structures d’insertion par l’activité économique."""
    communes: int
    """Member communes."""
    communes_sans: tuple[str, ...]
    """Codes of the member communes without any actor recorded, the most populated first."""
    habitants_sans: int | None
    """Inhabitants of those communes; None when one of them has no published population."""
    complement: int
    """Actors of the complementary register, which no other figure counts."""

    @property
    def communes_avec(self) -> int:
        """Member communes with at least one actor recorded."""
        return self.communes - len(self.communes_sans)


def portrait(register: Register, atlas: Atlas, ref: TerritoryRef) -> Portrait:
    """
    Describe a territory.

    Raises
    ------
    UnknownTerritoryError
        If the reference names nothing that exists.
    """
    inside = query.within(register, atlas, ref)
    complement = inside & register.codes.complement
    kept = inside & ~register.codes.complement
    themes = _bits(register.codes.themes[kept], tuple(model.THEMES))
    types = tuple(model.TYPES)
    insertion = np.uint32(sum(1 << types.index(name) for name in INSERTION))
    without = _communes_without(register, atlas, ref, kept)
    return Portrait(
        territoire=ref,
        total=int(np.count_nonzero(kept)),
        placed=int(np.count_nonzero(kept & register.placed)),
        familles=dict(
            zip(model.FAMILLES, np.bincount(register.codes.famille[kept], minlength=UNKNOWN + 1).tolist(), strict=False)
        ),
        themes=dict(sorted(((code, n) for code, n in themes.items() if n), key=lambda pair: -pair[1])),
        absents=tuple(code for code, n in themes.items() if not n),
        sans_theme=int(np.count_nonzero(register.codes.themes[kept] == 0)),
        insertion=int(np.count_nonzero(register.codes.types[kept] & insertion)),
        communes=len(atlas.members(ref)),
        communes_sans=without,
        habitants_sans=_inhabitants(atlas, without),
        complement=int(np.count_nonzero(complement)),
    )


def totals(register: Register, atlas: Atlas, refs: Iterable[TerritoryRef]) -> dict[TerritoryRef, int]:
    """Count the actors of the principal register in each territory, one pass over the register for all of them."""
    by_commune, loose = _by_commune(register, atlas), _by_departement_alone(register)
    return {
        ref: int(by_commune[_positions(atlas, atlas.members(ref))].sum())
        + sum(loose[code] for code in query.whole_departements(atlas, ref, loose))
        for ref in refs
    }


def _by_departement_alone(register: Register) -> dict[str, int]:
    """Count by département the actors whose commune is unknown."""
    codes = register.codes
    names, found = np.unique(codes.departement[(codes.commune < 0) & ~codes.complement], return_counts=True)
    return {codes.departements[name]: int(n) for name, n in zip(names, found, strict=True) if name >= 0}


def _positions(atlas: Atlas, codes: tuple[str, ...]) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    return atlas.communes.index.get_indexer(pd.Index(codes))


def _bits(column: np.ndarray[tuple[int], np.dtype[np.uint32]], values: tuple[str, ...]) -> dict[str, int]:
    return {value: int(np.count_nonzero(column & np.uint32(1 << position))) for position, value in enumerate(values)}


def _by_commune(register: Register, atlas: Atlas) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    known = (register.codes.commune >= 0) & ~register.codes.complement
    return np.bincount(register.codes.commune[known], minlength=len(atlas.communes))


def _communes_without(register: Register, atlas: Atlas, ref: TerritoryRef, kept: query.BoolArray) -> tuple[str, ...]:
    codes = atlas.members(ref)
    positions = _positions(atlas, codes)
    inhabited = np.zeros(len(atlas.communes) + 1, dtype=bool)  # the last one answers for -1, no commune
    inhabited[register.codes.commune[kept]] = True
    empty = [code for code, found in zip(codes, inhabited[positions], strict=True) if not found]
    people = atlas.communes["population"].reindex(empty).fillna(0)
    return tuple(people.sort_values(ascending=False, kind="stable").index)


def _inhabitants(atlas: Atlas, codes: tuple[str, ...]) -> int | None:
    people = atlas.communes["population"].reindex(list(codes))
    return None if people.isna().any() else int(people.sum())
