"""Inhabitants far from any actor of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.model import THEMES
from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.measure import Measure
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.perimeters import ABSENCE, ACTEURS, MILLESIME_TAUX, POPULATION, REGISTRE
from ess_map.indicators.reliability import COUVERTURE
from ess_map.indicators.shapes import population_years

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:
    """Measure from the label point of each commune to the nearest actor of the theme, the territory's own or not."""
    return Measure.ratio(
        reading.out_of_reach(modalite), reading.population, PERCENT, millesime=population_years(reading), sources=(POPULATION,)
    )


INDICATOR = Indicator(
    id="eloignement_theme",
    ordre=20,
    chapitre=Chapitre.COUVERTURE,
    libelle="Habitants loin de tout acteur : {}",
    question="Qui n’a aucun acteur de ce thème à portée ?",
    definition=(
        "Part des habitants dont la commune a son point d’étiquette à plus de 15 km (ou 5, 10, 30, au choix) à vol d’oiseau de tout acteur recensé du thème. Distance mesurée dans la projection officielle de chaque partie de la France ; toute la population d’une commune est comptée en ce point."
    ),
    formule="Σ population des communes au-delà de la distance ÷ population × 100",
    unite="% de la population",
    perimetre=ACTEURS,
    sources=(REGISTRE, POPULATION),
    millesimes=MILLESIME_TAUX,
    regle=COUVERTURE,
    mesure=measure,
    lecture="{territoire} : {valeur} vit à plus de {km} km de tout acteur recensé du thème {minuscule} ({numerateur}).",
    lecture_compte="{territoire} : {numerateur} à plus de {km} km de tout acteur recensé du thème {minuscule}.",
    compte=("habitant", "habitants"),
    par=PERCENT,
    dimension="thème",
    modalites=THEMES,
    prudence=f"{ABSENCE} Un acteur situé hors de la zone que couvrent les sources comptées n’est pas vu.",
)
