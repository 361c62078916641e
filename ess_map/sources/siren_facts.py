"""What the sources say of a SIREN beyond their own lines: legal category, ESS quality, closure; never by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from ess_map.actors.rules import Rules


@dataclass(frozen=True)
class SirenFacts:
    """Facts published with a SIREN, joined by that number alone."""

    categories: Mapping[str, tuple[str, str]]
    """SIREN -> catégorie juridique and the source that gives it."""
    stated: Mapping[str, str]
    """SIREN of a line that a list of associations states to be one -> that source."""
    labels: Mapping[str, frozenset[str]]
    known: frozenset[str]
    """SIREN that a legal category or the perimeter of a source puts in the ESS."""
    closed: frozenset[str]
    """SIREN that Sirene declares closed."""


def gather_facts(tables: Mapping[str, pd.DataFrame], rules: Rules) -> SirenFacts:
    """Gather the facts of every source, the first source that gives a category being believed."""
    categories: dict[str, tuple[str, str]] = {}
    labels: dict[str, frozenset[str]] = {}
    stated: dict[str, str] = {}
    closed: set[str] = set()
    for name, table in tables.items():
        siren = table["siret"].str[:9].where(table["siret"] != "", table["siren"])
        rows = zip(siren, table["categorie_juridique"], table["labels"], table["statut"], table["rejet"], strict=True)
        for number, category, marks, statut, rejet in rows:
            if not number:
                continue
            if category:
                categories.setdefault(number, (category, name))
            if marks:
                labels[number] = labels.get(number, frozenset()) | frozenset(marks.split("|"))
            if statut == "association" and not rejet:
                stated.setdefault(number, name)
            if rejet == "ferme" and category:
                closed.add(number)
    ess = {number for number, (category, _) in categories.items() if _in_ess(category, rules)}
    return SirenFacts(categories, stated, labels, frozenset(ess | (stated.keys() - categories.keys())), frozenset(closed))


def _in_ess(category: str, rules: Rules) -> bool:
    known = rules.categories.get(category)
    return known is not None and known.perimetre == "ess"
