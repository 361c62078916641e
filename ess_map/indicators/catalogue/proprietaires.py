"""Share of households that own their home."""

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

COLUMN = context_columns()["part_proprietaires_pct"]


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the column of the context."""
    return context_column(reading, "part_proprietaires_pct")


INDICATOR = Indicator(
    id="proprietaires",
    ordre=36,
    chapitre=Chapitre.CONTEXTE,
    libelle="Ménages propriétaires",
    question="Les ménages possèdent-ils leur logement ?",
    definition=COLUMN.definition,
    formule="Publié par l’Insee",
    unite="% des ménages",
    perimetre=COLUMN.perimetre,
    sources=COLUMN.sources,
    millesimes=COLUMN.millesime,
    regle=PUBLIE,
    mesure=measure,
    lecture="{territoire} : {valeur} possèdent leur logement.",
    decimales=1,
    niveaux=(Niveau.COMMUNE, Niveau.ZONE_EMPLOI, Niveau.DEPARTEMENT, Niveau.FRANCE),
)
