"""The values of a choropleth, computed again from their address: any process can answer, nothing is kept between two."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

from ess_map import __version__
from ess_map.errors import EssMapError
from ess_map.maps.theme import parse
from ess_map.maps.theme_answer import document
from ess_map.ui.state import evidence, resources
from ess_map.ui.web.answers import PRIVATE, packed, unknown

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

    from ess_map.ui.state import Resources

_OUTDATED = "Les chiffres ont changé\u00a0: rechargez la page."


def values(request: Request) -> Response:
    """Serve the classes and the values of the theme of the address."""
    known = resources()
    if request.path_params["version"] != version(known):
        return unknown(_OUTDATED)
    try:
        theme = parse(dict(request.query_params), known.atlas)
    except EssMapError as error:
        return unknown(str(error))
    # An hour only: a correction of a formula changes no version.
    return packed(request, document(evidence(), theme), "application/json", PRIVATE)


def version(known: Resources) -> str:
    """Give sixteen hexadecimal digits that change with the data and with the program."""
    return _version(known.settings.data_dir, f"{__version__}|{known.register.version}|{known.contours.version}")


@lru_cache(maxsize=2)
def _version(data_dir: Path, parts: str) -> str:
    manifest = data_dir / "manifeste.toml"
    return hashlib.sha256(parts.encode() + (manifest.read_bytes() if manifest.is_file() else b"")).hexdigest()[:16]
