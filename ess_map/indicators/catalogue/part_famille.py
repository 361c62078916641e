"""Actors by family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.model import FAMILLES_PLURIEL
from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.model import Chapitre, Indicator, Loi
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_REGISTRE, REGISTRE
from ess_map.indicators.reliability import REGISTRE_PART
from ess_map.indicators.shapes import among_actors

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

KNOWN_FAMILIES = {code: label for code, label in FAMILLES_PLURIEL.items() if code != "a_preciser"}


def measure(reading: Reading, modalite: str) -> Measure:
    """Divide the actors of a family by those whose family is known: what is not known is not nothing."""
    return among_actors(reading, f"famille.{modalite}", "famille_connue")


INDICATOR = Indicator(
    id="part_famille",
    ordre=10,
    chapitre=Chapitre.FAMILLES,
    libelle="Part des acteurs : {}",
    question="Quelles familles de l’économie sociale et solidaire sont présentes ?",
    definition="Part d’une famille parmi les acteurs recensés dont la famille est connue.",
    formule="Acteurs de la famille ÷ acteurs dont la famille est connue × 100",
    unite="% des acteurs de famille connue",
    perimetre=ACTEURS,
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    regle=REGISTRE_PART,
    mesure=measure,
    lecture="{territoire} : {valeur} sont de cette famille : {minuscule} ({numerateur}).",
    lecture_compte="{territoire} : {numerateur} dans cette famille, {minuscule}.",
    loi=Loi.BINOMIALE,
    dimension="famille",
    modalites=KNOWN_FAMILIES,
    compte=("acteur", "acteurs"),
    par=PERCENT,
    prudence="La famille est parfois déduite de la catégorie juridique ou du nom ; les acteurs « à préciser » ne comptent pas.",
)
