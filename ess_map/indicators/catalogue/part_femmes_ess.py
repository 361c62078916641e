"""I09: share of women in the jobs of the ESS."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.official import Slice
from ess_map.indicators.perimeters import MILLESIME_OFFICIEL, OFFICIEL, TABLE
from ess_map.indicators.reliability import FLORES
from ess_map.indicators.shapes import common_year, official_ratio
from ess_map.typography import number

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Divide the jobs held by women by all jobs of the ESS; say the same of the private sector outside the ESS where it is known."""
    found = official_ratio(reading, ("femmes", Slice("ess")), ("effectif", Slice("ess")), PERCENT)
    if not reading.evidence.official.imported:
        return found
    year, refs = common_year(reading, Slice("ess")), reading.places.refs
    columns = [
        reading.evidence.official.cells(name, Slice(champ), refs, year).valeur
        for name in ("femmes", "effectif")
        for champ in ("prive", "ess")
    ]
    others = (columns[0] - columns[1]) / np.where(columns[2] > columns[3], columns[2] - columns[3], np.nan) * PERCENT
    return found.warned(["" if np.isnan(x) else f"Dans le privé hors ESS : {number(float(x), 1)} %." for x in others])


INDICATOR = Indicator(
    id="part_femmes_ess",
    ordre=64,
    chapitre=Chapitre.POIDS,
    libelle="Part des femmes dans l’emploi de l’ESS",
    question="Les femmes sont-elles nombreuses dans l’économie sociale et solidaire ?",
    definition="Part des postes salariés de l’ESS occupés par des femmes. À comparer au privé hors ESS.",
    formule="F(ESS) ÷ E(ESS) × 100",
    unite="% des postes",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : les femmes occupent {valeur} de l’ESS.",
    decimales=1,
    meme_millesime=True,
    par=PERCENT,
)
