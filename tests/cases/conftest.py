"""The shipped library, loaded once, and small libraries that a test may damage."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from ess_map.actors import cards
from ess_map.actors.register import Register
from ess_map.cases.library import load_library
from ess_map.cases.matching.casebook import Casebook
from ess_map.indicators.evidence import Evidence
from ess_map.territories.atlas import Atlas

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
SEEDS = ROOT.parent / "shared" / "seeds"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def atlas():
    return Atlas.load(DATA)


@pytest.fixture(scope="session")
def library(atlas):
    return load_library(DATA, atlas, TODAY)


@pytest.fixture(scope="session")
def evidence(atlas):
    return Evidence.load(DATA, atlas, Register.load(DATA, atlas), cards.load(DATA))


@pytest.fixture(scope="session")
def book(library, evidence):
    return Casebook.of(library, evidence.context)


@pytest.fixture
def copied(tmp_path):
    """Give a copy of the whole library, free to be damaged; territories stay those of the repository."""
    for folder in ("cas", "leviers", "corpus"):
        shutil.copytree(DATA / folder, tmp_path / folder)
    return tmp_path


@pytest.fixture(scope="session")
def seeds():
    """Give the text of each source document: `001` -> text."""
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not here: the source documents are not part of the repository")
    return {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}
