"""Persons per household."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.reliability import RECENSEMENT
from ess_map.indicators.shapes import context_column

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

COLUMN = context_columns()["taille_menages"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "taille_menages")


INDICATOR = Indicator(
    id="taille_menages",
    ordre=22,
    chapitre=Chapitre.CONTEXTE,
    libelle="Personnes par ménage",
    question="Les ménages sont-ils petits ?",
    definition=COLUMN.definition,
    formule="Population municipale ÷ ménages",
    unite="personnes par ménage",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=RECENSEMENT,
    mesure=measure,
    lecture="{territoire} compte {valeur}.",
    decimales=2,
)
