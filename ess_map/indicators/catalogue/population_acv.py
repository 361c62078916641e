"""Population of Action cœur de ville."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.reliability import LISTE
from ess_map.indicators.shapes import context_column

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

COLUMN = context_columns()["part_population_acv_pct"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "part_population_acv_pct")


INDICATOR = Indicator(
    id="population_acv",
    ordre=54,
    chapitre=Chapitre.CONTEXTE,
    libelle="Population d’Action cœur de ville",
    question="Le territoire a-t-il des communes d’Action cœur de ville ?",
    definition=COLUMN.definition,
    formule="Σ population des communes du programme ÷ population × 100",
    unite="% de la population",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=LISTE,
    mesure=measure,
    lecture="{territoire} : {valeur} vit dans une commune d’Action cœur de ville.",
    decimales=1,
)
