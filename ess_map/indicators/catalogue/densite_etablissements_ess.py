"""I07: employer establishments of the ESS for 10,000 inhabitants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.measure import PERSONNE, Measure
from ess_map.indicators.model import Chapitre, Indicator, Loi
from ess_map.indicators.official import Slice
from ess_map.indicators.perimeters import KEY_FIGURES, MILLESIME_OFFICIEL, OFFICIEL, TABLE
from ess_map.indicators.published import completed
from ess_map.indicators.reliability import FLORES
from ess_map.indicators.shapes import official_cell

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading

PAR = 10_000


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """Bring the employer establishments to the legal population."""
    cells = completed(official_cell(reading, "etablissements", Slice("ess")), reading, "etablissements_ess", "")
    found = Measure.ratio(
        cells.valeur, reading.population, PAR, sans_denominateur=PERSONNE, secret=cells.secret, millesime=cells.millesime,
        sources=cells.sources,
    )  # fmt: skip
    return found.explained(cells.motif)


INDICATOR = Indicator(
    id="densite_etablissements_ess",
    ordre=48,
    chapitre=Chapitre.POIDS,
    libelle="Établissements employeurs de l’ESS par habitant",
    question="L’économie sociale et solidaire employeuse est-elle dense ?",
    definition="Nombre d’établissements employeurs de l’économie sociale et solidaire pour 10 000 habitants.",
    formule="N(ESS) ÷ population municipale × 10 000",
    unite="pour 10 000 habitants",
    perimetre=OFFICIEL,
    sources=(TABLE, KEY_FIGURES),
    millesimes=MILLESIME_OFFICIEL,
    regle=FLORES,
    mesure=measure,
    lecture="{territoire} compte {nombre} de l’ESS pour 10 000 habitants ({numerateur}).",
    decimales=1,
    meme_millesime=True,
    loi=Loi.POISSON,
    compte=("établissement employeur", "établissements employeurs"),
    par=PAR,
)
