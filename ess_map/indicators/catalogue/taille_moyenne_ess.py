"""I06: mean size of the establishments of the ESS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.official import Slice
from ess_map.indicators.perimeters import MILLESIME_OFFICIEL, OFFICIEL, TABLE
from ess_map.indicators.reliability import FLORES
from ess_map.indicators.shapes import official_ratio

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Divide jobs by establishments."""
    return official_ratio(reading, ("effectif", Slice("ess")), ("etablissements", Slice("ess")), 1.0)


INDICATOR = Indicator(
    id="taille_moyenne_ess",
    ordre=60,
    chapitre=Chapitre.POIDS,
    libelle="Taille moyenne des établissements de l’ESS",
    question="Les établissements de l’économie sociale et solidaire sont-ils grands ?",
    definition="Nombre moyen de postes salariés par établissement employeur de l’économie sociale et solidaire.",
    formule="E(ESS) ÷ N(ESS)",
    unite="postes par établissement",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : un établissement employeur de l’ESS compte en moyenne {valeur}.",
    decimales=1,
    meme_millesime=True,
    prudence="La moyenne trompe si un employeur est très gros : lire aussi la médiane.",
)
