"""What holds for every test."""

from hypothesis import settings

# A shared machine stops for longer than hypothesis allows an example: speed is measured in tests/bench, not here.
settings.register_profile("atlas", deadline=None)
settings.load_profile("atlas")
