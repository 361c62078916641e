"""Effective number of themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.diversity import effective_number
from ess_map.indicators.measure import AUCUN_ACTEUR, Measure
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_REGISTRE, REGISTRE
from ess_map.indicators.reliability import REGISTRE_COMPTE

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Apply the formula to the actors of each theme."""
    return Measure.of(effective_number(reading.table("theme")), motif=AUCUN_ACTEUR)


INDICATOR = Indicator(
    id="diversite_themes",
    ordre=42,
    chapitre=Chapitre.THEMES,
    libelle="Diversité des thèmes",
    question="Les acteurs font-ils des choses variées ?",
    definition="Nombre de thèmes également fréquents qui donneraient la même variété : exponentielle de l’entropie de Shannon.",
    formule="exp(-Σ p × ln p), p = part d’un thème parmi les thèmes portés",
    unite="thèmes à parts égales",
    perimetre=ACTEURS,
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    regle=REGISTRE_COMPTE,
    mesure=measure,
    lecture="{territoire} : la variété vaut celle de {valeur}.",
    decimales=1,
    prudence="Un acteur de plusieurs thèmes compte dans chacun.",
)
