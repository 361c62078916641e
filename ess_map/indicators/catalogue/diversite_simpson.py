"""Probability that two bearers of a theme differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.diversity import simpson
from ess_map.indicators.measure import AUCUN_ACTEUR, Measure
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_REGISTRE, REGISTRE
from ess_map.indicators.reliability import REGISTRE_COMPTE

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Apply the formula to the actors of each theme."""
    return Measure.of(simpson(reading.table("theme")), motif=AUCUN_ACTEUR)


INDICATOR = Indicator(
    id="diversite_simpson",
    ordre=44,
    chapitre=Chapitre.THEMES,
    libelle="Indice de Simpson des thèmes",
    question="Deux acteurs pris au hasard font-ils la même chose ?",
    definition="Probabilité que deux thèmes tirés au hasard parmi ceux que portent les acteurs soient différents.",
    formule="1 - Σ p²",
    unite="",
    perimetre=ACTEURS,
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    regle=REGISTRE_COMPTE,
    mesure=measure,
    lecture="{territoire} : deux thèmes tirés au hasard ont {valeur} de chances sur 1 de différer.",
    decimales=2,
    prudence="Un acteur de plusieurs thèmes compte dans chacun.",
)
