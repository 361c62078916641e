"""The data that ship with the product, loaded once for all the tests of this folder."""

import functools
from pathlib import Path

from ess_map.indicators.context import Context
from ess_map.territories.atlas import Atlas

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
RAW = ROOT.parent / "shared" / "data" / "raw"


@functools.cache
def atlas():
    return Atlas.load(DATA)


@functools.cache
def context():
    return Context.load(DATA, atlas())
