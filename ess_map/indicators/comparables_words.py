"""Saying in French what makes two territories alike, and what sets them apart, with the figures of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ess_map.indicators.standardise import TAIL
from ess_map.typography import fr, number

if TYPE_CHECKING:
    import pandas as pd

    from ess_map.indicators.comparables_variables import Variable

NEVER, WHOLE = 0.0, 100.0


def alike(variable: Variable, mine: pd.Series, theirs: pd.Series) -> str:
    """
    Say that two territories are close on a variable.

    Parameters
    ----------
    variable
        The variable, known of both.
    mine, theirs
        Figures of each territory, indexed by the columns of the context; the first is the territory that was asked.
    """
    here, there = _written(variable, mine), _written(variable, theirs)
    if variable.zonage and here == there and _value(variable, mine) in {NEVER, WHOLE}:
        return f"{'en' if _value(variable, mine) else 'hors'} {variable.zonage} dans les deux cas"
    if here == there or variable.mots:
        return fr(f"même {variable.libelle} : {_with_unit(variable, here)}")
    return fr(f"{variable.libelle} proche : {here} et {_with_unit(variable, there)}")


def extreme(variable: Variable, mine: pd.Series, theirs: pd.Series, *, high: bool) -> str:
    """Say that two territories are both among the highest, or the lowest, on a variable; same parameters as `alike`."""
    side = "hautes" if high else "basses"
    here, there = _written(variable, mine), _with_unit(variable, _written(variable, theirs))
    return fr(f"{variable.libelle} parmi les {TAIL} % de valeurs les plus {side} : {here} et {there}")


def nearer(variable: Variable, mine: pd.Series, theirs: pd.Series) -> str:
    """Say on which variable a territory is nearer than most, when it is close on none; same parameters as `alike`."""
    here, there = _written(variable, mine), _with_unit(variable, _written(variable, theirs))
    return fr(f"{variable.libelle} moins loin que d’ordinaire : {here} et {there}")


def apart(variable: Variable, mine: pd.Series, theirs: pd.Series) -> str:
    """Say that two territories differ on a variable; same parameters as `alike`."""
    return fr(f"{variable.libelle} : {_written(variable, mine)} contre {_with_unit(variable, _written(variable, theirs))}")


def _written(variable: Variable, row: pd.Series) -> str:
    if variable.mots and isinstance(row[variable.mots], str):
        words = str(row[variable.mots])
        return f"{words[:1].lower()}{words[1:]}"
    return number(_value(variable, row), variable.decimales, signed=variable.signe)


def _with_unit(variable: Variable, written: str) -> str:
    return written if variable.mots or not variable.unite else f"{written} {variable.unite}"


def _value(variable: Variable, row: pd.Series) -> float:
    return float(cast("float", row[variable.colonne]))
