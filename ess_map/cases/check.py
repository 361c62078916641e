"""Proving the library: every card loads, or is named with its file, its line, its field and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.cases.library import load_library
from ess_map.territories.atlas import Atlas
from ess_map.territories.check import Finding

if TYPE_CHECKING:
    from pathlib import Path

    from ess_map.cases.library import Library
    from ess_map.cases.problems import Problem

_MEND = "Corrigez la fiche\u202f; son format est décrit dans docs/CAS-ET-LEVIERS.md."
_REFUSED = "Fiche refusée"
_LINK = "Fiche incomplète"


def run(data_dir: Path) -> list[Finding]:
    """
    Verify the library of the data folder: one finding a fault, or one that counts what was loaded.

    Raises
    ------
    SourceError
        If a folder or a reference table is missing or unreadable.
    SchemaError
        If a territory table lacks a column.
    """
    library = load_library(data_dir, Atlas.load(data_dir))
    return [_fault(problem) for problem in library.problems] or [_sound(library)]


def _fault(problem: Problem) -> Finding:
    return Finding(ok=False, quoi=_REFUSED if problem.bloquant else _LINK, detail=str(problem), remede=_MEND)


def _sound(library: Library) -> Finding:
    detail = f"{len(library.located())} cas localisés, {len(library.schemes())} dispositifs, {len(library.levers)} leviers"
    return Finding(ok=True, quoi="Cas et leviers", detail=detail)
