"""Location quotient: how much more present something is here than in a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.formulas.arrays import FloatArray, divide

if TYPE_CHECKING:
    import numpy.typing as npt


def location_quotient(
    part: npt.ArrayLike, whole: npt.ArrayLike, reference_part: npt.ArrayLike, reference_whole: npt.ArrayLike
) -> FloatArray:
    """
    Compare the share of a part in two territories.

    Parameters
    ----------
    part, whole
        Jobs (or actors) of the part, and of the whole, in the territory.
    reference_part, reference_whole
        The same in the reference.

    Returns
    -------
    quotient
        `(part / whole) ÷ (reference_part / reference_whole)`; 1 where the shares are equal, NaN where one is unknown or the
        reference has none.

    Notes
    -----
    « Indice de spécificité » of Insee (H2013/01, II.4.2). Above 1 the part is over-represented. When the reference does not
    hold the territory the quotient still compares two shares, but is no longer the contribution of a place to a whole.

    Examples
    --------
    >>> location_quotient([15.0], [100.0], [10.0], [100.0]).round(6).tolist()
    [1.5]
    """
    return divide(divide(part, whole), divide(reference_part, reference_whole))
