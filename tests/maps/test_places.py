"""Names of the offline map: every chief town, every town of size, at their place."""

from __future__ import annotations

import gzip
import json

import pytest

from ess_map.maps import places
from ess_map.territories.model import TerritoryRef


@pytest.fixture(scope="module")
def document(atlas):
    return json.loads(gzip.decompress(places.encode(atlas)))


def test_every_departement_and_region_is_named(document, atlas):
    for key, niveau in (("regions", "region"), ("departements", "departement")):
        expected = set(atlas.levels.loc[atlas.levels["niveau"] == niveau, "code"])
        assert {place[0] for place in document[key]} == expected
    assert len(document["departements"]) == 101


def test_every_chief_town_is_there_with_its_rank(document):
    ranks = {code: rank for code, *_, rank in document["villes"]}
    assert ranks["35238"] == ranks["97105"] == 2
    assert ranks["48095"] == ranks["04070"] == 1
    assert ranks["51454"] == 0
    assert sum(rank > 0 for rank in ranks.values()) == 101


def test_a_town_of_size_is_there_and_a_village_is_not(document, atlas):
    towns = {code: population for code, _, _, _, population, _ in document["villes"]}
    for code, population in towns.items():
        assert population == atlas.communes.at[code, "population"]
    large = atlas.communes.index[atlas.communes["population"].fillna(0) >= places.LEAST_POPULATION]
    assert set(large) <= set(towns)
    assert len(towns) < 700


def test_a_town_is_at_its_place(document, atlas):
    for code, nom, lon, lat, *_ in document["villes"]:
        west, south, east, north = atlas.get(TerritoryRef("commune", code)).bounds
        assert west <= lon <= east and south <= lat <= north, nom  # noqa: PT018


def test_the_file_is_small(atlas):
    assert len(places.encode(atlas)) < 20_000
