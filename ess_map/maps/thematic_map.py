"""The choropleth to Folium: a constant map, mounted once, and the tiny message that says what it shows now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.maps.offline_map import OfflineMap, told
from ess_map.maps.view import FRANCE_BOUNDS, Mode, ViewError

if TYPE_CHECKING:
    import folium

    from ess_map.maps.theme import Theme

_CODE = re.compile(r"[0-9A-Z]{0,12}")
_MARKS = re.compile(r"[0-9A-Za-z]*")
_MOST_MARKS = 6_000
"""More than the communes of any région; those of the whole country would weigh more than a filter may."""
_VERSION = re.compile(r"[0-9a-f]{16}")
_QUERY = re.compile(r"[A-Za-z0-9%&=.,:~_-]{0,60000}")


@dataclass(frozen=True, slots=True)
class ThematicView:
    """The state of a choropleth: a state, not an order, so sending it twice is harmless."""

    theme: Theme
    version: str
    """Version of the figures: part of the address of the answer."""
    bounds: tuple[float, float, float, float] = FRANCE_BOUNDS
    """West, south, east, north of what is fitted, degrees (EPSG:4326)."""
    chosen: str = ""
    """Code of the part that is chosen, "" for none."""
    click: int = 0
    """Number of the last message of this map that Python has heard."""
    mode: Mode = "clair"
    projection: bool = False
    marks: str = ""
    """One sign a part, in the order of the answer (see `theme_answer.document`): a map that has these parts paints at once, before the
    values come. Empty when there are too many."""
    steps: tuple[float, ...] = ()
    """Inner bounds of the classes."""

    def as_dict(self) -> dict[str, object]:
        """
        Check every field and give the message for the map's script.

        Raises
        ------
        ViewError
            If a field holds anything but codes, numbers and percent-encoded text.
        """
        query = self.theme.query()
        marks = self.marks if len(self.marks) <= _MOST_MARKS else ""
        fine = (
            _MARKS.fullmatch(marks)
            and _CODE.fullmatch(self.chosen)
            and _VERSION.fullmatch(self.version)
            and _QUERY.fullmatch(query)
        )
        if not fine or self.mode not in ("clair", "sombre"):
            raise ViewError("Vue de carte refusée.")
        return {
            "theme": query,
            "version": self.version,
            "territoire": str(self.theme.territoire),
            "niveau": self.theme.niveau.value,
            "marques": marks,
            "bornes": [float(step) for step in self.steps],
            "bounds": [round(float(v), 5) for v in self.bounds],
            "chosen": self.chosen,
            "click": int(self.click),
            "mode": self.mode,
            "projection": bool(self.projection),
        }


def thematic_map(contours: str) -> folium.Map:
    """
    Build the constant map.

    Parameters
    ----------
    contours
        Version of the boundaries.

    Returns
    -------
    map
        For `st_folium(thematic_map(...), feature_group_to_add=thematic_message(view), returned_objects=[])`. Never cache it:
        streamlit-folium changes it.
    """
    return OfflineMap("essTheme", {"contours": contours})


def thematic_message(view: ThematicView) -> folium.FeatureGroup:
    """
    Wrap a view for `feature_group_to_add`, which reaches the mounted map without mounting it again.

    Raises
    ------
    ViewError
        If the view holds a value that may not be sent.
    """
    return told("essTheme", view.as_dict())
