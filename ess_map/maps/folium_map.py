"""From a view to Folium: the map of actors. No text written by an actor ever enters a folium template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.actors.model import FAMILLES_PLURIEL
from ess_map.maps.offline_map import OfflineMap, told
from ess_map.maps.view import FRANCE_BOUNDS, View

if TYPE_CHECKING:
    import folium


@dataclass(frozen=True, slots=True)
class MapData:
    """Addresses of what the map reads: constant for one version of the data, so that the map is mounted once."""

    acteurs: str
    """`Register.version`."""
    contours: str
    """Version of the boundaries and of the names of places."""
    tiles: bool = False
    """Whether the online basemaps may be chosen (they are never loaded by default)."""


def base_map(data: MapData) -> folium.Map:
    """
    Build the constant map, for `st_folium(base_map(...), feature_group_to_add=message(view), returned_objects=[])`.

    The same data give the same script at every rerun, so the frame is mounted once. Never cache the object:
    streamlit-folium changes it.
    """
    return OfflineMap(
        "essMap",
        {
            "acteurs": data.acteurs,
            "contours": data.contours,
            "tuiles": data.tiles,
            "familles": list(FAMILLES_PLURIEL.values()),
            "fit": list(FRANCE_BOUNDS),
        },
    )


def message(view: View) -> folium.FeatureGroup:
    """
    Wrap a view for `feature_group_to_add`, which reaches the mounted map without mounting it again.

    Raises
    ------
    ViewError
        If the view holds a value that may not be sent.
    """
    return told("essMap", view.as_dict())
