"""Among whom comparables are looked for: the same level, overseas with overseas, never the territory itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ess_map.territories.model import Niveau, TerritoryRef
from ess_map.typography import count, fr

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ess_map.territories.atlas import Atlas


@dataclass(frozen=True, eq=False)
class Pool:
    """The candidates."""

    niveau: Niveau
    rows: NDArray[np.intp]
    """Their rows in the context of that level, ascending."""
    notices: tuple[str, ...]


def candidates(atlas: Atlas, ref: TerritoryRef, wanted: int) -> Pool:
    """
    Choose the candidates of a territory.

    Overseas territories are compared with overseas ones, mainland ones with mainland ones: distances, prices and islands make
    them two worlds that the variables do not tell apart. Where fewer than `wanted` remain, all of France is taken, and it is said.
    A composed territory is compared with the EPCI that share no commune with it.
    """
    niveau = Niveau.EPCI if ref.niveau is Niveau.COMPOSE else ref.niveau
    codes, overseas = _sides(atlas, niveau)
    mine = atlas.hierarchy.rows(ref)
    there = _overseas_communes(atlas)[mine]
    notices = []
    if ref.niveau is Niveau.COMPOSE:
        shared = {territory.code for territory in atlas.hierarchy.at_level(mine, niveau)}
        notices.append(_composed(len(shared)))
    else:
        shared = {ref.code}
    others = ~np.isin(codes, list(shared))
    if there.any() and not there.all():
        notices.append(
            "Ce territoire est à la fois en métropole et outre-mer : ses comparables sont cherchés dans toute la France."
        )
        rows = np.flatnonzero(others)
    else:
        rows = np.flatnonzero(others & (overseas == there.all()))
        if len(rows) < wanted and there.all():
            notices.append(
                f"Seulement {count(len(rows), 'territoire')} outre-mer à ce niveau : les comparables sont cherchés dans toute la France."
            )
            rows = np.flatnonzero(others)
    return Pool(niveau, rows, tuple(fr(notice) for notice in notices))


def _composed(shared: int) -> str:
    sentence = "Un territoire composé est comparé aux intercommunalités"
    return f"{sentence}, sauf {count(shared, 'intercommunalité')} dont il a des communes." if shared else f"{sentence}."


@lru_cache(maxsize=32)
def _sides(atlas: Atlas, niveau: Niveau) -> tuple[NDArray[np.object_], NDArray[np.bool_]]:
    """Give the codes of a level, sorted, and whether each is overseas; no published territory is on both sides."""
    overseas = _overseas_communes(atlas)
    if niveau is Niveau.COMMUNE:
        return atlas.hierarchy.codes, overseas
    names, numbers = atlas.hierarchy.names(niveau), atlas.hierarchy.numbers(niveau)
    first = np.zeros(len(names), dtype=bool)
    first[numbers[overseas]] = True
    named = np.array([bool(name) for name in names])
    return names[named], first[named]


@lru_cache(maxsize=4)
def _overseas_communes(atlas: Atlas) -> NDArray[np.bool_]:
    # The code of a département has three digits overseas, two on the mainland and in Corsica.
    overseas: NDArray[np.bool_] = (atlas.communes["departement"].str.len() == _OVERSEAS_LENGTH).to_numpy(dtype=bool)
    return overseas


_OVERSEAS_LENGTH = 3
