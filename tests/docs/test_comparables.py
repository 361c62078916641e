"""The page of the method lists the variables that the product uses, with their weights."""

import re
from pathlib import Path

from ess_map.indicators.comparables_variables import variables

PAGE = (Path(__file__).resolve().parents[2] / "docs/COMPARABLES.md").read_text(encoding="utf-8")


def test_the_variables_are_those_of_the_product():
    listed = re.findall(r"^\| `(\w+)` \| (.*?) \| ([\d,]+) \|$", PAGE, flags=re.MULTILINE)
    assert listed == [(v.id, v.libelle, f"{v.poids:g}".replace(".", ",")) for v in variables().values()]
