"""Location quotient of themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.model import THEMES
from ess_map.indicators.formulas.location_quotient import location_quotient
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.perimeters import ACTEURS, MILLESIME_REGISTRE, REGISTRE
from ess_map.indicators.relative import against_reference
from ess_map.indicators.reliability import REGISTRE_PART
from ess_map.indicators.shapes import among_actors

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:
    """Divide the share of the theme by that of the main reference."""
    return against_reference(reading, among_actors(reading, f"theme.{modalite}", "theme_connu"), location_quotient)


INDICATOR = Indicator(
    id="quotient_theme",
    ordre=30,
    chapitre=Chapitre.THEMES,
    libelle="Indice de spécificité : {}",
    question="Ce thème est-il plus présent ici, parmi les acteurs, que dans la référence ?",
    definition=(
        "Part du thème parmi les acteurs du territoire, divisée par sa part parmi ceux de la référence. Au-dessus de 1, le thème est "
        "surreprésenté, quelle que soit la densité d’acteurs."
    ),
    formule="(N(thème, t) ÷ N(t)) ÷ (N(thème, r) ÷ N(r))",
    unite="",
    perimetre=ACTEURS,
    sources=(REGISTRE,),
    millesimes=MILLESIME_REGISTRE,
    regle=REGISTRE_PART,
    mesure=measure,
    lecture="{territoire} : la part du thème {minuscule} vaut {valeur} fois celle de la référence.",
    dimension="thème",
    modalites=THEMES,
    decimales=2,
    prudence="Quand la référence ne contient pas le territoire, l’indice compare encore deux parts, mais n’est plus une contribution.",
)
