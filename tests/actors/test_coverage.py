"""The screens say what the sources cover; an absence outside their area means nothing."""

import dataclasses

import pytest

from ess_map.actors import coverage


def ids(cards):
    return {card.id for card in cards}


@pytest.mark.parametrize(
    ("text", "complete", "partial", "elsewhere"),
    [
        ("commune:35238", {"siae_2021", "fablabs_bretagne_2020"}, set(), {"idf_subventions_2016_2017", "mediation_hinaura_2022"}),
        ("region:11", {"siae_2021", "idf_subventions_2016_2017"}, set(), {"fablabs_bretagne_2020"}),
        ("commune:75056", {"idf_subventions_2016_2017"}, set(), {"fablabs_bretagne_2020"}),
        (
            "compose:75056,35238",
            {"siae_2021"},
            {"idf_subventions_2016_2017", "fablabs_bretagne_2020"},
            {"mediation_charente_2023"},
        ),
        ("france:FR", {"siae_2021"}, {"idf_subventions_2016_2017", "fablabs_bretagne_2020", "mediation_charente_2023"}, set()),
    ],
)
def test_each_source_stands_where_its_card_says(atlas, cards, text, complete, partial, elsewhere):
    found = coverage.covering(atlas, cards, atlas.parse(text))
    assert complete <= ids(found.complete)
    assert partial <= ids(found.partial)
    assert elsewhere <= ids(found.elsewhere)
    assert ids(found.scattered) == {"paris_unites_2026"}


@pytest.mark.parametrize("text", ["commune:35238", "region:84", "france:FR"])
def test_every_list_of_actors_is_somewhere_and_only_once(atlas, cards, text):
    for complement in (False, True):
        found = coverage.covering(atlas, cards, atlas.parse(text), complement=complement)
        named = [card.id for card in (*found.usable, *found.elsewhere)]
        wanted = {"principal", "complement"} if complement else {"principal"}
        assert sorted(named) == sorted(card.id for card in cards.values() if card.registre in wanted)


def test_the_banner_says_that_the_register_is_partial_and_what_it_cannot_say(atlas, cards):
    said = coverage.sentences(atlas, coverage.covering(atlas, cards, atlas.parse("commune:35238")))
    assert said[0].startswith("Registre partiel. Ce décompte réunit ")
    assert "2026" in said[0]
    assert "Île-de-France" in said[-1]
    assert said[-1].endswith("une absence n’y veut rien dire.")


def test_a_source_without_year_is_not_dated(cards):
    undated = dataclasses.replace(next(iter(cards.values())), millesime="non précisé")
    assert coverage.years([undated]) == ""
    assert coverage.freshness([undated]) == "1 source"


def test_freshness_spans_the_vintages(cards):
    chosen = [cards["siae_2021"], cards["idf_subventions_2016_2017"]]
    assert coverage.freshness(chosen) == "2016 à 2021, 2 sources"
    assert coverage.freshness(chosen[:1]) == "2021, 1 source"


def test_an_area_that_no_longer_exists_covers_nothing_and_stays_readable(atlas, cards):
    lost = dataclasses.replace(cards["siae_2021"], couverture=("region:999",))
    found = coverage.covering(atlas, {"siae_2021": lost}, atlas.parse("commune:35238"))
    assert found.elsewhere == (lost,)
    assert coverage.area_names(atlas, lost) == ("region:999",)
