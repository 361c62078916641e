"""I15: the register beside the official count of employer establishments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.measure import Measure
from ess_map.indicators.model import Chapitre, Indicator
from ess_map.indicators.official import Slice
from ess_map.indicators.perimeters import KEY_FIGURES, MILLESIME_REGISTRE, REGISTRE, TABLE, TOUS_LES_ACTEURS
from ess_map.indicators.published import completed
from ess_map.indicators.reliability import REGISTRE_COMPTE
from ess_map.indicators.shapes import official_cell
from ess_map.typography import number

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading

OTHER_GROUND = "Non comparable : le registre et le décompte officiel n’ont pas le même périmètre."


def measure(reading: Reading, modalite: str) -> Measure:  # noqa: ARG001 -- no modality
    """
    Put the actors that have a SIRET beside the official number of employer establishments.

    The register holds structures with and without employees, from partial lists: unless all its sources are official ones, the ratio
    is withheld and both counts are said.
    """
    official = completed(official_cell(reading, "etablissements", Slice("ess")), reading, "etablissements_ess", "")
    everything = reading.with_every_source()
    identified = everything.actors("siret_connu")
    if reading.evidence.register_is_official:
        found = Measure.ratio(
            identified, official.valeur, PERCENT, secret=official.secret, millesime=official.millesime, sources=official.sources
        )
        return found.explained(official.motif)
    said = [
        f"{number(int(n))} acteurs recensés ont un Siret ; le décompte officiel est de {number(float(v))} établissements employeurs ({year})."
        if v == v else ""  # noqa: PLR0124 -- NaN is not equal to itself
        for n, v, year in zip(identified, official.valeur, official.millesime, strict=True)
    ]  # fmt: skip
    unknown = Measure.unknown(
        len(reading), [OTHER_GROUND if text else motif for text, motif in zip(said, official.motif, strict=True)]
    )
    return unknown.warned(said).sourced(official.sources)


INDICATOR = Indicator(
    id="completude_registre",
    ordre=40,
    chapitre=Chapitre.FIABILITE,
    libelle="Complétude du registre",
    question="Quelle part des établissements employeurs le registre connaît-il ?",
    definition="Acteurs recensés qui ont un Siret, rapportés au nombre officiel d’établissements employeurs de l’ESS.",
    formule="Acteurs avec Siret ÷ N officiel × 100",
    unite="% des établissements",
    perimetre=f"{TOUS_LES_ACTEURS} Au-dessus de 100 %, les périmètres diffèrent.",
    sources=(REGISTRE, TABLE, KEY_FIGURES),
    millesimes=f"{MILLESIME_REGISTRE} ; décompte officiel : son année",
    regle=REGISTRE_COMPTE,
    mesure=measure,
    lecture="{territoire} : le registre connaît {valeur} employeurs.",
    comparable=False,
)
