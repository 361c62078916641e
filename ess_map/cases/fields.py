"""Kinds of values that a card may hold, and what is refused; every refusal is a French sentence."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationInfo

from ess_map.actors.model import THEMES, TYPES
from ess_map.cases.lists import CIRCONSTANCES, ECHELLES, FORMES, MODES, Echelon, Statut
from ess_map.cases.prose import typeset
from ess_map.typography import NON_PRECISE

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST_YEAR = 1800
TODAY = "today"
"""Key of the validation context that holds the day before which facts must have happened."""

T = TypeVar("T")


class Card(BaseModel):
    """Base of everything read from a hand-written file: frozen, strict, no field but those declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def one_of(values: Mapping[Any, str]) -> AfterValidator:
    """Accept the codes of a closed list alone."""

    def check(value: Any) -> Any:
        if value not in values:
            raise ValueError(f"«\u00a0{value}\u00a0» n’est pas dans la liste\u00a0: {', '.join(map(str, values))}.")
        return value

    return AfterValidator(check)


def _member_of(kind: type[Statut | Echelon]) -> BeforeValidator:
    def convert(value: Any) -> Any:
        try:
            return kind(value)
        except ValueError as error:
            raise ValueError(f"«\u00a0{value}\u00a0» n’est pas dans la liste\u00a0: {', '.join(kind)}.") from error

    return BeforeValidator(convert)


def _said_or_not(value: Any) -> Any:
    if value is None or value == "":
        raise ValueError(f"un blanc ne dit rien\u00a0: écrivez «\u00a0{NON_PRECISE}\u00a0» si la source se tait.")
    return None if value == NON_PRECISE else value


def _past(value: int, info: ValidationInfo) -> int:
    today = (info.context or {}).get(TODAY)
    if value < FIRST_YEAR:
        raise ValueError(f"l’année {value} est trop ancienne pour être juste.")
    if isinstance(today, date) and value > today.year:
        raise ValueError(f"l’année {value} est dans le futur.")
    return value


def _distinct(values: tuple[T, ...]) -> tuple[T, ...]:
    for rank, value in enumerate(values):
        if value in values[:rank]:
            raise ValueError(f"«\u00a0{value}\u00a0» est écrit deux fois.")
    return values


def _some(values: tuple[T, ...]) -> tuple[T, ...]:
    # Not `min_length`: pydantic would also call short a list whose entries are refused.
    if not values:
        raise ValueError("la liste est vide\u00a0: il faut au moins un élément.")
    return values


def _shaped(pattern: str, example: str) -> AfterValidator:
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise ValueError(f"«\u00a0{value[:60]}\u00a0» n’a pas la forme attendue, par exemple «\u00a0{example}\u00a0».")
        return value

    return AfterValidator(check)


Phrase = Annotated[str, StringConstraints(min_length=1, max_length=1200), AfterValidator(typeset)]
"""A text for the screen, set in French typography."""
Code = Annotated[str, _shaped(r"[a-z0-9][a-z0-9_-]*", "loi_2014")]
"""Key of an entry of a reference table."""
Reference = Annotated[str, _shaped(r"[0-9]{3}(?:/[A-Za-z0-9-]+)?", "001/F11")]
"""A source document and its part: `001/F11`, `000/axe-3`."""
CaseId = Annotated[str, _shaped(r"[CD][0-9]{2,3}", "C18")]
LeverId = Annotated[str, _shaped(r"(?:[PM][0-9]{1,2}\.[0-9]{1,2}|[TNAB][0-9]{1,2})", "M11.2")]
Theme = Annotated[str, one_of(THEMES)]
TypeActeur = Annotated[str, one_of(TYPES)]
Mode = Annotated[str, one_of(MODES)]
Circonstance = Annotated[str, one_of(CIRCONSTANCES)]
Url = Annotated[str, _shaped(r"https://[^\s<>\"]+", "https://exemple.fr")]
Year = Annotated[int, AfterValidator(_past)]
StatutField = Annotated[Statut, _member_of(Statut)]
EchelonField = Annotated[Echelon, _member_of(Echelon)]

Unspecified = Annotated[T | None, BeforeValidator(_said_or_not)]
"""A fact, or None where the card writes « non précisé »; a blank is refused."""
UnspecifiedForme = Annotated[Annotated[str, one_of(FORMES)] | None, BeforeValidator(_said_or_not)]
UnspecifiedEchelle = Annotated[Annotated[str, one_of(ECHELLES)] | None, BeforeValidator(_said_or_not)]

Distinct = Annotated[tuple[T, ...], AfterValidator(_distinct)]
DistinctSome = Annotated[tuple[T, ...], AfterValidator(_distinct), AfterValidator(_some)]
"""A list without repetition; the second kind has at least one entry."""
