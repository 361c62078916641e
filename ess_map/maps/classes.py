"""
From values to the few classes of a choropleth: where they are cut, what they are called, how many fall in each.

A value is classed as it is written: rounded first, then laid between bounds that the legend says, so that legend, colour and table
never disagree. What has no value (secret, no data) is no business of this file: it stays apart, with no class.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from ess_map.errors import EssMapError
from ess_map.typography import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]

FEWEST_CLASSES, MOST_CLASSES = 2, 5
"""More than five shades cannot be told apart on a map."""
MOST_SAMPLED = 200
"""Values on which natural breaks are sought: the time grows with their square, and any process must find the same breaks."""
_UNCLASSED = -1
_COARSEST, _FINEST = -4, 9
_lock = Lock()


class ClassesError(EssMapError):
    """Bounds given by hand cannot be used."""


class Methode(StrEnum):
    """How the values are cut."""

    QUANTILES = "quantiles"
    JENKS = "jenks"
    EGALES = "egales"
    BORNES = "bornes"


METHODES: dict[Methode, str] = {
    Methode.QUANTILES: "Autant de territoires par classe (quantiles)",
    Methode.JENKS: "Seuils naturels (Jenks)",
    Methode.EGALES: "Intervalles égaux",
    Methode.BORNES: "Mes propres bornes",
}
"""Method -> French label."""


def warm() -> None:
    """Read the libraries that cut natural breaks before the first map waits for them."""
    import mapclassify  # noqa: F401, PLC0415 - read beside the server, not with the program


@dataclass(frozen=True, slots=True, eq=False)
class Classes:
    """Values laid in classes, the lowest first."""

    bornes: tuple[float, ...]
    """Bounds between two classes, rising: one less than there are classes; the first two are equal when the second class is one value.
    Below the first is the first class, above the last the last;
    a value equal to a bound is in the second class or in the one that ends there, as the words say (« de 0,8 à 1,5 »)."""
    classe: NDArray[np.int8]
    """Class of each value, from 0; -1 where there is none."""
    libelles: tuple[str, ...]
    """French words of each class: « moins de 0,8 », « de 0,8 à 1,5 », « plus de 1,5 »."""
    effectifs: tuple[int, ...]
    """How many values fall in each class; the sum is the number of known values."""
    note: str = ""
    """French sentence when there are fewer classes than asked, empty otherwise."""


def classify(
    values: Sequence[float] | FloatArray,
    methode: Methode = Methode.QUANTILES,
    classes: int = 4,
    *,
    bornes: Sequence[float] = (),
    decimales: int = 1,
) -> Classes:
    """
    Lay values in at most five classes.

    Parameters
    ----------
    values
        NaN where there is none. When some are negative and others positive, 0 is one of the bounds, unless the bounds are given.
    methode, classes
        How to cut, and in how many.
    bornes
        For `Methode.BORNES`: from one to four bounds.
    decimales
        Digits with which the values are written.

    Raises
    ------
    ClassesError
        If the bounds are given by hand and are none, too many or not numbers.
    """
    given = np.asarray(values, dtype=float)
    known = np.isfinite(given)
    written = np.round(given, decimales) + 0.0  # -0.0 is written 0
    chosen = written[known]
    wanted = min(max(int(classes), FEWEST_CLASSES), MOST_CLASSES)
    if methode is Methode.BORNES:
        cuts = checked(bornes)
        wanted = len(cuts) + 1
    else:
        cuts = _cuts(chosen, methode, wanted, decimales)
    laid = np.full(len(given), _UNCLASSED, dtype=np.int8)
    laid[known] = _lay(chosen, cuts)
    tally = np.bincount(laid[known], minlength=len(cuts) + 1)
    return Classes(
        bornes=cuts,
        classe=laid,
        libelles=words(cuts, chosen, decimales) if len(chosen) else (),
        effectifs=tuple(int(total) for total in tally) if len(chosen) else (),
        note=_note(len(cuts) + 1, wanted) if len(chosen) else "",
    )


def checked(bornes: Sequence[float]) -> tuple[float, ...]:
    """
    Sort bounds given by hand and leave out the ones said twice.

    Raises
    ------
    ClassesError
        If they are none, too many or not numbers.
    """
    found = sorted({float(borne) + 0.0 for borne in bornes})
    if not found or not all(np.isfinite(found)):
        raise ClassesError("Donnez au moins une borne, par exemple\u00a0: 0,8 puis 1,5.")
    if len(found) >= MOST_CLASSES:
        raise ClassesError(
            f"Donnez au plus {MOST_CLASSES - 1} bornes\u00a0: au-delà de {MOST_CLASSES} teintes, on ne les distingue plus."
        )
    return tuple(found)


def read_bounds(text: str) -> tuple[float, ...]:
    """
    Read bounds as a visitor types them: « 0,8 ; 1,5 », separated by semicolons or blanks.

    Raises
    ------
    ClassesError
        If something in it is not a number, or `checked` refuses them.

    Examples
    --------
    >>> read_bounds("0,8 ; 1,5")
    (0.8, 1.5)
    """
    parts = [part for part in re.split(r"[;\s]+", re.sub(r"(?<=\d)[\u00a0\u202f](?=\d{3})", "", text).replace("−", "-")) if part]
    if any(not re.fullmatch(r"-?\d{1,12}(?:[.,]\d{1,9})?", part) for part in parts):
        raise ClassesError("Écrivez les bornes en chiffres, séparées par des points-virgules, par exemple\u00a0: 0,8\u202f; 1,5.")
    return checked([float(part.replace(",", ".")) for part in parts])


def words(bornes: Sequence[float], values: FloatArray, decimales: int) -> tuple[str, ...]:
    """
    Name the classes.

    Examples
    --------
    >>> words((0.8, 1.5), np.array([0.2, 1.0, 3.0]), 1)
    ('moins de 0,8', 'de 0,8 à 1,5', 'plus de 1,5')
    """
    said = [_written(borne) for borne in bornes]
    if not said:
        low, high = (number(float(edge), decimales) for edge in (values.min(), values.max()))
        return (low if low == high else f"de {low} à {high}",)
    if len(said) == 1:
        return f"moins de {said[0]}", f"{said[0]} ou plus"
    return (
        f"moins de {said[0]}",
        *(low if low == high else f"de {low} à {high}" for low, high in pairwise(said)),
        f"plus de {said[-1]}",
    )


def _written(borne: float) -> str:
    """Write a bound with the digits it has, no more."""
    digits = next((d for d in range(_FINEST) if round(borne, d) == borne), _FINEST)
    return number(borne, digits)


def _lay(values: FloatArray, bornes: tuple[float, ...]) -> NDArray[np.int8]:
    """Under the first bound, between two (ends included), above the last; with one bound, it belongs to the second class."""
    laid = np.searchsorted(np.asarray(bornes), values, side="left")
    if bornes:
        laid = np.where(values == bornes[0], 1, laid)
    return laid.astype(np.int8)


def _note(found: int, wanted: int) -> str:
    if found >= wanted:
        return ""
    made = "une seule classe" if found == 1 else f"{found} classes"
    return f"Trop de valeurs égales pour {wanted} classes\u00a0: la carte en montre {made}."


# ---------------------------------------------------------------- where to cut


def _cuts(values: FloatArray, methode: Methode, wanted: int, decimales: int) -> tuple[float, ...]:
    distinct = np.unique(values)
    if len(distinct) < FEWEST_CLASSES:
        return ()
    if methode is Methode.EGALES:
        tops = _library("EqualInterval", values, wanted)
        return _straddling(tuple(sorted({round(float(top), decimales + 1) for top in tops[:-1]})), distinct)
    tops = distinct if len(distinct) <= wanted else _library(*_asked(values, methode), wanted)
    # The same groups as the library makes, parted by the roundest number that parts them.
    edges = sorted({int(np.searchsorted(distinct, top, side="right")) for top in tops} - {0, len(distinct)})
    found = [_round_between(distinct[edge - 1], distinct[edge], first=place == 0) for place, edge in enumerate(edges)]
    return _straddling(tuple(found), distinct)


def _asked(values: FloatArray, methode: Methode) -> tuple[str, FloatArray]:
    if methode is Methode.QUANTILES:
        return "Quantiles", values
    ordered = np.sort(values)
    if len(ordered) > MOST_SAMPLED:
        ordered = ordered[np.linspace(0, len(ordered) - 1, MOST_SAMPLED).round().astype(int)]
    return "FisherJenks", ordered


def _library(name: str, values: FloatArray, wanted: int) -> FloatArray:
    """Ask mapclassify for the upper bounds of the classes."""
    import mapclassify  # noqa: PLC0415 - SciPy and scikit-learn behind it take two seconds: read with the first map, not with the program

    jenks = name == "FisherJenks"
    # Its natural breaks compute in single precision: values are brought near 0, and the breaks found again among them.
    given = (values - values.mean()) / (values.std() or 1.0) if jenks else values
    with _lock, warnings.catch_warnings():  # it regrets Numba, and says when values are few: the caller does too, in French
        warnings.simplefilter("ignore")
        tops: FloatArray = np.asarray(getattr(mapclassify, name)(given, k=min(wanted, len(np.unique(given)))).bins, dtype=float)
    if jenks:
        tops = values[np.abs(given[None, :] - tops[:, None]).argmin(axis=1)]
    return tops


def _round_between(low: float, high: float, *, first: bool) -> float:
    """Give the roundest number that leaves `low` below and `high` above; the first bound may be `high`, the others `low`."""
    for digits in range(_COARSEST, _FINEST + 1):
        for found in (round((low + high) / 2, digits) + 0.0, round(high if first else low, digits) + 0.0):
            if (low < found <= high) if first else (low <= found < high):
                return float(found)
    return float(high if first else low)


def _straddling(bornes: tuple[float, ...], distinct: FloatArray) -> tuple[float, ...]:
    """When values lie on both sides of 0, make 0 the bound nearest to it: a shade must not mix losses and gains."""
    if not distinct[0] < 0 < distinct[-1] or not bornes or 0.0 in bornes:
        return bornes
    nearest = min(bornes, key=abs)
    return tuple(sorted(0.0 if borne == nearest else borne for borne in bornes))
