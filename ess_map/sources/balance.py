"""The account of a build: for each source, what was read, kept, merged, refused and why."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FILE = "acteurs/bilan.json"


@dataclass(slots=True)
class Balance:
    """Lines of one source; `lus` is the sum of `retenus`, `fusionnes` and of every refusal."""

    lus: int = 0
    retenus: int = 0
    """Lines that brought an actor into the register."""
    fusionnes: int = 0
    """Lines that joined an actor that this source or another had brought."""
    rejetes: Counter[str] = field(default_factory=Counter)
    """Reason (key of `admission.REJETS`) -> lines."""
    avertis: Counter[str] = field(default_factory=Counter)
    """What could not be used as published (key of `admission.ALERTES`) -> lines kept nevertheless."""

    @property
    def exact(self) -> bool:
        """Tell whether every line read is accounted for."""
        return self.lus == self.retenus + self.fusionnes + self.rejetes.total()


def write_balance(balance: dict[str, Balance], table: pd.DataFrame, out: Path) -> None:
    """Write the accounts and the totals of the register; keys are sorted, so that the same build gives the same bytes."""
    document = {
        "registre": {str(name): int(count) for name, count in table["registre"].value_counts().sort_index().items()},
        "sources": {name: _section(account) for name, account in sorted(balance.items())},
    }
    (out / FILE).write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _section(account: Balance) -> dict[str, object]:
    return {
        "lus": account.lus,
        "retenus": account.retenus,
        "fusionnes": account.fusionnes,
        "rejetes": dict(sorted(account.rejetes.items())),
        "avertis": dict(sorted(account.avertis.items())),
    }
