"""
What the page tells Streamlit before it starts: where its server is, and from whom it takes messages.

Left alone, the page of `/carte` looks for its server under `/carte/` first, waits for a refusal, then asks at the root, and only
then opens its connection: two round trips while nothing is drawn. Streamlit reads these answers in `window.__streamlit` when
the host gives them.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache

from ess_map.ui.messages import PAGES


@cache
def script() -> bytes:
    """Give the script to put in the page, constant: without anything of the address, it is known by its hash."""
    pages = json.dumps([path for path in PAGES if path])
    # The server may lie under a path of a host shared with others: only the name of one of our pages is taken off.
    return (
        "(() => { const parts = location.pathname.replace(/\\/+$/, '').split('/');"
        f" if ({pages}.includes(parts.at(-1))) parts.pop();"
        " window.__streamlit = { BACKEND_BASE_URL: location.origin + parts.join('/') + '/',"
        " HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false } }; })();"
    ).encode()


def tag() -> bytes:
    """Give the line to put in the head of the page, before the scripts of Streamlit."""
    return b"<script>" + script() + b"</script>\n"


@cache
def digest() -> str:
    """Give the SHA-256 of the script, as a policy names it."""
    return base64.b64encode(hashlib.sha256(script()).digest()).decode()
