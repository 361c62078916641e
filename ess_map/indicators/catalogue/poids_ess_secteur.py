"""I05: the ESS within sectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.importing import SECTORS, imported_sectors, sector_slice
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.perimeters import MILLESIME_OFFICIEL, OFFICIEL, TABLE
from ess_map.indicators.reliability import FLORES
from ess_map.indicators.shapes import official_ratio

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:
    """Divide the jobs of the ESS in a sector by all jobs of that sector."""
    return official_ratio(
        reading, ("effectif", sector_slice("ess", modalite)), ("effectif", sector_slice("total", modalite)), PERCENT
    )


INDICATOR = Indicator(
    id="poids_ess_secteur",
    ordre=42,
    chapitre=Chapitre.FAMILLES,
    libelle="Poids de l’ESS dans le secteur : {}",
    question="Dans quels secteurs l’économie sociale et solidaire compte-t-elle le plus ?",
    definition="Part de l’ESS dans tous les postes salariés d’un secteur, public compris.",
    formule="E(ESS, s) ÷ E(s) × 100",
    unite="% des postes du secteur",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : l’ESS réunit {valeur} : {minuscule}.",
    decimales=1,
    meme_millesime=True,
    dimension="secteur",
    modalites=SECTORS,
    modalites_importees=imported_sectors,
    par=PERCENT,
    prudence="À ne pas confondre avec la part du secteur dans l’ESS.",
)
