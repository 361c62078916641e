"""Weight of the ESS in salaried jobs by département, 2014 and 2008 (Insee, Clap)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ess_map.errors import SchemaError
from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

ID = "clap_ess_2014"
FILES = ("ess-part-emploi-departements-2014/ess_part_emploi_departements.csv",)
YEARS = {"2008": "part_emploi_ess_2008_pct", "2014": "part_emploi_ess_2014_pct"}
_WHOLE = 100


def read_clap_ess(raw: Path) -> pd.DataFrame:
    """
    Read the shares of the ESS in all salaried jobs.

    Returns
    -------
    shares
        `departement` (code, text), `millesime` (year, text), `part_pct` (percent of salaried jobs, as published), sorted.

    Raises
    ------
    SourceError
        If the file is missing or unreadable.
    SchemaError
        If a column is missing or a value is not a percentage.
    """
    table = read_table(raw / FILES[0], ("code_departement", *YEARS.values()))
    frames = [
        pd.DataFrame({"departement": table["code_departement"], "millesime": year, "part_pct": table[column].astype(float)})
        for year, column in YEARS.items()
    ]
    shares = pd.concat(frames, ignore_index=True)
    if not shares["part_pct"].between(0, _WHOLE).all():
        raise SchemaError(FILES[0], ["une part n’est pas comprise entre 0 et 100"])
    return shares.sort_values(["departement", "millesime"], ignore_index=True)
