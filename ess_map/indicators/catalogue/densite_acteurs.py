"""Actors for 10,000 inhabitants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.model import Chapitre, Indicator, Loi
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_TAUX, POPULATION, REGISTRE
from ess_map.indicators.reliability import REGISTRE_TAUX
from ess_map.indicators.shapes import per_inhabitants

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

PAR = 10_000


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Bring the actors counted to the legal population."""
    return per_inhabitants(reading, "total", PAR)


INDICATOR = Indicator(
    id="densite_acteurs",
    ordre=20,
    chapitre=Chapitre.POIDS,
    libelle="Densité d’acteurs",
    question="Y a-t-il beaucoup d’acteurs pour le nombre d’habitants ?",
    definition="Nombre d’acteurs recensés pour 10 000 habitants.",
    formule="Acteurs comptés ÷ population municipale × 10 000",
    unite="pour 10 000 habitants",
    perimetre=ACTEURS,
    sources=(REGISTRE, POPULATION),
    millesimes=MILLESIME_TAUX,
    regle=REGISTRE_TAUX,
    mesure=measure,
    lecture="{territoire} compte {nombre} pour 10 000 habitants ({numerateur} pour {denominateur} habitants).",
    loi=Loi.POISSON,
    compte=("acteur recensé", "acteurs recensés"),
    par=PAR,
)
