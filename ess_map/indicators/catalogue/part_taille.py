"""Actors by size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.model import EFFECTIFS
from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.formulas.size import median_band
from ess_map.indicators.measure import AUCUN_ACTEUR, Measure
from ess_map.indicators.model import Chapitre, Indicator, Loi
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_REGISTRE, REGISTRE
from ess_map.indicators.reliability import REGISTRE_PART
from ess_map.indicators.sentences import lower
from ess_map.indicators.tally import SANS_TRANCHE

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading

CLASSES: dict[str, tuple[str, ...]] = {
    "0": ("NN", "00"),
    "1-9": ("01", "02", "03"),
    "10-49": ("11", "12"),
    "50+": ("21", "22", "31", "32", "41", "42", "51", "52", "53"),
    SANS_TRANCHE: (SANS_TRANCHE,),
}
"""Class -> size bands of Sirene."""


def measure(reading: Reading, modalite: str) -> Measure:
    """Give the share of a class among all actors, those of unknown size included; say in which band the median lies."""
    count = reading.actors(*(f"effectif.{band}" for band in CLASSES[modalite]))
    found = Measure.ratio(count, reading.actors("total"), PERCENT, sans_denominateur=AUCUN_ACTEUR)
    bands = list(EFFECTIFS)[1:]
    middle = median_band(reading.table("effectif")[:, 1 : len(EFFECTIFS)])
    return found.warned(
        [
            f"Taille médiane des acteurs dont la tranche est connue : {lower(EFFECTIFS[bands[m]])}." if m >= 0 else ""
            for m in middle
        ]
    )


INDICATOR = Indicator(
    id="part_taille",
    ordre=80,
    chapitre=Chapitre.POIDS,
    libelle="Acteurs par taille : {}",
    question="Les acteurs sont-ils petits ou grands ?",
    definition="Part des acteurs recensés d’une classe de taille, d’après la tranche d’effectif de Sirene.",
    formule="Acteurs de la classe ÷ tous les acteurs, tranche inconnue comprise × 100",
    unite="% des acteurs",
    perimetre=ACTEURS,
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    regle=REGISTRE_PART,
    mesure=measure,
    lecture="À {territoire}, {valeur} ont pour taille : {minuscule}.",
    loi=Loi.BINOMIALE,
    modalites={
        "0": "Aucun salarié",
        "1-9": "1 à 9 salariés",
        "10-49": "10 à 49 salariés",
        "50+": "50 salariés et plus",
        SANS_TRANCHE: "Tranche non précisée",
    },
    compte=("acteur", "acteurs"),
    par=PERCENT,
    prudence="Le registre donne des tranches, pas des effectifs : aucune moyenne n’en est tirée.",
)
