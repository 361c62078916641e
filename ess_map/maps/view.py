"""What the map must show, as numbers and codes: the one thing that travels from a page to the map, at each rerun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ess_map.errors import EssMapError

FRANCE_BOUNDS = (-5.2, 41.3, 9.6, 51.1)
"""West, south, east, north of metropolitan France, degrees: what the map fits when no territory is chosen."""

Fond = Literal["hors_ligne", "plan_ign", "osm"]
Mode = Literal["clair", "sombre"]

FONDS: dict[Fond, str] = {
    "hors_ligne": "Fond hors connexion",
    "plan_ign": "Plan IGN (en ligne)",
    "osm": "OpenStreetMap (en ligne)",
}
"""Basemap code -> French label; only the first one asks nothing of the internet."""

# Percent-encoded text only: nothing that Jinja, HTML or JavaScript could read as its own.
_QUERY = re.compile(r"[A-Za-z0-9%&=.,:;|+~_-]{0,60000}")
_REF = re.compile(r"[a-z_]{3,12}:[0-9A-Z,]{1,60000}")
_ZONE = re.compile(r"(?:cercle|polygone):[0-9.,;-]{1,4000}")
_CODE = re.compile(r"[0-9AB]{5}")


class ViewError(EssMapError):
    """A view of the map holds a value that may not be sent to it."""


@dataclass(frozen=True, slots=True)
class View:
    """
    The state of the map: a state, not an order, so sending it twice is harmless.

    The map compares it with its own and does the least: a filter fetches one bitset and moves nothing, a new
    `territoire` fits it, a new `row` brings that actor into view, `mode`, `projection` and `fond` repaint in place.
    """

    selection: str | None = ""
    """Filters as `selection_query(...)` writes them; "" is the default selection; None shows no actor at all."""
    territoire: str | None = None
    """Territory outlined and fitted (`niveau:code`), or None for the whole country."""
    bounds: tuple[float, float, float, float] = FRANCE_BOUNDS
    """West, south, east, north of the territory, degrees (EPSG:4326): `Territory.bounds`."""
    row: int = -1
    """Row of the chosen actor in the register, or -1."""
    click: int = 0
    """Number of the last message of the map that Python has heard: the map ignores an answer to an older one."""
    mode: Mode = "clair"
    projection: bool = False
    """Projector: larger signs and words."""
    fond: Fond = "hors_ligne"
    dessin: str = ""
    """Zone drawn on the map (`cercle:lon,lat,metres` or `polygone:lon,lat;lon,lat;…`), or ""."""
    composer: bool = False
    """Whether a click on a commune adds it to, or removes it from, a composed territory."""
    composition: tuple[str, ...] = ()
    """Codes of the communes composed so far."""

    def as_dict(self) -> dict[str, object]:
        """
        Check every field and give the message for the map's script: the only gate between Python and the browser.

        Raises
        ------
        ViewError
            If a field holds anything but the codes, numbers and percent-encoded text it is made for.
        """
        problems = [
            name
            for name, fine in (
                ("selection", self.selection is None or _QUERY.fullmatch(self.selection)),
                ("territoire", self.territoire is None or _REF.fullmatch(self.territoire)),
                ("dessin", not self.dessin or _ZONE.fullmatch(self.dessin)),
                ("composition", all(_CODE.fullmatch(code) for code in self.composition)),
                ("fond", self.fond in FONDS),
                ("mode", self.mode in ("clair", "sombre")),
            )
            if not fine
        ]
        if problems:
            raise ViewError(f"Vue de carte refusée\u00a0: {', '.join(problems)}.")
        return {
            "selection": self.selection,
            "territoire": self.territoire,
            "bounds": [round(float(v), 5) + 0.0 for v in self.bounds],  # + 0.0: two equal views are one text, never « -0.0 »
            "row": int(self.row),
            "click": int(self.click),
            "mode": self.mode,
            "projection": bool(self.projection),
            "fond": self.fond,
            "dessin": self.dessin,
            "composer": bool(self.composer),
            "composition": list(self.composition),
        }
