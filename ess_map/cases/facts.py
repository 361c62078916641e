"""The parts that a case and a lever share: figures, dates, statements, links."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ess_map.cases.fields import Card, Phrase, Reference, Unspecified, Url, Year, one_of
from ess_map.cases.lists import BORNES


class Figure(Card):
    """A figure that a source gives, never without its unit nor its source."""

    valeur: float
    borne: Annotated[str, one_of(BORNES)] = "exact"
    """How exact the source says it is."""
    unite: Phrase
    objet: Phrase
    """What is counted."""
    annee: Unspecified[Year]
    """Year the figure is about; None where the source does not date it."""
    source: Reference


class Dated(Card):
    """Something that happened, and when."""

    annee: Year
    mois: Annotated[int, Field(ge=1, le=12)] | None = None
    jusqu_a: Annotated[int, Field(ge=1800, le=2100)] | None = None
    """Last year of a period; it may be to come."""
    quoi: Phrase


class Statement(Card):
    """A sentence of ours that says what a source says."""

    phrase: Phrase
    source: Reference


class FirstStep(Card):
    """What to start with. `source` is None when no document says it: the sentence is then a proposal of Atlas ESS."""

    phrase: Phrase
    source: Reference | None = None


class Link(Card):
    """An address that the source gives."""

    quoi: Phrase
    url: Url
