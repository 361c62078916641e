"""Actors by type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.model import TYPES
from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.model import Chapitre, Indicator, Loi
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_REGISTRE, REGISTRE
from ess_map.indicators.reliability import REGISTRE_PART
from ess_map.indicators.shapes import among_actors

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:
    """Divide the actors that have it by all the actors."""
    return among_actors(reading, f"type.{modalite}")


INDICATOR = Indicator(
    id="part_type",
    ordre=55,
    chapitre=Chapitre.THEMES,
    libelle="Part des acteurs : {}",
    question="Quelles sortes de structures sont présentes ?",
    definition="Part d’un type de structure parmi les acteurs recensés ; beaucoup d’acteurs n’ont pas de type particulier.",
    formule="Structures du type ÷ tous les acteurs × 100",
    unite="% des acteurs",
    perimetre=ACTEURS,
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    regle=REGISTRE_PART,
    mesure=measure,
    lecture="{territoire} : {valeur} sont de ce type : {minuscule} ({numerateur}).",
    lecture_compte="{territoire} : {numerateur} de ce type, {minuscule}.",
    loi=Loi.BINOMIALE,
    dimension="type",
    modalites=TYPES,
    compte=("acteur", "acteurs"),
    par=PERCENT,
    prudence="",
)
