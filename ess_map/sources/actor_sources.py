"""The sources of the register, the best known first: the first line of an actor gives its name."""

from __future__ import annotations

from ess_map.sources import (
    aidants_connect,
    cooperative_supermarkets,
    digital_mediation,
    ess_numerique,
    fablabs_bretagne,
    geiq,
    idf_grants,
    paris_grants,
    paris_units,
    politique_ville,
    siae,
    state_grants_2010,
)
from ess_map.sources.actor_rows import ActorSource

SOURCES: tuple[ActorSource, ...] = (
    ActorSource(siae.ID, siae.read),
    ActorSource(geiq.ID, geiq.read),
    ActorSource(paris_units.ID, paris_units.read),
    ActorSource(idf_grants.ID, idf_grants.read),
    digital_mediation.CHARENTE,
    digital_mediation.CONSEILLERS,
    digital_mediation.HINAURA,
    aidants_connect.STRUCTURES,
    aidants_connect.ORGANISATIONS,
    ActorSource(fablabs_bretagne.ID, fablabs_bretagne.read),
    ActorSource(cooperative_supermarkets.ID, cooperative_supermarkets.read),
    ActorSource(ess_numerique.ID, ess_numerique.read),
    ActorSource(paris_grants.ID, paris_grants.read),
    ActorSource(politique_ville.ID, politique_ville.read),
    ActorSource(state_grants_2010.ID, state_grants_2010.read),
)

COMPLEMENT: frozenset[str] = frozenset({state_grants_2010.ID})
"""Sources of the complementary register, off by default and marked « à vérifier »."""

ENRICHMENT: tuple[str, ...] = (ess_numerique.ID, paris_grants.ID, politique_ville.ID)
"""Sources without any place: they complete actors that others bring, by SIREN alone."""
