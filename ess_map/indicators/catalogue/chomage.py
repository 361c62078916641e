"""Unemployment in the sense of the census."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.model import Chapitre, Indicator, Sens
from ess_map.indicators.reliability import RECENSEMENT
from ess_map.indicators.shapes import context_column

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

COLUMN = context_columns()["taux_chomage_pct"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "taux_chomage_pct", numerateur="chomeurs_15_64_2021", denominateur="actifs_15_64_2021")


INDICATOR = Indicator(
    id="chomage",
    ordre=30,
    chapitre=Chapitre.CONTEXTE,
    libelle="Chômage au sens du recensement",
    question="Le chômage est-il élevé ?",
    definition=COLUMN.definition,
    formule="Personnes au chômage ÷ personnes actives × 100",
    unite="% des actifs de 15 à 64 ans",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=RECENSEMENT,
    mesure=measure,
    lecture="{territoire} : {valeur} se déclarent au chômage.",
    lecture_compte="{territoire} : {numerateur} pour {denominateur} personnes actives de 15 à 64 ans.",
    decimales=1,
    compte=("personne au chômage", "personnes au chômage"),
    par=100,
    sens=Sens.BAISSE,
)
