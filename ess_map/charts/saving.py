"""What every chart wears: the font of the pages, and the name of the file that a visitor saves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ess_map.typography import fr

if TYPE_CHECKING:
    import altair as alt

    from ess_map.charts.palette import Palette


def dressed(chart: alt.LayerChart | alt.FacetChart, titre: str, colours: Palette) -> dict[str, Any]:
    """Give the specification of a chart, dressed; `titre` names the file that a visitor saves."""
    ready = chart.configure(
        font="Source Sans, sans-serif", background="transparent", padding={"left": 2, "right": 2, "top": 0, "bottom": 0}
    ).configure_view(stroke=None)
    specification: dict[str, Any] = ready.to_dict(validate=False)
    specification["usermeta"] = {"embedOptions": {"actions": False, "downloadFileName": fr(titre)}}
    specification["config"]["text"] = {"color": colours.encre}
    return specification
