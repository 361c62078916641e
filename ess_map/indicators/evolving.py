"""Change of the jobs of the ESS between two years of an imported official table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.formulas.evolution import change_pct
from ess_map.indicators.measure import Measure
from ess_map.indicators.official import NOT_IMPORTED, Slice
from ess_map.indicators.perimeters import TABLE

if TYPE_CHECKING:
    from ess_map.indicators.reading import Reading

BREAK = "2017"
"""Year in which Flores replaced Clap: a change across it would measure the change of source."""


def jobs_change(reading: Reading) -> Measure:
    """Compare the first and the last year of the table on the same side of the break of 2017, the recent side first."""
    table, refs = reading.evidence.official, reading.places.refs
    if not table.imported:
        return Measure.unknown(len(reading), NOT_IMPORTED)
    years = sorted(table.vintages(Slice("ess")))
    sides = [[year for year in years if year >= BREAK], [year for year in years if year < BREAK]]
    usable = [side for side in sides if len(side) > 1]
    if not usable:
        return Measure.unknown(
            len(reading), "La table importée n’a qu’un millésime de ce côté de la rupture de 2017.", sources=(TABLE,)
        )
    first, last = usable[0][0], usable[0][-1]
    before, after = (table.cells("effectif", Slice("ess"), refs, year) for year in (first, last))
    reasons = np.array([a or b for a, b in zip(before.motif, after.motif, strict=True)], dtype=object)
    reasons[before.valeur == 0] = "Aucun poste à la première date : une évolution n’a pas de sens."
    return Measure.of(
        change_pct(before.valeur, after.valeur), motif=reasons, secret=before.secret | after.secret,
        millesime=f"{first}-{last}", sources=(TABLE,),
    )  # fmt: skip
