"""Actors that leave by a route: all of them as columns, the ones a selection keeps as bits, names a few at a time."""

from __future__ import annotations

import gzip
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ess_map.actors import query
from ess_map.actors.selection import Selection, parse
from ess_map.maps import labels
from ess_map.maps.address import filters_only
from ess_map.maps.columns import encode_register
from ess_map.ui.state import resources
from ess_map.ui.web.answers import packed, unknown, words

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from ess_map.actors.register import Register
    from ess_map.territories.atlas import Atlas

_BINARY = "application/octet-stream"
_OUTDATED = "Le registre a changé\u00a0: rechargez la page."
_MOST_REMEMBERED = 512


def columns(request: Request) -> Response:
    """Serve every placed actor, as columns."""
    register = resources().register
    if request.path_params["version"] != register.version:
        return unknown(_OUTDATED)
    return packed(request, _columns(register), _BINARY)


def selected(request: Request) -> Response:
    """Serve one bit a placed actor for the selection of the address: any process can answer, nothing is kept between two."""
    known = resources()
    if request.path_params["version"] != known.register.version:
        return unknown(_OUTDATED)
    selection, _ = parse(dict(request.query_params), known.atlas, known.register)
    return packed(request, _bits(known.register, known.atlas, filters_only(selection)), _BINARY)


def label(request: Request) -> Response:
    """Serve the words of one actor: text as JSON, never markup."""
    register, row = resources().register, int(request.path_params["row"])
    if request.query_params.get("v") != register.version:
        return unknown(_OUTDATED)
    if row >= len(register):
        return unknown("Cet acteur n’existe pas dans le registre.")
    return words(labels.label(register, row))


def names(request: Request) -> Response:
    """Serve the names of at most 200 actors."""
    register, asked = resources().register, request.query_params.get("rows", "")
    if request.path_params["version"] != register.version:
        return unknown(_OUTDATED)
    parts = asked.split(",") if len(asked) <= labels.MOST_NAMES * 9 else []
    rows = [int(part) for part in parts if part.isascii() and part.isdigit() and len(part) <= 8]  # noqa: PLR2004
    if len(rows) != len(parts) or not 0 < len(rows) <= labels.MOST_NAMES or max(rows) >= len(register):
        return unknown(f"Demandez de 1 à {labels.MOST_NAMES} numéros d’acteurs, séparés par des virgules.")
    return words(labels.names(register, rows))


def prepare(register: Register, atlas: Atlas) -> None:
    """Make what every first map asks for."""
    _columns(register)
    _bits(register, atlas, Selection())


@lru_cache(maxsize=1)
def _columns(register: Register) -> bytes:
    return encode_register(register)


@lru_cache(maxsize=_MOST_REMEMBERED)
def _bits(register: Register, atlas: Atlas, selection: Selection) -> bytes:
    placed = int(np.count_nonzero(register.placed))
    kept = query.mask(register, atlas, selection)
    return gzip.compress(query.bitset(kept[:placed]), 5, mtime=0)
