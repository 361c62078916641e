"""Fablabs, shared workplaces and tiers-lieux of Brittany, May 2020 (Guillaume Rouan, #MapLabBZH, CC BY 4.0)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ess_map.sources.actor_rows import actor_rows, either, numbered
from ess_map.sources.raw_json import read_features

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "fablabs_bretagne_2020"
FILES = ("fablabs-bretagne-2020/fablabs_tiers_lieux_bretagne.geojson",)

_TYPES = {
    "fablab": "fablab",
    "fablabMIT": "fablab",
    "makerspace": "fablab",
    "hakerspace": "fablab",
    "cantine": "tiers_lieu",
    "tierslieu": "tiers_lieu",
    "usages": "mediation_numerique",
}
_NOT_A_PLACE = ("formation", "frenchtech")


def read(raw: Path) -> pd.DataFrame:
    """Read the places; one row a feature. Training courses and networks are refused; the operator is kept as another name."""
    table = read_features(raw / FILES[0], ("name", "organisation", "structure", "adresse", "cp", "ville", "web"))
    address = table["adresse"].map(lambda text: re.sub(r"<[^>]*>", ", ", text))
    operator = table["organisation"]
    return actor_rows(
        len(table),
        nom=table["name"],
        autres_noms=operator.where(operator != "Association", ""),
        statut=either(operator == "Association", "association"),
        types=table["structure"].map(_TYPES).fillna(""),
        adresse=address,
        code_postal=table["cp"],
        ville=table["ville"],
        longitude=table["longitude"],
        latitude=table["latitude"],
        qualite=either(address.map(numbered), "adresse", "rue"),
        site_web=table["web"],
        date_source="2020-05",
        rejet=either(table["structure"].isin(_NOT_A_PLACE), "evenement"),
    )
