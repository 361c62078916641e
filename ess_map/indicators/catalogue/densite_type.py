"""Structures of each type for 100,000 inhabitants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.model import TYPES
from ess_map.indicators.model import Chapitre, Indicator, Loi
from ess_map.indicators.perimeters import ABSENCE, ACTEURS, MILLESIME_TAUX, POPULATION, REGISTRE
from ess_map.indicators.reliability import REGISTRE_TAUX
from ess_map.indicators.shapes import per_inhabitants

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

PAR = 100_000


def measure(reading: Reading, modalite: str) -> Measure:
    """Bring the actors counted to the legal population."""
    return per_inhabitants(reading, f"type.{modalite}", PAR)


INDICATOR = Indicator(
    id="densite_type",
    ordre=60,
    chapitre=Chapitre.THEMES,
    libelle="{} pour 100 000 habitants",
    question="Ce type de structure est-il présent, pour le nombre d’habitants ?",
    definition="Nombre de structures recensées d’un type pour 100 000 habitants.",
    formule="Structures du type ÷ population municipale × 100 000",
    unite="pour 100 000 habitants",
    perimetre=ACTEURS,
    sources=(REGISTRE, POPULATION),
    millesimes=MILLESIME_TAUX,
    regle=REGISTRE_TAUX,
    mesure=measure,
    lecture="{territoire} compte {nombre} pour 100 000 habitants de ce type : {minuscule} ({numerateur}).",
    lecture_compte="{territoire} : {numerateur} de ce type, {minuscule}.",
    loi=Loi.POISSON,
    dimension="type",
    modalites=TYPES,
    compte=("structure recensée", "structures recensées"),
    par=PAR,
    decimales=2,
    prudence=ABSENCE,
)
