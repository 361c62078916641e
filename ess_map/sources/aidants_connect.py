"""Structures habilitées Aidants Connect, July 2023 and February 2024 (ANCT)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ess_map.actors.siret import read_siret
from ess_map.sources.actor_rows import ActorSource, actor_rows, either
from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FOLDER = "aidants-connect"

_COLUMNS = ("Name", "Siret", "Address", "Zip Code", "City", "City Insee Code", "Is Active", "France Services Label")


def read(raw: Path, *, file: str, date: str) -> pd.DataFrame:
    """Read one list; one row a structure. SIRET were stored as numbers; the status of each structure must be proved."""
    table = read_table(raw / FOLDER / file, _COLUMNS)
    siret = table["Siret"].map(lambda text: read_siret(text, numeric=True))
    digits = table["Siret"].str.removesuffix(".0")
    restored = (siret != "") & (digits.str.len() < 14)  # noqa: PLR2004 - length of a SIRET
    unusable = (siret == "") & ~digits.isin(["", "0"])
    label = either(table["France Services Label"] == "true", "aidants_connect|france_services", "aidants_connect")
    return actor_rows(
        len(table),
        nom=table["Name"],
        siret=siret,
        statut="prouver",
        types="mediation_numerique",
        labels=label,
        adresse=table["Address"].str.replace(r"\s*\b\d{5}\b.*$", "", regex=True),
        code_postal=table["Zip Code"],
        ville=table["City"],
        code_insee=table["City Insee Code"],
        date_source=date,
        rejet=either(table["Is Active"] == "false", "ferme"),
        alertes=either(unusable, "siret_invalide").mask(restored, "zero_rendu"),
    )


STRUCTURES = ActorSource("aidants_connect_2024", partial(read, file="aidants_connect_structures_2024-02.csv.gz", date="2024-02"))
ORGANISATIONS = ActorSource(
    "aidants_connect_2023", partial(read, file="aidants_connect_organisations_2023-07.csv.gz", date="2023-07")
)
