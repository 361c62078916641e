"""Change of the weight of the ESS in jobs, 2008 to 2014 (Clap)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.formulas.evolution import change_points
from ess_map.indicators.measure import Measure
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.reliability import CLAP
from ess_map.territories.model import Niveau

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading

BEFORE, AFTER = "2008", "2014"
CARD = "clap_ess_2014"


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Subtract two published shares of the same source."""
    columns = []
    for year in (BEFORE, AFTER):
        found = [reading.evidence.published.get("part_emploi_ess_clap", "", ref, year) for ref in reading.places.refs]
        columns.append([np.nan if p is None else p.valeur for p in found])
    return Measure.of(change_points(*columns), millesime=f"{BEFORE}-{AFTER}", sources=(CARD,))


INDICATOR = Indicator(
    id="evolution_part_emploi_ess",
    ordre=20,
    chapitre=Chapitre.DYNAMIQUE,
    libelle="Évolution de la part de l’ESS dans l’emploi, 2008-2014",
    question="L’économie sociale a-t-elle pris plus de place dans l’emploi ?",
    definition="Écart, en points, entre la part de l’ESS dans l’emploi salarié de 2014 et celle de 2008.",
    formule="Part de 2014 - part de 2008",
    unite="points",
    perimetre="Tous les employeurs, publics compris. 100 départements, sans Mayotte.",
    sources=(CARD,),
    millesimes="2008 et 2014",
    niveaux=(Niveau.DEPARTEMENT,),
    regle=CLAP,
    mesure=measure,
    lecture="{territoire} : de 2008 à 2014, la part de l’ESS dans l’emploi a changé de {valeur}.",
    meme_millesime=True,
    prudence="Les parts de 2008 sont publiées arrondies au centième.",
)
