"""A case: what was done somewhere, as a source tells it, and apart from it what Atlas ESS deduced."""

from __future__ import annotations

from typing import Annotated

from ess_map.cases.facts import Dated, Figure, Link
from ess_map.cases.fields import (
    Card,
    CaseId,
    Circonstance,
    Distinct,
    DistinctSome,
    LeverId,
    Phrase,
    Reference,
    Theme,
    TypeActeur,
    Unspecified,
    UnspecifiedEchelle,
    UnspecifiedForme,
    Year,
    one_of,
)
from ess_map.cases.lists import GENRES, ROLES


class Need(Card):
    """The need that a case answers: the key to match it with a gap. Our reading of the source."""

    phrase: Phrase
    themes: DistinctSome[Theme]


class Place(Card):
    """A place as the source names it."""

    nom: Phrase
    genre: Annotated[str, one_of(GENRES)]
    role: Annotated[str, one_of(ROLES)]


class DeducedTerritory(Card):
    """Which territory of the atlas a place of the source is."""

    lieu: Phrase
    """Name of the place, as in `lieux`."""
    ref: str
    """Territory reference, `niveau:code`; a `compose` may list its communes over several lines."""
    note: Phrase | None = None
    """Why, when the name alone does not settle it."""


class DeducedFact(Card):
    """A fact found elsewhere than in the five documents."""

    fait: Phrase
    origine: Phrase
    """Where it was found, in words."""


class Deduced(Card):
    """What Atlas ESS added: nothing of it is in the source. Populations are not here: the atlas gives them with their year."""

    territoires: tuple[DeducedTerritory, ...] = ()
    faits: tuple[DeducedFact, ...] = ()
    porteurs_possibles: Distinct[TypeActeur] = ()
    """Types of actors of the register that could carry the like elsewhere."""


class Case(Card):
    """
    One card of `data/cas`: a located case (`C…`) or a scheme without a place (`D…`).

    Where a field is None the source says nothing; the screen then writes « non précisé ».
    """

    id: CaseId
    nom: Phrase
    """What it is called: a structure, a place, a scheme."""
    titre: Phrase
    """What was done, in one line."""
    actions: DistinctSome[Phrase]
    besoin: Need
    themes: DistinctSome[Theme]
    leviers: Distinct[LeverId]
    """Levers that it shows; the reverse links are computed by the library."""
    echelle: UnspecifiedEchelle
    circonstances: Distinct[Circonstance] = ()
    lieux: tuple[Place, ...]
    forme_juridique: UnspecifiedForme
    annee: Unspecified[Year]
    """Year it began, among `dates`."""
    dates: tuple[Dated, ...] = ()
    chiffres: tuple[Figure, ...] = ()
    porteur: Unspecified[Phrase]
    partenaires: Distinct[Phrase] = ()
    non_precise: DistinctSome[Phrase]
    """What the source does not say, beyond the fields that are None."""
    liens: tuple[Link, ...] = ()
    sources: DistinctSome[Reference]
    deduit: Deduced

    @property
    def located(self) -> bool:
        """Whether it has a place on the map."""
        return self.id.startswith("C")
