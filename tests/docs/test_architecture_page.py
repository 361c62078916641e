"""docs/ARCHITECTURE.md is true: it names every room, in the order of the floors, and files that exist."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/ARCHITECTURE.md").read_text(encoding="utf-8")


def test_the_floors_are_those_that_import_linter_checks():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = [layer for contract in contracts if contract["type"] == "layers" for layer in contract["layers"]]
    rooms = [
        name.strip().removeprefix("ess_map.")
        for layer in layers
        for name in layer.split("|")
        if not name.strip().endswith("__main__")
    ]
    table = PAGE.split("## Étages")[1].split("\n## ")[0]
    drawn = [name for row in re.findall(r"^\| (`.*?) \|", table, flags=re.MULTILINE) for name in re.findall(r"`(\w+)`", row)]
    assert drawn == rooms


def test_every_file_named_exists():
    named = set(re.findall(r"`((?:[\w-]+/)+[\w.-]*|[\w-]+\.(?:py|md|toml|json))`", PAGE))
    assert len(named) > 20
    places = (ROOT, ROOT / "ess_map", ROOT / "ess_map/exports")
    missing = {name for name in named if not any((place / name).exists() for place in places)}
    assert not missing
