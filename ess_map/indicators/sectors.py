"""Labels of the sectors of activity, read from `secteurs.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def sector_labels() -> dict[str, dict[str, str]]:
    """Give, for each nomenclature, the labels of its sectors by code, in its order."""
    document = tomllib.loads(Path(__file__).with_name("secteurs.toml").read_text(encoding="utf-8"))
    return {name: {code: str(label) for code, label in sectors.items()} for name, sectors in document.items()}


def sector_label(nomenclature: str, code: str) -> str:
    """Give the label of a sector, its code when the nomenclature has no label here (A88)."""
    return sector_labels().get(nomenclature, {}).get(code, code)
