"""Actors of each theme for 10,000 inhabitants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.model import THEMES
from ess_map.indicators.model import Chapitre, Indicator, Loi
from ess_map.indicators.perimeters import ABSENCE, ACTEURS, MILLESIME_TAUX, POPULATION, REGISTRE
from ess_map.indicators.reliability import REGISTRE_TAUX
from ess_map.indicators.shapes import per_inhabitants

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

PAR = 10_000


def measure(reading: Reading, modalite: str) -> Measure:
    """Bring the actors counted to the legal population."""
    return per_inhabitants(reading, f"theme.{modalite}", PAR)


INDICATOR = Indicator(
    id="densite_theme",
    ordre=20,
    chapitre=Chapitre.THEMES,
    libelle="{} pour 10 000 habitants",
    question="Ce thème est-il porté, pour le nombre d’habitants ?",
    definition="Nombre d’acteurs recensés qui portent un thème, pour 10 000 habitants.",
    formule="Acteurs du thème ÷ population municipale × 10 000",
    unite="pour 10 000 habitants",
    perimetre=ACTEURS,
    sources=(REGISTRE, POPULATION),
    millesimes=MILLESIME_TAUX,
    regle=REGISTRE_TAUX,
    mesure=measure,
    lecture="{territoire} compte {nombre} pour 10 000 habitants sur le thème {minuscule} ({numerateur}).",
    lecture_compte="{territoire} : {numerateur} sur le thème {minuscule}.",
    loi=Loi.POISSON,
    dimension="thème",
    modalites=THEMES,
    compte=("acteur recensé", "acteurs recensés"),
    par=PAR,
    decimales=2,
    prudence=ABSENCE,
)
