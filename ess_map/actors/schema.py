"""The table of actors as it is stored: `data/acteurs/registre.parquet`, its columns and what each may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ess_map.actors import model
from ess_map.errors import SchemaError
from ess_map.territories.marts import REMEDY

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = "acteurs/registre.parquet"

TEXTS: tuple[str, ...] = (
    "identifiant",
    "siret",
    "siren",
    "nom",
    "autres_noms",
    "famille",
    "famille_origine",
    "categorie_juridique",
    "types",
    "labels",
    "themes",
    "naf",
    "effectif",
    "adresse",
    "code_postal",
    "code_commune",
    "departement",
    "precision_position",
    "site_web",
    "source",
    "date_source",
    "date_creation",
    "registre",
    "provenance",
)
"""Never null, empty when unknown. `departement` is that of the commune, or the declared one when the commune is unknown."""

NUMBERS: tuple[str, ...] = ("longitude", "latitude")
"""Degrees, EPSG:4326, null when the actor has no position."""

COLUMNS: tuple[str, ...] = (*TEXTS[:17], *NUMBERS, *TEXTS[17:])

REGISTRES: tuple[str, ...] = ("principal", "complement")

_CLOSED: dict[str, Iterable[str]] = {
    "famille": model.FAMILLES,
    "precision_position": model.PRECISIONS,
    "registre": REGISTRES,
    "effectif": ("", *model.EFFECTIFS),
    "famille_origine": ("", *model.ORIGINES_FAMILLE),
}
_CLOSED_LISTS: dict[str, Iterable[str]] = {"types": model.TYPES, "labels": model.LABELS, "themes": model.THEMES}


def check(frame: pd.DataFrame) -> None:
    """
    Verify a table of actors against its contract.

    Raises
    ------
    SchemaError
        If a column is missing or has the wrong type, a value is outside its closed list, or an `identifiant` is doubled.
    """
    missing = [f"colonne {name} absente" for name in COLUMNS if name not in frame.columns]
    if missing:
        raise SchemaError(f"data/{FILE}", missing, REMEDY)
    problems = [f"{name} contient des valeurs nulles" for name in TEXTS if frame[name].isna().any()]
    problems += [f"{name} n’est pas un nombre" for name in NUMBERS if not pd.api.types.is_float_dtype(frame[name])]
    problems += [f"{name}\u00a0: valeur inconnue" for name, values in _CLOSED.items() if not frame[name].isin(list(values)).all()]
    problems += [
        f"{name}\u00a0: valeur inconnue" for name, values in _CLOSED_LISTS.items() if not _within(frame[name], set(values))
    ]
    if frame["identifiant"].duplicated().any() or (frame["identifiant"] == "").any():
        problems.append("identifiant absent ou en double")
    if (frame["longitude"].isna() != frame["latitude"].isna()).any():
        problems.append("position incomplète")
    if problems:
        raise SchemaError(f"data/{FILE}", problems, REMEDY)


def _within(column: pd.Series[str], values: set[str]) -> bool:
    return all(set(text.split("|")) <= values for text in column.unique() if text)
