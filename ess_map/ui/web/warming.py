"""What is read before the first visitor comes, in a thread: a cold start costs seconds that nobody should wait."""

from __future__ import annotations

import asyncio
import gc
import logging
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

from ess_map.errors import EssMapError
from ess_map.indicators import warming as indicators
from ess_map.maps import classes
from ess_map.maps.bundle import assets
from ess_map.ui.state import evidence, resources
from ess_map.ui.web import actors, contours, nagle, thrift

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[dict[str, Any]]:
    """Let small answers go at once, hold no more memory than is used, and warm beside the server. Data that cannot be read do not stop it: the pages say what is wrong."""
    nagle.off()
    thrift.on()
    task = asyncio.create_task(asyncio.to_thread(warm))
    try:
        yield {}
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def warm() -> bool:
    """Read what every first page needs; tell whether it could be."""
    try:
        known = resources()
        actors.prepare(known.register, known.atlas)
        contours.prepare(known.contours, known.atlas)
        indicators.warm(evidence())
        _ = known.casebook
    except EssMapError as error:
        _log.warning("Données illisibles au démarrage : %s", error)
        return False
    assets()
    classes.warm()
    _set_aside()
    return True


def _set_aside() -> None:
    """
    Keep what is now read out of the garbage collector's rounds: it lives as long as the server.

    Streamlit collects everything after each run; a walk over our tables held all visitors 170 ms after each filter.
    """
    gc.collect()
    gc.freeze()
