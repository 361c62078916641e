"""What was asked, in French words: the filters of a selection as a file has to tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors import model
from ess_map.actors.selection import FACETS, Circle
from ess_map.typography import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ess_map.actors.cards import SourceCard
    from ess_map.actors.selection import Selection, Zone

_HEADINGS: dict[str, str] = {
    "famille": "Famille",
    "theme": "Thème",
    "type": "Type de structure",
    "label": "Label",
    "effectif": "Effectif",
    "source": "Source",
    "zonage": "Zonage de la commune",
}


def described(selection: Selection, cards: Mapping[str, SourceCard]) -> tuple[tuple[str, str], ...]:
    """
    Tell the filters of a selection, the territory excepted.

    Returns
    -------
    filters
        Pairs (heading, values), both French; empty when nothing is filtered.
    """
    words: dict[str, Mapping[str, str]] = {
        "famille": model.FAMILLES,
        "theme": model.THEMES,
        "type": model.TYPES,
        "label": model.LABELS,
        "effectif": model.EFFECTIFS,
        "source": {name: card.titre for name, card in cards.items()},
        "zonage": model.ZONAGES,
    }
    told = [
        (_HEADINGS[facet], ", ".join(words[facet].get(code, code) for code in getattr(selection, field)))
        for facet, field in FACETS.items()
    ]
    told.append(("Texte cherché", selection.q))
    told.append(("Zone dessinée", "" if selection.zone is None else _zone(selection.zone)))
    told.append(("Registre complémentaire", "compris, à vérifier" if selection.complement else ""))
    return tuple((heading, text) for heading, text in told if text)


def _zone(zone: Zone) -> str:
    if isinstance(zone, Circle):
        return f"cercle de {number(zone.metres)} m autour de {zone.lat}, {zone.lon} (latitude, longitude)"
    return f"polygone de {len(zone.points)} sommets ({zone})"
