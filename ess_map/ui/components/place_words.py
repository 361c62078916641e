"""How a territory is said in one line: level, département, size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.territories.model import Niveau, TerritoryRef
from ess_map.typography import fr, number
from ess_map.ui import messages

if TYPE_CHECKING:
    from ess_map.territories.atlas import Atlas
    from ess_map.territories.model import Hit, Territory


def describe(atlas: Atlas, hit: Hit) -> str:
    """Say what tells a territory from its homonyms: « Commune, Ille-et-Vilaine (35), 230 890 hab. »."""
    words = [hit.nature or messages.NIVEAUX[hit.ref.niveau]]
    if hit.departement and hit.ref.niveau is not Niveau.DEPARTEMENT:
        words.append(departement(atlas, hit.departement))
    if hit.ref.niveau is Niveau.DEPARTEMENT:
        words.append(hit.ref.code)
    if hit.population is not None:
        words.append(f"{number(hit.population)} hab.")
    return ", ".join(words)


def departement(atlas: Atlas, code: str) -> str:
    """Name a département with its code: « Ille-et-Vilaine (35) »."""
    return f"{fr(atlas.get(TerritoryRef(Niveau.DEPARTEMENT, code)).nom)} ({code})"


def shown_name(territory: Territory, given: str = "") -> str:
    """Name a territory; the name that a visitor gave to a composed one wins."""
    return given or fr(territory.nom)
