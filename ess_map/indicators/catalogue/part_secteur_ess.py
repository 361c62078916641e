"""I05: sectors within the ESS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.importing import SECTORS, imported_sectors, sector_slice
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.official import Slice
from ess_map.indicators.perimeters import MILLESIME_OFFICIEL, OFFICIEL, TABLE
from ess_map.indicators.reliability import FLORES
from ess_map.indicators.shapes import official_ratio

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:
    """Divide the jobs of the ESS in a sector by all its jobs."""
    return official_ratio(reading, ("effectif", sector_slice("ess", modalite)), ("effectif", Slice("ess")), PERCENT)


INDICATOR = Indicator(
    id="part_secteur_ess",
    ordre=40,
    chapitre=Chapitre.FAMILLES,
    libelle="Secteurs dans l’ESS : {}",
    question="Dans quels secteurs l’économie sociale et solidaire travaille-t-elle ?",
    definition="Part d’un secteur dans les postes salariés de l’ESS.",
    formule="E(ESS, s) ÷ E(ESS) × 100",
    unite="% des postes de l’ESS",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : {valeur} sont dans ce secteur : {minuscule}.",
    decimales=1,
    meme_millesime=True,
    dimension="secteur",
    modalites=SECTORS,
    modalites_importees=imported_sectors,
    par=PERCENT,
)
