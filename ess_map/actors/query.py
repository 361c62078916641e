"""What a selection keeps of the register: masks, rows, live counts. Pure; a few milliseconds on the embedded register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow.compute as pc

from ess_map.actors.codes import UNKNOWN, BitArray, ByteArray, IntArray
from ess_map.actors.names import fold
from ess_map.actors.selection import FACETS, Selection, facet_values
from ess_map.territories.model import Niveau, TerritoryRef

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ess_map.actors.register import Register
    from ess_map.territories.atlas import Atlas

BoolArray = npt.NDArray[np.bool_]

_ONE_VALUE = ("famille", "effectif")
_SIREN_DIGITS = 9


def mask(register: Register, atlas: Atlas, selection: Selection) -> BoolArray:
    """Tell, for each row of the register, whether the selection keeps it."""
    kept = _outside_facets(register, atlas, selection)
    for facet in FACETS:
        chosen = _facet_mask(register, selection, facet)
        if chosen is not None:
            kept &= chosen
    return kept


def rows(register: Register, atlas: Atlas, selection: Selection) -> IntArray:
    """Give the rows kept, in the alphabetical order of names (accents and case forgotten); always the same for one version."""
    return in_order(register, mask(register, atlas, selection))


def in_order(register: Register, kept: BoolArray) -> IntArray:
    """Give the rows of a mask, in the alphabetical order of names."""
    order = register.codes.by_name
    return order[kept[order]]


def counts(register: Register, atlas: Atlas, selection: Selection) -> dict[str, dict[str, int]]:
    """
    Count the actors of every value of every facet, with all other filters applied but not those of the facet itself.

    Returns
    -------
    counts
        Facet -> value of its closed list -> number of actors, zero included. An actor of several themes counts in each.
    """
    common = _outside_facets(register, atlas, selection)
    masks = {facet: _facet_mask(register, selection, facet) for facet in FACETS}
    answer = {}
    for facet, values in facet_values(register).items():
        kept = common.copy()
        for other, chosen in masks.items():
            if other != facet and chosen is not None:
                kept &= chosen
        answer[facet] = dict(zip(values, _tally(_column(register, facet)[kept], len(values), facet), strict=True))
    return answer


def unspecified(register: Register, kept: BoolArray) -> dict[str, int]:
    """Count, among the rows kept, the actors for which a facet is not known (« non précisé »)."""
    answer = {}
    for facet in FACETS:
        column = _column(register, facet)[kept]
        missing = column == (UNKNOWN if facet in _ONE_VALUE else 0)
        answer[facet] = int(np.count_nonzero(missing))
    return answer


def bitset(kept: BoolArray) -> bytes:
    """Pack a mask, first row in the lowest bit of the first byte."""
    return np.packbits(kept, bitorder="little").tobytes()


def _outside_facets(register: Register, atlas: Atlas, selection: Selection) -> BoolArray:
    """Apply what is not a facet: register, territory, drawn zone, free text."""
    kept = np.ones(len(register), dtype=bool) if selection.complement else ~register.codes.complement
    if selection.territoire is not None:
        kept &= within(register, atlas, selection.territoire)
    if selection.zone is not None:
        kept &= selection.zone.contains(lon=register.lon, lat=register.lat)
    for word in words(selection.q):
        kept &= np.asarray(pc.match_substring(register.codes.search, word))
    return kept


def words(q: str) -> list[str]:
    """Give the folded words that must all be found; a SIREN or a SIRET typed with spaces is one word."""
    folded = fold(q)
    digits = folded.replace(" ", "")
    return [digits] if digits.isdigit() and len(digits) >= _SIREN_DIGITS else folded.split()


def within(register: Register, atlas: Atlas, ref: TerritoryRef) -> BoolArray:
    """
    Tell which rows belong to a territory: by commune, or by département for an actor whose commune is unknown.

    A territory that holds every commune of a département holds the actors of whom only this département is known: Paris is both.
    """
    codes = register.codes
    if ref.niveau is Niveau.FRANCE:
        return np.ones(len(register), dtype=bool)
    if ref.niveau is Niveau.DEPARTEMENT:
        return _equal(codes.departement, codes.departements, ref.code)
    if ref.niveau is Niveau.REGION:
        return _equal(codes.region, codes.regions, ref.code)
    inside = np.zeros(len(atlas.communes) + 1, dtype=bool)  # the last one answers for -1, no commune
    inside[atlas.communes.index.get_indexer(pd.Index(list(atlas.members(ref))))] = True
    inside[-1] = False
    members: BoolArray = inside[codes.commune]
    loose = codes.commune < 0
    vague = {codes.departements[position] for position in np.unique(codes.departement[loose]) if position >= 0}
    for departement in whole_departements(atlas, ref, vague):
        members |= loose & _equal(codes.departement, codes.departements, departement)
    return members


def whole_departements(atlas: Atlas, ref: TerritoryRef, among: Collection[str]) -> list[str]:
    """Give, among some départements, those all of whose communes belong to a territory."""
    members = set(atlas.members(ref))
    inside = {code: atlas.members(TerritoryRef(Niveau.DEPARTEMENT, code)) for code in among}
    return [code for code, communes in inside.items() if len(communes) <= len(members) and members.issuperset(communes)]


def _equal(column: IntArray, names: Sequence[str], name: str) -> BoolArray:
    matching: BoolArray = column == (names.index(name) if name in names else len(names))
    return matching


def _column(register: Register, facet: str) -> ByteArray | BitArray:
    codes = register.codes
    columns: dict[str, ByteArray | BitArray] = {
        "famille": codes.famille,
        "theme": codes.themes,
        "type": codes.types,
        "label": codes.labels,
        "effectif": codes.effectif,
        "source": codes.sources,
        "zonage": codes.zonages,
    }
    return columns[facet]


def _facet_mask(register: Register, selection: Selection, facet: str) -> BoolArray | None:
    """Keep the rows that have at least one of the chosen values; None when nothing is chosen."""
    chosen = getattr(selection, FACETS[facet])
    if not chosen:
        return None
    positions = [position for position, value in enumerate(facet_values(register)[facet]) if value in chosen]
    column = _column(register, facet)
    if facet in _ONE_VALUE:
        table = np.zeros(UNKNOWN + 1, dtype=bool)
        table[positions] = True
        kept: BoolArray = table[column]
        return kept
    bits = np.uint32(sum(1 << position for position in positions))
    hit: BoolArray = (column & bits) != 0
    return hit


def _tally(column: ByteArray | BitArray, size: int, facet: str) -> list[int]:
    if facet in _ONE_VALUE:
        return [int(n) for n in np.bincount(column, minlength=UNKNOWN + 1)[:size]]
    return [int(np.count_nonzero(column & np.uint32(1 << position))) for position in range(size)]
