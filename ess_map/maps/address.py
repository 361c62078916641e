"""The part of a selection that decides which actors the map shows, as an address any process can answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from ess_map.actors.selection import Selection


def filters_only(selection: Selection) -> Selection:
    """Forget what changes no actor: the chosen one, the reference, the name of a composed territory, the looks of the page."""
    return replace(selection, acteur="", reference="", nom="", vue="carte", projection=False)


def selection_query(selection: Selection) -> str:
    """
    Write the filters of a selection for `View.selection` and `/selection/<version>.bin?<query>`.

    Two selections with the same filters give the same text: the browser and the server remember the answer under it.
    Everything but letters, digits and `-._~,:` is percent-encoded.
    """
    return urlencode(sorted(filters_only(selection).params().items()), safe=",:", quote_via=quote)
