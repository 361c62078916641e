"""How every route of ours answers: compressed and cached for ever when it is content, one French sentence otherwise."""

from __future__ import annotations

import gzip
import logging
from functools import wraps
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, Response

from ess_map.errors import EssMapError

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    Endpoint = Callable[[Request], Response]

FOREVER = "public, max-age=31536000, immutable"
"""For an address that holds the hash of its content."""
ONE_DAY = "public, max-age=86400"
PRIVATE = "private, max-age=3600"

_log = logging.getLogger(__name__)


def packed(request: Request, content: bytes, media_type: str, cache: str = FOREVER) -> Response:
    """Send a content that is held gzipped, unpacked for the rare client that does not read gzip."""
    headers = {"Cache-Control": cache, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
    else:
        content = gzip.decompress(content)
    return Response(content, media_type=media_type, headers=headers)


def words(content: dict[str, Any]) -> Response:
    """Send a few texts as JSON."""
    return JSONResponse(content, headers={"Cache-Control": PRIVATE})


def unknown(sentence: str) -> Response:
    """Say in French that an address leads nowhere."""
    return _refusal(404, sentence)


def guarded(endpoint: Endpoint) -> Endpoint:
    """Turn data that cannot be read into a French sentence and a 503: the page that asked stays alive."""

    @wraps(endpoint)
    def answer(request: Request) -> Response:
        try:
            return endpoint(request)
        except EssMapError as error:
            _log.warning("%s: %s", request.url.path, error)
            return _refusal(503, str(error))

    return answer


def _refusal(status: int, sentence: str) -> Response:
    return JSONResponse({"erreur": sentence}, status_code=status, headers={"Cache-Control": "no-store"})
