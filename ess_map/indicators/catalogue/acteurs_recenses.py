"""How many actors the register holds here, all sources together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.measure import Measure
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.perimeters import MILLESIME_REGISTRE, REGISTRE, TOUS_LES_ACTEURS
from ess_map.indicators.reliability import REGISTRE_COMPTE

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Count every actor, whatever covers whom: this figure is never compared."""
    counts = reading.with_every_source().actors("total")
    return Measure.of(counts, numerateur=counts)


INDICATOR = Indicator(
    id="acteurs_recenses",
    ordre=10,
    chapitre=Chapitre.POIDS,
    libelle="Acteurs recensés",
    question="Combien d’acteurs le registre connaît-il ici ?",
    definition="Nombre d’acteurs du registre principal, établis dans le territoire, toutes sources réunies.",
    formule="Somme des acteurs des communes du territoire, et de ceux dont seul le département est connu.",
    unite="acteurs",
    perimetre=TOUS_LES_ACTEURS,
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    regle=REGISTRE_COMPTE,
    mesure=measure,
    lecture="{territoire} compte {valeur} au registre, toutes sources réunies.",
    decimales=0,
    comparable=False,
    prudence="Ce nombre dépend des listes disponibles ici : il ne se compare pas à celui d’un autre territoire.",
)
