"""Places of digital mediation: conseillers numériques 2022 (ANCT), Hinaura 2022, Charente 2023 (Licence Ouverte 2.0)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ess_map.actors.siret import read_siret
from ess_map.sources.actor_rows import ActorSource, actor_rows, either, numbered
from ess_map.sources.raw_json import read_records

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FOLDER = "lieux-mediation-numerique"

_COLUMNS = ("nom", "commune", "code_postal", "adresse", "latitude", "longitude", "date_maj", "pivot")
_LABELS = {"CNFS": "conseiller_numerique", "France Services": "france_services", "Aidants Connect": "aidants_connect"}
_ASSOCIATIVE = frozenset({"ASSO", "MJC"})
_TYPES = {"TIERS_LIEUX": "tiers_lieu", "MJC": "mjc", "CS": "centre_social", "ACI": "aci"}
_NO_SIRET = "0" * 14


def read(raw: Path, *, file: str, optional: tuple[str, ...]) -> pd.DataFrame:
    """
    Read one list of places; one row a place.

    Parameters
    ----------
    raw
        Folder of the public files.
    file
        Name of the file in `FOLDER`.
    optional
        Fields that this list has beside the common ones, among `labels_nationaux`, `typologie`, `site_web`.

    Notes
    -----
    Most places are public: the status of each must be proved, save where the typology says association or MJC.
    """
    table = read_records(raw / FOLDER / file, (*_COLUMNS, *optional))
    table = table.reindex(columns=[*_COLUMNS, "labels_nationaux", "typologie", "site_web"], fill_value="")
    kinds = [text.split(";") for text in table["typologie"]]
    siret = table["pivot"].map(read_siret)
    written = (table["pivot"] != "") & (table["pivot"] != _NO_SIRET)
    return actor_rows(
        len(table),
        nom=table["nom"],
        siret=siret,
        statut=["association" if _ASSOCIATIVE & set(codes) else "prouver" for codes in kinds],
        types=["|".join(["mediation_numerique", *(_TYPES[code] for code in codes if code in _TYPES)]) for codes in kinds],
        labels=table["labels_nationaux"].map(_labels),
        adresse=table["adresse"],
        code_postal=table["code_postal"],
        ville=table["commune"],
        longitude=table["longitude"],
        latitude=table["latitude"],
        qualite=either(table["adresse"].map(numbered), "adresse", "rue"),
        site_web=table["site_web"],
        date_source=table["date_maj"].str.slice(0, 7),
        alertes=either(written & (siret == ""), "siret_invalide"),
    )


def _labels(text: str) -> str:
    found = {_LABELS[part.strip()] for part in text.replace(";", ",").split(",") if part.strip() in _LABELS}
    return "|".join(sorted(found))


CONSEILLERS = ActorSource(
    "conseillers_numeriques_2022",
    partial(read, file="conseillers_numeriques_2022-07.json.gz", optional=("labels_nationaux", "site_web")),
)
CHARENTE = ActorSource(
    "mediation_charente_2023", partial(read, file="charente_2023-07.json.gz", optional=("labels_nationaux", "typologie"))
)
HINAURA = ActorSource(
    "mediation_hinaura_2022", partial(read, file="hinaura_auvergne-rhone-alpes_2022.json.gz", optional=("site_web",))
)
