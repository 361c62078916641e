"""Horizontal bars with the value at the end: a list, so that it is read as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.typography import number
from ess_map.ui.markup import esc

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDEST = 78
"""Per cent of the line that the longest bar takes: its value needs the rest."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: its name (HTML, already escaped), its value, its colour (a variable of the stylesheet)."""

    name_html: str
    value: int
    colour: str = "marque"
    nothing: str = "aucun au registre"
    """What is written instead of a bar when nothing is recorded: absent is not zero."""


def html(bars: Sequence[Bar]) -> str:
    """Draw the bars; an empty list draws nothing."""
    longest = max((bar.value for bar in bars), default=0)
    return f'<ul class="barres">{"".join(_line(bar, longest) for bar in bars)}</ul>' if bars else ""


def _line(bar: Bar, longest: int) -> str:
    if not bar.value:
        drawn = f'<span class="zero">{esc(bar.nothing)}</span>'
    else:
        width = bar.value / longest * _WIDEST
        drawn = f'<i style="width:{width:.1f}%;background:var(--{bar.colour})"></i><b>{number(bar.value)}</b>'
    return f'<li><span class="nom">{bar.name_html}</span><span class="trait">{drawn}</span></li>'
