"""Structures d'insertion par l'activité économique for 100,000 inhabitants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.model import Chapitre, Indicator, Loi
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_TAUX, POPULATION, REGISTRE
from ess_map.indicators.reliability import REGISTRE_TAUX
from ess_map.indicators.shapes import per_inhabitants

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading

PAR = 100_000


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Bring the ACI, EI, AI and ETTI counted to the legal population."""
    return per_inhabitants(reading, "insertion", PAR)


INDICATOR = Indicator(
    id="densite_insertion",
    ordre=30,
    chapitre=Chapitre.POIDS,
    libelle="Structures d’insertion par l’activité économique",
    question="L’insertion par l’activité économique est-elle présente ?",
    definition=(
        "Nombre d’ateliers et chantiers d’insertion, d’entreprises d’insertion, d’associations intermédiaires et d’entreprises de travail "
        "temporaire d’insertion recensés, pour 100 000 habitants."
    ),
    formule="Structures d’insertion comptées ÷ population municipale × 100 000",
    unite="pour 100 000 habitants",
    perimetre=ACTEURS,
    sources=(REGISTRE, POPULATION),
    millesimes=MILLESIME_TAUX,
    regle=REGISTRE_TAUX,
    mesure=measure,
    lecture="{territoire} compte {nombre} pour 100 000 habitants ({numerateur}).",
    loi=Loi.POISSON,
    compte=("structure d’insertion", "structures d’insertion"),
    par=PAR,
)
