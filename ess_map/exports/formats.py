"""The one registry of formats: what the screens offer is what the command line accepts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ess_map.errors import ExportError
from ess_map.exports import csv_file, geojson_file, gpkg_file, xlsx_file

if TYPE_CHECKING:
    import pandas as pd

    from ess_map.exports.context import ExportContext


class Writer(Protocol):
    """Writes an actor table as the bytes of one file."""

    def __call__(self, frame: pd.DataFrame, context: ExportContext) -> bytes:
        """Write the rows of `frame`, in their order."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One format of file."""

    extension: str
    """Without dot; also the end of the key of its button, `export_<extension>`."""
    libelle: str
    usage: str
    """In plain French words, what it is good for."""
    mime: str
    write: Writer


FORMATS: dict[str, Format] = {
    f.extension: f
    for f in (
        Format("csv", "CSV", "tableur et réimport", "text/csv; charset=utf-8", csv_file.write),
        Format(
            "xlsx",
            "Excel",
            "tableur, avec une feuille de sources",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            xlsx_file.write,
        ),
        Format("geojson", "GeoJSON", "carte en ligne (uMap)", "application/geo+json", geojson_file.write),
        Format("gpkg", "GeoPackage", "logiciel de cartographie (QGIS)", "application/geopackage+sqlite3", gpkg_file.write),
    )
}
"""Extension -> format, in the order of the screens."""


def for_path(path: Path | str) -> Format:
    """
    Give the format that the extension of a file asks for.

    Raises
    ------
    ExportError
        If there is none; the sentence lists those that exist.
    """
    extension = Path(path).suffix.lower().lstrip(".")
    if extension not in FORMATS:
        known = ", ".join(f".{name}" for name in FORMATS)
        raise ExportError(
            f"Format de fichier inconnu\u00a0: «\u00a0{Path(path).name[:80]}\u00a0». Extensions possibles\u00a0: {known}."
        )
    return FORMATS[extension]
