"""Boundaries and names of places that leave by a route: a closed list, and the outline of one territory."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ess_map.errors import UnknownTerritoryError
from ess_map.maps import places
from ess_map.ui.state import resources
from ess_map.ui.web.answers import ONE_DAY, packed, unknown

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from ess_map.territories.atlas import Atlas
    from ess_map.territories.contours import Contours

_GEOJSON = "application/geo+json"
_OUTDATED = "Les contours ont changé\u00a0: rechargez la page."


def boundary(request: Request) -> Response:
    """Serve one file of the closed list."""
    contours, name = resources().contours, request.path_params["name"]
    if request.path_params["version"] != contours.version:
        return unknown(_OUTDATED)
    if name not in contours.names():
        return unknown("Ces contours n’existent pas.")
    return packed(request, contours.geojson(name), _GEOJSON)


def outline(request: Request) -> Response:
    """Serve the outline of the territory of the address."""
    known = resources()
    if request.path_params["version"] != known.contours.version:
        return unknown(_OUTDATED)
    try:
        ref = known.atlas.parse(request.query_params.get("territoire", ""))
    except UnknownTerritoryError as error:
        return unknown(str(error))
    return packed(request, known.contours.outline_geojson(ref), _GEOJSON)


def names(request: Request) -> Response:
    """Serve the names of regions, départements and towns."""
    known = resources()
    if request.path_params["version"] != known.contours.version:
        return unknown(_OUTDATED)
    # A day only: the version in the address is the one of the boundaries, names may be corrected without them.
    return packed(request, _places(known.atlas), "application/json", ONE_DAY)


def prepare(contours: Contours, atlas: Atlas) -> None:
    """Make what every first map asks for."""
    contours.geojson("apercu-departements")
    _places(atlas)


@lru_cache(maxsize=1)
def _places(atlas: Atlas) -> bytes:
    return places.encode(atlas)
