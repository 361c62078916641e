"""Everything known of one actor, and where each piece comes from."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ess_map.actors import model

if TYPE_CHECKING:
    from collections.abc import Mapping

_REGISTRE_PUBLIC = "https://annuaire-entreprises.data.gouv.fr/"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one value comes from: a source of the identity cards, and how it was obtained from it (a key of `model.METHODES`)."""

    source: str
    """Identifier of the source, empty when a rule of ours gave the value."""
    methode: str


@dataclass(frozen=True, slots=True)
class ActorSheet:
    """One actor. Text is empty when unknown; lists hold codes of `actors.model`."""

    row: int
    identifiant: str
    siret: str
    siren: str
    nom: str
    autres_noms: tuple[str, ...]
    """Other names published for the same actor: raison sociale, spellings of other sources."""
    famille: str
    famille_origine: str
    categorie_juridique: str
    types: tuple[str, ...]
    labels: tuple[str, ...]
    themes: tuple[str, ...]
    naf: str
    effectif: str
    adresse: str
    code_postal: str
    code_commune: str
    commune: str
    code_epci: str
    epci: str
    departement: str
    region: str
    zonages: tuple[str, ...]
    longitude: float | None
    latitude: float | None
    precision_position: str
    site_web: str
    sources: tuple[str, ...]
    dates: Mapping[str, str]
    """Source -> date of what it says, « 2021-02 »; empty text when it is not known."""
    date_creation: str
    registre: str
    origines: Mapping[str, tuple[Origin, ...]]
    """Field -> origins of its value, several when sources were put together."""

    @property
    def a_verifier(self) -> bool:
        """True when only the complementary register, old and unchecked, knows this actor."""
        return self.registre == "complement"

    @property
    def lien_officiel(self) -> str:
        """Address of the actor in the public register of companies, empty without SIRET or SIREN."""
        if self.siret:
            return f"{_REGISTRE_PUBLIC}etablissement/{self.siret}"
        return f"{_REGISTRE_PUBLIC}entreprise/{self.siren}" if self.siren else ""


def read_sheet(row: int, values: Mapping[str, Any]) -> ActorSheet:
    """Turn one row of the register into a sheet."""
    sources = _parts(values["source"])
    dates = values["date_source"].split("|")
    lists = {name: _parts(values[name]) for name in ("autres_noms", "types", "labels", "themes", "zonages")}
    plain: dict[str, Any] = {name: values[name] for name in ActorSheet.__slots__ if isinstance(values.get(name), str)}
    return ActorSheet(
        row=row,
        **{**plain, **lists},
        longitude=_degrees(values["longitude"]),
        latitude=_degrees(values["latitude"]),
        sources=sources,
        dates=dict(zip(sources, dates, strict=False)),
        origines=read_origins(values["provenance"]),
    )


def read_origins(text: str) -> dict[str, tuple[Origin, ...]]:
    """Read the column `provenance`: JSON, field -> « source:methode|source:methode », the method left out when published as is."""
    return {name: tuple(_origin(part) for part in value.split("|")) for name, value in json.loads(text or "{}").items()}


def _origin(text: str) -> Origin:
    source, _, methode = text.partition(":")
    return Origin(source, methode if methode in model.METHODES else "publie")


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _degrees(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
