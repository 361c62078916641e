"""EPCI à fiscalité propre and their communes (DGCL, sheet « Epcicom2025 »; its communes are those of the COG 2026)."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pandas as pd

from ess_map.errors import SchemaError, SourceError
from ess_map.sources.raw_table import RAW_REMEDY, select_columns

if TYPE_CHECKING:
    from pathlib import Path

ID = "epci_dgcl"
FILE = "cog-2026/epcicom.xlsx"
NATURES = {
    "CC": "Communauté de communes",
    "CA": "Communauté d’agglomération",
    "CU": "Communauté urbaine",
    "METRO": "Métropole",
    "MET69": "Métropole (collectivité à statut particulier)",
}
_COLUMNS = (
    "dept", "siren", "raison_sociale", "nature_juridique", "nb_membres", "total_pop_mun", "insee", "siren_membre", "pmun_2025",
)  # fmt: skip


def read_epci_members(raw: Path) -> pd.DataFrame:
    """
    Read the members of every EPCI à fiscalité propre.

    Returns
    -------
    members
        One row a commune: `epci` (SIREN), `departement` (of its seat), `nom`, `nature` (French words), `code` and `siren` (of the
        commune), sorted by `code`.

    Raises
    ------
    SourceError
        If the workbook is missing or unreadable.
    SchemaError
        If a column is missing, a nature is not in the closed list, or an EPCI has not the number of members or the population
        that the sheet itself says.
    """
    path = raw / FILE
    try:
        sheet = pd.read_excel(path, dtype=str, keep_default_na=False, engine="openpyxl")
    except FileNotFoundError as error:
        raise SourceError(str(path), "est introuvable", RAW_REMEDY) from error
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise SourceError(str(path), "est illisible", RAW_REMEDY) from error
    table = select_columns(sheet, _COLUMNS, str(path))
    problems = [
        f"nature juridique inconnue «\u00a0{nature}\u00a0»" for nature in sorted(set(table["nature_juridique"]) - set(NATURES))
    ]
    problems += _incoherent(table)
    if problems:
        raise SchemaError(str(path), problems)
    members = pd.DataFrame(
        {
            "epci": table["siren"],
            "departement": table["dept"],
            "nom": table["raison_sociale"],
            "nature": table["nature_juridique"].map(NATURES),
            "code": table["insee"],
            "siren": table["siren_membre"],
        }
    )
    return members.sort_values("code", ignore_index=True)


def _incoherent(table: pd.DataFrame) -> list[str]:
    """Name the EPCI whose rows are not as many as it has members, or do not add up to its published population."""
    numbers = table[["nb_membres", "total_pop_mun", "pmun_2025"]].astype(int).assign(siren=table["siren"])
    groups = numbers.groupby("siren")
    wrong_size = groups.size() != groups["nb_membres"].first()
    wrong_sum = groups["pmun_2025"].sum() != groups["total_pop_mun"].first()
    return [f"composition incomplète de l’EPCI {siren}" for siren in groups["nb_membres"].first().index[wrong_size | wrong_sum]]
