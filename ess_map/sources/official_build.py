"""Building the official marts: what official tables already say of the ESS, and of the whole economy around it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd

from ess_map.sources import clap_ess, flores_zones, key_figures
from ess_map.sources.cards import write_cards
from ess_map.sources.official_cards import official_cards
from ess_map.sources.parquet import write_parquet

REPOSITORY_FIGURES = Path(__file__).resolve().parents[2] / "data" / key_figures.FILES[0]
CLAP_INDICATOR = "part_emploi_ess_clap"


def build(raw: Path, out: Path) -> None:
    """
    Build `officiel/valeurs_publiees.parquet`, `officiel/emploi_zones.parquet`, and their identity cards.

    Parameters
    ----------
    raw
        Folder of the public files, as published.
    out
        Data folder to fill; the key figures kept by hand are copied there when they are not yet.

    Raises
    ------
    SourceError
        If a file is missing or unreadable.
    SchemaError
        If a table breaks its contract.
    """
    folder = out / "officiel"
    folder.mkdir(parents=True, exist_ok=True)
    figures = out / key_figures.FILES[0]
    if not figures.exists():
        shutil.copyfile(REPOSITORY_FIGURES, figures)
    shares, jobs = clap_ess.read_clap_ess(raw), flores_zones.read_flores_zones(raw)
    known = key_figures.read_key_figures(out)
    write_parquet(published_values(shares, known), folder / "valeurs_publiees.parquet")
    write_parquet(jobs, folder / "emploi_zones.parquet")
    lines = {clap_ess.ID: len(shares) // len(clap_ess.YEARS), flores_zones.ID: len(jobs) // len(flores_zones.YEARS)}
    write_cards(out, official_cards(raw, out, {**lines, key_figures.ID: len(known)}))


def published_values(shares: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """
    Gather the figures published as they are, that no sum can give.

    Parameters
    ----------
    shares
        `departement`, `millesime`, `part_pct`.
    figures
        The key figures, columns `key_figures.COLUMNS`.

    Returns
    -------
    values
        `indicateur`, `modalite`, `niveau`, `code`, `millesime` (text), `valeur` (number), `source` (identity card), `reserve`
        (French sentence, may be empty), sorted; unique by the first five.
    """
    clap = pd.DataFrame({
        "indicateur": CLAP_INDICATOR, "modalite": "", "niveau": "departement", "code": shares["departement"],
        "millesime": shares["millesime"], "valeur": shares["part_pct"], "source": clap_ess.ID, "reserve": "",
    })  # fmt: skip
    keys = ["indicateur", "modalite", "niveau", "code", "millesime"]
    known = figures[keys].assign(valeur=figures["valeur"].astype(float), source=key_figures.ID, reserve=figures["reserve"])
    return pd.concat([clap, known], ignore_index=True).sort_values(keys, ignore_index=True)
