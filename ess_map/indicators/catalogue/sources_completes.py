"""How many sources list the whole territory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.measure import Measure
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.perimeters import MILLESIME_REGISTRE, REGISTRE
from ess_map.indicators.reliability import QUALITE

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Count, for each place, the sources that cover it in full."""
    bits = reading.evidence.coverage.each(reading.places)
    counts = np.array([float(mask.bit_count()) for mask in bits])
    return Measure.of(counts, numerateur=counts)


INDICATOR = Indicator(
    id="sources_completes",
    ordre=10,
    chapitre=Chapitre.FIABILITE,
    libelle="Listes qui couvrent tout le territoire",
    question="Sur combien de listes les comparaisons reposent-elles ?",
    definition="Nombre de sources du registre qui disent lister tous les acteurs d’une sorte dans tout le territoire.",
    formule="Nombre de sources dont la couverture contient toutes les communes",
    unite="listes",
    perimetre="Sources du registre, d’après la couverture écrite sur leur carte d’identité.",
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    regle=QUALITE,
    mesure=measure,
    lecture="{territoire} est couvert en entier par {valeur}.",
    decimales=0,
    comparable=False,
)
