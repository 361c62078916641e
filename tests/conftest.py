"""What holds for every test."""

import os

from hypothesis import settings

# A shared machine stops for longer than hypothesis allows an example: speed is measured in tests/bench, not here.
# The same examples at each run: a red run is the fault of the change. `HYPOTHESIS_PROFILE=recherche make test` looks for others.
settings.register_profile("atlas", deadline=None, derandomize=True)
settings.register_profile("recherche", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "atlas"))
