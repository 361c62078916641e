"""I06: establishments of the ESS by size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.official import TAILLES, Slice
from ess_map.indicators.perimeters import MILLESIME_OFFICIEL, OFFICIEL, TABLE
from ess_map.indicators.reliability import FLORES
from ess_map.indicators.shapes import official_ratio
from ess_map.typography import capitalized

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:
    """Divide the establishments of a class by all those of the ESS."""
    return official_ratio(reading, ("etablissements", Slice("ess", taille=modalite)), ("etablissements", Slice("ess")), PERCENT)


INDICATOR = Indicator(
    id="part_taille_ess",
    ordre=62,
    chapitre=Chapitre.POIDS,
    libelle="Établissements de l’ESS par taille : {}",
    question="Comment les établissements de l’économie sociale et solidaire se répartissent-ils par taille ?",
    definition="Part des établissements de l’ESS d’une classe de taille.",
    formule="N(ESS, classe) ÷ N(ESS) × 100",
    unite="% des établissements",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : {valeur} de l’ESS ont pour taille : {minuscule}.",
    decimales=1,
    meme_millesime=True,
    dimension="classe de taille",
    modalites={code: capitalized(label) for code, label in TAILLES.items()},
    par=PERCENT,
)
