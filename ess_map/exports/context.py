"""What must be said with every file that leaves: which territory, which filters, when, from which sources, with which limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from ess_map.actors.cards import SourceCard


@dataclass(frozen=True, slots=True)
class ExportContext:
    """The circumstances of an export; the writers add nothing to it, and read no clock."""

    nom: str
    """Name of the territory, in full: « Rennes Métropole »."""
    territoire: str
    """Its reference, `niveau:code`."""
    jour: date
    """Day of the export."""
    filtres: tuple[tuple[str, str], ...] = ()
    """What was asked, in French: (« Famille », « Association, Mutuelle »); empty when nothing was filtered."""
    adresse: str = ""
    """Address of the view that was exported (path and parameters, or whole URL)."""
    sources: tuple[SourceCard, ...] = ()
    """Sources that gave at least one row, in the order of the identity cards."""
    limites: tuple[str, ...] = ()
    """French sentences on what the register is and is not."""
