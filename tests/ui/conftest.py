"""The embedded data, loaded once for the tests of the screens."""

from __future__ import annotations

from pathlib import Path

import pytest

from ess_map.actors.register import Register
from ess_map.territories.atlas import Atlas

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def atlas():
    return Atlas.load(DATA)


@pytest.fixture(scope="session")
def register(atlas):
    return Register.load(DATA, atlas)
