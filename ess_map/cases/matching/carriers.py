"""Actors of a territory who could carry a case: by the types the card names, else by the theme of the need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from ess_map.actors.model import THEMES, TYPES
from ess_map.cases.matching.model import CarrierGroup
from ess_map.typography import count, fr

if TYPE_CHECKING:
    import numpy.typing as npt

    from ess_map.cases.model import Case
    from ess_map.indicators.evidence import Evidence
    from ess_map.territories.model import TerritoryRef

_BY_TYPE, _BY_THEME = list(TYPES), list(THEMES)


@dataclass(frozen=True, eq=False)
class Carriers:
    """The actors of one territory, principal register."""

    lignes: npt.NDArray[np.intp]
    """Rows of the register, in alphabetical order."""
    types: npt.NDArray[np.uint32]
    themes: npt.NDArray[np.uint32]

    @classmethod
    def of(cls, evidence: Evidence, ref: TerritoryRef) -> Self:
        """Gather the actors of a territory, given by a canonical reference."""
        rows = evidence.rows(evidence.places([ref]), 0, evidence.every_source, "total")
        codes = evidence.register.codes
        return cls(rows, codes.types[rows], codes.themes[rows])

    def for_case(self, case: Case, theme: str) -> CarrierGroup:
        """Find who could carry the like of a case: its types first, else the actors of the theme of the need."""
        types = case.deduit.porteurs_possibles
        wanted = np.uint32(sum(1 << _BY_TYPE.index(code) for code in types))
        rows = self.lignes[(self.types & wanted) != 0]
        if len(rows):
            return _group(rows, f"par leur type ({' ; '.join(_lowered(TYPES[code]) for code in types)})")
        return self.of_theme(theme)

    def of_theme(self, theme: str) -> CarrierGroup:
        """Give the actors of a theme; none for an empty code."""
        bit = np.uint32(1 << _BY_THEME.index(theme)) if theme else np.uint32(0)
        rows = self.lignes[(self.themes & bit) != 0]
        return _group(rows, f"par leur thème ({_lowered(THEMES[theme])})" if theme else "")


def _group(rows: npt.NDArray[np.intp], ground: str) -> CarrierGroup:
    if not len(rows):
        said = "Aucun acteur recensé ici ne se désigne pour le porter : absence au registre, pas forcément sur le terrain."
    else:
        said = f"{count(len(rows), 'acteur recensé ici pourrait', 'acteurs recensés ici pourraient')} le porter, {ground}."
    return CarrierGroup(fr(said), tuple(int(row) for row in rows))


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
