"""I01: weight of the ESS in salaried jobs, all or private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.official import Slice
from ess_map.indicators.perimeters import KEY_FIGURES, MILLESIME_OFFICIEL, OFFICIEL, TABLE
from ess_map.indicators.published import completed
from ess_map.indicators.reliability import FLORES
from ess_map.indicators.shapes import official_ratio

if TYPE_CHECKING:
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.reading import Reading


def measure(reading: Reading, modalite: str) -> Measure:
    """Divide the jobs of the ESS by all jobs of the field; France has a published share where the table has none."""
    found = official_ratio(reading, ("effectif", Slice("ess")), ("effectif", Slice(modalite)), PERCENT)
    return completed(found, reading, "part_emploi_ess", modalite)


INDICATOR = Indicator(
    id="part_emploi_ess",
    ordre=40,
    chapitre=Chapitre.POIDS,
    libelle="Part de l’ESS dans l’emploi salarié {}",
    question="Quelle place l’économie sociale et solidaire tient-elle dans l’emploi ?",
    definition="Part des postes salariés de l’économie sociale et solidaire dans tous les postes salariés, ou dans ceux du privé.",
    formule="E(ESS) ÷ E(total ou privé) × 100",
    unite="% des postes salariés",
    perimetre=f"{OFFICIEL} La part dans l’emploi total et la part dans l’emploi privé n’ont pas le même dénominateur : 10,6 % et 13,7 % en France en 2021.",
    sources=(TABLE, KEY_FIGURES),
    millesimes=f"{MILLESIME_OFFICIEL} ; France 2021",
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} : l’économie sociale et solidaire pèse {valeur} ({minuscule}).",
    dimension="champ",
    modalites={"total": "total, public compris", "prive": "privé"},
    par=PERCENT,
    meme_millesime=True,
    prudence="Une part dans l’emploi total ne se compare jamais à une part dans l’emploi privé.",
)
