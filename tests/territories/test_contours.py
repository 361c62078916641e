"""Boundaries that fit: served from a closed list, nested level in level, and leading back from a point to its commune."""

import gzip
import json
import re

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from ess_map.errors import UnknownTerritoryError
from ess_map.territories.contours import Contours
from ess_map.territories.model import FRANCE, Niveau, TerritoryRef
from ess_map.territories.scales import GRID_DEGREES, Scale

LEVELS = (Niveau.EPT, Niveau.EPCI, Niveau.ZONE_EMPLOI, Niveau.DEPARTEMENT, Niveau.REGION)


def features(packed):
    document = json.loads(gzip.decompress(packed))
    assert document["type"] == "FeatureCollection"
    return document["features"]


def test_the_list_of_files_is_closed(contours, atlas):
    departements = {ref.code for ref in atlas.children(FRANCE, Niveau.DEPARTEMENT)}
    names = contours.names()
    assert len(set(names)) == len(names)
    assert {name.removeprefix("communes-") for name in names if name.startswith("communes-")} == departements
    assert sum(name.startswith("epci-") for name in names) == 18
    assert {"apercu-departements", "apercu-regions"} <= set(names)


@pytest.mark.parametrize("name", ["", "communes-99", "communes-35/../..", "../sources.toml", "communes-", "apercu-communes"])
def test_a_name_out_of_the_list_is_refused(contours, name):
    with pytest.raises(KeyError):
        contours.geojson(name)


@pytest.mark.parametrize(
    "name", ["apercu-departements", "apercu-regions", "communes-35", "communes-2A", "communes-976", "epci-53"]
)
def test_a_file_is_geojson_with_five_decimals_and_the_facts_of_a_label(contours, atlas, name):
    packed = contours.geojson(name)
    text = gzip.decompress(packed).decode()
    assert not re.search(r"\d\.\d{6}", text)
    for feature in features(packed):
        facts = feature["properties"]
        assert feature["geometry"]["type"] in {"Polygon", "MultiPolygon"}
        assert set(facts) >= {"code", "nom", "pop", "en"}
        assert shapely.contains_xy(shapely.from_geojson(json.dumps(feature["geometry"])), *facts["en"])
    assert contours.geojson(name) is packed


def test_the_communes_of_a_departement_are_all_there_with_their_facts(contours, atlas):
    found = {f["properties"]["code"]: f["properties"] for f in features(contours.geojson("communes-35"))}
    assert set(found) == set(atlas.members("departement:35"))
    assert (found["35238"]["nom"], found["35238"]["pop"], found["35238"]["epci"]) == ("Rennes", 230_890, "243500139")


def test_restored_communes_are_named_by_the_contour_that_holds_them(contours, atlas):
    found = {f["properties"]["code"]: f["properties"] for f in features(contours.geojson("communes-15"))}
    assert found["15141"]["contient"] == ["15031", "15035", "15047", "15171"]
    assert set(found) == set(atlas.members("departement:15")) - set(found["15141"]["contient"])


def test_the_epci_of_a_region_are_those_that_touch_it(contours, atlas):
    codes = {f["properties"]["code"] for f in features(contours.geojson("epci-53"))}
    assert codes == {ref.code for ref in atlas.children("region:53", Niveau.EPCI)}


@pytest.mark.parametrize("scale", list(Scale))
@settings(max_examples=60)
@given(number=st.integers(0, 1690))
def test_an_outline_is_exactly_the_union_of_its_communes(contours, atlas, scale, number):
    row = atlas.levels.iloc[number]
    ref = TerritoryRef(Niveau(row["niveau"]), row["code"])
    outline = contours.outline(ref, scale)
    if len(atlas.members(ref)) > 800:  # a région takes a second each, and is made of départements
        parts = [contours.outline(part, scale) for part in atlas.children(ref, Niveau.DEPARTEMENT)]
        assert shapely.equals(shapely.coverage_union_all(parts), outline)
    else:
        composed = contours.outline(f"compose:{','.join(atlas.members(ref))}", scale)
        assert shapely.equals(composed, outline)


@pytest.mark.parametrize("scale", list(Scale))
@given(number=st.integers(0, 34_874))
def test_the_outline_of_a_commune_is_sound_and_on_the_grid(contours, atlas, scale, number):
    outline = contours.outline(f"commune:{atlas.communes.index[number]}", scale)
    assert outline.is_valid
    assert outline.area > 0
    grid = shapely.get_coordinates(outline) / GRID_DEGREES
    assert np.abs(grid - np.round(grid)).max() < 1e-3


