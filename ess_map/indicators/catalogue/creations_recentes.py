"""Actors created lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.measure import Measure
from ess_map.indicators.model import Chapitre, Indicator, Loi
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_REGISTRE, REGISTRE
from ess_map.indicators.reliability import REGISTRE_PART
from ess_map.indicators.tally import RECENT_YEARS
from ess_map.typography import count

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Divide the actors created lately by those whose creation is dated; say how many are."""
    dated, total = reading.actors("date_connue"), reading.actors("total")
    found = Measure.ratio(
        reading.actors("cree_recemment"), dated, PERCENT, sans_denominateur="Aucune date de création connue ici."
    )
    return found.warned(
        [
            f"Date de création connue pour {count(int(n), 'acteur')} sur {int(all_of_them)}."
            for n, all_of_them in zip(dated, total, strict=True)
        ]
    )


INDICATOR = Indicator(
    id="creations_recentes",
    ordre=10,
    chapitre=Chapitre.DYNAMIQUE,
    libelle="Acteurs créés récemment",
    question="Des acteurs se créent-ils ?",
    definition=f"Part des acteurs dont la date de création est connue qui ont été créés dans les {RECENT_YEARS} ans avant la plus récente du registre.",
    formule="Acteurs créés récemment ÷ acteurs dont la création est datée × 100",
    unite="% des acteurs datés",
    perimetre=ACTEURS,
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    regle=REGISTRE_PART,
    mesure=measure,
    lecture="{territoire} : {valeur} ont été créés récemment ({numerateur}).",
    lecture_compte="{territoire} : {numerateur} créés récemment, pour {denominateur} dont la création est datée.",
    loi=Loi.BINOMIALE,
    compte=("acteur", "acteurs"),
    par=PERCENT,
    prudence="Un registre ne garde que ceux qui existent encore : une part basse peut venir de listes anciennes.",
)
