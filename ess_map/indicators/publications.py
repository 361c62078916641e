"""The figures of the context as they were published, held close: one row an array element, not one object a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    import pandas as pd


class Publication(NamedTuple):
    """A figure as it was published."""

    valeur: float | None
    source: str
    millesime: str
    etat: str
    """« publie », « secret » or « perimetre_modifie »."""


class Publications:
    """
    Find a published figure.

    Parameters
    ----------
    table
        Columns `niveau`, `code`, `colonne`, `valeur` (null where it is not published), `source`, `millesime`, `etat`.
    """

    def __init__(self, table: pd.DataFrame) -> None:
        self._rows: dict[tuple[str, str], dict[str, int]] = {}
        shared = {code: code for code in table["code"]}  # one text a code, however many columns it has
        for (niveau, colonne), rows in table.reset_index(drop=True).groupby(["niveau", "colonne"], observed=True):
            self._rows[str(niveau), str(colonne)] = {
                shared[code]: row for code, row in zip(rows["code"], rows.index.to_list(), strict=True)
            }
        self._values = table["valeur"].to_numpy(dtype=float, na_value=np.nan)
        self._words = [table[name].astype("category").array for name in ("source", "millesime", "etat")]

    def get(self, niveau: str, code: str, colonne: str) -> Publication | None:
        """Give the figure of a territory, None if none was published."""
        row = self._rows.get((niveau, colonne), {}).get(code)
        if row is None:
            return None
        value = float(self._values[row])
        source, millesime, etat = (str(words[row]) for words in self._words)
        return Publication(None if np.isnan(value) else value, source, millesime, etat)
