"""The HTML page that Streamlit ships, in French; and the doors of Streamlit that this product keeps closed."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse

from ess_map.ui.messages import PAGES
from ess_map.ui.selection_state import UNKNOWN_PAGE
from ess_map.ui.style import page_script
from ess_map.ui.web import start as starting
from ess_map.ui.web.answers import unknown
from ess_map.ui.web.preloading import links

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_CLOSED = "/_stcore/agent"
_FRAMES = "/component/"
_SLASH = "/"
_LONGEST_NAME = 80
_WORDS = (
    (b'<html lang="en">', b'<html lang="fr">'),
    (b"<title>Streamlit</title>", b"<title>Atlas ESS</title>"),
    (b"You need to enable JavaScript to run this app.", b"Activez JavaScript pour utiliser cette application."),
)


class FrenchDocument:
    """Rewrite the HTML page, lead an unknown address to a page, and answer 404 where Streamlit would describe itself to machines."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request of the server."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"].rstrip("/").startswith(_CLOSED):
            await unknown("Cette adresse est fermée.")(scope, receive, send)
        elif scope["method"] == "GET" and _wants_a_page(scope):
            await self._rewritten(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _rewritten(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold the answer until it is whole, change its words, send it."""
        reader = Headers(scope=scope)
        # Asked plain and whole: a compressed or « not modified » answer could not be rewritten.
        kept = [
            (name, value)
            for name, value in scope["headers"]
            if name not in {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
        ]
        start: Message = {}
        parts: list[bytes] = []

        async def hold(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                return
            if message["type"] != "http.response.body":
                await send(message)
                return
            parts.append(message.get("body", b""))
            if not message.get("more_body", False):
                headers = MutableHeaders(raw=list(start["headers"]))
                if _is_page(headers) and scope["path"].strip(_SLASH) not in PAGES:
                    await RedirectResponse(_nearest_page(scope), status_code=302)(scope, receive, send)
                    return
                body = _finished(b"".join(parts), headers, gzipped="gzip" in reader.get("accept-encoding", ""))
                await send({**start, "headers": headers.raw})
                await send({"type": "http.response.body", "body": body})

        await self.app({**scope, "headers": kept}, receive, hold)


def _wants_a_page(scope: Scope) -> bool:
    accepted = Headers(scope=scope).get("accept", "")
    return "text/html" in accepted and not scope["path"].startswith(_FRAMES)


def _is_page(headers: Headers) -> bool:
    return headers.get("content-type", "").startswith("text/html")


def _nearest_page(scope: Scope) -> str:
    """
    Give the page under which an address lies, or the first one, with the name that no page has for a notice.

    Streamlit would send its page there too: under a page its files would not be found, elsewhere it would speak English.
    """
    query = scope.get("query_string", b"").decode("latin-1")
    asked = scope["path"].strip(_SLASH).partition(_SLASH)[0]
    if asked not in PAGES:
        told = urlencode({UNKNOWN_PAGE: asked[:_LONGEST_NAME]})
        return f"/?{query}&{told}" if query else f"/?{told}"
    return f"/{quote(asked, safe='')}{'?' + query if query else ''}"


def _finished(body: bytes, headers: MutableHeaders, *, gzipped: bool) -> bytes:
    if not _is_page(headers):
        return body
    for english, french in _WORDS:
        body = body.replace(english, french)
    # In the head and not in the page: a key pressed before the page has finished loading must not be lost.
    script = f'<script src=".{page_script().url}" defer></script>\n'.encode()
    body = body.replace(b"</head>", links() + script + b"</head>", 1)
    body = body.replace(b"<head>", b"<head>\n" + starting.tag(), 1)
    for name in ("etag", "last-modified"):
        del headers[name]
    if gzipped:
        body = gzip.compress(body, 6, mtime=0)
        headers["content-encoding"] = "gzip"
        headers.add_vary_header("Accept-Encoding")
    headers["content-length"] = str(len(body))
    return body
