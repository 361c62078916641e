"""Evidence for tests: the embedded data, and small registers whose every count can be done by hand."""

import functools

import pandas as pd

from ess_map.actors import cards as cards_module
from ess_map.actors import schema
from ess_map.actors.cards import SourceCard
from ess_map.actors.register import Register
from ess_map.indicators.employment import Employment
from ess_map.indicators.evidence import Evidence
from ess_map.indicators.published import Published
from tests.indicators.embedded import DATA, atlas, context


@functools.cache
def register():
    return Register.load(DATA, atlas())


@functools.cache
def cards():
    return cards_module.load(DATA)


@functools.cache
def published():
    return Published.load(DATA)


@functools.cache
def employment():
    return Employment.load(DATA)


@functools.cache
def evidence():
    return Evidence.of(atlas(), register(), cards(), context(), published(), employment())


def card(name, *couverture, **changes):
    """Describe a source that covers some territories."""
    values = {
        "id": name, "titre": f"Liste {name}", "producteur": f"Producteur de {name}", "licence": "LO", "millesime": "2020", "cog": "",
        "url": "", "releve_le": "", "perimetre": "", "couverture": couverture, "lignes": 0, "sha256": "", "fichiers": (),
        "registre": "principal",
    }  # fmt: skip
    return SourceCard(**{**values, **changes})


def actor(number, commune, source="nationale", **changes):
    """Describe one actor; a test shows only what matters to it."""
    row = dict.fromkeys(schema.COLUMNS, "")
    row |= {
        "identifiant": f"A{number:05}", "nom": f"Acteur {number}", "famille": "association", "famille_origine": "source", "themes": "SOC",
        "code_commune": commune, "departement": departement(commune), "precision_position": "inconnue", "source": source,
        "registre": "principal", "provenance": "{}", "longitude": float("nan"), "latitude": float("nan"),
    }  # fmt: skip
    return row | changes


def departement(commune):
    return atlas().communes["departement"].get(commune, "")


def actors_in(commune, count, source="nationale", first=0, **changes):
    return [actor(first + number, commune, source, **changes) for number in range(count)]


def small_register(rows):
    frame = pd.DataFrame(rows, columns=list(schema.COLUMNS))
    frame[["longitude", "latitude"]] = frame[["longitude", "latitude"]].astype(float)
    frame = frame.assign(identifiant=[f"A{number:05}" for number in range(len(frame))])
    schema.check(frame)
    return Register.build(frame, atlas())


def small_evidence(rows, *sources):
    """Prepare evidence on a small register, the rest being the embedded data."""
    known = {source.id: source for source in sources or (card("nationale", "france:FR"),)}
    return Evidence.of(atlas(), small_register(rows), cards() | known, context(), published(), employment())
