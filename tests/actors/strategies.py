"""Selections as hypothesis draws them: anything that a visitor can choose."""

import dataclasses

from hypothesis import strategies as st

from ess_map.actors.selection import FACETS, Selection, facet_values
from ess_map.actors.zone import Circle, Polygon
from ess_map.territories.model import Niveau, TerritoryRef

TERRITORIES = (
    "commune:35238",
    "commune:01324",
    "epci:243500139",
    "ept:200057867",
    "zone_emploi:5315",
    "departement:2A",
    "departement:974",
    "region:11",
    "region:84",
    "france:FR",
    "compose:33514,33240",
    "compose:75056",
)
"""References of every level that the tests may ask for; some are former codes or need sorting."""

ZONES = (
    Circle(2.3522, 48.8566, 5_000),
    Circle(-1.68, 48.11, 200_000),
    Polygon(((2.2, 48.8), (2.5, 48.8), (2.5, 49.0), (2.2, 49.0))),
    Polygon(((-5.2, 47.2), (-1.0, 47.2), (-1.0, 49.0))),
)


@st.composite
def selections(draw, atlas, register):
    """Draw a selection that exists: territories of the atlas, values of the closed lists, actors of the register."""
    known = facet_values(register)
    lists = {
        field: tuple(draw(st.lists(st.sampled_from(known[facet]), max_size=3))) if draw(st.integers(0, 3)) == 0 else ()
        for facet, field in FACETS.items()
    }
    territory = draw(st.none() | st.sampled_from(TERRITORIES).map(atlas.parse))
    return Selection(
        territoire=territory,
        reference=draw(st.just("") | st.sampled_from(TERRITORIES).map(lambda text: str(atlas.parse(text)))),
        **lists,
        q=draw(st.just("") | st.sampled_from(["asso", "Régie de quartier", "l’insertion", "35238"]) | st.text(max_size=130)),
        acteur=draw(st.just("") | st.integers(0, len(register) - 1).map(lambda row: register.frame["identifiant"].iloc[row])),
        vue=draw(st.sampled_from(["carte", "liste"])),
        projection=draw(st.booleans()),
        complement=draw(st.booleans()),
        zone=draw(st.none() | st.sampled_from(ZONES)),
        nom=draw(st.just("") | st.text(max_size=100)),
    )


def composed(*codes):
    """Give the reference of a territory made of communes."""
    return TerritoryRef(Niveau.COMPOSE, ",".join(sorted(codes)))


def cleared(selection, field):
    """Give the selection with one list emptied."""
    return dataclasses.replace(selection, **{field: ()})
