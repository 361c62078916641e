"""docs/APPARIEMENT.md says the weights in force, and the figures that the judged situations give."""

import dataclasses
import re
from pathlib import Path

import pytest

from ess_map.cases.matching.carriers import Carriers
from ess_map.cases.matching.model import CarrierGroup, Criterion, LeverToPull, Match, Matching, Need, Request, Voiced
from ess_map.cases.matching.profile import Profile
from ess_map.cases.matching.weights import Weights, weights
from tests.cases.evaluation import KEPT, TUNING, situations

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/APPARIEMENT.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs/GLOSSAIRE.md").read_text(encoding="utf-8")
MODELS = (Carriers, CarrierGroup, Criterion, LeverToPull, Match, Matching, Need, Profile, Request, Voiced, Weights)
TERMS = sorted({field.name for model in MODELS for field in dataclasses.fields(model)} | set(weights().poids))


@pytest.mark.parametrize("term", TERMS)
def test_a_french_term_of_matching_has_its_entry_in_the_glossary(term):
    assert term == "id" or any(f"`{form}`" in GLOSSARY for form in (term, term.removesuffix("s")))


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
