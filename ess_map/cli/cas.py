"""`cas --territoire T`: the cases that answer the needs of a territory, why, what differs, or why none does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ess_map import settings
from ess_map.actors import cards
from ess_map.actors.model import THEMES
from ess_map.actors.register import Register
from ess_map.cases.library import load_library
from ess_map.cases.matching.asking import cases_for
from ess_map.cases.matching.casebook import Casebook
from ess_map.cases.matching.model import Voiced
from ess_map.cli.answer import Answer
from ess_map.errors import UnknownLeverError
from ess_map.indicators.evidence import Evidence
from ess_map.indicators.portrait import question_of
from ess_map.territories.atlas import Atlas
from ess_map.typography import capitalized, count, fr

if TYPE_CHECKING:
    import argparse

    from ess_map.cases.library import Library
    from ess_map.cases.matching.model import CarrierGroup, Criterion, LeverToPull, Match, Matching, Need
    from ess_map.cases.model import Case

_ACTORS, _LEVERS = 10, 6
"""Actors listed for a case, levers listed for people; the JSON document has every lever."""


def run(args: argparse.Namespace) -> Answer:
    """Match; an unknown territory and an unknown lever are refusals, an abstention is an answer."""
    now = settings.current()
    atlas = Atlas.load(now.data_dir)
    territory = atlas.get(args.territoire)
    library = load_library(now.data_dir, atlas)
    lever = _lever(args.levier, library)
    references = [atlas.parse(args.reference)] if args.reference else None
    evidence = Evidence.load(now.data_dir, atlas, Register.load(now.data_dir, atlas), cards.load(now.data_dir))
    question, _ = question_of(evidence, territory.ref, references, nombre=0, nom=args.nom)
    voiced = [Voiced(args.besoin, args.mots)] if args.mots else []
    book = Casebook.of(library, evidence.context)
    found = cases_for(book, evidence, question, theme=args.besoin, levier=lever, exprimes=voiced)
    notices = [*territory.notices, *found.notices, *(str(problem) for problem in library.problems)]
    shown = found.cas[: args.limite]
    reference = next((str(ref) for ref in question.references), None)
    document: dict[str, Any] = {
        "territoire": str(territory.ref),
        "nom": found.profil.nom,
        "reference": reference,
        "besoins": [_need(need) for need in found.besoins],
        "cas": [_match(match, book, evidence) for match in shown],
        "abstention": found.abstention,
        "total": len(found.cas),
        "ici": [_named(case) for case in found.ici],
        "leviers": [_lever_document(lever) for lever in found.leviers],
        "dispositifs": [_named(case) for case in found.dispositifs],
        "avertissements": notices,
    }
    return Answer(document=document, lines=_lines(found, shown), notices=tuple(notices))


def _lever(asked: str, library: Library) -> str:
    lever = asked.strip().upper()
    if lever and lever not in library.levers:
        raise UnknownLeverError(
            fr(
                f"Levier inconnu : « {asked[:40]} ». Les leviers vont de P1.1 à B6 ; ils sont dans data/leviers (M11.2, P4.5, N4…)."
            )
        )
    return lever


def _need(need: Need) -> dict[str, Any]:
    return {
        "theme": need.theme or None,
        "libelle": THEMES.get(need.theme),
        "levier": need.levier or None,
        "poids": round(need.poids, 4),
        "ecarts": [gap.cle for gap in need.ecarts],
        "origines": list(need.origines),
        "cas": need.cas,
    }


def _match(match: Match, book: Casebook, evidence: Evidence) -> dict[str, Any]:
    return {
        **_named(match.cas),
        "titre": match.cas.titre,
        "score": match.score,
        "criteres": {criterion.id: _criterion(criterion) for criterion in match.criteres},
        "besoin": match.besoin.theme or match.besoin.levier,
        "pourquoi": match.pourquoi,
        "raisons": list(match.raisons),
        "differences": list(match.differences),
        "transposable": list(match.transposable),
        "leviers": [_lever_document(lever) for lever in match.leviers],
        "porteurs": None if match.porteurs is None else _carriers(match.porteurs, evidence),
        "lieux": [{"nom": place.lieu, "territoire": str(place.ref)} for place in book.library.places[match.cas.id]],
    }


def _named(case: Case) -> dict[str, Any]:
    return {"id": case.id, "nom": case.nom, "titre": case.titre, "annee": case.annee, "sources": list(case.sources)}


def _criterion(criterion: Criterion) -> dict[str, Any]:
    return {
        "libelle": criterion.libelle,
        "poids": criterion.poids,
        "part": None if criterion.part is None else round(criterion.part, 4),
    }


def _lever_document(lever: LeverToPull) -> dict[str, Any]:
    return {"id": lever.levier.id, "titre": lever.levier.titre, "peut_agir": lever.peut, "phrase": lever.phrase}


def _carriers(group: CarrierGroup, evidence: Evidence) -> dict[str, Any]:
    rows = evidence.register.frame.iloc[list(group.lignes[:_ACTORS])]
    return {
        "phrase": group.phrase,
        "total": len(group.lignes),
        "acteurs": rows[["identifiant", "nom", "commune"]].to_dict("records"),
    }


def _lines(found: Matching, shown: tuple[Match, ...]) -> tuple[str, ...]:
    lines = [f"{found.profil.nom} ({found.profil.ref})"]
    lines += [f"  {capitalized(origin)}" for need in found.besoins for origin in need.origines]
    if found.abstention is not None:
        lines += ["", found.abstention]
    else:
        lines += ["", f"{count(len(found.cas), 'cas', 'cas')}, du plus proche au moins proche"]
    for match in shown:
        lines += ["", *_told(match)]
    if found.ici:
        lines += ["", fr(f"Déjà à l’œuvre ici : {' ; '.join(case.nom for case in found.ici)}")]
    if found.leviers:
        lines += ["", "Leviers pour ce besoin"]
        lines += [f"  {lever.levier.id}  {lever.levier.titre} — {lever.phrase}" for lever in found.leviers[:_LEVERS]]
    if found.dispositifs:
        lines += ["", "Dispositifs nationaux ou sans lieu"]
        lines += [f"  {case.id}  {case.nom} — {case.titre}" for case in found.dispositifs]
    return tuple(lines)


def _told(match: Match) -> list[str]:
    lines = [f"{match.cas.id}  {match.cas.nom} — {match.cas.titre}", fr(f"  Pourquoi : {match.pourquoi}")]
    lines += [f"  ≠ {sentence}" for sentence in match.differences]
    lines += [f"  → {sentence}" for sentence in match.transposable]
    if match.porteurs is not None:
        lines.append(f"  {match.porteurs.phrase}")
    return lines
