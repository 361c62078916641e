"""What a formula answers for many territories at once: values, the counts behind them, and why some are unknown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

import numpy as np
import numpy.typing as npt

from ess_map.indicators.formulas.arrays import divide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.indicators.formulas.arrays import BoolArray, FloatArray

Texts = npt.NDArray[np.object_]

SANS_DONNEE = "Sans donnée à cette échelle."
MASQUEE = "Valeur masquée : secret statistique."
PERSONNE = "Personne n’habite ici : ce taux n’a pas de sens."
AUCUN_ACTEUR = "Aucun acteur recensé : cette part n’a pas de sens."
NON_IMPORTEE = "Table officielle non importée."


@dataclass(frozen=True, eq=False)
class Measure:
    """One value a territory; arrays of the same length, NaN where unknown."""

    valeur: FloatArray
    numerateur: FloatArray
    denominateur: FloatArray
    motif: Texts
    """Why a value is unknown, a French sentence; "" where it is known."""
    secret: BoolArray
    millesime: Texts
    sources: tuple[str, ...]
    """Identity cards used, beside those of the register."""
    avertissements: Texts
    """French sentences that must be read with the value; "" when there is none."""

    @classmethod
    def of(
        cls,
        valeur: npt.ArrayLike,
        *,
        numerateur: npt.ArrayLike | None = None,
        denominateur: npt.ArrayLike | None = None,
        motif: str | Sequence[str] | Texts = SANS_DONNEE,
        secret: npt.ArrayLike | None = None,
        millesime: str | Sequence[str] | Texts = "",
        sources: Sequence[str] = (),
        avertissements: str | Sequence[str] | Texts = "",
    ) -> Self:
        """
        Gather a measure.

        Parameters
        ----------
        valeur
            One value a territory, NaN where unknown.
        numerateur, denominateur
            Counts behind it, when it is a ratio.
        motif
            Why values are unknown: one sentence, or one a territory; kept only where the value is unknown.
        secret
            True where the value is masked.
        millesime, avertissements
            One text, or one a territory.
        sources
            Identity cards.
        """
        values = np.array(valeur, dtype=float)
        n = len(values)
        top, bottom = (
            np.full(n, np.nan) if counts is None else np.array(counts, dtype=float) for counts in (numerateur, denominateur)
        )
        hidden = np.zeros(n, dtype=bool) if secret is None else np.asarray(secret, dtype=bool)
        reasons = texts(motif, n)
        if secret is not None:
            values[hidden] = top[hidden] = bottom[hidden] = np.nan
            reasons[hidden] = MASQUEE
        reasons[~np.isnan(values)] = ""
        return cls(values, top, bottom, reasons, hidden, texts(millesime, n), tuple(sources), texts(avertissements, n))

    @classmethod
    def ratio(
        cls,
        numerateur: npt.ArrayLike,
        denominateur: npt.ArrayLike,
        par: float,
        *,
        sans_denominateur: str = PERSONNE,
        secret: npt.ArrayLike | None = None,
        millesime: str | Sequence[str] | Texts = "",
        sources: Sequence[str] = (),
    ) -> Self:
        """
        Divide two columns and multiply by `par`.

        Parameters
        ----------
        numerateur, denominateur
            One number a territory, NaN where unknown.
        par
            100 for a percentage, 10 000 for a rate per 10,000 inhabitants.
        sans_denominateur
            Reason given where the denominator is zero.
        secret, millesime, sources
            As for `of`.
        """
        top, bottom = np.asarray(numerateur, dtype=float), np.asarray(denominateur, dtype=float)
        motif = texts(SANS_DONNEE, len(bottom))
        motif[bottom == 0] = sans_denominateur
        return cls.of(
            divide(top, bottom) * par, numerateur=top, denominateur=bottom, motif=motif, secret=secret, millesime=millesime,
            sources=sources,
        )  # fmt: skip

    @classmethod
    def unknown(cls, length: int, motif: str | Sequence[str] | Texts = SANS_DONNEE, *, sources: Sequence[str] = ()) -> Self:
        """Give a measure of which nothing is known, with the reason."""
        return cls.of(np.full(length, np.nan), motif=motif, sources=sources)

    def warned(self, avertissements: str | Sequence[str] | Texts) -> Measure:
        """Give the same measure with other sentences to be read with it."""
        return replace(self, avertissements=texts(avertissements, len(self.valeur)))

    def sourced(self, sources: Sequence[str]) -> Measure:
        """Give the same measure with its identity cards, each once."""
        return replace(self, sources=tuple(dict.fromkeys(sources)))

    def explained(self, motif: Sequence[str] | Texts) -> Measure:
        """Give the same measure with other reasons where a value is unknown and a reason is given; secret ones keep theirs."""
        reasons = texts(motif, len(self))
        chosen = np.where((self.motif != "") & ~self.secret & (reasons != ""), reasons, self.motif)
        return replace(self, motif=texts(chosen, len(self)))

    def __len__(self) -> int:
        return len(self.valeur)


def texts(text: str | Sequence[str] | Texts, length: int) -> Texts:
    """Give one text a territory, in a new array."""
    column = np.empty(length, dtype=object)
    column[:] = text if isinstance(text, str) else np.asarray(text, dtype=object)
    return column
