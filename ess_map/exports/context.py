"""What must be said with every file that leaves: which territory, which filters, when, from which sources, with which limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.exports.filters import described
from ess_map.territories.model import FRANCE
from ess_map.typography import count

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import pandas as pd

    from ess_map.actors.cards import SourceCard
    from ess_map.actors.selection import Selection
    from ess_map.territories.model import Territory

PARTIAL = "Registre partiel\u00a0: il réunit des listes publiques et ouvertes, pas tous les acteurs de l’ESS."
ABSENT = "Une absence au registre n’est pas forcément une absence sur le terrain."
PLACES = frozenset({"cog_2026", "epci_dgcl"})
"""Sources of the names of communes and of EPCI, which every row carries."""


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
    """Sources that gave at least one row, and those of the names of places, in the order of the identity cards."""
    limites: tuple[str, ...] = ()
    """French sentences on what the register is and is not."""


def context_for(
    selection: Selection,
    territory: Territory | None,
    frame: pd.DataFrame,
    cards: Mapping[str, SourceCard],
    *,
    jour: date,
    adresse: str = "",
    perimetre: tuple[str, ...] = (PARTIAL,),
) -> ExportContext:
    """
    Gather what must be said with the rows of a selection.

    Parameters
    ----------
    selection
        What was asked.
    territory
        The territory of the selection; None for the whole of France.
    frame
        The rows that leave, as `table.export_frame` gives them.
    cards
        Identity card of every source, in the order of the file.
    jour
        Day of the export.
    adresse
        Address of the exported view, if it is known.
    perimetre
        French sentences on what the register covers of the territory (`actors.coverage.sentences`).
    """
    used = PLACES | {name for text in frame["source"].unique() for name in text.split("|")}
    notices = () if territory is None else territory.notices
    principal = {card.id for card in cards.values() if card.registre == "principal"}
    to_verify = sum(principal.isdisjoint(text.split("|")) for text in frame["source"])
    return ExportContext(
        nom="France" if territory is None else selection.nom or territory.nom,
        territoire=str(FRANCE if territory is None else territory.ref),
        jour=jour,
        filtres=described(selection, cards),
        adresse=adresse,
        sources=tuple(card for card in cards.values() if card.id in used),
        limites=(*perimetre, ABSENT, *_to_verify(to_verify), *notices),
    )


def _to_verify(rows: int) -> tuple[str, ...]:
    """Announce the rows that the complementary register alone knows."""
    if not rows:
        return ()
    counted = count(rows, "ligne vient", "lignes viennent")
    return (
        f"{counted} du seul registre complémentaire, ancien et non vérifié\u00a0: confirmez avec le terrain avant de vous y fier.",
    )
