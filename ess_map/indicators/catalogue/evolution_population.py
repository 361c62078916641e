"""Mean annual change of the population."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.reliability import RECENSEMENT
from ess_map.indicators.shapes import context_column

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

COLUMN = context_columns()["evolution_population_pct_an"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "evolution_population_pct_an")


INDICATOR = Indicator(
    id="evolution_population",
    ordre=14,
    chapitre=Chapitre.CONTEXTE,
    libelle="Évolution annuelle de la population",
    question="La population augmente-t-elle ?",
    definition=COLUMN.definition,
    formule="(P(2021) ÷ P(2015))^(1/6) - 1",
    unite="% par an",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=RECENSEMENT,
    mesure=measure,
    lecture="{territoire} : de 2015 à 2021, la population a changé de {valeur}.",
    decimales=2,
)
