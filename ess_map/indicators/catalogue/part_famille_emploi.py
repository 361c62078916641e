"""I04: families within the jobs of the ESS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.importing import FAMILIES, imported_families
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.official import Slice
from ess_map.indicators.perimeters import MILLESIME_OFFICIEL, OFFICIEL, TABLE
from ess_map.indicators.reliability import FLORES
from ess_map.indicators.shapes import official_ratio

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:
    """Divide the jobs of a family by all those of the ESS."""
    return official_ratio(reading, ("effectif", Slice("ess", famille=modalite)), ("effectif", Slice("ess")), PERCENT)


INDICATOR = Indicator(
    id="part_famille_emploi",
    ordre=30,
    chapitre=Chapitre.FAMILLES,
    libelle="Emploi de l’ESS par famille : {}",
    question="Quelles familles emploient ?",
    definition="Part d’une famille dans les postes salariés de l’ESS.",
    formule="E(ESS, f) ÷ E(ESS) × 100",
    unite="% des postes de l’ESS",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : {valeur} sont dans cette famille : {minuscule}.",
    decimales=1,
    meme_millesime=True,
    dimension="famille",
    modalites=FAMILIES,
    modalites_importees=imported_families,
    par=PERCENT,
    prudence="Les sociétés commerciales de l’ESS sont hors du champ statistique de l’Insee.",
)
