"""I12: weight of the five first employers of the ESS."""

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
    """Read the share: it takes the size of each employer, that no published table gives."""
    return official_cell(reading, "part_cinq_premiers_pct", Slice("ess"))


INDICATOR = Indicator(
    id="concentration_emploi_ess",
    ordre=68,
    chapitre=Chapitre.POIDS,
    libelle="Poids des cinq premiers employeurs de l’ESS",
    question="L’emploi de l’économie sociale et solidaire dépend-il de quelques employeurs ?",
    definition="Part des cinq premiers employeurs dans les postes salariés de l’ESS.",
    formule="E(5 premiers) ÷ E(ESS) × 100 (publié)",
    unite="% des postes",
    perimetre=OFFICIEL,
    sources=(TABLE,),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : les cinq premiers employeurs réunissent {valeur} de l’ESS.",
    decimales=1,
    meme_millesime=True,
    prudence="Une part haute alerte sur une dépendance ; le registre, qui n’a que des tranches d’effectif, ne permet pas de la calculer.",
)
