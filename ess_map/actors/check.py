"""Proving the register: its table keeps its contract, its lines add up, its actors are placed, its sources are described."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ess_map.actors import account, cards, quality
from ess_map.actors.register import Register
from ess_map.territories.atlas import Atlas
from ess_map.territories.check import Finding
from ess_map.territories.marts import REMEDY
from ess_map.typography import number, percent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ess_map.actors.account import SourceAccount
    from ess_map.actors.cards import SourceCard

MIN_ACTORS = 7_500
"""Distinct actors that the principal register promises."""
MIN_IN_COMMUNE = 0.95
"""Share of them placed in their commune that it promises."""


def run(data_dir: Path) -> list[Finding]:
    """
    Verify the actors of the data folder.

    Raises
    ------
    SourceError
        If a file is missing or unreadable.
    SchemaError
        If the register breaks its contract.
    """
    register = Register.load(data_dir, Atlas.load(data_dir))
    described = cards.load(data_dir)
    return [size(register), placement(register), sources(register, described), lines(account.load(data_dir))]


def size(register: Register) -> Finding:
    """Count the distinct actors of the principal register, and those of the complementary one."""
    complement = int(np.count_nonzero(register.codes.complement))
    principal = len(register) - complement
    detail = f"{number(principal)} acteurs distincts, {number(complement)} au registre complémentaire"
    return _finding("Registre", detail, ok=principal >= MIN_ACTORS)


def placement(register: Register) -> Finding:
    """Measure how many actors of the principal register are placed in their commune."""
    measured = quality.assess(register, ~register.codes.complement)
    share = measured.share(measured.in_commune)
    detail = f"{percent(measured.in_commune, measured.total)} des acteurs dans leur commune"
    return _finding("Placement", detail, ok=share is not None and share >= MIN_IN_COMMUNE)


def sources(register: Register, described: Mapping[str, SourceCard]) -> Finding:
    """Verify that every source met in the register has its identity card."""
    unknown = [name for name in register.sources if name not in described]
    if unknown:
        return _finding("Sources des acteurs", f"sans carte d’identité\u00a0: {', '.join(unknown)}", ok=False)
    return _finding("Sources des acteurs", f"{len(register.sources)} sources citées, toutes décrites", ok=True)


def lines(accounts: Mapping[str, SourceAccount]) -> Finding:
    """Verify that each line read was kept, merged or refused with a reason: nothing is dropped in silence."""
    lost = [
        name
        for name, source in accounts.items()
        if source.lus != source.retenus + source.fusionnes + sum(source.rejetes.values())
    ]
    if lost:
        return _finding("Bilan des lignes", f"des lignes manquent au compte\u00a0: {', '.join(lost)}", ok=False)
    read = sum(source.lus for source in accounts.values())
    return _finding(
        "Bilan des lignes", f"{number(read)} lignes lues, toutes retenues, réunies ou refusées avec leur raison", ok=True
    )


def _finding(quoi: str, detail: str, *, ok: bool) -> Finding:
    return Finding(ok=ok, quoi=quoi, detail=detail, remede="" if ok else REMEDY)
