"""How many themes are borne by somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.diversity import richness
from ess_map.indicators.measure import AUCUN_ACTEUR, Measure
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_REGISTRE, REGISTRE
from ess_map.indicators.reliability import REGISTRE_COMPTE

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Apply the formula to the actors of each theme."""
    return Measure.of(richness(reading.table("theme")), motif=AUCUN_ACTEUR)


INDICATOR = Indicator(
    id="themes_presents",
    ordre=40,
    chapitre=Chapitre.THEMES,
    libelle="Thèmes présents",
    question="Combien de thèmes ont au moins un acteur ?",
    definition="Nombre de thèmes, sur quinze, portés par au moins un acteur recensé.",
    formule="Nombre de thèmes dont le compte n’est pas nul",
    unite="thèmes sur 15",
    perimetre=ACTEURS,
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    regle=REGISTRE_COMPTE,
    mesure=measure,
    lecture="{territoire} : au moins un acteur recensé porte {valeur}.",
    decimales=0,
    prudence="Plus un territoire est grand, plus il a de thèmes. Absence au registre, pas forcément sur le terrain.",
)
