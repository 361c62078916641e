"""I13: the part of the gap of the ESS in jobs that comes from the place itself."""

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
    return split_measure(reading, modalite, "specificity")


INDICATOR = Indicator(
    id="effet_specificite",
    ordre=57,
    chapitre=Chapitre.POIDS,
    libelle="Effet de spécificité sur la part de l’ESS {}",
    question="À secteurs égaux, l’économie sociale et solidaire pèse-t-elle plus ici ?",
    definition="Reste de l’écart, une fois retiré l’effet de structure : dans un même secteur, l’ESS pèse plus, ou moins, ici.",
    formule="Σ part(s, t) × (taux(s, t) - taux(s, r)) ; structure + spécificité = écart",
    unite="points",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : à secteurs égaux, l’ESS pèse {valeur} de plus ou de moins que dans la référence ({minuscule}).",
    decimales=2,
    meme_millesime=True,
    dimension="champ",
    modalites={"total": "total, public compris", "prive": "privé"},
    prudence="Les secteurs masqués ou inconnus d’un côté sont regroupés des deux côtés.",
)