def test_neighbouring_departements_share_their_edge(contours):
    one, other = contours.outline("departement:35"), contours.outline("departement:44")
    assert shapely.intersection(one, other).area == 0
    assert shapely.coverage_is_valid([one, other])
    assert shapely.intersection(one.boundary, other.boundary).length > 0.1


def test_bounds_and_label_of_a_territory_are_those_of_its_outline(contours, atlas):
    for ref in ("commune:35238", "epci:243500139", "departement:974", "zone_emploi:5315", "region:94"):
        territory, outline = atlas.get(ref), contours.outline(ref)
        west, south, east, north = territory.bounds
        assert shapely.within(outline, shapely.box(west, south, east, north).buffer(1e-9))
        assert abs(east - outline.bounds[2]) <= 0.0011
        assert shapely.contains_xy(outline, *territory.point)


def test_an_overview_is_lighter_than_the_detail(contours):
    for ref in ("departement:35", "region:53", "france:FR"):
        detail, overview = (shapely.get_num_coordinates(contours.outline(ref, scale)) for scale in Scale)
        assert overview < detail / 2


def test_a_restored_commune_has_the_outline_of_the_one_it_left(contours):
    assert shapely.equals(contours.outline("commune:15031"), contours.outline("commune:15141"))


def test_a_composed_outline_joins_mainland_and_overseas(contours):
    outline = contours.outline("compose:35238,97411")
    assert outline.bounds[0] < -1
    assert outline.bounds[2] > 55


def test_an_outline_as_geojson_says_whose_it_is(contours):
    feature = json.loads(gzip.decompress(contours.outline_geojson("epci:243500139")))
    assert feature["properties"] == {"territoire": "epci:243500139"}
    assert shapely.equals(shapely.from_geojson(json.dumps(feature["geometry"])), contours.outline("epci:243500139"))


@pytest.mark.parametrize("ref", ["commune:99999", "epci:1", "village:35238", "compose:99999", ""])
def test_the_outline_of_what_does_not_exist_is_refused(contours, ref):
    with pytest.raises(UnknownTerritoryError):
        contours.outline(ref)


def test_every_label_point_is_located_in_its_commune(contours, atlas):
    communes = atlas.communes
    found = contours.locate(lon=communes["lon"].to_numpy(), lat=communes["lat"].to_numpy())
    expected = communes["contour_de"].where(communes["contour_de"] != "", communes.index.to_series())
    assert list(found) == list(expected)


def test_a_point_outside_is_nowhere_unless_it_is_near(contours):
    # The sea off Saint-Malo, then the middle of the Atlantic, then no coordinate at all.
    coast = contours.outline("commune:35288")
    north = coast.bounds[3]
    near = north + 100 / 111_195
    lon = np.array([shapely.get_coordinates(coast)[shapely.get_coordinates(coast)[:, 1].argmax(), 0], -30.0, np.nan, np.inf])
    lat = np.array([near, 45.0, 48.0, 48.0])
    assert list(contours.locate(lon=lon, lat=lat)) == ["", "", "", ""]
    assert list(contours.locate(lon=lon, lat=lat, tolerance_m=150)) == ["35288", "", "", ""]
    assert list(contours.locate(lon=lon, lat=lat, tolerance_m=50)) == ["", "", "", ""]


def test_a_point_on_a_shared_border_has_one_commune_always_the_same(contours):
    border = shapely.intersection(contours.outline("commune:35238").boundary, contours.outline("commune:35051").boundary)
    lon, lat = shapely.get_coordinates(border)[:5].T
    found = contours.locate(lon=lon, lat=lat)
    assert set(found) <= {"35051", "35238"} | set(found[found < "35051"])
    assert list(contours.locate(lon=lon[::-1], lat=lat[::-1])) == list(found[::-1])


def test_no_point_at_all_is_no_answer(contours):
    assert len(contours.locate(lon=np.array([]), lat=np.array([]), tolerance_m=100)) == 0


def test_the_version_changes_with_the_content(contours, tmp_path):
    import shutil

    from .conftest import DATA

    for folder in ("contours", "territoires"):
        shutil.copytree(DATA / folder, tmp_path / folder)
    assert Contours.load(tmp_path).version == contours.version
    table = tmp_path / "territoires" / "communes.parquet"
    table.write_bytes((DATA / "territoires" / "communes.parquet").read_bytes() + b"")
    shutil.copyfile(DATA / "contours" / "ept_apercu.parquet", tmp_path / "contours" / "ept_detail.parquet")
    assert Contours.load(tmp_path).version != contours.version
    assert re.fullmatch(r"[0-9a-f]{16}", contours.version)
