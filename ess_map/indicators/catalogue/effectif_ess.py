"""Salaried jobs of the ESS."""

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
    """Read the jobs of the ESS; France has a published figure where the table has none."""
    return completed(official_cell(reading, "effectif", Slice("ess")), reading, "effectif_ess", "total")


INDICATOR = Indicator(
    id="effectif_ess",
    ordre=36,
    chapitre=Chapitre.POIDS,
    libelle="Postes salariés de l’ESS",
    question="Combien de postes salariés l’économie sociale et solidaire compte-t-elle ?",
    definition="Nombre de postes salariés de l’économie sociale et solidaire en fin d’année.",
    formule="E(ESS)",
    unite="postes",
    perimetre=OFFICIEL,
    sources=(TABLE, KEY_FIGURES),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : l’économie sociale et solidaire compte {valeur}.",
    decimales=0,
    meme_millesime=True,
    comparable=False,
    prudence="Un poste n’est pas une personne : une même personne peut en occuper plusieurs.",
)
