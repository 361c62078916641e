"""The small picture that says where a territory is: drawn once, shown by a page, served by a route."""

from __future__ import annotations

import gzip
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from ess_map.errors import UnknownTerritoryError
from ess_map.maps import locator
from ess_map.maps.bundle import palette
from ess_map.territories.model import FRANCE
from ess_map.ui.state import resources
from ess_map.ui.web.answers import ONE_DAY, packed, unknown

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from ess_map.maps.locator import Picture
    from ess_map.maps.view import Mode
    from ess_map.territories.model import TerritoryRef

_MOST_REMEMBERED = 256


@lru_cache(maxsize=_MOST_REMEMBERED)
def picture(ref: TerritoryRef, mode: Mode) -> Picture:
    """
    Give the picture of a territory and the names to write above it.

    Raises
    ------
    UnknownTerritoryError
        If the reference names nothing that exists.
    """
    known = resources()
    return locator.locate(known.atlas, known.contours, ref, mode)


def address(ref: TerritoryRef, mode: Mode) -> str:
    """Give the address of the drawing, for a background: nothing of it goes through the websocket."""
    return f"/situation/{resources().contours.version}/{mode}.svg?territoire={quote(str(ref), safe=':,')}"


def drawing(request: Request) -> Response:
    """Serve the drawing of the territory of the address, France without one."""
    known, mode = resources(), request.path_params["mode"]
    if request.path_params["version"] != known.contours.version or mode not in palette():
        return unknown("Cette image n’existe pas\u00a0: rechargez la page.")
    try:
        ref = known.atlas.parse(request.query_params.get("territoire") or str(FRANCE))
    except UnknownTerritoryError as error:
        return unknown(str(error))
    # A day only: the version in the address is the one of the boundaries, the way to draw them may change.
    return packed(request, gzip.compress(picture(ref, mode).svg.encode(), 6, mtime=0), "image/svg+xml", ONE_DAY)
