"""With what a territory is compared when nothing is asked: the level above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.territories.model import FRANCE, Niveau, TerritoryRef

if TYPE_CHECKING:
    from ess_map.territories.atlas import Atlas

ABOVE: dict[Niveau, tuple[Niveau, ...]] = {
    Niveau.COMMUNE: (Niveau.EPCI, Niveau.DEPARTEMENT),
    Niveau.EPT: (Niveau.EPCI, Niveau.DEPARTEMENT, Niveau.REGION),
    Niveau.EPCI: (Niveau.DEPARTEMENT, Niveau.REGION),
    Niveau.ZONE_EMPLOI: (Niveau.DEPARTEMENT, Niveau.REGION),
    Niveau.DEPARTEMENT: (Niveau.REGION,),
    Niveau.REGION: (),
    Niveau.COMPOSE: (Niveau.EPCI, Niveau.DEPARTEMENT, Niveau.REGION),
}
"""Level -> levels of its reference, the first that holds the whole territory; France after them."""


def default_reference(atlas: Atlas, ref: TerritoryRef) -> TerritoryRef | None:
    """
    Give the usual reference of a territory.

    Returns
    -------
    reference
        The nearest wider territory that holds it entirely and is not the same set of communes (Paris is a commune, a département and
        nothing is learnt from comparing them); None for France.
    """
    if ref == FRANCE:
        return None
    parents = {parent.niveau: parent for parent in atlas.get(ref).parents}
    mine = atlas.members(ref)
    for niveau in ABOVE[ref.niveau]:
        parent = parents.get(niveau)
        if parent is not None and atlas.members(parent) != mine:
            return parent
    return FRANCE
