"""Inhabitants per km²."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.reliability import POPULATION
from ess_map.indicators.shapes import context_column

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

COLUMN = context_columns()["densite_hab_km2"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "densite_hab_km2")


INDICATOR = Indicator(
    id="densite_population",
    ordre=12,
    chapitre=Chapitre.CONTEXTE,
    libelle="Densité de population",
    question="Le territoire est-il dense ?",
    definition=COLUMN.definition,
    formule="Population municipale ÷ superficie",
    unite="habitants par km²",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=POPULATION,
    mesure=measure,
    lecture="{territoire} compte {valeur}.",
    decimales=1,
)
