"""Weight of the ESS in salaried jobs by département, 2014 (Clap)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.measure import Measure
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.reliability import CLAP
from ess_map.territories.model import Niveau

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading

YEAR = "2014"
CARD = "clap_ess_2014"


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the shares as published: without their denominators they do not add up to a région."""
    found = [reading.evidence.published.get("part_emploi_ess_clap", "", ref, YEAR) for ref in reading.places.refs]
    return Measure.of([np.nan if p is None else p.valeur for p in found], millesime=YEAR, sources=(CARD,))


INDICATOR = Indicator(
    id="part_emploi_ess_clap",
    ordre=45,
    chapitre=Chapitre.POIDS,
    libelle="Part de l’ESS dans l’emploi salarié en 2014",
    question="Que pesait l’économie sociale dans l’emploi, à la dernière date publiée par département ?",
    definition="Part des associations, coopératives, mutuelles et fondations dans tous les emplois salariés, public compris, fin 2014.",
    formule="Emplois salariés de l’ESS ÷ tous les emplois salariés × 100 (publié par l’Insee)",
    unite="% des emplois salariés",
    perimetre="Tous les employeurs, publics compris. 100 départements, sans Mayotte. Les dénominateurs ne sont pas publiés avec la part.",
    sources=(CARD,),
    millesimes="2014",
    niveaux=(Niveau.DEPARTEMENT,),
    regle=CLAP,
    mesure=measure,
    lecture="{territoire} : en 2014, l’économie sociale et solidaire pesait {valeur}.",
    meme_millesime=True,
    prudence="Chiffre de 2014 : depuis 2017, Flores a remplacé Clap et les deux sources ne se suivent pas.",
)
