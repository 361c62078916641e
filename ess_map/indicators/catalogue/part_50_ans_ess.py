"""I10: share of people of 50 and more in the jobs of the ESS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.official import Slice
from ess_map.indicators.perimeters import MILLESIME_OFFICIEL, OFFICIEL, TABLE
from ess_map.indicators.reliability import FLORES
from ess_map.indicators.shapes import official_ratio

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Divide the jobs held by people of 50 and more by all jobs of the ESS."""
    return official_ratio(reading, ("plus_50", Slice("ess")), ("effectif", Slice("ess")), PERCENT)


INDICATOR = Indicator(
    id="part_50_ans_ess",
    ordre=65,
    chapitre=Chapitre.POIDS,
    libelle="Part des 50 ans et plus dans l’emploi de l’ESS",
    question="Combien de départs à la retraite l’économie sociale et solidaire verra-t-elle venir ?",
    definition="Part des postes salariés de l’ESS occupés par des personnes de 50 ans et plus : un ordre de grandeur des départs à dix ou douze ans.",
    formule="E(ESS, 50 ans et plus) ÷ E(ESS) × 100",
    unite="% des postes",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : les 50 ans et plus occupent {valeur} de l’ESS.",
    decimales=1,
    meme_millesime=True,
    par=PERCENT,
    prudence="Une approximation, pas une prévision : tout le monde ne part pas au même âge.",
)
