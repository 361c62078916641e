"""Employer establishments of the ESS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.official import Slice
from ess_map.indicators.perimeters import KEY_FIGURES, MILLESIME_OFFICIEL, OFFICIEL, TABLE
from ess_map.indicators.published import completed
from ess_map.indicators.reliability import FLORES
from ess_map.indicators.shapes import official_cell

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Read the establishments of the ESS; France has a published figure where the table has none."""
    return completed(official_cell(reading, "etablissements", Slice("ess")), reading, "etablissements_ess", "")


INDICATOR = Indicator(
    id="etablissements_ess",
    ordre=38,
    chapitre=Chapitre.POIDS,
    libelle="Établissements employeurs de l’ESS",
    question="Combien d’établissements de l’économie sociale et solidaire emploient-ils des salariés ?",
    definition="Nombre d’établissements employeurs de l’économie sociale et solidaire.",
    formule="N(ESS)",
    unite="établissements",
    perimetre=OFFICIEL,
    sources=(TABLE, KEY_FIGURES),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} compte {valeur} de l’économie sociale et solidaire.",
    decimales=0,
    meme_millesime=True,
    comparable=False,
    prudence="Établissements employeurs seuls : ce nombre ne se compare pas à celui des acteurs du registre.",
)
