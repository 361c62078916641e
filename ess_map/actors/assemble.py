"""From the lines of one actor to its row in the register: which line gives each field, and the trace of it."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

import pandas as pd

from ess_map.actors import model, schema
from ess_map.actors.families import famille
from ess_map.actors.names import fold
from ess_map.actors.themes import themes, types_of_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from ess_map.actors.families import Famille
    from ess_map.actors.merge import Cluster, Line
    from ess_map.actors.rules import Rules

_PRECISIONS = {name: rank for rank, name in enumerate(model.PRECISIONS)}
_PLAIN = ("naf", "effectif", "site_web", "date_creation")
_MAX_OTHER_NAMES = 5


def register_table(clusters: Iterable[Cluster], rules: Rules, secondary: Collection[str]) -> pd.DataFrame:
    """
    Make the table of the register, one row an actor, sorted by `identifiant`.

    Parameters
    ----------
    clusters
        The actors.
    rules
        The documented tables.
    secondary
        Sources that are not enough to enter the principal register: an actor that no other source knows is in the
        complementary one.
    """
    rows = [_row(cluster, rules, secondary) for cluster in clusters]
    table = pd.DataFrame(rows, columns=[*schema.COLUMNS])
    table[list(schema.NUMBERS)] = table[list(schema.NUMBERS)].astype(float)
    return table.sort_values("identifiant", ignore_index=True)


def _row(cluster: Cluster, rules: Rules, secondary: Collection[str]) -> dict[str, object]:
    lines, trace = cluster.lines, _Trace()
    row: dict[str, object] = {"identifiant": cluster.identifiant, "siret": cluster.siret, "siren": cluster.siren}
    trace.first("siret", lines, lambda line: line.siret)
    trace.first("siren", lines, lambda line: line.siren)
    row["nom"] = trace.first("nom", lines, lambda line: line.nom)
    for name in _PLAIN:
        row[name] = trace.first(name, lines, lambda line, name=name: getattr(line, name))  # type: ignore[misc]
    names = _names(lines)
    row["autres_noms"] = "|".join(names[1 : 1 + _MAX_OTHER_NAMES])
    row |= _place(lines, trace) | _nature(lines, names, rules, trace) | _sources(lines, secondary)
    if row["registre"] == "complement":
        row["labels"] = "|".join(filter(None, (str(row["labels"]), model.TO_CHECK)))
    row["provenance"] = trace.text()
    return row


def _names(lines: list[Line]) -> list[str]:
    names = (nom for line in lines for nom in (line.nom, *line.autres_noms) if nom)
    return list({fold(nom): nom.replace("|", "/") for nom in reversed(list(names))}.values())[::-1]


def _place(lines: list[Line], trace: _Trace) -> dict[str, object]:
    best = min(lines, key=_trust)
    near = [best, *(line for line in lines if line.place == best.place)]
    if best.code_commune:
        trace.add("code_commune", best.source, best.commune_methode)
    if best.longitude is not None:
        trace.add("position", best.source, best.position_methode)
    addressed = next((line for line in near if line.adresse), best)
    if addressed.adresse or addressed.code_postal:
        trace.add("adresse", addressed.source)
    return {
        "code_commune": best.code_commune,
        "departement": best.departement,
        "longitude": best.longitude,
        "latitude": best.latitude,
        "precision_position": best.precision,
        "adresse": addressed.adresse,
        "code_postal": addressed.code_postal or next((line.code_postal for line in near if line.code_postal), ""),
    }


def _trust(line: Line) -> tuple[bool, bool, bool, int]:
    """
    Order the lines of an actor by what they know of its place, the surest first.

    A line with the SIRET speaks of the establishment itself; one with the SIREN alone may speak of the seat, elsewhere in
    the same commune: however precise, it does not move an establishment that has a point of its own.
    """
    own_point = bool(line.siret) and line.precision in {"adresse", "rue"}
    return not line.code_commune, not line.departement, not own_point, _PRECISIONS[line.precision]


def _nature(lines: list[Line], names: list[str], rules: Rules, trace: _Trace) -> dict[str, object]:
    folded = [fold(nom) for nom in names]
    published = _union(lines, lambda line: line.types, model.TYPES, "types", trace)
    labels = _union(lines, lambda line: line.labels, model.LABELS, "labels", trace)
    category = next((line for line in lines if line.categorie_juridique), None)
    categorie = "" if category is None else category.categorie_juridique
    if category is not None:
        trace.add("categorie_juridique", category.categorie_source or category.source)
    stated = next((line for line in lines if line.statut in model.FAMILLES), None)
    statut = "" if stated is None else stated.statut
    family = famille(rules, categorie=categorie, labels=labels, types=published, statut=statut, noms=folded)
    basis = _basis(family.origine, category, stated) or lines[0].source
    if family.origine:
        trace.add("famille", basis, family.origine)
    types = _types(published, family, categorie, folded, rules, trace, lines[0].source, basis)
    return {
        "famille": family.code,
        "famille_origine": family.origine,
        "categorie_juridique": categorie,
        "types": "|".join(types),
        "labels": "|".join(labels),
        "themes": "|".join(_themes(lines, types, folded, rules, trace)),
    }


def _types(
    published: tuple[str, ...],
    family: Famille,
    categorie: str,
    folded: list[str],
    rules: Rules,
    trace: _Trace,
    source: str,
    basis: str,
) -> tuple[str, ...]:
    """Add to the published types those that the legal category or the family names, then those of the name."""
    named = rules.categories[categorie].type if categorie in rules.categories else ""
    settled = {named} if named else ({"fondation"} if family.code == "fondation" else set())
    heard = set(types_of_name(rules, folded))
    if settled - set(published):
        trace.add("types", basis, "categorie_juridique" if named else family.origine)
    if heard - settled - set(published):
        trace.add("types", source, "nom")
    return tuple(code for code in model.TYPES if code in {*published, *settled, *heard})


def _themes(lines: list[Line], types: tuple[str, ...], folded: list[str], rules: Rules, trace: _Trace) -> tuple[str, ...]:
    found = themes(rules, nafs=[line.naf for line in lines if line.naf], types=types, noms=folded)
    for methode in sorted({methode for methods in found.values() for methode in methods}):
        trace.add("themes", next((line.source for line in lines if methode != "naf" or line.naf), lines[0].source), methode)
    return tuple(found)


def _basis(origine: str, category: Line | None, stated: Line | None) -> str:
    """Give the source on which the family rests, empty when it is the one that gave the name or the type."""
    if origine in {"categorie_juridique", "declaration"} and category is not None:
        return category.categorie_source or category.source
    if origine == "source" and stated is not None:
        return stated.statut_source or stated.source
    return ""


def _union(
    lines: list[Line], read: Callable[[Line], tuple[str, ...]], order: Iterable[str], name: str, trace: _Trace
) -> tuple[str, ...]:
    values = {value for line in lines for value in read(line)}
    for line in lines:
        if read(line):
            trace.add(name, line.source)
    return tuple(value for value in order if value in values)


def _sources(lines: list[Line], secondary: Collection[str]) -> dict[str, object]:
    dates: dict[str, str] = {}
    for line in lines:
        dates[line.source] = max(dates.get(line.source, ""), line.date_source)
    registre = "complement" if set(dates) <= set(secondary) else "principal"
    return {"source": "|".join(dates), "date_source": "|".join(dates.values()), "registre": registre}


class _Trace:
    """What the column `provenance` says: field -> sources and methods, without repetition."""

    def __init__(self) -> None:
        self._fields: dict[str, list[str]] = defaultdict(list)

    def add(self, name: str, source: str, methode: str = "publie") -> None:
        text = source if methode in {"", "publie"} else f"{source}:{methode}"
        if text not in self._fields[name]:
            self._fields[name].append(text)

    def first(self, name: str, lines: list[Line], read: Callable[[Line], str]) -> str:
        """Give the first known value and note its source."""
        for line in lines:
            if value := read(line):
                self.add(name, line.source)
                return value
        return ""

    def text(self) -> str:
        return json.dumps(
            {name: "|".join(values) for name, values in self._fields.items()}, ensure_ascii=False, separators=(",", ":")
        )
