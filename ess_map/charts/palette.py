"""Colours of the charts: those of the pages, by theme."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role, as `#rrggbb`; each has the name of its variable in the stylesheet."""

    encre: str
    gris: str
    papier: str
    filet: str
    surligneur: str
    repere: str
    semis: str
    bande: str


CLAIR = Palette(
    encre="#14262B", gris="#4C5F66", papier="#FFFFFF", filet="#DDE4E3",
    surligneur="#FFD447", repere="#A2622A", semis="#9FB3B7", bande="#CFE0E2",
)  # fmt: skip
SOMBRE = Palette(
    encre="#E6EEEF", gris="#A9BABF", papier="#0F1C20", filet="#2C4047",
    surligneur="#7A5E00", repere="#D99C5C", semis="#5F7981", bande="#284049",
)  # fmt: skip


def palette(mode: str) -> Palette:
    """Give the colours of a theme, « clair » or « sombre »."""
    return SOMBRE if mode == "sombre" else CLAIR
