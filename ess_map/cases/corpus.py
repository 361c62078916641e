"""The reference tables of the library: source documents, laws, who may act, key figures, yearly moments, further reading."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from ess_map.cases.cards import EntryProblems, read_table
from ess_map.cases.facts import Figure
from ess_map.cases.fields import Card, Distinct, EchelonField, Phrase, Reference, Theme, Unspecified
from ess_map.cases.powers import CompetenceRule, LegalText, ParticularCollectivity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

FOLDER = "corpus"


class SourceDocument(Card):
    """One of the five documents from which the facts come."""

    titre: Phrase
    producteur: Unspecified[Phrase]
    publie_par: Phrase | None = None
    """Who relayed it, when it is not the producer."""
    date: Unspecified[Phrase]
    parties: dict[str, Phrase]
    """Part of a reference (after the slash) -> its title."""


class KeyFigure(Card):
    """A national figure, with what it must not be compared to."""

    chiffre: Figure
    themes: Distinct[Theme] = ()
    producteur: Unspecified[Phrase]
    """Who established it, as the document says."""
    reserve: Phrase | None = None


class Moment(Card):
    """A national time of the year, for the calendar of a roadmap."""

    nom: Phrase
    mois: Unspecified[Annotated[int, Field(ge=1, le=12)]]
    phrase: Phrase
    source: Reference


class Reading(Card):
    """A publication that the documents recommend; its content is not in the library."""

    titre: Phrase
    producteur: Phrase
    date: Unspecified[Phrase]
    echelons: Distinct[EchelonField] = ()
    themes: Distinct[Theme] = ()
    phrase: Phrase
    source: Reference


@dataclass(frozen=True)
class Corpus:
    """The reference tables, each: key -> entry, in the order of its file."""

    documents: Mapping[str, SourceDocument]
    textes: Mapping[str, LegalText]
    competences: Mapping[str, CompetenceRule]
    collectivites_particulieres: Mapping[str, ParticularCollectivity]
    chiffres_cles: Mapping[str, KeyFigure]
    moments: Mapping[str, Moment]
    lectures: Mapping[str, Reading]

    def knows(self, reference: str) -> bool:
        """Say whether `001/F11` names a document and one of its parts (`001` alone names a document)."""
        name, _, part = reference.partition("/")
        document = self.documents.get(name)
        return document is not None and (not part or part in document.parties)


_MODELS: dict[str, type[Card]] = {
    "documents": SourceDocument,
    "textes": LegalText,
    "competences": CompetenceRule,
    "collectivites_particulieres": ParticularCollectivity,
    "chiffres_cles": KeyFigure,
    "moments": Moment,
    "lectures": Reading,
}


def load_corpus(data_dir: Path, today: date) -> tuple[Corpus, EntryProblems]:
    """
    Load the reference tables; a faulty entry is left out and named.

    Raises
    ------
    SourceError
        If a table is missing or cannot be read at all.
    """
    tables: dict[str, Mapping[str, Card]] = {}
    problems: EntryProblems = []
    for spec in fields(Corpus):
        table, found = read_table(data_dir, f"{FOLDER}/{spec.name}.yaml", _MODELS[spec.name], today)
        tables[spec.name] = table
        problems += found
    return Corpus(**tables), problems  # type: ignore[arg-type]  # each table is read with the model of its field
