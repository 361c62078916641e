"""What the address says of the diagnosis alone: chapter, weights of the comparables, distance, merger, figure and map shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from ess_map.actors import references
from ess_map.errors import ComparisonError, UnknownTerritoryError
from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.comparables_variables import chosen_weights, read_weights
from ess_map.indicators.reach import DEFAULT_KM, DISTANCES_KM
from ess_map.maps.classes import FEWEST_CLASSES, MOST_CLASSES, Methode
from ess_map.maps.theme import USUAL_CLASSES
from ess_map.territories.model import Niveau
from ess_map.ui import diagnosis_messages as messages
from ess_map.ui.selection_state import current, write
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

MOST_MERGED = 8
"""Territories that may merge with the one shown."""
LONGEST_BOUNDS = 80
"""Letters of the bounds that are typed."""


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
    """Identifier of the figure that the map and the projector show, as `Figure.id`; "" for the usual one."""
    indicateur2: str = ""
    """Figure of the second map, "" without."""
    decoupage: str = ""
    """Level that the map cuts the territory in, "" for the usual one."""
    methode: Methode = Methode.QUANTILES
    classes: int = USUAL_CLASSES
    bornes: str = ""
    """Bounds of the classes as they were typed."""

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
            "indicateur2": kept.indicateur2,
            "decoupage": kept.decoupage,
            "methode": "" if kept.methode is Methode.QUANTILES else kept.methode.value,
            "classes": "" if kept.classes == USUAL_CLASSES else str(kept.classes),
            "bornes": kept.bornes,
        }
        return {name: value for name, value in values.items() if value}


def read(params: Mapping[str, str]) -> tuple[Options, tuple[str, ...]]:
    """Read an address. Never raises: what is not understood is ignored, and said."""
    notices: list[str] = []

    def known(name: str, allowed: Container[str]) -> str:
        value = params.get(name, "")
        if not value or value in allowed:
            return value
        notices.append(messages.ignored(name, value))
        return ""

    figures = _Figures()
    options = Options(
        chapitre=known("chapitre", messages.CHAPITRES),
        poids=_weights(params.get("poids", ""), notices),
        km=int(known("km", [str(distance) for distance in DISTANCES_KM]) or DEFAULT_KM),
        fusion=_territories(params.get("fusion", ""), notices),
        indicateur=known("indicateur", figures),
        indicateur2=known("indicateur2", figures),
        decoupage=known("decoupage", list(Niveau)),
        methode=Methode(known("methode", list(Methode)) or Methode.QUANTILES),
        classes=int(known("classes", [str(total) for total in range(FEWEST_CLASSES, MOST_CLASSES + 1)]) or USUAL_CLASSES),
        bornes=params.get("bornes", "")[:LONGEST_BOUNDS],
    )
    return options, tuple(notices)


class _Figures:
    """Every identifier of a figure: an indicator, or one of its modalities after a point."""

    def __contains__(self, text: object) -> bool:
        name, _, modality = str(text).partition(".")
        return name in catalogue() and (not modality or modality in catalogue()[name].modalites)


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


def own_params() -> dict[str, str]:
    """Give the parameters of the address that only the diagnosis reads, as they are now."""
    return options()[0].params()


def change(**changes: Any) -> None:
    """Change some fields of the diagnosis in the address, from the callback of a widget."""
    write(current().params() | options()[0].params(**changes))


def change_reference(reference: str) -> None:
    """Change the reference in the address, everything else kept."""
    write(current().params(reference=reference) | own_params())
