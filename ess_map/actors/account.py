"""The account of the last build, read for the screens: what each source gave, what was refused and why."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ess_map.errors import SourceError
from ess_map.territories.marts import REMEDY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "acteurs/bilan.json"


@dataclass(frozen=True, slots=True)
class SourceAccount:
    """Lines of one source: those read are those kept, merged and refused."""

    lus: int
    retenus: int
    fusionnes: int
    rejetes: Mapping[str, int]
    """Reason (key of `admission.REJETS`) -> lines."""
    avertis: Mapping[str, int]
    """Reason (key of `admission.ALERTES`) -> lines kept nevertheless."""


def load(data_dir: Path) -> dict[str, SourceAccount]:
    """
    Read the account, by source.

    Raises
    ------
    SourceError
        If the file is missing or does not hold an account.
    """
    path = data_dir / FILE
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): _account(section) for name, section in document["sources"].items()}
    except FileNotFoundError as error:
        raise SourceError(f"data/{FILE}", "est introuvable", REMEDY) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(f"data/{FILE}", "est endommagé", REMEDY) from error


def _account(section: Mapping[str, Any]) -> SourceAccount:
    return SourceAccount(
        lus=int(section["lus"]),
        retenus=int(section["retenus"]),
        fusionnes=int(section["fusionnes"]),
        rejetes={str(reason): int(lines) for reason, lines in section["rejetes"].items()},
        avertis={str(reason): int(lines) for reason, lines in section.get("avertis", {}).items()},
    )
