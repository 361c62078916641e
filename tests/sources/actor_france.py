"""The places of France over the embedded data, read once for the tests of the readers of actors."""

import functools
from pathlib import Path

from ess_map.actors import rules as rule_tables
from ess_map.sources.france import load_france

DATA = Path(__file__).resolve().parents[2] / "data"
EXCERPTS = Path(__file__).resolve().parent / "actor_raw"


@functools.cache
def france_of_data():
    """Load the names, codes, outlines and centres of the communes."""
    return load_france(EXCERPTS, DATA, DATA / rule_tables.FOLDER)
