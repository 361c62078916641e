"""From a view to Folium: the map of actors. No text written by an actor ever enters a folium template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import folium
from branca.element import MacroElement
from folium.template import Template

from ess_map.actors.model import FAMILLES_PLURIEL
from ess_map.maps.bundle import assets
from ess_map.maps.view import FRANCE_BOUNDS, View


@dataclass(frozen=True, slots=True)
class MapData:
    """Addresses of what the map reads: constant for one version of the data, so that the map is mounted once."""

    acteurs: str
    """`Register.version`."""
    contours: str
    """Version of the boundaries and of the names of places."""
    tiles: bool = False
    """Whether the online basemaps may be chosen (they are never loaded by default)."""


class OfflineMap(folium.Map):
    """A folium map that asks for nothing but Leaflet and our scripts, at our own address."""

    # Written again so that the frame keeps pinch-zoom (folium's header forbids it) and gets French, offline defaults.
    _template = Template("""
        {% macro header(this, kwargs) %}<meta name="viewport" content="width=device-width, initial-scale=1">{% endmacro %}
        {% macro html(this, kwargs) %}<div class="folium-map" id="{{ this.get_name() }}" ></div>{% endmacro %}
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = {{ this.script }}.create("{{ this.get_name() }}");
        {% endmacro %}
    """)

    def __init__(self, script: Literal["essMap", "essTheme"] = "essMap") -> None:
        super().__init__(tiles=None)
        self.script = script
        self.default_js = [("script", assets()["carte.js"].url)]
        self.default_css = [("style", assets()["carte.css"].url)]


class _Layer(MacroElement):
    """Ground, names and actors, drawn by the scripts of assets/."""

    _template = Template("""{% macro script(this, kwargs) %}
        essMap.mount({{ this._parent.get_name() }}, {{ this.options|tojson }});
    {% endmacro %}""")

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Layer"
        self.options = options


class _Show(MacroElement):
    """The tiny message: what to show now."""

    _template = Template("{% macro script(this, kwargs) %}essMap.show({{ this.view|tojson }});{% endmacro %}")

    def __init__(self, view: dict[str, object]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Show"
        self.view = view


def base_map(data: MapData) -> folium.Map:
    """
    Build the constant map, for `st_folium(base_map(...), feature_group_to_add=message(view), returned_objects=[])`.

    The same data give the same script at every rerun, so the frame is mounted once. Never cache the object:
    streamlit-folium changes it.
    """
    offline = OfflineMap()
    offline.add_child(
        _Layer(
            {
                "acteurs": data.acteurs,
                "contours": data.contours,
                "tuiles": data.tiles,
                "familles": list(FAMILLES_PLURIEL.values()),
                "fit": list(FRANCE_BOUNDS),
            }
        )
    )
    return offline


def message(view: View) -> folium.FeatureGroup:
    """
    Wrap a view for `feature_group_to_add`, which reaches the mounted map without mounting it again.

    Raises
    ------
    ViewError
        If the view holds a value that may not be sent.
    """
    group = folium.FeatureGroup("etat")
    group.add_child(_Show(view.as_dict()))
    return group
