"""The real library and territories, loaded once."""

from __future__ import annotations

import pytest

from ess_map import settings
from ess_map.cases.library import load_library
from ess_map.territories.atlas import Atlas


@pytest.fixture(scope="session")
def atlas():
    return Atlas.load(settings.current().data_dir)


@pytest.fixture(scope="session")
def library(atlas):
    return load_library(settings.current().data_dir, atlas)
