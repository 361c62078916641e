"""Births minus deaths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.reliability import RECENSEMENT
from ess_map.indicators.shapes import context_column

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

COLUMN = context_columns()["solde_naturel_pour_mille"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "solde_naturel_pour_mille")


INDICATOR = Indicator(
    id="solde_naturel",
    ordre=16,
    chapitre=Chapitre.CONTEXTE,
    libelle="Solde naturel",
    question="Les naissances dépassent-elles les décès ?",
    definition=COLUMN.definition,
    formule="(naissances - décès) ÷ population × 1 000",
    unite="pour 1 000 habitants",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=RECENSEMENT,
    mesure=measure,
    lecture="{territoire} : le solde naturel est de {valeur}.",
    decimales=1,
    prudence="Une seule année : fragile dans les petits territoires.",
)
