"""Legal municipal population."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.reliability import POPULATION
from ess_map.indicators.shapes import context_column

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

COLUMN = context_columns()["population"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "population")


INDICATOR = Indicator(
    id="population",
    ordre=10,
    chapitre=Chapitre.CONTEXTE,
    libelle="Population",
    question="Combien de personnes vivent ici ?",
    definition=COLUMN.definition,
    formule="Somme des populations municipales des communes",
    unite="habitants",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=POPULATION,
    mesure=measure,
    lecture="{territoire} compte {valeur}.",
    decimales=0,
    comparable=False,
)
