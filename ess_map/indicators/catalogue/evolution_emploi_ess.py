"""I11: change of the jobs of the ESS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.evolving import jobs_change
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.perimeters import MILLESIME_OFFICIEL, OFFICIEL, TABLE
from ess_map.indicators.reliability import FLORES

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Compare two years of the same source."""
    return jobs_change(reading)


INDICATOR = Indicator(
    id="evolution_emploi_ess",
    ordre=30,
    chapitre=Chapitre.DYNAMIQUE,
    libelle="Évolution de l’emploi de l’ESS",
    question="L’emploi de l’économie sociale et solidaire augmente-t-il ?",
    definition="Évolution des postes salariés de l’ESS entre le premier et le dernier millésime de la table, sans franchir la rupture de 2017.",
    formule="(E(t1) - E(t0)) ÷ E(t0) × 100",
    unite="%",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : l’emploi de l’ESS a changé de {valeur}.",
    decimales=1,
    meme_millesime=True,
)
