"""Comparable territories: the nearest on public variables, with the figures that made them so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.errors import ComparisonError
from ess_map.indicators.comparables_model import Comparable, Comparables, Gap
from ess_map.indicators.comparables_pool import candidates
from ess_map.indicators.comparables_variables import chosen_weights, variables
from ess_map.indicators.comparables_words import alike, apart, extreme, nearer
from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.likeness import likeness, nearest, parts
from ess_map.indicators.standardise import Standard, standardise
from ess_map.territories.model import Niveau, TerritoryRef
from ess_map.typography import count, fr, listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from ess_map.indicators.context import Context

USUAL, LEAST, MOST = 10, 3, 100
"""Comparables given unless a number is asked; given at least, where there are few candidates; given at most."""
REASONS, DIFFERENCES = 3, 2
_CLOSE, _FAR = 0.35, 0.5
"""Gap, in robust standard deviations, up to which two territories are said close; from which a difference is worth a word."""
_GAIN = 0.25
"""Part of the usual squared gap up to which a variable makes a territory nearer than most."""


def comparables(
    context: Context, ref: TerritoryRef | str, k: int | None = None, weights: Mapping[str, float] | None = None
) -> Comparables:
    """
    Find the territories that are most like one.

    Parameters
    ----------
    context
        The context of every territory.
    ref
        Any territory but France; a composed one is compared with EPCI.
    k
        How many are wanted: 10 by default, or a third of the candidates where they are few.
    weights
        Weights that replace the usual ones, by variable of `comparables.toml`; 0 takes a variable out.

    Returns
    -------
    comparables
        Sorted by distance, then by code. The territory itself is never there, nor an EPCI that shares a commune with a composed one.

    Raises
    ------
    UnknownTerritoryError
        If the reference is malformed or names nothing that exists.
    ComparisonError
        If the territory is France or has no inhabitant, or if `k` or a weight cannot be used; a French sentence says why.
    """
    found = context.atlas.parse(str(ref))
    asked = chosen_weights(weights)
    _refuse(context, found, k)
    pool = candidates(context.atlas, found, k or USUAL)
    standard, target = _standard(context, pool.niveau), _target(context, found, pool.niveau)
    used, ignored = _usable(asked, standard, target)
    near = likeness(standard.scaled[pool.rows], target, used)
    size = k or min(USUAL, max(LEAST, len(pool.rows) // 3))
    first = nearest(near.distance, size)
    known = near.distance[~np.isnan(near.distance)]
    view = _View(context, found, standard, target, used, near.usual)
    counted = {name: float(weight) for name, weight in zip(variables(), used / used.sum(), strict=True) if weight}
    return Comparables(
        territoire=found,
        niveau=pool.niveau,
        comparables=tuple(
            _comparable(view, TerritoryRef(pool.niveau, standard.codes[pool.rows[row]]), pool.rows[row], near.distance[row])
            for row in first
        ),
        poids=counted,
        ignorees=ignored,
        sources=_sources(tuple(counted)),
        candidats=len(pool.rows),
        ecartes=len(pool.rows) - len(known),
        distance_mediane=float(np.median(known)) if len(known) else None,
        notices=pool.notices + _notices(k, size, len(first), len(pool.rows), ignored),
    )


def distances(context: Context, ref: TerritoryRef | str, weights: Mapping[str, float] | None = None) -> pd.Series[float]:
    """
    Give the distance of a territory to every territory of its level, itself and the other side of the sea included.

    Same parameters and errors as `comparables`. Indexed by code, sorted; null where too little is known of both.
    """
    found = context.atlas.parse(str(ref))
    asked = chosen_weights(weights)
    _refuse(context, found, None)
    niveau = Niveau.EPCI if found.niveau is Niveau.COMPOSE else found.niveau
    standard, target = _standard(context, niveau), _target(context, found, niveau)
    used, _ = _usable(asked, standard, target)
    return pd.Series(likeness(standard.scaled, target, used).distance, index=pd.Index(standard.codes, name="code"))


def _refuse(context: Context, ref: TerritoryRef, k: int | None) -> None:
    if ref.niveau is Niveau.FRANCE:
        raise ComparisonError(fr("La France entière n’a pas de territoire comparable : choisissez un territoire plus petit."))
    if k is not None and not 1 <= k <= MOST:
        raise ComparisonError(fr(f"Le nombre de comparables doit être compris entre 1 et {MOST}."))
    if not context.row(ref)["population"] > 0:
        raise ComparisonError(fr("Ce territoire n’a pas d’habitant : aucun territoire ne lui est comparable."))


@lru_cache(maxsize=16)
def _standard(context: Context, niveau: Niveau) -> Standard:
    return standardise(context.frame(niveau), [variable.scaling for variable in variables().values()])


def _target(context: Context, ref: TerritoryRef, niveau: Niveau) -> NDArray[np.float64]:
    standard = _standard(context, niveau)
    if ref.niveau is Niveau.COMPOSE:
        return standard.place(context.row(ref))
    target: NDArray[np.float64] = standard.scaled[np.searchsorted(standard.codes, ref.code)]
    return target


def _usable(
    asked: Mapping[str, float], standard: Standard, target: NDArray[np.float64]
) -> tuple[NDArray[np.float64], dict[str, str]]:
    """Keep the weights of the variables that can count here; say in French why the others cannot."""
    ignored, useless = {}, standard.useless
    for j, (name, weight) in enumerate(asked.items()):
        if weight and useless[j]:
            ignored[name] = "sans donnée à cette échelle, ou la même partout"
        elif weight and np.isnan(target[j]):
            ignored[name] = "inconnue pour ce territoire"
    used = np.array([0.0 if name in ignored else weight for name, weight in asked.items()])
    if not used.any():
        raise ComparisonError(fr("Les variables choisies ne sont pas connues pour ce territoire : donnez un poids à d’autres."))
    return used, ignored


@dataclass(frozen=True, eq=False)
class _View:
    """What is needed to describe a comparable."""

    context: Context
    ref: TerritoryRef
    standard: Standard
    target: NDArray[np.float64]
    weights: NDArray[np.float64]
    usual: NDArray[np.float64]


def _comparable(view: _View, ref: TerritoryRef, row: int, distance: float) -> Comparable:
    """Describe a comparable: the variables on which it gains the most on an ordinary candidate are its reasons."""
    known = tuple(variables().values())
    mine, theirs = view.context.row(view.ref), view.context.row(ref)
    split = parts(view.standard.scaled[row], view.target, view.weights)
    gaps = np.abs(view.standard.scaled[row] - view.target)
    shared = [j for j in range(len(known)) if not np.isnan(split[j])]
    by_gain = sorted((j for j in shared if split[j] <= _GAIN * view.usual[j]), key=lambda j: split[j] - view.usual[j])
    reasons = {j: said for j in by_gain if (said := _reason(view, row, j, mine, theirs))}
    if not reasons:
        reasons = {j: nearer(known[j], mine, theirs) for j in sorted(shared, key=lambda j: split[j] - view.usual[j])[:1]}
    far_first = sorted(shared, key=lambda j: -split[j])
    differences = [j for j in far_first if gaps[j] >= _FAR and j not in reasons]
    total = float(split[shared].sum())
    return Comparable(
        ref=ref,
        nom=view.context.atlas.get(ref).nom,
        distance=float(distance),
        raisons=tuple(reasons.values())[:REASONS],
        differences=tuple(apart(known[j], mine, theirs) for j in differences[:DIFFERENCES]),
        ecarts=tuple(
            Gap(
                known[j].id, known[j].libelle, float(mine[known[j].colonne]), float(theirs[known[j].colonne]), known[j].unite,
                float(gaps[j]), float(split[j]) / total if total else 0.0,
            )
            for j in far_first
        ),
    )  # fmt: skip


def _reason(view: _View, row: int, j: int, mine: pd.Series, theirs: pd.Series) -> str:
    """Say why a variable brings two territories together; "" when there is nothing true to say."""
    variable = tuple(variables().values())[j]
    here, there = view.target[j], view.standard.scaled[row, j]
    bound = np.inf if variable.scaling.borne is None else variable.scaling.borne
    # Beyond the bound the scale no longer tells two values apart: they may both be extreme, they are not said close.
    if abs(here - there) <= _CLOSE and max(abs(here), abs(there)) < bound:
        return alike(variable, mine, theirs)
    low, high = (tail[j] for tail in view.standard.tails)
    if variable.zonage or variable.mots or not (min(here, there) >= high or max(here, there) <= low):
        return ""
    return extreme(variable, mine, theirs, high=bool(here >= high))


def _sources(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for name in names for source in context_columns()[variables()[name].colonne].sources))


def _notices(k: int | None, size: int, given: int, pool: int, ignored: Mapping[str, str]) -> tuple[str, ...]:
    said = []
    if k is None and size < USUAL:
        said.append(f"{count(pool, 'candidat')} seulement à ce niveau : les {size} plus proches sont retenus.")
    if given < size:
        said.append(
            f"{count(given, 'territoire comparable', 'territoires comparables')} seulement : les autres ne sont pas assez connus."
        )
    missing = [variables()[name].libelle for name, why in ignored.items() if why.startswith("inconnue")]
    if missing:
        said.append(f"Comparaison faite sans {listing(missing)} : donnée inconnue pour ce territoire.")
    return tuple(fr(sentence) for sentence in said)
