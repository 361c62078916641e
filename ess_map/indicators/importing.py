"""Indicators cut as the imported official table is: their modalities are the sectors and the families found there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.model import FAMILLES_PLURIEL
from ess_map.indicators.official import NOMENCLATURES, Slice
from ess_map.indicators.sectors import sector_labels

if TYPE_CHECKING:
    from ess_map.indicators.official import OfficialTable

SECTORS: dict[str, str] = {
    f"{nomenclature}_{code}": f"{label} ({nomenclature})"
    for nomenclature, known in sector_labels().items()
    for code, label in known.items()
}
"""Modality -> label, for the nomenclatures whose labels are known."""
FAMILIES = FAMILLES_PLURIEL


def sector_slice(champ: str, modalite: str) -> Slice:
    """Give the slice of the table that a modality stands for; all sectors for no modality."""
    nomenclature, _, code = modalite.partition("_")
    return Slice(champ, nomenclature, code)


def imported_sectors(table: OfficialTable) -> tuple[str, ...]:
    """List the sectors of the ESS in the latest year of the table, in the order of their nomenclatures."""
    years = table.vintages(Slice("ess"))
    if not years:
        return ()
    return tuple(f"{name}_{code}" for name in NOMENCLATURES for code in table.pieces("ess", name, years[0]))


def imported_families(table: OfficialTable) -> tuple[str, ...]:
    """List the families of the table, in the order of the closed list."""
    return tuple(family for family in FAMILIES if table.vintages(Slice("ess", famille=family)))
