"""Every official table that describes the communes, read once, with the lineage that carries them to the COG 2026."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.sources import acv, cog, epci, ept, movements, populations, postal_codes, pvd, zones_emploi, zrr
from ess_map.territories.lineage import Lineage

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd


@dataclass(frozen=True)
class Referential:
    """The raw tables, typed; their columns are documented where each one is read."""

    communes: pd.DataFrame
    parts: pd.DataFrame
    departements: pd.DataFrame
    regions: pd.DataFrame
    overseas_collectivities: pd.DataFrame
    movements: pd.DataFrame
    epci_members: pd.DataFrame
    ept_members: pd.DataFrame
    populations: pd.DataFrame
    zones_emploi: pd.DataFrame
    postal_codes: pd.DataFrame
    zrr: pd.DataFrame
    pvd: pd.DataFrame
    acv: pd.DataFrame
    lineage: Lineage


def read_referential(raw: Path) -> Referential:
    """
    Read every table about communes.

    Raises
    ------
    SourceError
        If a file is missing or unreadable.
    SchemaError
        If a table breaks its contract.
    """
    communes = cog.read_communes(raw)
    parts = cog.read_parts(raw)
    moves = movements.read_movements(raw)
    return Referential(
        communes=communes,
        parts=parts,
        departements=cog.read_departements(raw),
        regions=cog.read_regions(raw),
        overseas_collectivities=cog.read_overseas_collectivities(raw),
        movements=moves,
        epci_members=epci.read_epci_members(raw),
        ept_members=ept.read_ept_members(raw),
        populations=populations.read_populations(raw),
        zones_emploi=zones_emploi.read_zones_emploi(raw),
        postal_codes=postal_codes.read_postal_codes(raw),
        zrr=zrr.read_zrr(raw),
        pvd=pvd.read_pvd(raw),
        acv=acv.read_acv(raw),
        lineage=Lineage(moves, frozenset(communes["code"]), dict(zip(parts["code"], parts["commune"], strict=True))),
    )
