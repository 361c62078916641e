"""Share of people of 75 and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.reliability import PUBLIE
from ess_map.indicators.shapes import context_column
from ess_map.territories.model import Niveau

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

COLUMN = context_columns()["part_75_ans_et_plus_pct"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "part_75_ans_et_plus_pct")


INDICATOR = Indicator(
    id="part_75_ans",
    ordre=18,
    chapitre=Chapitre.CONTEXTE,
    libelle="Personnes de 75 ans et plus",
    question="La population est-elle âgée ?",
    definition=COLUMN.definition,
    formule="Publié par l’Insee",
    unite="% de la population",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=PUBLIE,
    mesure=measure,
    lecture="{territoire} : les 75 ans et plus forment {valeur}.",
    decimales=1,
    niveaux=(Niveau.COMMUNE, Niveau.ZONE_EMPLOI, Niveau.DEPARTEMENT, Niveau.FRANCE),
)
