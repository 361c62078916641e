"""The part of a selection that decides which actors the map shows, as an address any process can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from ess_map.actors.selection import Selection

# The chosen actor, the reference, the name of a composed territory and the looks of the page change no bit.
_SILENT = frozenset({"acteur", "reference", "nom", "vue", "projection"})


def selection_query(selection: Selection) -> str:
    """
    Write the filters of a selection for `View.selection` and `/selection/<version>.bin?<query>`.

    Two selections that keep the same actors for the same reasons give the same text: the browser and the server
    remember it under that text. Everything but letters, digits and `-._~,:` is percent-encoded.
    """
    kept = [(name, value) for name, value in selection.params().items() if name not in _SILENT]
    return urlencode(sorted(kept), safe=",:", quote_via=quote)
