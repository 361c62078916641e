"""Every number that matching uses, read once from `weights.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FILE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Weights:
    """The table of `weights.toml`; what each number means is said there and in `docs/APPARIEMENT.md`."""

    poids: Mapping[str, float]
    """Criterion -> weight, in the order in which they are shown."""
    seuils: Mapping[str, float]
    besoin: Mapping[str, float]
    ecarts: Mapping[str, str]
    """Indicator without theme -> theme of the need that its gap opens."""
    nature: Mapping[str, Mapping[str, float]]
    """Scale of a case -> level of a territory -> part, from 0 to 1."""
    statuts: Mapping[str, float]
    """What a level may do with a lever -> part, from 0 to 1."""
    region: Mapping[str, float]
    transversaux: Mapping[str, Sequence[str]]
    """Levers and schemes for a need without a case, whatever its theme."""


@cache
def weights() -> Weights:
    """Give the weights in force."""
    return Weights(**tomllib.loads(_FILE.read_text(encoding="utf-8")))
