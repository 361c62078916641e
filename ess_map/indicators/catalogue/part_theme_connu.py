"""Quality of the register: theme_connu."""

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
    return among_actors(reading, "theme_connu")


INDICATOR = Indicator(
    id="part_theme_connu",
    ordre=22,
    chapitre=Chapitre.FIABILITE,
    libelle="Acteurs dont le thème est connu",
    question="Sait-on ce que font les acteurs ?",
    definition="Part des acteurs recensés qui portent au moins un thème.",
    formule="Acteurs concernés ÷ tous les acteurs × 100",
    unite="% des acteurs",
    perimetre=ACTEURS,
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    regle=QUALITE,
    mesure=measure,
    lecture="{territoire} : {valeur} ont un thème connu ({numerateur}).",
    lecture_compte="{territoire} : {numerateur} dont le thème est connu, sur {denominateur}.",
    loi=Loi.BINOMIALE,
    compte=("acteur", "acteurs"),
    par=PERCENT,
    prudence="",
)
