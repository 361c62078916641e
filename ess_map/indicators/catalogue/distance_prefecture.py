"""Distance to the préfecture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.reliability import MESURE
from ess_map.indicators.shapes import context_column

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

COLUMN = context_columns()["distance_prefecture_km"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "distance_prefecture_km")


INDICATOR = Indicator(
    id="distance_prefecture",
    ordre=56,
    chapitre=Chapitre.CONTEXTE,
    libelle="Distance à la préfecture",
    question="La préfecture est-elle loin ?",
    definition=COLUMN.definition,
    formule="Σ population × distance ÷ population",
    unite="km",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=MESURE,
    mesure=measure,
    lecture="{territoire} : la préfecture est à {valeur} à vol d’oiseau, en moyenne par habitant.",
    decimales=1,
)
