"""What every diagnosis shares, prepared before the first visitor asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.page import diagnosis
from ess_map.indicators.portrait import question_of
from ess_map.territories.model import FRANCE, Niveau

if TYPE_CHECKING:
    from ess_map.indicators.evidence import Evidence

_LEVELS = (Niveau.DEPARTEMENT, Niveau.EPCI, Niveau.COMMUNE)
"""Levels whose comparables are sought among many: their variables are standardised once."""


def warm(evidence: Evidence) -> None:
    """Prepare the counts of the national sources, the distances, and the comparables of each level; a second of work."""
    evidence.warm()
    for level in _LEVELS:
        first = evidence.atlas.children(FRANCE, level)[:1]
        for ref in first:
            diagnosis(evidence, *question_of(evidence, ref))
