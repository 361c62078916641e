"""Every name that leads to a territory, with the reason why: names in force, short names of EPCI, former communes, former names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ess_map.territories import phrases
from ess_map.territories.names import normalise, without_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd
    from numpy.typing import NDArray

    from ess_map.territories.gazetteer import Gazetteer
    from ess_map.territories.phrases import OldCode

_EPCI_PREFIX = re.compile(r"^(?:cc|ca|cu) (?:de la |de l |des |du |de |d )?")
_ORDINAL = re.compile(r"\b(\d{1,2}) ?(?:er|e|eme|ieme|nd|nde)\b")
_ARRONDISSEMENT = re.compile(r"^(\w+) (\d{1,2})e arrondissement$")

_Key = tuple[str, str, int, str]
"""Name without its article, name with it, row of the territory, reason ("" for a name in force)."""


@dataclass(frozen=True)
class SearchKeys:
    """The names, sorted, as columns of the same length."""

    bare: list[str]
    """Normalised names without the opening article: what is compared."""
    full: Mapping[int, str]
    """Normalised name with its article, for the keys that have one."""
    rows: NDArray[np.int32]
    """Row of the territory in the gazetteer."""
    reasons: Mapping[int, str]
    """Sentence for each former name; a key without one is a name in force."""
    current: NDArray[np.bool_]
    """Whether the key is a name in force."""


def spoken(text: str) -> str:
    """Normalise a name or a query, ordinals included: « Paris 11ème » and « Paris 11e » read the same."""
    return _ORDINAL.sub(r"\1e", normalise(text))


def search_keys(
    gazetteer: Gazetteer, row_of: Mapping[str, int], old_codes: Mapping[str, OldCode], old_names: pd.DataFrame
) -> SearchKeys:
    """
    List every key.

    Parameters
    ----------
    gazetteer
        The territories.
    row_of
        Row of each commune in force by code.
    old_codes, old_names
        What is no longer in force (see `ess_map.territories.references`).
    """
    keys = {key for row, name in enumerate(gazetteer.names) for key in _current(row, name)}
    for old in old_codes.values():
        for successor in old.successeurs:
            row = row_of[successor]
            keys.update(_former_commune(old, row, gazetteer.names[row]))
    for nom, code, date_effet, motif in old_names.astype(object).itertuples(index=False, name=None):
        row = row_of[code]
        keys.add(_key(spoken(nom), row, phrases.renamed(nom, gazetteer.names[row], date_effet, motif)))
    ordered = sorted(keys)
    return SearchKeys(
        bare=[bare for bare, _, _, _ in ordered],
        full={number: full for number, (bare, full, _, _) in enumerate(ordered) if full != bare},
        rows=np.array([row for _, _, row, _ in ordered], dtype=np.int32),
        reasons={number: reason for number, (_, _, _, reason) in enumerate(ordered) if reason},
        current=np.array([not reason for _, _, _, reason in ordered], dtype=bool),
    )


def _current(row: int, name: str) -> Iterator[_Key]:
    full = spoken(name)
    yield _key(full, row)
    short = _EPCI_PREFIX.sub("", full)
    if short and short != full:
        yield _key(short, row)


def _former_commune(old: OldCode, row: int, today: str) -> Iterator[_Key]:
    full = spoken(old.nom)
    if full == spoken(today):
        return
    why = phrases.merged(old, today)
    yield _key(full, row, why)
    arrondissement = _ARRONDISSEMENT.match(full)
    if arrondissement:
        town, number = arrondissement.groups()
        yield _key(f"{town} {number}e", row, why)
        yield _key(f"{town} {number}", row, why)


def _key(full: str, row: int, reason: str = "") -> _Key:
    return (without_article(full), full, row, reason)
