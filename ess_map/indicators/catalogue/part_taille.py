"""Actors by size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.model import EFFECTIFS
from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.formulas.size import median_band
from ess_map.indicators.measure import Measure
from ess_map.indicators.model import Chapitre, Indicator, Loi
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_REGISTRE, REGISTRE
from ess_map.indicators.reliability import REGISTRE_PART
from ess_map.indicators.sentences import lower

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading

CLASSES: dict[str, tuple[str, ...]] = {
    "NN": ("NN",),
    "0": ("00",),
    "1-9": ("01", "02", "03"),
    "10-49": ("11", "12"),
    "50+": ("21", "22", "31", "32", "41", "42", "51", "52", "53"),
}
"""Class -> size bands of Sirene."""
UNKNOWN_SIZES = "Aucune tranche d’effectif connue ici."


def measure(reading: Reading, modalite: str) -> Measure:
    """Give the share of a class among the actors whose size is known; say in which band their median lies."""
    count = reading.actors(*(f"effectif.{band}" for band in CLASSES[modalite]))
    found = Measure.ratio(count, reading.actors("tranche_donnee"), PERCENT, sans_denominateur=UNKNOWN_SIZES)
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
    definition="Part d’une classe de taille parmi les acteurs dont la tranche d’effectif de Sirene est donnée.",
    formule="Acteurs de la classe ÷ acteurs dont la tranche est donnée × 100",
    unite="% des acteurs dont la tranche est donnée",
    perimetre=ACTEURS,
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    regle=REGISTRE_PART,
    mesure=measure,
    lecture="{territoire} : {valeur} ont pour taille : {minuscule}.",
    lecture_compte="{territoire} : {numerateur} de cette taille, {minuscule}.",
    loi=Loi.BINOMIALE,
    dimension="classe de taille",
    modalites={
        "NN": "Non employeur ou effectif inconnu",
        "0": "Aucun salarié",
        "1-9": "1 à 9 salariés",
        "10-49": "10 à 49 salariés",
        "50+": "50 salariés et plus",
    },
    compte=("acteur", "acteurs"),
    par=PERCENT,
    prudence="Le registre donne des tranches, pas des effectifs : aucune moyenne n’en est tirée. La tranche « NN » de Sirene mêle les non-employeurs et les effectifs inconnus.",
)
