"""I02: weight of the ESS in employer establishments."""

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


def measure(reading: Reading, modalite: str) -> Measure:
    """Divide the establishments of the ESS by all those of the field."""
    return official_ratio(reading, ("etablissements", Slice("ess")), ("etablissements", Slice(modalite)), PERCENT)


INDICATOR = Indicator(
    id="part_etablissements_ess",
    ordre=47,
    chapitre=Chapitre.POIDS,
    libelle="Part de l’ESS dans les établissements employeurs {}",
    question="Quelle place l’économie sociale et solidaire tient-elle parmi les employeurs ?",
    definition="Part des établissements employeurs de l’économie sociale et solidaire dans tous les établissements employeurs, ou dans ceux du privé.",
    formule="N(ESS) ÷ N(total ou privé) × 100",
    unite="% des établissements",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : l’économie sociale et solidaire réunit {valeur} ({minuscule}).",
    decimales=1,
    meme_millesime=True,
    dimension="champ",
    modalites={"total": "total, public compris", "prive": "privé"},
    par=PERCENT,
)
