"""docs/APPARIEMENT.md says the weights in force, and the figures that the judged situations give."""

import re
from pathlib import Path

from ess_map.cases.matching.weights import weights
from tests.cases.evaluation import KEPT, TUNING, situations

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/APPARIEMENT.md").read_text(encoding="utf-8")


def test_the_page_gives_every_criterion_with_its_weight_in_their_order():
    told = re.findall(r"^\| `(\w+)` \| (\d+) \|", PAGE, flags=re.MULTILINE)
    assert told == [(name, f"{weight:g}") for name, weight in weights().poids.items()]


def test_the_page_counts_the_situations_that_exist():
    for half, words in ((TUNING, "réglage"), (KEPT, "gardée")):
        mine = [one for one in situations() if one.moitie == half]
        cases = sum(bool(one.attendus) for one in mine)
        assert re.search(rf"^\| {words} \| \d+ sur {cases} \(.*?\| \d+ sur {len(mine) - cases} \(", PAGE, flags=re.MULTILINE)


def test_the_bounds_that_the_page_names_are_those_in_force():
    bounds = weights().seuils
    for text in (
        f"plancher ({bounds['plancher']:g})".replace(".", ","),
        f"sous {bounds['densite_rurale']:g} hab./km²",
        f"à partir de {bounds['facteur_taille']:g} fois",
        f"à partir de {bounds['facteur_densite']:g} fois",
        f"{weights().besoin['autre']:g} s’il en est un autre".replace(".", ","),
    ):
        assert text in PAGE, text
