"""The additive split of a gap: what comes from the mix of sectors, and what comes from the place itself."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ess_map.indicators.formulas.arrays import FloatArray, divide


class Split(NamedTuple):
    """Parts of a gap between two shares, same unit as the shares; NaN where a total is null or unknown."""

    gap: FloatArray
    structure: FloatArray
    """What the gap would be if the ESS weighed in each sector what it weighs in the reference."""
    specificity: FloatArray
    """The rest: in a same sector, the ESS weighs more (or less) here."""


def split_gap(ess: npt.ArrayLike, total: npt.ArrayLike, reference_ess: npt.ArrayLike, reference_total: npt.ArrayLike) -> Split:
    """
    Split the gap between the share of the ESS here and in the reference.

    Parameters
    ----------
    ess, total
        Jobs of the ESS, and all jobs, by sector (last axis), in the territory. The sectors partition the economy.
    reference_ess, reference_total
        The same sectors, in the same order, in the reference.

    Returns
    -------
    split
        With w = share of a sector in all jobs and τ = share of the ESS in the sector:
        structure = Σ (wₜ - wᵣ)·τᵣ, specificity = Σ wₜ·(τₜ - τᵣ), and structure + specificity = gap, always.

    Notes
    -----
    Shift-share in the form of a Kitagawa (1955) decomposition with the weights of the territory: no interaction term is left
    over. Where a sector does not exist in the reference, τᵣ is unknown: it takes the share of the ESS in the whole reference,
    which leaves the sum unchanged (any value does).

    Examples
    --------
    >>> split = split_gap([30.0, 10.0], [100.0, 100.0], [20.0, 10.0], [50.0, 150.0])
    >>> split.gap.round(4).item(), split.structure.round(4).item(), split.specificity.round(4).item()
    (0.05, 0.0833, -0.0333)
    """
    here, all_here = np.asarray(ess, dtype=float), np.asarray(total, dtype=float)
    there, all_there = np.asarray(reference_ess, dtype=float), np.asarray(reference_total, dtype=float)
    weight = divide(all_here, all_here.sum(axis=-1, keepdims=True))
    reference_weight = divide(all_there, all_there.sum(axis=-1, keepdims=True))
    overall = divide(there.sum(axis=-1, keepdims=True), all_there.sum(axis=-1, keepdims=True))
    rate = np.where(all_there == 0, overall, divide(there, all_there))
    # wₜ·τₜ is the jobs of the ESS over all jobs: written so, a sector that is absent here needs no rate.
    share = divide(here, all_here.sum(axis=-1, keepdims=True)).sum(axis=-1)
    gap = share - overall[..., 0]
    structure = ((weight - reference_weight) * rate).sum(axis=-1)
    return Split(gap, structure, share - (weight * rate).sum(axis=-1))
