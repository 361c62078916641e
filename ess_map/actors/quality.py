"""What the register is worth: how many actors are placed, numbered, with a known family and theme, and how old they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.actors import model
from ess_map.actors.codes import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from ess_map.actors.register import Register


@dataclass(frozen=True, slots=True)
class Quality:
    """Counts of actors; a share is None where there is nobody, never 0."""

    total: int
    in_commune: int
    """Actors whose commune is known."""
    placed: int
    """Actors that have a position, be it the centre of their commune."""
    precisions: Mapping[str, int]
    """Precision of the position (key of `model.PRECISIONS`) -> actors, the unknown ones included."""
    with_siret: int
    with_siren: int
    famille_known: int
    famille_origines: Mapping[str, int]
    """How the family is known (key of `model.ORIGINES_FAMILLE`) -> actors; those « à préciser » are left out."""
    theme_known: int
    merged: int
    """Actors that several sources know."""
    years: Mapping[str, int]
    """Year of the most recent source that speaks of the actor -> actors, the latest first; « non précisé » last."""

    def share(self, count: int) -> float | None:
        """Give a count as a share of the total, between 0 and 1; None when the total is null."""
        return count / self.total if self.total else None


def assess(register: Register, kept: npt.NDArray[np.bool_]) -> Quality:
    """Measure the actors of a mask (see `query.mask`)."""
    rows = np.flatnonzero(kept)
    frame = register.frame.iloc[rows]
    codes = register.codes
    precisions = np.bincount(codes.precision[rows], minlength=UNKNOWN + 1)
    origins = frame["famille_origine"].value_counts()
    return Quality(
        total=len(rows),
        in_commune=int(np.count_nonzero(codes.commune[rows] >= 0)),
        placed=int(np.count_nonzero(register.placed[rows])),
        precisions={name: int(precisions[position]) for position, name in enumerate(model.PRECISIONS)},
        with_siret=int((frame["siret"] != "").sum()),
        with_siren=int((frame["siren"] != "").sum()),
        famille_known=int((frame["famille"] != "a_preciser").sum()),
        famille_origines={name: int(origins.get(name, 0)) for name in model.ORIGINES_FAMILLE},
        theme_known=int(np.count_nonzero(codes.themes[rows])),
        merged=int(frame["source"].str.contains("|", regex=False).sum()),
        years=_years(frame["date_source"]),
    )


def _years(dates: pd.Series[str]) -> dict[str, int]:
    codes, texts = pd.factorize(dates)
    latest = [max((part[:4] for part in text.split("|")), default="") or "non précisé" for text in texts]
    counted = pd.Series([latest[code] for code in codes], dtype="str").value_counts()
    known = sorted((year for year in counted.index if year.isdigit()), reverse=True)
    order = [*known, *(year for year in counted.index if not year.isdigit())]
    return {year: int(counted[year]) for year in order}
