"""Median standard of living."""

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

COLUMN = context_columns()["revenu_median"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "revenu_median")


INDICATOR = Indicator(
    id="niveau_vie_median",
    ordre=32,
    chapitre=Chapitre.CONTEXTE,
    libelle="Niveau de vie médian",
    question="Le niveau de vie est-il élevé ?",
    definition=COLUMN.definition,
    formule="Médiane publiée par l’Insee",
    unite="euros par an",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=PUBLIE,
    mesure=measure,
    lecture="{territoire} : la moitié de la population vit avec plus de {valeur} par unité de consommation.",
    decimales=0,
    sens=Sens.HAUSSE,
    niveaux=(Niveau.COMMUNE, Niveau.ZONE_EMPLOI, Niveau.DEPARTEMENT, Niveau.FRANCE),
)
