"""Households."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.reliability import RECENSEMENT
from ess_map.indicators.shapes import context_column

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

COLUMN = context_columns()["menages_2021"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "menages_2021")


INDICATOR = Indicator(
    id="menages",
    ordre=20,
    chapitre=Chapitre.CONTEXTE,
    libelle="Ménages",
    question="Combien de ménages vivent ici ?",
    definition=COLUMN.definition,
    formule="Somme des ménages des communes",
    unite="ménages",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=RECENSEMENT,
    mesure=measure,
    lecture="{territoire} compte {valeur}.",
    decimales=0,
    comparable=False,
)
