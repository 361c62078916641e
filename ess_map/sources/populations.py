"""
Legal municipal populations by commune (Insee).

The files carry no year. The main one is the set of 2023, in force on 1 January 2026: its sums by région are, to the
inhabitant, the totals Insee published in December 2025 (https://www.insee.fr/fr/information/8683652). The file of
Mayotte is the census of 2017, as the README of datagouv/decoupage-administratif says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ess_map.sources.cog import FOLDER
from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

MILLESIME = "2023"
MILLESIME_MAYOTTE = "2017"


def read_populations(raw: Path) -> pd.DataFrame:
    """
    Read the populations published by commune, or by arrondissement in Paris, Lyon and Marseille.

    Returns
    -------
    populations
        `code`, `population` (inhabitants, integer), `millesime` (reference year, text), sorted by code.
    """
    main = read_table(raw / FOLDER / "donnees_communes.csv", ("COM", "PMUN"), separator=";")
    mayotte = read_table(raw / FOLDER / "donnees_communes_mayotte.csv", ("DEP", "CODCOM", "PMUN"), separator=";")
    frames = [
        pd.DataFrame({"code": main["COM"], "population": main["PMUN"], "millesime": MILLESIME}),
        # The file of Mayotte splits the code: "976" and "601" make 97601.
        pd.DataFrame(
            {"code": mayotte["DEP"].str[:2] + mayotte["CODCOM"], "population": mayotte["PMUN"], "millesime": MILLESIME_MAYOTTE}
        ),
    ]
    table = pd.concat(frames, ignore_index=True)
    table["population"] = table["population"].astype(int)
    return table.sort_values("code", ignore_index=True)
