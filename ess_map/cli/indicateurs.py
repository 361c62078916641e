"""`indicateurs --territoire T`: every indicator of a territory, beside its references and among comparable territories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ess_map import settings
from ess_map.actors import cards
from ess_map.actors.register import Register
from ess_map.cli.answer import Answer
from ess_map.indicators.comparables_variables import read_weights
from ess_map.indicators.evidence import Evidence
from ess_map.indicators.figures import short_source
from ess_map.indicators.gaps import gaps_for
from ess_map.indicators.inquiry import Inquiry
from ess_map.indicators.model import CHAPITRES, FIABILITES
from ess_map.indicators.official_reading import read_official_file
from ess_map.indicators.page import perimeter
from ess_map.indicators.portrait import answer, document, question_of
from ess_map.territories.atlas import Atlas

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from ess_map.indicators.gaps import Ecart
    from ess_map.indicators.model import Value

TABLE_SOURCE = "Insee, Flores (table importée)"


def run(args: argparse.Namespace) -> Answer:
    """Evaluate them; an unknown territory, an unusable weight and an unreadable table are refusals."""
    now = settings.current()
    weights = read_weights(args.poids) if args.poids else None
    atlas = Atlas.load(now.data_dir)
    territory = atlas.asked(args.territoire)
    asked = [atlas.parse(text) if text != "comparables" else text for text in args.reference]
    evidence = Evidence.load(now.data_dir, atlas, Register.load(now.data_dir, atlas), cards.load(now.data_dir))
    said = list(territory.notices)
    if args.table:
        evidence, messages = _with_table(evidence, atlas, args.table)
        said += messages
    question, near = question_of(
        evidence, territory.ref, asked or None, nombre=args.comparables, poids=weights, distance_km=args.distance, nom=args.nom
    )
    said += near.notices if near is not None else ()
    values, gaps = answer(evidence, question), gaps_for(evidence, question)
    found: dict[str, Any] = {
        "territoire": str(territory.ref),
        "nom": args.nom or territory.nom,
        "reference": "comparables" if question.aux_comparables else next((str(ref) for ref in question.references), None),
        "references": [str(ref) for ref in question.references],
        "perimetre": perimeter(Inquiry(evidence, question)),
        "distance_km": question.distance_km,
        "avertissements": said,
        "indicateurs": [document(value) for value in values],
        "ecarts": [_gap(gap, evidence) for gap in gaps],
    }
    return Answer(document=found, lines=_lines(found["nom"], evidence, values, gaps), notices=(*said, found["perimetre"]))


def _with_table(evidence: Evidence, atlas: Atlas, path: Path) -> tuple[Evidence, list[str]]:
    done = read_official_file(path, atlas, TABLE_SOURCE)
    count = (
        f"{path.name}\u00a0: {done.lues} lignes lues, {done.acceptees} acceptées, {done.masquees} masquées (secret statistique)."
    )
    return evidence.with_official(done.table), [count, *done.messages]


def _gap(gap: Ecart, evidence: Evidence) -> dict[str, Any]:
    names = evidence.register.frame["identifiant"]
    return {
        "id": gap.id,
        "cle": gap.cle,
        "nature": str(gap.nature),
        "theme": gap.theme,
        "famille": gap.famille,
        "titre": gap.titre,
        "phrase": gap.phrase,
        "prudence": gap.prudence,
        "valeur": document(gap.valeur)["valeur"],
        "unite": gap.valeur.unite,
        "valeur_reference": gap.valeur_reference,
        "ecart": gap.ecart,
        "effet": gap.effet,
        "intervalle_rapport": None if gap.intervalle is None else [_finite(bound) for bound in gap.intervalle],
        "p_ajustee": gap.p_ajustee,
        "acteurs": [str(names.iloc[row]) for row in gap.acteurs],
        "source": gap.valeur.source,
        "millesime": gap.valeur.millesime,
        "fiabilite": str(gap.valeur.fiabilite),
    }


def _finite(bound: float) -> float | None:
    return bound if bound < float("inf") else None


def _lines(nom: str, evidence: Evidence, values: tuple[Value, ...], gaps: tuple[Ecart, ...]) -> tuple[str, ...]:
    lines = [nom]
    for chapter, title in CHAPITRES.items():
        mine = [value for value in values if value.indicateur.chapitre is chapter]
        lines += ["", title]
        lines += [f"  {value.indicateur.titre(value.modalite)} — {value.phrase} [{_origin(value, evidence)}]" for value in mine]
    if gaps:
        lines += ["", "Ce qui ressort"]
        lines += [
            f"  {'+' if gap.nature.value == 'force' else '−'} {gap.titre}\u00a0: {gap.phrase} {gap.prudence}" for gap in gaps
        ]
    return tuple(lines)


def _origin(value: Value, evidence: Evidence) -> str:
    return f"{short_source(value, evidence)}, {value.millesime}, {FIABILITES[value.fiabilite]}"
