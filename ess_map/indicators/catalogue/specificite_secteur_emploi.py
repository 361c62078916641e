"""Location quotient of the sectors of the whole economy, by zone d'emploi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.catalogue import part_secteur_emploi
from ess_map.indicators.employment import SECTEURS_A5
from ess_map.indicators.formulas.location_quotient import location_quotient
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.relative import against_france
from ess_map.indicators.reliability import FLORES
from ess_map.territories.model import Niveau

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:
    """Divide the share of the sector by that of France."""
    return against_france(reading, lambda places: part_secteur_emploi.measure(places, modalite), location_quotient)


INDICATOR = Indicator(
    id="specificite_secteur_emploi",
    ordre=62,
    chapitre=Chapitre.CONTEXTE,
    libelle="Indice de spécificité du secteur : {}",
    question="Ce secteur pèse-t-il plus ici qu’en France ?",
    definition="Part du secteur dans les postes salariés de la zone d’emploi, divisée par sa part en France. Au-dessus de 1, il est surreprésenté.",
    formule="(E(s, t) ÷ E(t)) ÷ (E(s, France) ÷ E(France))",
    unite="",
    perimetre=part_secteur_emploi.INDICATOR.perimetre,
    sources=part_secteur_emploi.INDICATOR.sources,
    millesimes=part_secteur_emploi.INDICATOR.millesimes,
    niveaux=(Niveau.ZONE_EMPLOI, Niveau.FRANCE),
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : la part de ce secteur ({minuscule}) vaut {valeur} fois celle de la France.",
    dimension="secteur",
    modalites=SECTEURS_A5,
    decimales=2,
    meme_millesime=True,
)
