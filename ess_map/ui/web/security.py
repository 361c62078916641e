"""Headers of every answer: what the page and the frame of the map may load, and what they may not do."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from starlette.datastructures import MutableHeaders

from ess_map import settings
from ess_map.errors import SettingsError
from ess_map.ui.web import start

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAP_FRAME = "/component/streamlit_folium"
TILE_HOSTS = ("https://data.geopf.fr", "https://tile.openstreetmap.org")
_INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)

_COMMON = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), fullscreen=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@cache
def page_policy() -> str:
    """Give the policy of the page. Streamlit's own inline scripts are known by the hash of the file it ships."""
    hashes = " ".join(
        f"'sha256-{digest}'"
        for digest in (start.digest(), *inline_hashes((Path(st.__file__).parent / "static/index.html").read_bytes()))
    )
    return (
        f"default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {hashes}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; "
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    )


@cache
def map_policy() -> str:
    """Give the policy of the map's frame: streamlit-folium evaluates the script it receives, so nothing else may enter."""
    hosts = "".join(f" {host}" for host in TILE_HOSTS) if _tiles_allowed() else ""
    return (
        "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        f"img-src 'self' data:{hosts}; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    )


def inline_hashes(html: bytes) -> list[str]:
    """Give the SHA-256 of every inline script of a page, as a policy names them."""
    return [base64.b64encode(hashlib.sha256(script).digest()).decode() for script in _INLINE_SCRIPT.findall(html)]


def _tiles_allowed() -> bool:
    try:
        return settings.current().tiles
    except SettingsError:  # the page says which setting; nothing is allowed meanwhile
        return False


class SecurityHeaders:
    """Add the headers to every HTTP answer; websockets are left alone."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request of the server."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        policy = map_policy() if scope["path"].startswith(MAP_FRAME) else page_policy()

        async def reply(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = policy
                for name, value in _COMMON.items():
                    headers[name] = value
            await send(message)

        await self.app(scope, receive, reply)
