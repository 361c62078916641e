"""Sectors in the salaried jobs of the whole economy, by zone d'emploi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.employment import SECTEURS_A5
from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.measure import Measure
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.reliability import FLORES
from ess_map.territories.model import Niveau

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading

CARD = "flores_zones_2023"


def measure(reading: Reading, modalite: str) -> Measure:
    """Divide the jobs of a sector by those of the five sectors."""
    employment = reading.evidence.employment
    jobs = employment.of_places(reading.places.refs, employment.latest)
    return Measure.ratio(
        jobs[:, list(SECTEURS_A5).index(modalite)], jobs.sum(axis=1), PERCENT, millesime=employment.latest, sources=(CARD,)
    )


INDICATOR = Indicator(
    id="part_secteur_emploi",
    ordre=60,
    chapitre=Chapitre.CONTEXTE,
    libelle="Emploi salarié par secteur : {}",
    question="De quoi vit l’économie du territoire ?",
    definition="Part d’un secteur dans les postes salariés de toute l’économie, et non de la seule économie sociale et solidaire.",
    formule="E(s) ÷ E × 100",
    unite="% des postes salariés",
    perimetre="Toute l’économie, hors défense et hors particuliers employeurs. 305 zones d’emploi, sans Mayotte ; France = somme de ces zones.",
    sources=(CARD,),
    millesimes="2023",
    niveaux=(Niveau.ZONE_EMPLOI, Niveau.FRANCE),
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : {valeur} sont dans ce secteur : {minuscule}.",
    dimension="secteur",
    modalites=SECTEURS_A5,
    par=PERCENT,
    meme_millesime=True,
)
