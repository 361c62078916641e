"""A case that somebody proposes: what they typed becomes a card in YAML, read again as the library will read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import ValidationError

from ess_map.actors.names import clean
from ess_map.cases import coherence, links
from ess_map.cases import problems as said
from ess_map.cases.fields import TODAY
from ess_map.cases.model import Case
from ess_map.cases.problems import Problem
from ess_map.cases.yaml_file import UnreadableYamlError, parse
from ess_map.exports.naming import slug
from ess_map.typography import NON_PRECISE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ess_map.cases.library import Library
    from ess_map.territories.atlas import Atlas

_WIDE = 130
_SHORT_NAME = 40


@dataclass(frozen=True, slots=True)
class ProposedPlace:
    """A place of the case and the territory of the atlas it is."""

    nom: str
    genre: str
    role: str
    ref: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody typed; an empty field becomes « non précisé », or is named as missing."""

    nom: str = ""
    titre: str = ""
    actions: tuple[str, ...] = ()
    besoin: str = ""
    themes_besoin: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    leviers: tuple[str, ...] = ()
    echelle: str = ""
    lieux: tuple[ProposedPlace, ...] = ()
    forme: str = ""
    annee: int | None = None
    porteur: str = ""
    partenaires: tuple[str, ...] = ()
    non_precise: tuple[str, ...] = ()
    source: str = ""
    """Reference of a known document, `001/F11`; "" when the source is another one."""
    autre_source: str = ""
    """Source that is not one of the known documents, in words: to be declared before the card is published."""


def card(proposal: Proposal, identifier: str) -> str:
    """Write the card. Every text is one line, quoted where YAML asks for it: nothing typed can change what the fields are."""
    value = _value(proposal, identifier)
    other = clean(proposal.autre_source)
    head = "# Fiche proposée depuis la page Cas : à relire avant de la mettre dans data/cas.\n"
    if other:
        head += f"# Source à déclarer dans data/corpus/documents.yaml, puis à citer dans « sources » : {other}\n"
    return head + yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=_WIDE)


def _value(proposal: Proposal, identifier: str) -> dict[str, Any]:
    themes = list(dict.fromkeys((*proposal.themes_besoin, *proposal.themes)))
    return {
        "id": identifier,
        "nom": clean(proposal.nom),
        "titre": clean(proposal.titre),
        "actions": _lines(proposal.actions),
        "besoin": {"phrase": clean(proposal.besoin), "themes": list(proposal.themes_besoin)},
        "themes": themes,
        "leviers": list(proposal.leviers),
        "echelle": proposal.echelle or NON_PRECISE,
        "lieux": [{"nom": clean(place.nom), "genre": place.genre, "role": place.role} for place in proposal.lieux],
        "forme_juridique": proposal.forme or NON_PRECISE,
        "annee": NON_PRECISE if proposal.annee is None else proposal.annee,
        "dates": [] if proposal.annee is None else [{"annee": proposal.annee, "quoi": "Début de l’action"}],
        "porteur": clean(proposal.porteur) or NON_PRECISE,
        "partenaires": _lines(proposal.partenaires),
        "non_precise": _lines(proposal.non_precise),
        "sources": [proposal.source] if proposal.source else [],
        "deduit": {"territoires": [{"lieu": clean(place.nom), "ref": place.ref} for place in proposal.lieux]},
    }


def findings(text: str, name: str, library: Library, atlas: Atlas, today: date) -> list[Problem]:
    """Say what a card still lacks before it can enter the library; nothing when it is sound."""
    try:
        file = parse(text)
        case = Case.model_validate(file.value, context={TODAY: today})
    except UnreadableYamlError as error:
        return [Problem(name, error.line, "", str(error))]
    except ValidationError as error:
        return said.from_validation(name, file, error, Case)
    found = [*coherence.of_case(case, today), *links.of_case(case, atlas, library.corpus)]
    found += links.dangling(case.leviers, "leviers", frozenset(library.levers), frozenset())
    return sorted(said.at(name, file, location, sentence) for location, sentence in found)


def next_identifier(library: Library, drafts: Iterable[str]) -> str:
    """Give the first free number of a located case, drafts counted (`C37-un-garage.yaml`)."""
    taken = {name.partition("-")[0] for name in drafts} | set(library.cases)
    numbers = [int(name[1:]) for name in taken if name.startswith("C") and name[1:].isdigit()]
    return f"C{max(numbers, default=0) + 1:02d}"


def file_stem(proposal: Proposal, identifier: str) -> str:
    """Name the file of a draft, without its extension: `C37-un-garage`."""
    return f"{identifier}-{slug(proposal.nom)[:_SHORT_NAME].strip('-') or 'cas'}"


def _lines(texts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(text for text in map(clean, texts) if text))
