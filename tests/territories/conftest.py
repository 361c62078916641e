"""The embedded territories, loaded once: they are the sample of every test of this room."""

from pathlib import Path

import pytest

from ess_map.territories.atlas import Atlas
from ess_map.territories.contours import Contours

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def atlas():
    return Atlas.load(DATA)


@pytest.fixture(scope="session")
def contours():
    return Contours.load(DATA)
