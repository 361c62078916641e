"""Inhabitants of the communes without structure d'insertion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.measure import Measure
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.perimeters import ABSENCE, ACTEURS, MILLESIME_TAUX, POPULATION, REGISTRE
from ess_map.indicators.reliability import COUVERTURE
from ess_map.indicators.shapes import population_years

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Add up the inhabitants of the communes without ACI, EI, AI nor ETTI."""
    return Measure.ratio(
        reading.inhabitants(reading.is_commune & ~reading.has("insertion")), reading.population, PERCENT,
        millesime=population_years(reading), sources=(POPULATION,),
    )  # fmt: skip


INDICATOR = Indicator(
    id="habitants_sans_insertion",
    ordre=35,
    chapitre=Chapitre.COUVERTURE,
    libelle="Habitants d’une commune sans structure d’insertion",
    question="Combien de personnes vivent dans une commune sans structure d’insertion ?",
    definition=("Part des habitants dont la commune n’a aucune structure d’insertion par l’activité économique recensée."),
    formule="Σ population des communes sans structure d’insertion ÷ population × 100",
    unite="% de la population",
    perimetre=ACTEURS,
    sources=(REGISTRE, POPULATION),
    millesimes=MILLESIME_TAUX,
    regle=COUVERTURE,
    mesure=measure,
    lecture="{territoire} : {valeur} vit dans une commune sans structure d’insertion recensée ({numerateur}).",
    lecture_compte="{territoire} : {numerateur} dans une commune sans structure d’insertion recensée.",
    compte=("habitant", "habitants"),
    par=PERCENT,
    prudence=ABSENCE,
)
