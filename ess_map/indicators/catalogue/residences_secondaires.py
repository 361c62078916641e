"""Share of second homes."""

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

COLUMN = context_columns()["part_residences_secondaires_pct"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "part_residences_secondaires_pct")


INDICATOR = Indicator(
    id="residences_secondaires",
    ordre=39,
    chapitre=Chapitre.CONTEXTE,
    libelle="Résidences secondaires",
    question="Les résidences secondaires sont-elles nombreuses ?",
    definition=COLUMN.definition,
    formule="Publié par l’Insee",
    unite="% des logements",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=PUBLIE,
    mesure=measure,
    lecture="{territoire} : {valeur} sont des résidences secondaires.",
    decimales=1,
    niveaux=(Niveau.COMMUNE, Niveau.ZONE_EMPLOI, Niveau.DEPARTEMENT, Niveau.FRANCE),
)
