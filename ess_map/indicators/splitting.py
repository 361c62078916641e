"""The gap of the ESS in jobs with a reference, split between the mix of sectors and the place, from an imported official table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.formulas.structure import split_gap
from ess_map.indicators.measure import Measure
from ess_map.indicators.official import NOT_IMPORTED, Slice
from ess_map.indicators.perimeters import TABLE
from ess_map.indicators.relative import NO_REFERENCE
from ess_map.indicators.shapes import common_year

if TYPE_CHECKING:
    from ess_map.indicators.formulas.arrays import FloatArray
    from ess_map.indicators.reading import Reading

NO_SECTORS = "La table importée n’a pas de secteurs communs à l’ESS et à ce champ."
REST = "autres secteurs, regroupés"


class SectorJobs(NamedTuple):
    """Jobs by sector of two territories; the same sectors, that partition both economies."""

    sectors: tuple[str, ...]
    ess: FloatArray
    total: FloatArray
    reference_ess: FloatArray
    reference_total: FloatArray


def split_measure(reading: Reading, champ: str, part: str) -> Measure:
    """
    Split the gap with the main reference.

    Parameters
    ----------
    reading
        Its `reference` tells which place is the reference.
    champ
        « total » or « prive »: the denominator.
    part
        « structure » or « specificity ».
    """
    if not reading.evidence.official.imported:
        return Measure.unknown(len(reading), NOT_IMPORTED)
    if reading.reference is None:
        return Measure.unknown(len(reading), NO_REFERENCE, sources=(TABLE,))
    year = common_year(reading, Slice("ess"), Slice(champ))
    values, reasons = np.full(len(reading), np.nan), np.full(len(reading), "", dtype=object)
    grouped = np.full(len(reading), "", dtype=object)
    for position in range(len(reading)):
        jobs = sector_jobs(reading, champ, year, position, reading.reference)
        if isinstance(jobs, str):
            reasons[position] = jobs
            continue
        split = split_gap(jobs.ess, jobs.total, jobs.reference_ess, jobs.reference_total)
        values[position] = float(getattr(split, part)) * PERCENT
        if REST in jobs.sectors:
            grouped[position] = "Des secteurs masqués ou inconnus sont regroupés."
    return Measure.of(values, motif=reasons, millesime=year, sources=(TABLE,), avertissements=grouped)


def sector_jobs(reading: Reading, champ: str, year: str, here: int, there: int) -> SectorJobs | str:
    """Gather the jobs by sector of two places; a sector that one of them does not show joins the rest. A text says why not."""
    table, refs = reading.evidence.official, [reading.places.refs[here], reading.places.refs[there]]
    nomenclature = table.nomenclature(champ, year)
    if not nomenclature:
        return NO_SECTORS
    whole = np.array([table.cells("effectif", Slice(name), refs, year).valeur for name in ("ess", champ)])
    if np.isnan(whole).any():
        return "Un total manque ou est masqué : l’écart ne peut pas être décomposé."
    sectors = sorted(set(table.pieces("ess", nomenclature, year)) | set(table.pieces(champ, nomenclature, year)))
    cells = np.array([
        [table.cells("effectif", Slice(name, nomenclature, sector), refs, year).valeur for sector in sectors]
        for name in ("ess", champ)
    ])  # fmt: skip
    shown = ~np.isnan(cells).any(axis=(0, 2))
    if not shown.any():
        return NO_SECTORS
    kept = cells[:, shown]
    rest = whole - kept.sum(axis=1)
    names = tuple(sector for sector, known in zip(sectors, shown, strict=True) if known)
    # What the sectors shown leave of the totals: null when they are all there, the masked ones together otherwise.
    if (np.abs(rest) > 0.5).any():  # noqa: PLR2004 - half a job
        if (rest < 0).any() or (rest[0] > rest[1]).any():
            return "Les secteurs de la table dépassent les totaux."
        kept = np.concatenate([kept, rest[:, None]], axis=1)
        names = (*names, REST)
    return SectorJobs(names, kept[0, :, 0], kept[1, :, 0], kept[0, :, 1], kept[1, :, 1])
