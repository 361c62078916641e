"""The embedded data, read once for all the tests of this folder."""

from pathlib import Path

import pytest

from ess_map.actors import cards as identity_cards
from ess_map.actors import rules as rule_tables
from ess_map.actors.register import Register
from ess_map.territories.atlas import Atlas

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def data_dir():
    return DATA


@pytest.fixture(scope="session")
def atlas():
    return Atlas.load(DATA)


@pytest.fixture(scope="session")
def register(atlas):
    return Register.load(DATA, atlas)


@pytest.fixture(scope="session")
def rules():
    return rule_tables.load(DATA / rule_tables.FOLDER)


@pytest.fixture(scope="session")
def cards():
    return identity_cards.load(DATA)
