"""What a search can find: every territory once, and every name or code that leads to it, with the reason why."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.territories import phrases
from ess_map.territories.model import Hit, Niveau, TerritoryRef
from ess_map.territories.names import normalise, without_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from ess_map.territories.phrases import OldCode

COMMUNE_WEIGHT = 50
"""Communes come first, unless the territory of the same name is fifty times as populated: Mayenne is the town, Bretagne the région."""

_EPCI_PREFIX = re.compile(r"^(cc|ca|cu) (de la |de l |des |du |de |d )?")
_ORDINAL = re.compile(r"\b(\d{1,2}) ?(?:er|e|eme|ieme|nd|nde)\b")
_ARRONDISSEMENT = re.compile(r"^(\w+) (\d{1,2})e arrondissement$")


@dataclass(frozen=True)
class Targets:
    """Every territory that can be found, as columns."""

    refs: list[TerritoryRef]
    names: list[str]
    natures: list[str]
    departements: NDArray[np.object_]
    populations: list[int | None]
    weights: NDArray[np.float64]
    levels: NDArray[np.object_]

    def hit(self, target: int, pourquoi: str) -> Hit:
        """Give one answer."""
        return Hit(
            ref=self.refs[target], nom=self.names[target], departement=self.departements[target],
            population=self.populations[target], pourquoi=pourquoi, nature=self.natures[target],
        )  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """One way to name a territory."""

    bare: str
    """Normalised name without the opening article: what is compared."""
    full: str
    """Normalised name with its article."""
    target: int
    pourquoi: str = ""
    """Sentence for a former name; "" for a name in force."""


def spoken(text: str) -> str:
    """Normalise a name or a query, ordinals included: « Paris 11ème » and « Paris 11e » read the same."""
    return _ORDINAL.sub(r"\1e", normalise(text))


def targets_of(communes: pd.DataFrame, levels: pd.DataFrame) -> Targets:
    """List the communes, then the levels, in the order of their tables."""
    kinds = [Niveau.COMMUNE] * len(communes) + [Niveau(niveau) for niveau in levels["niveau"]]
    codes = [*communes.index, *levels["code"]]
    populations = pd.concat([communes["population"], levels["population"]])
    weights = populations.to_numpy(dtype=float, na_value=0.0)
    weights[: len(communes)] *= COMMUNE_WEIGHT
    return Targets(
        refs=[TerritoryRef(niveau, code) for niveau, code in zip(kinds, codes, strict=True)],
        names=[*communes["nom"], *levels["nom"]],
        natures=["Commune"] * len(communes) + list(levels["nature"]),
        departements=np.array([*communes["departement"], *levels["departement"]], dtype=object),
        populations=[None if pd.isna(value) else int(value) for value in populations],
        weights=weights,
        levels=np.array(kinds, dtype=object),
    )


def keys_of(targets: Targets, old_codes: Mapping[str, OldCode], old_names: pd.DataFrame) -> list[Key]:
    """List every key, sorted: names in force, EPCI without « CC » or « CA », arrondissements, former communes, former names."""
    keys = {key for target, name in enumerate(targets.names) for key in _current_keys(target, name)}
    rows = {ref.code: row for row, ref in enumerate(targets.refs) if ref.niveau is Niveau.COMMUNE}
    for old in old_codes.values():
        for successor in old.successeurs:
            row = rows[successor]
            keys.update(_old_keys(old, row, targets.names[row]))
    for nom, code, date_effet, motif in old_names.astype(object).itertuples(index=False, name=None):
        row = rows[code]
        keys.add(_key(spoken(nom), row, phrases.renamed(nom, targets.names[row], date_effet, motif)))
    return sorted(keys)


def codes_of(communes: pd.DataFrame, targets: Targets, old_codes: Mapping[str, OldCode]) -> dict[str, list[tuple[int, str]]]:
    """Map every code and postcode to the territories it leads to, with the reason; the order is the order of the answers."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    rows = {ref.code: row for row, ref in enumerate(targets.refs) if ref.niveau is Niveau.COMMUNE}
    wider = {Niveau.DEPARTEMENT: "code département", Niveau.REGION: "code région", Niveau.ZONE_EMPLOI: "code de zone d’emploi"}
    for niveau, words in wider.items():
        for row, ref in enumerate(targets.refs):
            if ref.niveau is niveau:
                found[ref.code].append((row, f"{words} {ref.code}"))
    for row, ref in enumerate(targets.refs):
        if ref.niveau in {Niveau.EPCI, Niveau.EPT}:
            found[ref.code].append((row, f"numéro SIREN {ref.code}"))
    for postcode, mine in _by_postcode(communes).items():
        ordered = sorted(mine, key=lambda row: (-targets.weights[row], row))
        found[postcode] += [(row, _postcode_reason(postcode, targets.refs[row].code)) for row in ordered]
    for row, (code, siren) in enumerate(zip(communes.index, communes["siren"], strict=True)):
        if siren:
            found[siren].append((row, f"numéro SIREN {siren}"))
        # A code and a postcode can be the same five figures: the larger commune first, the other right below.
        answers = found[code]
        after = 1 if answers and targets.weights[answers[0][0]] > targets.weights[row] else 0
        answers.insert(after, (row, f"code Insee {code}"))
    for old in old_codes.values():
        found[old.code] += [(rows[heir], phrases.merged(old, targets.names[rows[heir]])) for heir in old.successeurs]
    return dict(found)


def _current_keys(target: int, name: str) -> Iterator[Key]:
    full = spoken(name)
    yield _key(full, target)
    short = _EPCI_PREFIX.sub("", full)
    if short and short != full:
        yield _key(short, target)


def _old_keys(old: OldCode, target: int, today: str) -> Iterator[Key]:
    full = spoken(old.nom)
    arrondissement = _ARRONDISSEMENT.match(full)
    if full == spoken(today):
        return
    why = phrases.merged(old, today)
    yield _key(full, target, why)
    if arrondissement:
        town, number = arrondissement.groups()
        yield _key(f"{town} {number}e", target, why)
        yield _key(f"{town} {number}", target, why)


def _key(full: str, target: int, pourquoi: str = "") -> Key:
    return Key(without_article(full), full, target, pourquoi)


def _by_postcode(communes: pd.DataFrame) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for row, postcodes in enumerate(communes["codes_postaux"]):
        for postcode in postcodes.split("|"):
            if postcode:
                found[postcode].append(row)
    return found


def _postcode_reason(postcode: str, code: str) -> str:
    # The last figures of a postcode of Paris, Lyon and Marseille are the arrondissement.
    number = int(postcode[-2:]) if code in {"75056", "69123", "13055"} else 0
    where = f"\u00a0: {number}{'er' if number == 1 else 'e'} arrondissement, commune entière" if number else ""
    return f"code postal {postcode}{where}"
