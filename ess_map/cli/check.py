"""`check`: verifies settings, hashes, territories, actors, cases and levers; says what is wrong and how to mend it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from ess_map import settings
from ess_map.actors import cards
from ess_map.actors import check as actors_check
from ess_map.cases import check as cases_check
from ess_map.cli.answer import Answer
from ess_map.errors import EssMapError, SourceError
from ess_map.territories import check as territories_check
from ess_map.territories import manifest
from ess_map.territories.check import Finding
from ess_map.territories.marts import REMEDY

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path


def run(args: argparse.Namespace) -> Answer:  # noqa: ARG001 -- every command has the same face
    """Run every check, even after one has failed; the answer is a refusal when something is wrong."""
    data_dir = settings.current().data_dir
    findings = [Finding(ok=True, quoi="Réglages", detail=f"dossier des données\u00a0: {data_dir}", remede="")]
    for quoi, check in CHECKS:
        findings += _guarded(quoi, check, data_dir)
    wrong = sum(not finding.ok for finding in findings)
    return Answer(
        document={"ok": wrong == 0, "constats": [asdict(finding) for finding in findings]},
        lines=(*(_line(finding) for finding in findings), _verdict(wrong)),
        ok=wrong == 0,
    )


def hashes(data_dir: Path) -> list[Finding]:
    """Compare every file of the data folder with its hash of the day it was built."""
    problems = manifest.differences(data_dir)
    if not problems:
        return [Finding(ok=True, quoi="Empreintes", detail=f"{len(manifest.read(data_dir))} fichiers intacts", remede="")]
    return [
        Finding(ok=False, quoi="Empreintes", detail=f"data/{name} {problem}", remede=REMEDY) for name, problem in problems.items()
    ]


def identity_cards(data_dir: Path) -> list[Finding]:
    """Verify that every source has an identity card that says its licence and its producer."""
    known = cards.load(data_dir)
    bare = [card.id for card in known.values() if not (card.producteur and card.licence and card.millesime)]
    detail = f"{len(known)} sources décrites" if not bare else f"producteur, licence ou millésime absent\u00a0: {', '.join(bare)}"
    return [Finding(ok=not bare, quoi="Sources", detail=detail, remede="" if not bare else REMEDY)]


CHECKS: tuple[tuple[str, Callable[[Path], list[Finding]]], ...] = (
    ("Empreintes", hashes),
    ("Sources", identity_cards),
    ("Territoires", territories_check.run),
    ("Acteurs", actors_check.run),
    ("Cas et leviers", cases_check.run),
)


def _guarded(quoi: str, check: Callable[[Path], list[Finding]], data_dir: Path) -> list[Finding]:
    """Turn a refusal of a check into a finding: a damaged file must not hide the state of the others."""
    try:
        return check(data_dir)
    except SourceError as error:
        return [Finding(ok=False, quoi=quoi, detail=f"{error.path} {error.problem}", remede=error.remedy)]
    except EssMapError as error:
        return [Finding(ok=False, quoi=quoi, detail=str(error), remede=REMEDY)]


def _line(finding: Finding) -> str:
    mended = f" → {finding.remede}" if finding.remede and not finding.ok else ""
    return f"{'bon' if finding.ok else 'FAUX'}  {finding.quoi}\u00a0: {finding.detail}{mended}"


def _verdict(wrong: int) -> str:
    return "Tout est en ordre." if wrong == 0 else f"{wrong} point{'s' if wrong > 1 else ''} à corriger."
