"""How much of the register lies in the five communes that have the most actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.measure import AUCUN_ACTEUR, Measure
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_REGISTRE, REGISTRE
from ess_map.indicators.reliability import REGISTRE_PART
from ess_map.territories.model import Niveau

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading

TOP = 5


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Give the share of the five fullest communes; without object where there are five communes or fewer."""
    total = reading.actors("total")
    found = Measure.ratio(reading.tally.largest(reading.places, TOP), total, PERCENT, sans_denominateur=AUCUN_ACTEUR)
    few = reading.communes <= TOP
    found.valeur[few] = np.nan
    found.motif[few] = "Cinq communes ou moins : cette part n’a pas de sens."
    return found


INDICATOR = Indicator(
    id="concentration_communes",
    ordre=85,
    chapitre=Chapitre.POIDS,
    libelle="Concentration dans cinq communes",
    question="Les acteurs sont-ils partout, ou dans quelques communes ?",
    definition="Part des acteurs recensés qui sont établis dans les cinq communes qui en comptent le plus.",
    formule="Acteurs des cinq communes les plus fournies ÷ acteurs du territoire × 100",
    unite="% des acteurs",
    perimetre=ACTEURS,
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    niveaux=(
        Niveau.EPCI,
        Niveau.EPT,
        Niveau.ZONE_EMPLOI,
        Niveau.DEPARTEMENT,
        Niveau.REGION,
        Niveau.FRANCE,
        Niveau.COMPOSE,
    ),
    regle=REGISTRE_PART,
    mesure=measure,
    lecture="{territoire} : les cinq communes les mieux pourvues réunissent {valeur}.",
    prudence=(
        "Le registre n’a que des tranches d’effectif : la part des cinq premiers employeurs ne peut pas en être tirée. Moins un territoire a "
        "de communes, plus cette part est haute."
    ),
)
