"""The whole build: raw public files in, the data folder out. Same files in, same bytes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.errors import SourceError
from ess_map.sources import actors_build, context_build, official_build, territories_build
from ess_map.sources.raw_table import RAW_REMEDY
from ess_map.territories import manifest

if TYPE_CHECKING:
    from pathlib import Path


def build(raw: Path, out: Path) -> None:
    """
    Build the data folder: territories, their context, official tables, then actors, then the manifest that proves all of it.

    Parameters
    ----------
    raw
        Folder of the public files, as published.
    out
        Data folder to fill; what it holds already is replaced file by file.

    Raises
    ------
    SourceError
        If `raw` or one of its files is missing or unreadable.
    SchemaError
        If a table breaks its contract.
    """
    if not raw.is_dir():
        raise SourceError(str(raw), "est introuvable", RAW_REMEDY)
    territories_build.build(raw, out)
    context_build.build(raw, out)
    official_build.build(raw, out)
    actors_build.build(raw, out)
    manifest.write(out)
