"""The sources of the register, the best known first: the first line of an actor gives its name."""

from __future__ import annotations

from ess_map.sources import idf_grants, siae
from ess_map.sources.actor_rows import ActorSource

SOURCES: tuple[ActorSource, ...] = (
    ActorSource(siae.ID, siae.read),
    ActorSource(idf_grants.ID, idf_grants.read),
)

COMPLEMENT: frozenset[str] = frozenset()
"""Sources of the complementary register, off by default and marked « à vérifier »."""

ENRICHMENT: frozenset[str] = frozenset()
"""Sources without any place: they complete actors that others bring, by SIREN alone."""
