"""What the address says of the diagnosis alone: chapter, weights of the comparables, distance, merger, projected indicator."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from ess_map.actors import references
from ess_map.errors import ComparisonError, UnknownTerritoryError
from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.comparables_variables import chosen_weights, read_weights
from ess_map.indicators.reach import DEFAULT_KM, DISTANCES_KM
from ess_map.ui import diagnosis_messages as messages
from ess_map.ui.selection_state import current, write
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_MERGED = 8
"""Territories that may merge with the one shown."""


@dataclass(frozen=True, slots=True)
class Options:
    """Every parameter of the address that only the diagnosis reads; what differs from the default is written."""

    chapitre: str = ""
    poids: tuple[tuple[str, float], ...] = ()
    """Weights that replace the usual ones, by variable."""
    km: int = DEFAULT_KM
    fusion: tuple[str, ...] = ()
    """Territories to merge with the one shown, `niveau:code`."""
    indicateur: str = ""
    """Identifier of the figure that the projector shows, as `Figure.id`."""

    @property
    def weights(self) -> dict[str, float] | None:
        """Give the weights asked, None for the usual ones."""
        return dict(self.poids) or None

    def params(self, **changes: Any) -> dict[str, str]:
        """Give the parameters of the address, with some fields changed."""
        kept = replace(self, **changes)
        values = {
            "chapitre": kept.chapitre,
            "poids": ";".join(f"{name}={weight:g}" for name, weight in kept.poids),
            "km": "" if kept.km == DEFAULT_KM else str(kept.km),
            "fusion": references.join(kept.fusion),
            "indicateur": kept.indicateur,
        }
        return {name: value for name, value in values.items() if value}


def read(params: Mapping[str, str]) -> tuple[Options, tuple[str, ...]]:
    """Read an address. Never raises: what is not understood is ignored, and said."""
    notices: list[str] = []
    chapter, identifier, km = params.get("chapitre", ""), params.get("indicateur", ""), params.get("km", "")
    if chapter not in messages.CHAPITRES:
        notices.append(messages.ignored("chapitre", chapter))
        chapter = ""
    if identifier and identifier.partition(".")[0] not in catalogue():
        notices.append(messages.ignored("indicateur", identifier))
        identifier = ""
    distances = {str(distance): distance for distance in DISTANCES_KM}
    if km and km not in distances:
        notices.append(messages.ignored("km", km))
    options = Options(
        chapitre=chapter,
        poids=_weights(params.get("poids", ""), notices),
        km=distances.get(km, DEFAULT_KM),
        fusion=_territories(params.get("fusion", ""), notices),
        indicateur=identifier,
    )
    return options, tuple(notices)


def _weights(text: str, notices: list[str]) -> tuple[tuple[str, float], ...]:
    if not text:
        return ()
    try:
        asked = read_weights(text)
        chosen_weights(asked)
    except ComparisonError as error:
        notices.append(str(error))
        return ()
    return tuple(asked.items())


def _territories(text: str, notices: list[str]) -> tuple[str, ...]:
    found = []
    for piece in references.split(text)[:MOST_MERGED]:
        try:
            found.append(str(resources().atlas.parse(piece)))
        except UnknownTerritoryError:
            notices.append(messages.ignored("fusion", piece))
    return tuple(dict.fromkeys(found))


def options() -> tuple[Options, tuple[str, ...]]:
    """Read the address of the page being drawn."""
    return read(st.query_params.to_dict())


def change(**changes: Any) -> None:
    """Change some fields of the diagnosis in the address, from the callback of a widget."""
    write(current().params() | options()[0].params(**changes))


def change_reference(reference: str) -> None:
    """Change the reference in the address, everything else kept."""
    write(current().params(reference=reference) | options()[0].params())
