"""Understanding a query: a name, a name and the place where it is, a kind of territory and its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from ess_map.territories.model import Niveau
from ess_map.territories.names import without_article
from ess_map.territories.search_keys import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd
    from numpy.typing import NDArray

    from ess_map.territories.gazetteer import Gazetteer
    from ess_map.territories.search_codes import SearchCodes

CODE = re.compile(r"\d[\d ]*|2[ab]\d{0,3}", re.IGNORECASE)
"""What is read as a code: figures, with spaces as in a SIREN, or a code of Corse."""
_FIVE_FIGURES = re.compile(r"\b(\d{5}|2[ab]\d{3})\b")
_KIND = re.compile(
    r"^(departement|region|commune|ville|epci|ept|communaute de communes|communaute d agglomeration|communaute urbaine|"
    r"agglomeration|metropole|zone d emploi)(?: de la| de l| des| du| de| d)? (.+)$"
)
_LEVEL_OF_KIND = {
    "departement": Niveau.DEPARTEMENT,
    "region": Niveau.REGION,
    "commune": Niveau.COMMUNE,
    "ville": Niveau.COMMUNE,
    "ept": Niveau.EPT,
    "zone d emploi": Niveau.ZONE_EMPLOI,
}
"""Any other kind is an EPCI."""

Reading = tuple[str, "NDArray[np.bool_] | None"]
"""What to look for, and the rows where it may be found (None: everywhere)."""


class Readings:
    """
    The ways to read a query.

    Parameters
    ----------
    gazetteer
        The territories.
    codes
        Their codes, to understand « 35000 Rennes ».
    communes
        Their table: `departement`, `region`.
    """

    def __init__(self, gazetteer: Gazetteer, codes: SearchCodes, communes: pd.DataFrame) -> None:
        self._gazetteer = gazetteer
        self._codes = codes
        self._departements = frozenset(gazetteer.codes[gazetteer.at(Niveau.DEPARTEMENT)])
        self._regions = {str(code): frozenset(mine) for code, mine in communes.groupby("region")["departement"]}
        self._places: dict[str, int] = {}
        # A département wins over a région of the same name: it tells more.
        for niveau in (Niveau.REGION, Niveau.DEPARTEMENT):
            for row in gazetteer.rows_at(niveau):
                self._places[without_article(spoken(gazetteer.names[row]))] = int(row)

    def of(self, query: str) -> Iterator[Reading]:
        """Give the readings of a normalised query, the likeliest first; all of them narrow the query but one, the query itself."""
        words = query.split()
        if len(words) > 1 and words[-1].upper() in self._departements:
            yield " ".join(words[:-1]), self._gazetteer.inside({words[-1].upper()})
        yield from self._with_code(query)
        yield query, None
        kind = _KIND.match(query)
        if kind:
            yield kind[2], self._gazetteer.at(_LEVEL_OF_KIND.get(kind[1], Niveau.EPCI))
        for cut in range(len(words) - 1, 0, -1):
            place = self._places.get(without_article(" ".join(words[cut:])))
            if place is not None:
                yield " ".join(words[:cut]), self._inside(place)

    def _with_code(self, query: str) -> Iterator[Reading]:
        """Read « 35000 Rennes » as Rennes among what 35000 leads to, then as 35000 alone."""
        code = _FIVE_FIGURES.search(query)
        if code is None or code[0] == query:
            return
        here = np.zeros(len(self._gazetteer.codes), dtype=bool)
        here[[row for row, _ in self._codes.find(code[0].upper())]] = True
        if here.any():
            yield " ".join(query.replace(code[0], " ").split()), here
            yield code[0], here

    def _inside(self, place: int) -> NDArray[np.bool_]:
        ref = self._gazetteer.ref(place)
        return self._gazetteer.inside(self._regions[ref.code] if ref.niveau is Niveau.REGION else {ref.code})
