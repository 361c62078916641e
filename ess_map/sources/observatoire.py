"""
Shares published by level (Insee: census of 2022, Filosofi 2021), by way of the Observatoire territorial of March 2026.

Only shares that Insee publishes are taken, at the levels where it does. The indices that the Observatoire makes itself are left.
"""

from __future__ import annotations

import gzip
import json
import zlib
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from ess_map.errors import SchemaError, SourceError
from ess_map.sources.raw_table import RAW_REMEDY

if TYPE_CHECKING:
    from pathlib import Path

ID = "observatoire_territorial_2026"
_FOLDER = "observatoire-territorial-2026"
_COMMUNES = f"{_FOLDER}/agg_commARM_5Khab.parquet"
_LEVELS = {"zone_emploi": f"{_FOLDER}/agg_ze.json.gz", "departement": f"{_FOLDER}/agg_dep.json.gz"}
FILES = (_COMMUNES, *_LEVELS.values())

COG = "2023-01-01"
"""Its codes are in force today; a commune split after this day may still have the figure of what it was before."""

MAINLAND = "00FR"
"""Code of the row that sums up the mainland: its census shares are the weighted means of the 96 départements."""
CENSUS = {
    "dmv_75p_pct_22": "part_75_ans_et_plus_pct",
    "men_mono_pct_22": "part_familles_monoparentales_pct",
    "log_vac_pct_22": "part_logements_vacants_pct",
    "log_ressec_pct_22": "part_residences_secondaires_pct",
    "log_prop_pct_22": "part_proprietaires_pct",
}
INCOME = {"rev_med_21": "revenu_median", "rev_txpauv_21": "taux_pauvrete_pct"}
"""Column of the publisher -> ours; the year is in the publisher's name."""
VINTAGES = dict.fromkeys(CENSUS.values(), "2022") | dict.fromkeys(INCOME.values(), "2021")


def read_observatoire(raw: Path) -> pd.DataFrame:
    """
    Read the published shares.

    Returns
    -------
    published
        Long table, one row a published figure: `niveau` (commune, zone_emploi, departement; `arrondissement` for parts of Paris,
        Lyon and Marseille; `metropole` for the mainland), `code`, `colonne`, `valeur` (percent, or euros a year). Sorted.

    Raises
    ------
    SourceError
        If a file is missing or unreadable.
    SchemaError
        If a column is missing.
    """
    frames = [_tidy("commune", _parquet(raw / _COMMUNES), _COMMUNES)]
    frames += [_tidy(niveau, _json(raw / name), name) for niveau, name in _LEVELS.items()]
    table = pd.concat(frames, ignore_index=True)
    table.loc[(table["niveau"] == "commune") & table["code"].str.match(r"(132|6938|751)\d+"), "niveau"] = "arrondissement"
    table.loc[table["code"] == MAINLAND, ["niveau", "code"]] = ["metropole", "FR"]
    # The three files repeat the row of the mainland.
    table = table.drop_duplicates(["niveau", "code", "colonne"])
    return table.sort_values(["niveau", "code", "colonne"], ignore_index=True)


def _tidy(niveau: str, table: pd.DataFrame, name: str) -> pd.DataFrame:
    wanted = {**CENSUS, **INCOME}
    missing = [column for column in ("code", *wanted) if column not in table.columns]
    if missing:
        raise SchemaError(name, [f"colonne absente «\u00a0{column}\u00a0»" for column in missing])
    named = table[["code", *wanted]].rename(columns=wanted)
    long = named.melt(id_vars="code", var_name="colonne", value_name="valeur").dropna(subset="valeur")
    long["valeur"] = long["valeur"].astype(float)
    return long.assign(niveau=niveau)[["niveau", "code", "colonne", "valeur"]]


def _parquet(path: Path) -> pd.DataFrame:
    try:
        return pd.read_parquet(path)
    except FileNotFoundError as error:
        raise SourceError(str(path), "est introuvable", RAW_REMEDY) from error
    except (OSError, ValueError, pa.ArrowException) as error:
        raise SourceError(str(path), "est illisible", RAW_REMEDY) from error


def _json(path: Path) -> pd.DataFrame:
    try:
        rows = json.loads(gzip.decompress(path.read_bytes()))
    except FileNotFoundError as error:
        raise SourceError(str(path), "est introuvable", RAW_REMEDY) from error
    except (OSError, EOFError, zlib.error, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise SourceError(str(path), "est illisible", RAW_REMEDY) from error
    return pd.DataFrame(rows)
