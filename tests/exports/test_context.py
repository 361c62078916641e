"""What goes with a file: territory, filters in French, sources of its rows, limits."""

import datetime as dt

import pytest

from ess_map.actors.selection import Circle, Polygon, Selection
from ess_map.exports.context import context_for
from ess_map.exports.filters import described
from ess_map.territories.model import Niveau, Territory, TerritoryRef
from tests.exports.frames import card, hostile_table

DAY = dt.date(2026, 3, 1)
CARDS = {
    name: card(name, registre=registre, titre=f"Titre de {name}")
    for name, registre in (("cog_2026", ""), ("siae_2021", "principal"), ("fablabs", "principal"), ("etat_2010", "complement"))
}


def territory(**changes):
    values = {
        "ref": TerritoryRef(Niveau.COMPOSE, "33240,33514"),
        "nom": "Lesparre-Médoc et Soulac-sur-Mer",
        "nature": "Territoire composé",
        "communes": ("33240", "33514"),
        "population": None,
        "population_millesime": "2023",
        "area_km2": None,
        "bounds": (-1.2, 45.2, -0.9, 45.6),
        "point": (-1.0, 45.3),
        "notices": ("Une commune a fusionné.",),
    }
    return Territory(**{**values, **changes})


def frame(*sources):
    return hostile_table().head(len(sources)).assign(source=list(sources))


def test_nothing_is_told_when_nothing_is_filtered():
    assert described(Selection(territoire=territory().ref, vue="liste", projection=True), CARDS) == ()


def test_every_filter_is_told_in_french_words():
    selection = Selection(
        familles=("mutuelle", "association"),
        themes=("MOB",),
        types=("aci",),
        labels=("geiq",),
        effectifs=("00",),
        sources=("siae_2021",),
        zonages=("zrr",),
        q="vélo",
        zone=Circle(-1.68, 48.11, 5000),
        complement=True,
    )
    told = dict(described(selection, CARDS))
    assert told["Famille"] == "Association, Mutuelle"
    assert told["Thème"] == "Mobilité"
    assert told["Source"] == "Titre de siae_2021"
    assert told["Texte cherché"] == "vélo"
    assert told["Zone dessinée"].startswith("cercle de 5\u202f000 m autour de 48.11, -1.68")
    assert "à vérifier" in told["Registre complémentaire"]
    assert len(told) == 10


def test_a_polygon_is_told_with_its_vertices():
    told = dict(described(Selection(zone=Polygon(((0, 45), (1, 45), (1, 46)))), CARDS))
    assert told["Zone dessinée"].startswith("polygone de 3 sommets (polygone:0.00000,45.00000;")


def test_sources_are_those_of_the_rows_and_of_the_places():
    context = context_for(Selection(), territory(), frame("fablabs|siae_2021", "fablabs"), CARDS, jour=DAY)
    assert [c.id for c in context.sources] == ["cog_2026", "siae_2021", "fablabs"]


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        (("siae_2021",), ""),
        (("siae_2021", "siae_2021|etat_2010"), ""),
        (("siae_2021", "etat_2010"), "1 ligne vient du seul registre complémentaire"),
        (("etat_2010", "etat_2010"), "2 lignes viennent du seul registre complémentaire"),
    ],
)
def test_rows_that_only_the_complementary_register_knows_are_announced(sources, said):
    limits = " ".join(context_for(Selection(complement=True), territory(), frame(*sources), CARDS, jour=DAY).limites)
    assert ("registre complémentaire" in limits) == bool(said)
    assert said in limits
    assert "Registre partiel" in limits


def test_notices_of_the_territory_go_with_the_file():
    assert "Une commune a fusionné." in context_for(Selection(), territory(), frame("fablabs"), CARDS, jour=DAY).limites


def test_a_composed_territory_keeps_the_name_it_was_given():
    selection = Selection(territoire=territory().ref, nom="Pays du Médoc")
    context = context_for(selection, territory(), frame("fablabs"), CARDS, jour=DAY)
    assert (context.nom, context.territoire) == ("Pays du Médoc", "compose:33240,33514")


def test_without_territory_the_file_is_about_france():
    context = context_for(Selection(), None, frame("fablabs"), CARDS, jour=DAY)
    assert (context.nom, context.territoire) == ("France", "france:FR")
