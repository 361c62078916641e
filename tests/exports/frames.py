"""Actor tables as hypothesis draws them: any text in text columns, positions that may be unknown."""

import datetime as dt

import pandas as pd
from hypothesis import strategies as st

from ess_map.actors.cards import SourceCard
from ess_map.exports.columns import COLUMNS, NUMBERS
from ess_map.exports.context import ExportContext
from tests.exports.hostile import HOSTILE, texts

positions = st.one_of(
    st.tuples(st.floats(-63.2, 55.9).map(lambda x: round(x, 6)), st.floats(-21.4, 51.1).map(lambda x: round(x, 6))),
    st.just((None, None)),
)


@st.composite
def tables(draw, max_size=6):
    """Draw a table with the columns of an export, 0 to `max_size` rows."""
    return table(draw(st.lists(st.tuples(st.lists(texts, min_size=1, max_size=3), positions), max_size=max_size)))


def table(rows):
    """Build an export table from (texts, (lon, lat)) pairs; the texts are dealt in turn to the text columns."""
    records = []
    for words, (lon, lat) in rows:
        record = {name: words[i % len(words)] for i, name in enumerate(COLUMNS)}
        record["identifiant"] = f"{len(records)} {words[0]}"  # an actor always has one
        record["longitude"], record["latitude"] = lon, lat
        records.append(record)
    frame = pd.DataFrame(records, columns=list(COLUMNS), dtype="object")
    return frame.astype(dict.fromkeys(NUMBERS, "float64"))


def hostile_table():
    """Build a table in which every hostile name is in every text column of one row; one position in three is unknown."""
    return table([([name], (None, None) if i % 3 == 0 else (round(2.35 + i / 100, 6), 48.85)) for i, name in enumerate(HOSTILE)])


def card(name="siae_2021", **changes):
    """Build an identity card."""
    values = {
        "id": name,
        "titre": "Structures d’insertion par l’activité économique",
        "producteur": "ASP",
        "licence": "Licence Ouverte 2.0",
        "millesime": "2021-02",
        "cog": "",
        "url": "https://example.org/siae",
        "releve_le": "2021-02-23",
        "perimetre": "France entière, structures conventionnées en février 2021.",
        "couverture": ("france:FR",),
        "lignes": 3853,
        "sha256": "",
        "fichiers": (),
        "registre": "principal",
    }
    return SourceCard(**{**values, **changes})


CONTEXT = ExportContext(
    nom="Rennes Métropole",
    territoire="epci:243500139",
    jour=dt.date(2026, 3, 1),
    filtres=(("Famille", "Association, Mutuelle"),),
    adresse="/carte?territoire=epci:243500139&famille=association,mutuelle",
    sources=(card(), card("fablabs_bretagne_2020", titre="=Fablabs", licence="CC BY 4.0")),
    limites=("Registre partiel\u00a0: une absence ici n’est pas une absence sur le terrain.",),
)
