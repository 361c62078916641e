"""I13: the part of the gap of the ESS in jobs that comes from the mix of sectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.perimeters import MILLESIME_OFFICIEL, OFFICIEL, TABLE
from ess_map.indicators.reliability import FLORES
from ess_map.indicators.splitting import split_measure

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:
    """Split the gap with the main reference, sector by sector."""
    return split_measure(reading, modalite, "structure")


INDICATOR = Indicator(
    id="effet_structure",
    ordre=56,
    chapitre=Chapitre.POIDS,
    libelle="Effet de structure sur la part de l’ESS {}",
    question="L’écart avec la référence vient-il des secteurs présents ?",
    definition="Écart que le territoire aurait avec la référence si l’ESS pesait dans chaque secteur ce qu’elle pèse dans la référence.",
    formule="Σ (part(s, t) - part(s, r)) × taux(s, r) ; structure + spécificité = écart",
    unite="points",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : la composition par secteur explique {valeur} d’écart avec la référence ({minuscule}).",
    decimales=2,
    meme_millesime=True,
    dimension="champ",
    modalites={"total": "total, public compris", "prive": "privé"},
    prudence="Les secteurs masqués ou inconnus d’un côté sont regroupés des deux côtés.",
)
