"""I08: full-time equivalents per job of the ESS."""

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
    """Divide full-time equivalents by jobs."""
    return official_ratio(reading, ("etp", Slice("ess")), ("effectif", Slice("ess")), 1.0)


INDICATOR = Indicator(
    id="etp_par_poste_ess",
    ordre=66,
    chapitre=Chapitre.POIDS,
    libelle="Temps plein par poste dans l’ESS",
    question="Les emplois de l’économie sociale et solidaire sont-ils à temps plein ?",
    definition="Nombre d’équivalents temps plein par poste salarié de l’ESS.",
    formule="ETP(ESS) ÷ E(ESS)",
    unite="ETP par poste",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : un poste de l’ESS vaut {valeur}.",
    decimales=2,
    meme_millesime=True,
    prudence="Un poste, compté en fin d’année, n’est ni une personne ni un temps plein.",
)
