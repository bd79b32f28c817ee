"""How properties are tested: without time limits, so that a busy machine fails no test."""

from hypothesis import settings

settings.register_profile("wardstats", deadline=None)
settings.load_profile("wardstats")
