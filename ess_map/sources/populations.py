"""
Legal municipal populations by commune (Insee).

The files carry no year. The main one is the set of 2023, in force on 1 January 2026: its sums by région are, to the
inhabitant, the totals Insee published in December 2025 (https://www.insee.fr/fr/information/8683652). That of Mayotte is,
line by line, the census of 2017 (https://www.insee.fr/fr/statistiques/3291775?sommaire=2120838). Both proofs are kept in
`data/territoires/totaux_publies.csv` and verified by `check`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ess_map.sources.cog import FOLDER
from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

ID = "populations_2023"
FILE = f"{FOLDER}/donnees_communes.csv"
ID_MAYOTTE = "populations_mayotte_2017"
FILE_MAYOTTE = f"{FOLDER}/donnees_communes_mayotte.csv"
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
    main = read_table(raw / FILE, ("COM", "PMUN"), separator=";")
    mayotte = read_table(raw / FILE_MAYOTTE, ("DEP", "CODCOM", "PMUN"), separator=";")
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
