"""The answer to a theme: the rows of its table, their classes, and the small document that the map reads."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.layer import layer
from ess_map.indicators.measure import AUCUN_ACTEUR
from ess_map.indicators.model import Loi
from ess_map.indicators.perimeters import REGISTRE
from ess_map.maps.classes import Classes, classify
from ess_map.maps.theme_parts import files, overflowing, parts
from ess_map.typography import count, fr, listing

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from ess_map.indicators.evidence import Evidence
    from ess_map.indicators.model import Indicator
    from ess_map.maps.theme import Theme

APART = {"a": "aucun acteur recensé", "s": "secret", "n": "sans donnée"}
"""What has no class: mark in the document -> French words."""
_FRAGILE = ord("A") - ord("0")
"""A class 0 that is fragile is written A."""
_MOST_YEARS = 3
_COUNTS = {"acteurs_recenses"}
"""Counts of actors, for which 0 is « aucun acteur recensé » though they are no rate."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A theme, computed."""

    theme: Theme
    indicator: Indicator
    table: pd.DataFrame
    """As `indicators.layer.layer`, in the order of the codes, with `marque` (see `Answer.marques`)."""
    classes: Classes

    @property
    def titre(self) -> str:
        """Name what is shown."""
        return fr(self.indicator.titre(self.theme.modalite))

    def legend(self) -> list[tuple[str, str, int]]:
        """Give the lines of the legend: mark, French words, number of territories; what has no class comes last, when there is any."""
        marks = self.table["marque"]
        shown = [
            (str(i), fr(said), total)
            for i, (said, total) in enumerate(zip(self.classes.libelles, self.classes.effectifs, strict=True))
        ]
        return shown + [(mark, said, int((marks == mark).sum())) for mark, said in APART.items() if (marks == mark).any()]

    @property
    def fragile(self) -> int:
        """Count the territories whose rate is too small to stand alone."""
        return int(self.table["marque"].str.isupper().sum())


def answer(evidence: Evidence, theme: Theme) -> Answer:
    """Compute a theme; the last ones are remembered."""
    return evidence.remember(("theme", theme), lambda: _compute(evidence, theme))


def _compute(evidence: Evidence, theme: Theme) -> Answer:
    indicator = catalogue()[theme.indicateur]
    refs = parts(evidence.atlas, theme.territoire, theme.niveau)
    table = layer(evidence, theme.indicateur, theme.modalite, refs, reference=theme.reference)
    empty = _empty(indicator, table)
    known = table["etat"].isin(["connu", "fragile"]).to_numpy() & ~empty
    values = np.where(known, table["valeur"].to_numpy(dtype=float), np.nan)
    classes = classify(values, theme.methode, theme.classes, bornes=theme.bornes, decimales=indicator.decimales)
    fragile = (table["etat"] == "fragile").to_numpy()
    secret = (table["etat"] == "secret").to_numpy()
    marks = [
        chr(ord("0") + int(laid) + (_FRAGILE if small else 0)) if laid >= 0 else "a" if none else "s" if hidden else "n"
        for laid, small, none, hidden in zip(classes.classe, fragile, empty, secret, strict=True)
    ]
    return Answer(theme, indicator, table.assign(marque=marks), classes)


def _empty(indicator: Indicator, table: pd.DataFrame) -> NDArray[np.bool_]:
    """Tell where no actor is recorded: a rate of 0 for inhabitants, or a share that has no meaning."""
    if REGISTRE not in indicator.sources:
        return np.zeros(len(table), dtype=bool)
    without = table["motif"] == fr(AUCUN_ACTEUR)
    if indicator.loi is Loi.POISSON or indicator.id in _COUNTS:
        without |= table["etat"].isin(["connu", "fragile"]) & (table["valeur"] == 0)
    return without.to_numpy(dtype=bool)


def document(evidence: Evidence, theme: Theme) -> bytes:
    """
    Write the answer for the map, as gzipped JSON: codes, marks and values of the parts, legend, sources, files of boundaries.

    `marques` has one sign a part: a digit is its class, a capital letter the same class with a fragile value (A is 0), and the keys of
    `APART` what has none. `valeurs` is null where a value is secret or unknown.
    """
    return evidence.remember(("theme.json", theme), lambda: _packed(evidence, theme))


def _packed(evidence: Evidence, theme: Theme) -> bytes:
    found = answer(evidence, theme)
    table, indicator = found.table, found.indicator
    shown = ~table["marque"].isin(["s", "n"]) & table["valeur"].notna()
    text = json.dumps(
        {
            "titre": found.titre,
            "unite": fr(indicator.unite),
            "decimales": indicator.decimales,
            "niveau": theme.niveau.value,
            "contours": files(evidence.atlas, theme.territoire, theme.niveau),
            "source": source(found),
            "legende": [{"marque": mark, "mots": said, "nombre": total} for mark, said, total in found.legend()],
            "bornes": found.classes.bornes,
            "notes": notes(evidence, found),
            "codes": [str(ref).partition(":")[2] for ref in table.index],
            "marques": "".join(table["marque"]),
            "valeurs": [
                round(float(value), indicator.decimales) if fine else None
                for value, fine in zip(table["valeur"], shown, strict=True)
            ],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return gzip.compress(text.encode(), 6, mtime=0)


def source(found: Answer) -> str:
    """Say who publishes what is shown, and of when."""
    table = found.table
    known = table[table["etat"].isin(["connu", "fragile"])] if (table["etat"] != "sans_donnee").any() else table
    years = sorted({str(year) for year in known["millesime"].unique() if year})
    said = listing(years) if len(years) <= _MOST_YEARS else f"de {years[0]} à {years[-1]}"
    producers = listing(sorted({str(producer) for producer in known["source"].unique() if producer}))
    return fr(f"{producers} ({said})" if said else producers)


def notes(evidence: Evidence, found: Answer) -> list[str]:
    """Say what must be read with the map."""
    said = [found.classes.note]
    if found.fragile:
        said.append(
            f"Dont {count(found.fragile, 'taux fragile', 'taux fragiles')} : moins de 2 000 habitants ou moins de 5 acteurs."
        )
    over = overflowing(evidence.atlas, found.theme.territoire, found.theme.niveau)
    if over:
        said.append(f"{count(over, 'territoire déborde', 'territoires débordent')} du contour : chiffres du territoire entier.")
    return [fr(sentence) for sentence in said if sentence]
