"""Population of Petites villes de demain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.reliability import LISTE
from ess_map.indicators.shapes import context_column

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

COLUMN = context_columns()["part_population_pvd_pct"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "part_population_pvd_pct")


INDICATOR = Indicator(
    id="population_pvd",
    ordre=52,
    chapitre=Chapitre.CONTEXTE,
    libelle="Population des Petites villes de demain",
    question="Le territoire a-t-il des Petites villes de demain ?",
    definition=COLUMN.definition,
    formule="Σ population des communes du programme ÷ population × 100",
    unite="% de la population",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=LISTE,
    mesure=measure,
    lecture="{territoire} : {valeur} vit dans une Petite ville de demain.",
    decimales=1,
)
