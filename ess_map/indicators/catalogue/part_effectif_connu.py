"""Quality of the register: effectif_connu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.model import Chapitre, Indicator, Loi
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_REGISTRE, REGISTRE
from ess_map.indicators.reliability import QUALITE
from ess_map.indicators.shapes import among_actors

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Divide the actors that have it by all the actors."""
    return among_actors(reading, "effectif_connu")


INDICATOR = Indicator(
    id="part_effectif_connu",
    ordre=28,
    chapitre=Chapitre.FIABILITE,
    libelle="Acteurs dont la taille est connue",
    question="Connaît-on la taille des acteurs ?",
    definition="Part des acteurs recensés dont la tranche d’effectif est connue.",
    formule="Acteurs concernés ÷ tous les acteurs × 100",
    unite="% des acteurs",
    perimetre=ACTEURS,
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    regle=QUALITE,
    mesure=measure,
    lecture="{territoire} : {valeur} ont une tranche d’effectif connue ({numerateur}).",
    lecture_compte="{territoire} : {numerateur} avec une tranche d’effectif connue, sur {denominateur}.",
    loi=Loi.BINOMIALE,
    compte=("acteur", "acteurs"),
    par=PERCENT,
    prudence="",
)
