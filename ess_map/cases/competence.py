"""Who may act: what the levers say, read from the territory that asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.cases.lists import Echelon, Statut
from ess_map.territories.model import Niveau

if TYPE_CHECKING:
    from ess_map.cases.lever import Lever
    from ess_map.cases.library import Library
    from ess_map.cases.powers import Power
    from ess_map.territories.model import TerritoryRef

_ECHELON: dict[Niveau, Echelon] = {
    Niveau.COMMUNE: Echelon.COMMUNE,
    Niveau.EPCI: Echelon.EPCI,
    Niveau.EPT: Echelon.EPCI,
    Niveau.DEPARTEMENT: Echelon.DEPARTEMENT,
    Niveau.REGION: Echelon.REGION,
}
_EPT = (
    "Un établissement public territorial n’est pas une intercommunalité à fiscalité propre\u00a0: "
    "une partie des compétences est à la Métropole du Grand Paris."
)
_SHARED = "La commune et son intercommunalité se répartissent les compétences\u00a0: à vérifier dans les statuts."
_NOBODY = "Ce territoire n’est pas une collectivité\u00a0: ce sont celles qui le composent qui peuvent agir."


@dataclass(frozen=True, slots=True)
class Capacity:
    """As what a territory may act."""

    echelons: tuple[Echelon, ...]
    """Kinds of collectivity that it is; empty for a zone d’emploi, France, or a composed territory."""
    notice: str
    """French sentence that must go with it; "" when there is nothing to say."""


def capacity(ref: TerritoryRef, library: Library) -> Capacity:
    """Say as what a territory may act: Paris is a commune and a département, the métropole of Lyon an EPCI and a département."""
    for entry in library.corpus.collectivites_particulieres.values():
        if entry.ref == str(ref):
            return Capacity(entry.echelons, f"{entry.nom}\u00a0: {entry.texte}")
    echelon = _ECHELON.get(ref.niveau)
    if echelon is None:
        return Capacity((), _NOBODY)
    if ref.niveau is Niveau.EPT:
        return Capacity((echelon,), _EPT)
    return Capacity((echelon,), _SHARED if echelon in {Echelon.COMMUNE, Echelon.EPCI} else "")


def powers_for(lever: Lever, ref: TerritoryRef, library: Library) -> dict[Echelon, Power]:
    """Give what a territory may do with a lever, for each kind of collectivity that it is."""
    powers = library.powers(lever)
    return {echelon: powers.of(echelon) for echelon in capacity(ref, library).echelons}


def may_pull(lever: Lever, echelon: Echelon, library: Library) -> bool | None:
    """Say whether a kind of collectivity may pull a lever; None when no document says it (« à préciser »)."""
    return None if library.powers(lever).of(echelon).statut is Statut.A_PRECISER else True
