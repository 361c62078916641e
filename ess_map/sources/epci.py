"""EPCI à fiscalité propre and their communes (DGCL, sheet « Epcicom2025 » carried to the COG 2026)."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pandas as pd

from ess_map.errors import SchemaError, SourceError
from ess_map.sources.cog import FOLDER
from ess_map.sources.raw_table import RAW_REMEDY, select_columns

if TYPE_CHECKING:
    from pathlib import Path

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
        One row a commune: `epci` (SIREN), `departement` (of its seat), `nom`, `nature` (French words), `nb_membres` and `population_publiee` (of the EPCI,
        integers), `code` (of the commune), `siren` (of the commune), `population_membre` (integer), sorted by `code`.

    Raises
    ------
    SourceError
        If the workbook is missing or unreadable.
    SchemaError
        If a column is missing or a nature is not in the closed list.
    """
    path = raw / FOLDER / "epcicom.xlsx"
    try:
        sheet = pd.read_excel(path, dtype=str, keep_default_na=False, engine="openpyxl")
    except FileNotFoundError as error:
        raise SourceError(str(path), "est introuvable", RAW_REMEDY) from error
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise SourceError(str(path), "est illisible", RAW_REMEDY) from error
    table = select_columns(sheet, _COLUMNS, str(path))
    unknown = sorted(set(table["nature_juridique"]) - set(NATURES))
    if unknown:
        raise SchemaError(str(path), [f"nature juridique inconnue «\u00a0{nature}\u00a0»" for nature in unknown])
    members = pd.DataFrame(
        {
            "epci": table["siren"],
            "departement": table["dept"],
            "nom": table["raison_sociale"],
            "nature": table["nature_juridique"].map(NATURES),
            "nb_membres": table["nb_membres"].astype(int),
            "population_publiee": table["total_pop_mun"].astype(int),
            "code": table["insee"],
            "siren": table["siren_membre"],
            "population_membre": table["pmun_2025"].astype(int),
        }
    )
    return members.sort_values("code", ignore_index=True)
