"""Actors by theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.model import THEMES
from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.model import Chapitre, Indicator, Loi
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_REGISTRE, REGISTRE
from ess_map.indicators.reliability import REGISTRE_PART
from ess_map.indicators.shapes import among_actors

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:
    """Divide the actors that have it by all the actors for which it is known."""
    return among_actors(reading, f"theme.{modalite}", "theme_connu")


INDICATOR = Indicator(
    id="part_theme",
    ordre=10,
    chapitre=Chapitre.THEMES,
    libelle="Part des acteurs : {}",
    question="Que font les acteurs ?",
    definition="Part des acteurs dont le thème est connu qui portent un thème donné. Un acteur peut porter plusieurs thèmes : les parts ne s’additionnent pas.",
    formule="Acteurs du thème ÷ acteurs dont un thème est connu × 100",
    unite="% des acteurs au thème connu",
    perimetre=ACTEURS,
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    regle=REGISTRE_PART,
    mesure=measure,
    lecture="{territoire} : {valeur} portent le thème {minuscule} ({numerateur}).",
    lecture_compte="{territoire} : {numerateur} sur le thème {minuscule}, pour {denominateur} au thème connu.",
    loi=Loi.BINOMIALE,
    dimension="thème",
    modalites=THEMES,
    compte=("acteur", "acteurs"),
    par=PERCENT,
    prudence="Les thèmes sont déduits de l’activité, du type ou du nom. Chaque source ne liste qu’une sorte d’acteurs : les parts décrivent le registre, pas toute l’économie sociale et solidaire.",
)
