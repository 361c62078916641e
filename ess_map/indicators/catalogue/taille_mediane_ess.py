"""I06: median size of the establishments of the ESS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.official import Slice
from ess_map.indicators.perimeters import MILLESIME_OFFICIEL, OFFICIEL, TABLE
from ess_map.indicators.reliability import FLORES
from ess_map.indicators.shapes import official_cell

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the median: it does not add up."""
    return official_cell(reading, "taille_mediane", Slice("ess"))


INDICATOR = Indicator(
    id="taille_mediane_ess",
    ordre=61,
    chapitre=Chapitre.POIDS,
    libelle="Taille médiane des établissements de l’ESS",
    question="Quelle est la taille d’un établissement ordinaire de l’économie sociale et solidaire ?",
    definition="Nombre de postes salariés qui partage les établissements employeurs de l’ESS en deux moitiés.",
    formule="Médiane publiée",
    unite="postes",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : la moitié des établissements employeurs de l’ESS comptent {valeur} ou moins.",
    decimales=1,
    meme_millesime=True,
    prudence="Une médiane ne s’additionne pas : elle n’est donnée que pour les territoires de la table.",
)
