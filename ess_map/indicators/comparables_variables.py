"""The variables that make territories comparable, and the weights a visitor gives them."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ess_map.errors import ComparisonError
from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.standardise import PLAIN, Scaling
from ess_map.typography import fr

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = Path(__file__).with_name("comparables.toml")
ROBUST = "robuste"


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable. Texts are French."""

    id: str
    libelle: str
    scaling: Scaling
    poids: float
    """Weight unless the visitor gives another."""
    unite: str
    decimales: int
    signe: bool
    """Write « + » before a positive value."""
    zonage: str
    """Name of the zoning, when the variable is the share of the population in one."""
    mots: str
    """Column that says the value in words, when it is a degree."""

    @property
    def colonne(self) -> str:
        """Column of the context."""
        return self.scaling.colonne


@cache
def variables() -> Mapping[str, Variable]:
    """Give the variables, in the order of `comparables.toml`."""
    document = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    columns = context_columns()
    return {
        name: Variable(
            id=name,
            libelle=fields["libelle"],
            scaling=Scaling(
                colonne=fields["colonne"],
                transformation=fields.get("transformation", PLAIN),
                echelle=None if fields["echelle"] == ROBUST else float(fields["echelle"]),
                borne=fields.get("borne"),
            ),
            poids=float(fields["poids"]),
            unite=columns[fields["colonne"]].unite,
            decimales=columns[fields["colonne"]].decimales,
            signe=fields.get("signe", False),
            zonage=fields["court"] if fields.get("zonage") else "",
            mots=fields.get("mots", ""),
        )
        for name, fields in document.items()
    }


def chosen_weights(asked: Mapping[str, float] | None) -> dict[str, float]:
    """
    Complete the weights that a visitor chose with the usual ones.

    Returns
    -------
    weights
        Every variable, in order; 0 takes a variable out.

    Raises
    ------
    ComparisonError
        If a name is unknown, a weight is negative or not a number, or all of them are 0; the sentence says which, in French.
    """
    known, asked = variables(), asked or {}
    strangers = [name for name in asked if name not in known]
    if strangers:
        raise ComparisonError(fr(f"Poids inconnu : « {strangers[0][:40]} ». Variables possibles : {', '.join(known)}."))
    wrong = [name for name, weight in asked.items() if not (math.isfinite(weight) and weight >= 0)]
    if wrong:
        raise ComparisonError(fr(f"Le poids de « {wrong[0]} » doit être un nombre positif ou nul."))
    weights = {name: float(asked.get(name, variable.poids)) for name, variable in known.items()}
    if not any(weights.values()):
        raise ComparisonError(fr("Tous les poids sont nuls : donnez un poids positif à une variable au moins."))
    return weights


def read_weights(text: str) -> dict[str, float]:
    """
    Read weights as a person writes them, « population=2,revenu=0 »; a decimal comma needs « ; » between weights.

    Raises
    ------
    ComparisonError
        If a piece is not `name=number`.
    """
    weights = {}
    for piece in (part.strip() for part in text.split(";" if ";" in text else ",")):
        name, _, number = piece.partition("=")
        try:
            weights[name.strip()] = float(number.strip().replace(",", "."))
        except ValueError as error:
            raise ComparisonError(
                fr(f"Poids illisible : « {piece[:40]} ». Écrivez par exemple « population=2,revenu=0 ».")
            ) from error
    return weights
