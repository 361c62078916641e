"""One row a modality (family, theme, type): the same marks as a reading line, on one axis, the value written at the end."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import altair as alt

from ess_map.charts.axis import extent, horizontal
from ess_map.charts.palette import palette
from ess_map.charts.saving import dressed
from ess_map.indicators.page_model import Role
from ess_map.typography import fr

if TYPE_CHECKING:
    from ess_map.charts.axis import Extent
    from ess_map.charts.palette import Palette
    from ess_map.indicators.page_model import Figure, ReadingLine

_KEPT = 256
_ROW = 30
_AXIS = 30
_NAME_WIDTH = 165
_ROLES = {Role.COMPARABLE: "comparable", Role.REFERENCE: "référence", Role.MEDIANE: "référence", Role.TERRITOIRE: "territoire"}


def drawable(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Keep the modalities whose own value can be laid on a line, the highest first."""
    kept = [(drawn, figure) for figure in figures if (drawn := _own(figure)) is not None]
    return tuple(figure for _, figure in sorted(kept, key=lambda pair: -pair[0]))


def _own(figure: Figure) -> float | None:
    if figure.ligne is None:
        return None
    return next((point.valeur for point in figure.ligne.points if point.role is Role.TERRITOIRE), None)


def lines(figures: tuple[Figure, ...]) -> tuple[tuple[str, ReadingLine], ...]:
    """Give the name and the line of each figure."""
    return tuple((figure.libelle_modalite, figure.ligne) for figure in figures if figure.ligne is not None)


@lru_cache(maxsize=_KEPT)
def rows(named: tuple[tuple[str, ReadingLine], ...], titre: str, mode: str) -> dict[str, Any]:
    """
    Draw one row a line.

    Parameters
    ----------
    named
        As `lines` gives them; at least one.
    titre
        Name of the file when a visitor saves the picture.
    mode
        « clair » or « sombre ».

    Returns
    -------
    specification
        Of Vega-Lite, as wide as its container. Shared between visitors: never change it.
    """
    colours = palette(mode)
    points = [
        {"x": point.valeur, "rang": name, "nom": point.nom, "valeur": point.texte, "role": _ROLES[point.role]}
        for name, line in named
        for point in line.points
        if point.role in _ROLES
    ]
    names = [name for name, _ in named]
    found = extent([float(str(point["x"])) for point in points])
    chart = alt.layer(*_layers(points, names, found, colours)).properties(width="container", height=_ROW * len(names) + _AXIS)
    return dressed(chart, titre, colours)


def _layers(points: list[dict[str, Any]], names: list[str], found: Extent, colours: Palette) -> list[alt.Chart]:
    x = horizontal(found, colours)
    axis = alt.Axis(
        title=None, domain=False, ticks=False, grid=True, gridColor=colours.filet, labelColor=colours.encre, labelFontSize=13,
        labelLimit=_NAME_WIDTH, labelPadding=10,
    )  # fmt: skip
    y = alt.Y("rang:N", sort=names, axis=axis, scale=alt.Scale(paddingInner=0.2))
    tooltip = [alt.Tooltip("nom:N", title="Territoire"), alt.Tooltip("valeur:N", title="Valeur")]

    def of(role: str) -> alt.Chart:
        return alt.Chart(alt.InlineData(values=[point for point in points if point["role"] == role]))

    mine = of("territoire")
    return [
        of("comparable").mark_circle(size=60, color=colours.semis, opacity=0.9).encode(x=x, y=y, tooltip=tooltip),
        of("référence").mark_tick(color=colours.repere, thickness=2, size=18).encode(x=x, y=y, tooltip=tooltip),
        mine.mark_circle(size=230, color=colours.surligneur, opacity=1).encode(x=x, y=y),
        mine.mark_text(align="right", fontSize=13, color=colours.encre, dx=-2).encode(x=alt.value("width"), y=y, text="valeur:N"),
        mine.mark_circle(size=75, color=colours.encre, opacity=1).encode(x=x, y=y, tooltip=tooltip),
    ]


def described(figures: tuple[Figure, ...], titre: str) -> str:
    """Say in French what the rows show, for those who do not see them."""
    said = [f"{figure.libelle_modalite}\u00a0: {figure.nombre} {figure.unite}".rstrip() for figure in figures]
    return fr(f"{titre}. {' ; '.join(said)}.")
