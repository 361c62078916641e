"""I03: location quotient of the jobs of the ESS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.location_quotient import location_quotient
from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.measure import Measure
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.official import Slice
from ess_map.indicators.perimeters import MILLESIME_OFFICIEL, OFFICIEL, TABLE
from ess_map.indicators.relative import against_reference
from ess_map.indicators.reliability import FLORES
from ess_map.indicators.shapes import official_ratio

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:
    """Divide the share of each place by that of the main reference."""
    shares = official_ratio(reading, ("effectif", Slice("ess")), ("effectif", Slice(modalite)), PERCENT)
    return against_reference(reading, shares, location_quotient)


INDICATOR = Indicator(
    id="quotient_emploi_ess",
    ordre=49,
    chapitre=Chapitre.POIDS,
    libelle="Indice de spécificité de l’ESS dans l’emploi {}",
    question="L’économie sociale et solidaire pèse-t-elle plus ici que dans la référence ?",
    definition="Part de l’ESS dans l’emploi du territoire, divisée par sa part dans l’emploi de la référence. Au-dessus de 1, elle est surreprésentée.",
    formule="(E(ESS, t) ÷ E(t)) ÷ (E(ESS, r) ÷ E(r))",
    unite="",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : la part de l’ESS dans l’emploi ({minuscule}) vaut {valeur} fois celle de la référence.",
    decimales=2,
    meme_millesime=True,
    dimension="champ",
    modalites={"total": "total, public compris", "prive": "privé"},
)
