"""How a territory is cut for a choropleth: at which levels, in which smaller territories, and which files hold their boundaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.territories.model import FRANCE, Niveau, TerritoryRef

if TYPE_CHECKING:
    from ess_map.territories.atlas import Atlas

NIVEAUX: dict[Niveau, str] = {
    Niveau.REGION: "Régions",
    Niveau.DEPARTEMENT: "Départements",
    Niveau.ZONE_EMPLOI: "Zones d’emploi",
    Niveau.EPCI: "Intercommunalités",
    Niveau.EPT: "Établissements publics territoriaux",
    Niveau.COMMUNE: "Communes",
}
"""Levels that a territory may be cut in, the widest first -> French label."""
MOST_PARTS = 6000
"""Parts of one map: the communes of the largest région, not those of France."""
_FINE = 2
"""Départements up to which communes are drawn with their fine boundaries."""
_ABOVE = (Niveau.EPCI, Niveau.DEPARTEMENT, Niveau.REGION)


def ground(atlas: Atlas, ref: TerritoryRef) -> TerritoryRef:
    """Give the territory to cut: itself, or for one that has no parts (a commune) the nearest wider one that has."""
    if len(atlas.members(ref)) > 1:
        return ref
    parents = {parent.niveau: parent for parent in atlas.get(ref).parents}
    wider = [parents[niveau] for niveau in _ABOVE if niveau in parents]
    return next((parent for parent in wider if len(atlas.members(parent)) > 1), FRANCE)


def levels(atlas: Atlas, ref: TerritoryRef) -> tuple[Niveau, ...]:
    """Give the levels at which a territory has from two to `MOST_PARTS` parts, the widest first."""
    return tuple(niveau for niveau in NIVEAUX if niveau is not ref.niveau and 1 < len(parts(atlas, ref, niveau)) <= MOST_PARTS)


def usual_level(ref: TerritoryRef, offered: tuple[Niveau, ...]) -> Niveau:
    """Give the level shown first: départements of France, EPCI of a région, communes of anything smaller."""
    wanted = {Niveau.FRANCE: Niveau.DEPARTEMENT, Niveau.REGION: Niveau.EPCI}.get(ref.niveau, Niveau.COMMUNE)
    return wanted if wanted in offered else offered[-1]


def parts(atlas: Atlas, ref: TerritoryRef, niveau: Niveau) -> list[TerritoryRef]:
    """Give the territories of a level that hold at least one commune of a territory, sorted by code."""
    return atlas.children(ref, niveau)


def overflowing(atlas: Atlas, ref: TerritoryRef, niveau: Niveau) -> int:
    """Count the parts that also hold communes outside the territory: they are shown whole, and so are their figures."""
    if niveau is Niveau.COMMUNE:
        return 0
    inside = set(atlas.members(ref))
    return sum(not inside.issuperset(atlas.members(part)) for part in parts(atlas, ref, niveau))


def files(atlas: Atlas, ref: TerritoryRef, niveau: Niveau) -> tuple[str, ...]:
    """Name the files of `Contours` that hold the boundaries of the parts; they may hold others."""
    if niveau is Niveau.COMMUNE:
        departements = atlas.children(ref, Niveau.DEPARTEMENT)
        if len(departements) <= _FINE:
            return tuple(f"communes-{departement.code}" for departement in departements)
        return tuple(f"apercu-communes-{region.code}" for region in atlas.children(ref, Niveau.REGION))
    if niveau is Niveau.EPCI and ref != FRANCE:
        return tuple(f"epci-{region.code}" for region in atlas.children(ref, Niveau.REGION))
    return (f"apercu-{_NAMES[niveau]}",)


_NAMES = {
    Niveau.REGION: "regions",
    Niveau.DEPARTEMENT: "departements",
    Niveau.ZONE_EMPLOI: "zones_emploi",
    Niveau.EPCI: "epci",
    Niveau.EPT: "ept",
}
