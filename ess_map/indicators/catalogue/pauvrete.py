"""Poverty rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.model import Chapitre, Indicator, Sens
from ess_map.indicators.reliability import PUBLIE
from ess_map.indicators.shapes import context_column
from ess_map.territories.model import Niveau

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

COLUMN = context_columns()["taux_pauvrete_pct"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "taux_pauvrete_pct")


INDICATOR = Indicator(
    id="pauvrete",
    ordre=34,
    chapitre=Chapitre.CONTEXTE,
    libelle="Taux de pauvreté",
    question="La pauvreté est-elle fréquente ?",
    definition=COLUMN.definition,
    formule="Publié par l’Insee",
    unite="% de la population",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=PUBLIE,
    mesure=measure,
    lecture="{territoire} : {valeur} vit sous le seuil de pauvreté.",
    decimales=1,
    sens=Sens.BAISSE,
    niveaux=(Niveau.COMMUNE, Niveau.ZONE_EMPLOI, Niveau.DEPARTEMENT, Niveau.FRANCE),
)
