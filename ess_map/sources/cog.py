"""Code officiel géographique au 1er janvier 2026 (Insee): communes, parts of communes, départements, régions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "cog_2026"
FOLDER = "cog-2026"
COMMUNES = f"{FOLDER}/communes.csv"
DEPARTEMENTS = f"{FOLDER}/departements.csv"
REGIONS = f"{FOLDER}/regions.csv"
OVERSEAS_COLLECTIVITIES = f"{FOLDER}/collectivites-outremer.csv"
FILES = (COMMUNES, DEPARTEMENTS, REGIONS, OVERSEAS_COLLECTIVITIES)


def read_communes(raw: Path) -> pd.DataFrame:
    """
    Read the communes in force.

    Returns
    -------
    communes
        One row a commune: `code`, `nom`, `departement`, `region`, sorted by code.
    """
    table = _read_all(raw)
    communes = table.loc[table["TYPECOM"] == "COM", ["COM", "LIBELLE", "DEP", "REG"]]
    return communes.set_axis(["code", "nom", "departement", "region"], axis=1).sort_values("code", ignore_index=True)


def read_parts(raw: Path) -> pd.DataFrame:
    """
    Read the parts of communes: déléguées (COMD), associées (COMA), arrondissements municipaux (ARM).

    Returns
    -------
    parts
        One row a part: `type`, `code`, `nom`, `commune` (code of the commune it belongs to), sorted by type then code.
    """
    table = _read_all(raw)
    parts = table.loc[table["TYPECOM"] != "COM", ["TYPECOM", "COM", "LIBELLE", "COMPARENT"]]
    return parts.set_axis(["type", "code", "nom", "commune"], axis=1).sort_values(["type", "code"], ignore_index=True)


def read_departements(raw: Path) -> pd.DataFrame:
    """Read the départements: `code`, `nom`, `region`, `chef_lieu` (code of a commune)."""
    table = read_table(raw / DEPARTEMENTS, ("DEP", "LIBELLE", "REG", "CHEFLIEU"))
    return table.set_axis(["code", "nom", "region", "chef_lieu"], axis=1).sort_values("code", ignore_index=True)


def read_regions(raw: Path) -> pd.DataFrame:
    """Read the régions: `code`, `nom`, `chef_lieu` (code of a commune)."""
    table = read_table(raw / REGIONS, ("REG", "LIBELLE", "CHEFLIEU"))
    return table.set_axis(["code", "nom", "chef_lieu"], axis=1).sort_values("code", ignore_index=True)


def read_overseas_collectivities(raw: Path) -> pd.DataFrame:
    """Read the communes of the collectivités d'outre-mer, outside the perimeter: `code`, `nom`, `collectivite`."""
    table = read_table(raw / OVERSEAS_COLLECTIVITIES, ("code_commune", "nom_commune", "nom_collectivite"))
    return table.set_axis(["code", "nom", "collectivite"], axis=1).drop_duplicates("code").sort_values("code", ignore_index=True)


def _read_all(raw: Path) -> pd.DataFrame:
    return read_table(raw / COMMUNES, ("TYPECOM", "COM", "REG", "DEP", "LIBELLE", "COMPARENT"))
