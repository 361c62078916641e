"""The columns of an actor table that leaves, in the order of the public contract (described in docs/FORMATS.md)."""

from __future__ import annotations

COLUMNS: tuple[str, ...] = (
    "identifiant",
    "siret",
    "nom",
    "famille",
    "types",
    "labels",
    "themes",
    "naf",
    "effectif",
    "adresse",
    "code_postal",
    "commune",
    "code_commune",
    "epci",
    "code_epci",
    "departement",
    "region",
    "longitude",
    "latitude",
    "precision_position",
    "site_web",
    "source",
    "date_source",
    "lien_officiel",
)

NUMBERS: frozenset[str] = frozenset({"longitude", "latitude"})
"""The only columns that are numbers (degrees, EPSG:4326, nullable); every other column is text, codes included."""

TEXTS: tuple[str, ...] = tuple(name for name in COLUMNS if name not in NUMBERS)
