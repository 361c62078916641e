"""The words of the indicators are in the glossary, and the command line documents their distances."""

import re
from pathlib import Path

import pytest

from ess_map.indicators.gaps import Nature
from ess_map.indicators.model import Affichage, Chapitre, Fiabilite, Loi, Verdict
from ess_map.indicators.official import CHAMPS, KEYS, MEASURES
from ess_map.indicators.reach import DISTANCES_KM

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = (ROOT / "docs/GLOSSAIRE.md").read_text(encoding="utf-8")
FIELDS = (
    "valeur_reference", "ecart", "verdict", "references", "repli", "fiabilite", "affichage", "intervalle", "modalite", "chapitre", "prudence",
)  # fmt: skip
TERMS = sorted({*Chapitre, *Fiabilite, *Affichage, *Loi, *Verdict, *Nature, *CHAMPS, *KEYS, *MEASURES, *FIELDS})


@pytest.mark.parametrize("term", TERMS)
def test_a_french_term_of_the_indicators_has_its_entry(term):
    assert f"`{term}`" in GLOSSARY


def test_the_distances_that_can_be_asked_are_documented():
    page = (ROOT / "docs/COMMANDES.md").read_text(encoding="utf-8")
    line = next(text for text in page.splitlines() if text.startswith("| `--distance KM`"))
    assert {int(n) for n in re.findall(r"\d+", line)} == set(DISTANCES_KM)
