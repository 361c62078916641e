"""What every reader of actors gives: one row for each line of the file, in one shape, nothing dropped on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.actors.names import clean

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXTS: tuple[str, ...] = (
    "nom",
    "autres_noms",
    "siret",
    "siren",
    "categorie_juridique",
    "statut",
    "types",
    "labels",
    "naf",
    "effectif",
    "adresse",
    "code_postal",
    "ville",
    "code_insee",
    "departement_declare",
    "qualite",
    "site_web",
    "date_source",
    "date_creation",
    "rejet",
    "alertes",
)
"""
Text columns, empty when the file says nothing. Those that are not plain: `statut` is the family the source itself states, or
« prouver » when it mixes ESS and others; `qualite` what the position stands for (a key of `model.PRECISIONS`, empty without
position); `rejet` why the reader refuses the line (a key of `admission.REJETS`); `alertes` what it could not use, by « | ».
"""

NUMBERS: tuple[str, ...] = ("longitude", "latitude")

_PRIVATE = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+|(?:\+33\s?|\b0)[1-9](?:[\s.\-]?\d{2}){4}\b")
_MASK = re.compile(r"(?:\bchez\s+)?\[[^\]]{0,30}masqué[^\]]{0,10}\]", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s<>\"'|]{4,200}", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:(?:chez|c/o)\s+)?\b(?:mr|mme|mlle|m\.|monsieur|madame|mademoiselle)(?=[\s.])[^\d,]*,?\s*", re.IGNORECASE
)
_HOST = re.compile(r"\b(?:chez|c/o)\s[^\d,]*,?\s*", re.IGNORECASE)
_STREET = re.compile(
    r"\b(?:rue|r|avenue|av|ave|boulevard|bd|bld|place|pl|all[ée]e|all|chemin|che|quai|impasse|imp|route|rte|square|sq|cit[ée]|"
    r"passage|villa|cours|sentier|venelle|mail|faubourg|fbg|esplanade|promenade|rond[- ]point|hameau)\W+(?:(?:de|du|des|la|le|les|l)\W+)*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\s*(?:n\W?\s*)?\d{1,4}(?!\d)")


@dataclass(frozen=True, slots=True)
class ActorSource:
    """One source of actors: its identifier, that of the identity card, and how it is read."""

    id: str
    read: Callable[[Path], pd.DataFrame]


def actor_rows(length: int, **columns: pd.Series[str] | list[str] | str) -> pd.DataFrame:
    """Build the table of one source: `length` rows, the columns given, the others empty. Texts are cleaned."""
    data: dict[str, object] = dict.fromkeys(TEXTS, "")
    data.update(columns)
    table = pd.DataFrame(data, index=range(length), columns=[*TEXTS, *NUMBERS])
    for name in TEXTS:
        table[name] = [clean(without_contact(_MASK.sub(" ", text))) for text in table[name].astype(str)]
    for name in NUMBERS:
        table[name] = degrees(table[name])
    table["adresse"] = [without_person(text) for text in table["adresse"]]
    table["site_web"] = [web_address(text) for text in table["site_web"]]
    half = table["longitude"].isna() | table["latitude"].isna()
    table.loc[half, list(NUMBERS)] = np.nan
    table.loc[half, "qualite"] = ""
    return table


def without_contact(text: str) -> str:
    """Leave out e-mail addresses and telephone numbers: the register speaks of organisations, not of people."""
    return _PRIVATE.sub(" ", text) if any(mark in text for mark in "@0+") else text


def without_person(address: str) -> str:
    """
    Leave out of an address the person at whose home it is: « CHEZ MR DUPONT JEAN 34 RUE X » is « 34 RUE X ».

    A civility that belongs to the name of a street (« 12 rue Madame ») stays.
    """
    for pattern in (_PERSON, _HOST):
        address = pattern.sub(lambda found: found.group(0) if _STREET.search(found.string[: found.start()]) else "", address)
    return " ".join(address.split()).strip(" ,-")


def web_address(text: str) -> str:
    """Give the first http(s) address of a text, empty when there is none; « www.exemple.fr » is read as https."""
    if found := _WEB.match(text):
        return found.group(0)
    return f"https://{text}" if re.fullmatch(r"www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"'|]*)?", text) else ""


def degrees(column: pd.Series[str]) -> pd.Series[float]:
    """Read decimal degrees; an empty, unreadable, null or out of range value is missing."""
    values = pd.to_numeric(column, errors="coerce").astype(float)
    return values.where(values.between(-180, 180) & (values != 0))


def either(condition: pd.Series[bool], yes: str, no: str = "") -> pd.Series[str]:
    """Give one text where a condition holds and another elsewhere."""
    return condition.map({True: yes, False: no}).astype("str")


def numbered(address: str) -> bool:
    """Tell whether an address opens with a house number."""
    return _NUMBERED.match(address) is not None


def dotted_naf(code: str) -> str:
    """Write a NAF code as Insee does: « 8899B » is « 88.99B »; anything that is not a NAF code is empty."""
    compact = code.replace(".", "").strip().upper()
    return f"{compact[:2]}.{compact[2:]}" if re.fullmatch(r"\d{4}[A-Z]", compact) else ""
