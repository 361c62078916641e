"""Mouvements de communes since 1943 (Insee, Code officiel géographique 2026)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "mouvements_communes"
FILE = "cog-2026/mouvements-communes.csv"
_COLUMNS = ("MOD", "DATE_EFF", "TYPECOM_AV", "COM_AV", "LIBELLE_AV", "TYPECOM_AP", "COM_AP", "LIBELLE_AP")


def read_movements(raw: Path) -> pd.DataFrame:
    """
    Read every movement.

    Returns
    -------
    movements
        One row a pair before and after: `mod` (Insee kind of event), `date` (ISO), `type_av`, `code_av`, `nom_av`, `type_ap`,
        `code_ap`, `nom_ap`; types are COM, COMA, COMD, ARM or "". Sorted by date, then codes.
    """
    table = read_table(raw / FILE, _COLUMNS)
    table = table.set_axis(["mod", "date", "type_av", "code_av", "nom_av", "type_ap", "code_ap", "nom_ap"], axis=1)
    return table.sort_values(["date", "code_av", "code_ap", "type_av", "type_ap", "mod"], ignore_index=True)
