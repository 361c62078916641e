"""Actors of each family for 10,000 inhabitants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.model import FAMILLES_PLURIEL
from ess_map.indicators.model import Chapitre, Indicator, Loi
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_TAUX, POPULATION, REGISTRE
from ess_map.indicators.reliability import REGISTRE_TAUX
from ess_map.indicators.shapes import per_inhabitants

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

PAR = 10_000
KNOWN_FAMILIES = {code: label for code, label in FAMILLES_PLURIEL.items() if code != "a_preciser"}


def measure(reading: Reading, modalite: str) -> Measure:
    """Bring the actors counted to the legal population."""
    return per_inhabitants(reading, f"famille.{modalite}", PAR)


INDICATOR = Indicator(
    id="densite_famille",
    ordre=20,
    chapitre=Chapitre.FAMILLES,
    libelle="{} pour 10 000 habitants",
    question="Cette famille est-elle présente, pour le nombre d’habitants ?",
    definition="Nombre d’acteurs recensés d’une famille pour 10 000 habitants.",
    formule="Acteurs de la famille ÷ population municipale × 10 000",
    unite="pour 10 000 habitants",
    perimetre=ACTEURS,
    sources=(REGISTRE, POPULATION),
    millesimes=MILLESIME_TAUX,
    regle=REGISTRE_TAUX,
    mesure=measure,
    lecture="{territoire} compte {nombre} pour 10 000 habitants dans cette famille : {minuscule} ({numerateur}).",
    lecture_compte="{territoire} : {numerateur} dans cette famille, {minuscule}.",
    loi=Loi.POISSON,
    dimension="famille",
    modalites=KNOWN_FAMILIES,
    compte=("acteur recensé", "acteurs recensés"),
    par=PAR,
    decimales=2,
    prudence="Les acteurs dont la famille est à préciser ne comptent dans aucune.",
)
