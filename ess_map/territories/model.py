"""What a territory is: a level, a code, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Niveau(StrEnum):
    """Levels of territory, from the finest to the widest; the value is the prefix of an address."""

    COMMUNE = "commune"
    EPCI = "epci"
    EPT = "ept"
    ZONE_EMPLOI = "zone_emploi"
    DEPARTEMENT = "departement"
    REGION = "region"
    FRANCE = "france"
    COMPOSE = "compose"


@dataclass(frozen=True, slots=True, order=True)
class TerritoryRef:
    """The address of a territory: `niveau:code`. For `compose`, the code is the sorted member communes, comma separated."""

    niveau: Niveau
    code: str

    def __str__(self) -> str:
        return f"{self.niveau}:{self.code}"


FRANCE = TerritoryRef(Niveau.FRANCE, "FR")


@dataclass(frozen=True, slots=True)
class Zonages:
    """How many communes of a territory belong to each zoning; vintages are in the identity cards."""

    zrr: int = 0
    """Communes classed (C or PC) in zones de revitalisation rurale, list of 9 November 2022."""
    pvd: int = 0
    """Communes of Petites villes de demain, list of January 2021."""
    acv: int = 0
    """Communes of Action cœur de ville, list of April 2025."""


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory and its facts. Missing is None, never 0."""

    ref: TerritoryRef
    nom: str
    nature: str
    """In French words: « Commune », « Métropole », « Communauté de communes », « Département », « Territoire composé »…"""
    communes: tuple[str, ...]
    """Codes of the member communes (COG 2026), sorted; one code for a commune."""
    population: int | None
    """Legal municipal population, inhabitants; None where at least one member has none published."""
    population_millesime: str
    """Reference year of the population, as text; « non précisé » when unknown."""
    area_km2: float | None
    bounds: tuple[float, float, float, float]
    """West, south, east, north, degrees (EPSG:4326)."""
    point: tuple[float, float]
    """Longitude, latitude of a point inside, for a name (EPSG:4326)."""
    parents: tuple[TerritoryRef, ...] = ()
    """One a level, from the finest to the widest, France excluded; empty for a composed territory with several."""
    zonages: Zonages = Zonages()
    notices: tuple[str, ...] = field(default=())
    """French sentences that must be shown with the territory (merged code, borrowed contour…)."""

    @property
    def density(self) -> float | None:
        """Inhabitants per km²; None when population or area is unknown or the area is null."""
        if self.population is None or not self.area_km2:
            return None
        return self.population / self.area_km2


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer of the search."""

    ref: TerritoryRef
    nom: str
    departement: str
    """Code of the département that tells homonyms apart; empty above the département."""
    population: int | None
    pourquoi: str
    """In French, why this answer: « nom », « code postal 35000 », « Rignat a fusionné avec… »."""
    nature: str = ""
