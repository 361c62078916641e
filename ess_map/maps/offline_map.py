"""A folium map that asks for nothing outside: a constant frame, and the tiny message that says what it shows now."""

from __future__ import annotations

from typing import Any, Literal

import folium
from branca.element import MacroElement
from folium.template import Template

from ess_map.maps.bundle import assets

Script = Literal["essMap", "essTheme"]
"""Scripts of assets/ that a frame may run: the map of actors, the choropleth."""


class OfflineMap(folium.Map):
    """
    A folium map that asks for nothing but Leaflet and our scripts, at our own address; the layer of ours is in it.

    The same options give the same script at every rerun, so the frame is mounted once. Never cache the object:
    streamlit-folium changes it.
    """

    # Written again so that the frame keeps pinch-zoom (folium's header forbids it) and gets French, offline defaults.
    _template = Template("""
        {% macro header(this, kwargs) %}<meta name="viewport" content="width=device-width, initial-scale=1">{% endmacro %}
        {% macro html(this, kwargs) %}<div class="folium-map" id="{{ this.get_name() }}" ></div>{% endmacro %}
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = {{ this.script }}.create("{{ this.get_name() }}");
        {% endmacro %}
    """)

    def __init__(self, script: Script, options: dict[str, Any]) -> None:
        super().__init__(tiles=None)
        self.script = script
        self.default_js = [("script", assets()["carte.js"].url)]
        self.default_css = [("style", assets()["carte.css"].url)]
        self.add_child(_Layer(script, options))


class _Layer(MacroElement):
    """What the scripts of assets/ draw."""

    _template = Template("""{% macro script(this, kwargs) %}
        {{ this.script }}.mount({{ this._parent.get_name() }}, {{ this.options|tojson }});
    {% endmacro %}""")

    def __init__(self, script: Script, options: dict[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Layer"
        self.script = script
        self.options = options


class _Show(MacroElement):
    """The tiny message: what to show now."""

    _template = Template("{% macro script(this, kwargs) %}{{ this.script }}.show({{ this.view|tojson }});{% endmacro %}")

    def __init__(self, script: Script, view: dict[str, object]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Show"
        self.script = script
        self.view = view


def told(script: Script, view: dict[str, object]) -> folium.FeatureGroup:
    """Wrap a checked view for `feature_group_to_add`, which reaches the mounted map without mounting it again."""
    group = folium.FeatureGroup("etat")
    group.add_child(_Show(script, view))
    return group
