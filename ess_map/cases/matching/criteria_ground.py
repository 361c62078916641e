"""How alike two grounds are: people, density, zonings, circumstances; pure rules on profiles."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ess_map.cases.lists import CIRCONSTANCES
from ess_map.cases.matching.profile import ZONINGS
from ess_map.cases.matching.weights import weights
from ess_map.typography import listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.cases.matching.profile import Profile
    from ess_map.cases.model import Case


def closeness(one: float, other: float, factor: float) -> float:
    """
    Compare two positive quantities by their ratio.

    Returns
    -------
    part
        1 for equals, falling with the logarithm of the ratio, 0 from `factor` on; the same both ways.
    """
    return max(0.0, 1.0 - abs(math.log(one / other)) / math.log(factor))


def nearest(value: float | None, others: Sequence[float | None]) -> float | None:
    """Give the quantity nearest to a value by ratio, the first of equals; None when one of the sides has none."""
    known = [other for other in others if other]
    if not value or not known:
        return None
    return min(known, key=lambda other: abs(math.log(other / value)))


@dataclass(frozen=True, slots=True)
class _Zonings:
    """Two territories on the zonings that at least one of them has."""

    part: float
    shared: list[str]
    here: list[str]
    there: list[str]


def zonings(mine: Profile, places: Sequence[Profile]) -> tuple[float | None, str, str]:
    """Compare the parts of the population in each zoning with the most alike of the places; a zoning that neither has says nothing."""
    found = [both for place in places if (both := _both(mine, place)) is not None]
    if not found:
        return None, "", ""
    best = max(found, key=lambda both: both.part)
    apart = [f"{listing(best.here)} chez vous, pas là-bas"] if best.here else []
    apart += [f"{listing(best.there)} là-bas, pas chez vous"] if best.there else []
    return best.part, f"zonage commun : {listing(best.shared)}" if best.shared else "", " ; ".join(apart)


def _both(mine: Profile, place: Profile) -> _Zonings | None:
    gaps: list[float] = []
    both = _Zonings(0.0, [], [], [])
    for name, words in ZONINGS.items():
        here, there = mine.zonages[name], place.zonages[name]
        if here is None or there is None or here == there == 0:
            continue
        gaps.append(abs(here - there) / 100)
        (both.shared if here and there else both.here if here else both.there).append(words)
    return replace(both, part=1 - sum(gaps) / len(gaps)) if gaps else None


def circumstances(case: Case, mine: Profile) -> tuple[float | None, str, str]:
    """Look for the circumstances that the source names; one that cannot be known here is said, and counts for neither side."""
    parts, shared, apart = [], [], []
    for name in case.circonstances:
        part = _circumstance(name, mine)
        words = f"{CIRCONSTANCES[name][:1].lower()}{CIRCONSTANCES[name][1:]}"
        if part is not None:
            parts.append(part)
        if part == 1.0:
            shared.append(words)
        else:
            apart.append(f"{words} (à vérifier chez vous)" if part is None else words)
    if _rural(mine) and "rural" not in case.circonstances and _urban(case):
        parts.append(0.0)
    reason = f"mêmes circonstances : {listing(shared)}" if shared else ""
    difference = f"circonstances du cas : {listing(apart)}" if apart else ""
    return (sum(parts) / len(parts) if parts else None), reason, difference


def _urban(case: Case) -> bool:
    return bool({"qpv", "quartier_populaire"} & set(case.circonstances))


def _rural(mine: Profile) -> bool:
    return mine.densite is not None and mine.densite < weights().seuils["densite_rurale"]


def _circumstance(name: str, mine: Profile) -> float | None:
    """Tell whether a territory knows a circumstance: 1, 0, or None when nothing says it."""
    bounds = weights().seuils
    if name == "rural":
        return None if mine.densite is None else float(_rural(mine))
    if name == "croissance_demographique":
        return None if mine.evolution is None else float(mine.evolution >= bounds["croissance"])
    if name == "fusion":
        return None
    if name in {"qpv", "quartier_populaire"}:
        known = mine.population is not None and mine.densite is not None
        few = known and mine.population < bounds["qpv_population"] and mine.densite < bounds["qpv_densite"]  # type: ignore[operator]
        return 0.0 if few else None
    return 0.0
