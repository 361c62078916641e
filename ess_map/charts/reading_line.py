"""
One reading line an indicator.

Comparables are grey dots, the territory an ink dot in the highlighter with its name and value, each reference an ochre tick with its
name, the 95 % interval a pale band. A value borrowed from a wider level is a hollow ring, never highlighted. No legend, no grid.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import altair as alt

from ess_map.charts.axis import Extent, extent, horizontal
from ess_map.charts.palette import palette
from ess_map.charts.saving import dressed
from ess_map.indicators.page_model import Role
from ess_map.typography import number

if TYPE_CHECKING:
    from ess_map.charts.palette import Palette
    from ess_map.indicators.page_model import Point, ReadingLine

_KEPT = 512
_AT = 46
"""Height of the line, in pixels from the top."""
_ROW = 18
"""Between the names of two references."""
_HEIGHT = 126
"""Whole height, axis included, as Streamlit fits charts."""


@lru_cache(maxsize=_KEPT)
def reading_line(line: ReadingLine, titre: str, mode: str, *, scale: float = 1.0) -> dict[str, Any]:
    """
    Draw a reading line.

    Parameters
    ----------
    line
        As the page model gives it; at least one point.
    titre
        Name of the file when a visitor saves the picture.
    mode
        « clair » or « sombre ».
    scale
        1 on a screen, more on a projector.

    Returns
    -------
    specification
        Of Vega-Lite, as wide as its container. Shared between visitors: never change it.
    """
    colours = palette(mode)
    found = extent([point.valeur for point in line.points] + list(line.bande or ()))
    drawing = _Drawing(found, colours, scale)
    layers = [] if line.bande is None else [drawing.band(*line.bande)]
    references = [point for point in line.points if point.role in (Role.REFERENCE, Role.MEDIANE)]
    layers += drawing.comparables([point for point in line.points if point.role is Role.COMPARABLE])
    for row, point in enumerate(references):
        layers += drawing.reference(point, row)
    for point in line.points:
        if point.role is Role.EMPRUNT:
            layers += drawing.borrowed(point)
        elif point.role is Role.TERRITOIRE:
            layers += drawing.territory(point)
    height = (_HEIGHT + _ROW * max(len(references) - 1, 0)) * scale
    chart = alt.layer(*layers).properties(width="container", height=height)
    return dressed(chart, titre, colours)


def described(line: ReadingLine, titre: str, nom: str) -> str:
    """Say in French what a reading line shows, for those who do not see it."""
    parts = [f"{titre}, {line.unite}." if line.unite else f"{titre}."]
    named = [point for point in line.points if point.role is not Role.COMPARABLE]
    if all(point.role is not Role.TERRITOIRE for point in named):
        parts.append(f"{nom}\u00a0: sans donnée.")
    parts += [f"{point.nom}\u00a0: {point.texte}." for point in reversed(named)]
    if line.bande is not None:
        low, high = (number(bound, 1) for bound in line.bande)
        parts.append(f"Intervalle à 95\u202f% pour {nom}\u00a0: de {low} à {high}.")
    others = sorted((point for point in line.points if point.role is Role.COMPARABLE), key=lambda point: point.valeur)
    if others:
        parts.append(f"{len(others)} territoires comparables, de {others[0].texte} à {others[-1].texte}.")
    return " ".join(parts)


class _Drawing:
    """Layers of one line, on one extent."""

    def __init__(self, found: Extent, colours: Palette, scale: float) -> None:
        self.found, self.colours, self.scale = found, colours, scale
        self.x = horizontal(found, colours, scale=scale)
        self.y = alt.value(_AT * scale)

    def _chart(self, points: list[Point]) -> alt.Chart:
        values = [{"x": point.valeur, "nom": point.nom, "valeur": point.texte} for point in points]
        return alt.Chart(alt.InlineData(values=values))

    def band(self, low: float, high: float) -> alt.Chart:
        """Draw the interval."""
        data = alt.InlineData(values=[{"x": low, "x2": high}])
        mark = alt.Chart(data).mark_bar(height=18 * self.scale, color=self.colours.bande, cornerRadius=2)
        drawn: alt.Chart = mark.encode(x=self.x, x2="x2:Q", y=self.y)
        return drawn

    def comparables(self, points: list[Point]) -> list[alt.Chart]:
        """Draw the comparable territories; each says its name and value under the pointer."""
        if not points:
            return []
        mark = self._chart(points).mark_circle(
            size=90 * self.scale**2, color=self.colours.semis, opacity=0.9, stroke=self.colours.papier, strokeWidth=1
        )
        return [mark.encode(x=self.x, y=self.y, tooltip=self._tooltip())]

    def reference(self, point: Point, row: int) -> list[alt.Chart]:
        """Draw a tick and its name under the line; the names of several references stand on as many rows."""
        chart, s = self._chart([point]), self.scale
        dash = [4, 3] if point.role is Role.MEDIANE else [1, 0]
        tick = chart.mark_rule(color=self.colours.repere, strokeWidth=2 * s, strokeDash=dash)
        late = self.found.share(point.valeur) > 0.5  # noqa: PLR2004 - the half of the line
        text = chart.mark_text(
            color=self.colours.repere, align="right" if late else "left", dx=(-5 if late else 5) * s, fontSize=13 * s
        )
        named = alt.value(f"{point.nom} {point.texte}")
        return [
            tick.encode(x=self.x, y=alt.value((_AT - 15) * s), y2=alt.value((_AT + 15) * s), tooltip=self._tooltip()),
            text.encode(x=self.x, y=alt.value((_AT + 24 + _ROW * row) * s), text=named),
        ]

    def territory(self, point: Point) -> list[alt.Chart]:
        """Draw the only highlighted thing."""
        chart, s = self._chart([point]), self.scale
        return [
            chart.mark_circle(size=430 * s**2, color=self.colours.surligneur, opacity=1).encode(x=self.x, y=self.y),
            chart.mark_circle(size=130 * s**2, color=self.colours.encre, opacity=1).encode(
                x=self.x, y=self.y, tooltip=self._tooltip()
            ),
            self._name(point, chart),
        ]

    def borrowed(self, point: Point) -> list[alt.Chart]:
        """Draw a value of a wider level as a hollow ring."""
        chart, s = self._chart([point]), self.scale
        ring = chart.mark_point(
            size=170 * s**2, stroke=self.colours.encre, strokeWidth=2.5 * s, fill=self.colours.papier, opacity=1, shape="circle"
        )
        return [ring.encode(x=self.x, y=self.y, tooltip=self._tooltip()), self._name(point, chart)]

    def _name(self, point: Point, chart: alt.Chart) -> alt.Chart:
        where = self.found.share(point.valeur)
        align: Literal["left", "center", "right"] = "left" if where < 1 / 3 else "right" if where > 2 / 3 else "center"
        dx = {"left": -9, "center": 0, "right": 9}[align]
        mark = chart.mark_text(
            fontWeight=600, align=align, dx=dx * self.scale, fontSize=13.5 * self.scale, color=self.colours.encre
        )
        drawn: alt.Chart = mark.encode(
            x=self.x, y=alt.value((_AT - 26) * self.scale), text=alt.value(f"{point.nom} {point.texte}")
        )
        return drawn

    @staticmethod
    def _tooltip() -> list[alt.Tooltip]:
        return [alt.Tooltip("nom:N", title="Territoire"), alt.Tooltip("valeur:N", title="Valeur")]
