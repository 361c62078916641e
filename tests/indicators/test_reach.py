"""What is within reach, against distances computed one by one in the projection of each part of France."""

import numpy as np
import pyproj
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.reach import ANY, DISTANCES_KM, cell_keys, theme_bit, within_reach
from ess_map.indicators.reading import Reading
from tests.indicators.embedded import atlas
from tests.indicators.observed import actor, evidence, small_evidence

metres = st.tuples(st.integers(-60_000, 60_000), st.integers(-60_000, 60_000))


@settings(max_examples=150)
@given(st.lists(metres, min_size=1, max_size=15), st.lists(st.tuples(metres, st.integers(1, 0xFFFF)), max_size=25))
def test_within_reach_agrees_with_every_distance(points, sites):
    where = np.array(points, dtype=float)
    positions = np.array([xy for xy, _ in sites], dtype=float).reshape(-1, 2)
    bits = np.array([b for _, b in sites], dtype=np.uint16)
    order = np.argsort(cell_keys(positions), kind="stable")
    found = within_reach(where, positions[order], bits[order])
    for rank, kilometres in enumerate(DISTANCES_KM):
        for number, point in enumerate(where):
            near = np.hypot(*(positions - point).T) <= kilometres * 1000
            assert found[rank, number] == np.bitwise_or.reduce(bits[near], initial=0)


@settings(max_examples=20)
@given(st.sampled_from(list(atlas().communes.index[::53])), st.sampled_from(DISTANCES_KM))
def test_reach_agrees_with_distances_in_the_projection_of_the_commune(code, kilometres):
    known, row = evidence(), int(atlas().communes.index.get_loc(code))
    crs = {"971": 5490, "972": 5490, "973": 2972, "974": 2975, "976": 4471}.get(code[:3], 2154)
    project = pyproj.Transformer.from_crs(4326, crs, always_xy=True).transform
    x, y = project(atlas().communes["lon"].iloc[row], atlas().communes["lat"].iloc[row])
    codes = known.register.codes
    same_zone = np.array(
        [{"971": 5490, "972": 5490, "973": 2972, "974": 2975, "976": 4471}.get(d, 2154) == crs for d in (*codes.departements, "")]
    )
    usable = ~np.isnan(known.register.lon) & same_zone[codes.departement] & ~codes.complement
    ax, ay = project(known.register.lon[usable], known.register.lat[usable])
    distance = np.hypot(np.asarray(ax) - x, np.asarray(ay) - y)
    # A metre of tolerance around the limit: positions are compared, not their last decimals.
    sure, possible = distance <= kilometres * 1000 - 1, distance <= kilometres * 1000 + 1
    found = known.reach(known.every_source).within(np.array([row]), kilometres)[0]
    themes = codes.themes[usable]
    assert np.bitwise_or.reduce(themes[sure], initial=0) & ~np.uint32(found) == 0
    lost = codes.commune[np.isnan(known.register.lon) & ~codes.complement]
    if not len(lost[lost >= 0]):
        assert np.uint32(found & ~ANY) & ~np.bitwise_or.reduce(themes[possible], initial=0) == 0


def test_farther_never_finds_less():
    rows = np.arange(0, 34_875, 40)
    reach = evidence().reach(evidence().every_source)
    near = reach.within(rows, 5)
    for kilometres in (10, 15, 30):
        wider = reach.within(rows, kilometres)
        assert (near & ~wider == 0).all()
        near = wider


def test_an_actor_without_position_stands_at_the_point_of_its_commune():
    known = small_evidence([actor(1, "35238", themes="MOB")])
    row = atlas().communes.index.get_indexer(["35238", "29019"])
    assert (known.reach(1).within(row, 5) & theme_bit("MOB") > 0).tolist() == [True, False]


def test_distance_to_an_actor_across_the_border_of_the_territory_counts():
    """Cesson-Sévigné touches Rennes: an actor of Rennes is within reach of those who live next door."""
    known = small_evidence([actor(1, "35238", themes="MOB")])
    reading = Reading(known, known.places([atlas().parse("commune:35051"), atlas().parse("commune:29019")]), 1)
    assert reading.out_of_reach("MOB").tolist() == [0, reading.population[1]]
    assert reading.out_of_reach("CUL").tolist() == reading.population.tolist()


@pytest.mark.parametrize("kilometres", DISTANCES_KM)
def test_coverage_asks_the_distance_of_the_reading(kilometres):
    known = small_evidence([actor(1, "35238", themes="MOB")])
    places = known.places([atlas().parse("departement:35")])
    measure = catalogue()["eloignement_theme"].mesure(Reading(known, places, 1, kilometres), "MOB")
    communes = atlas().communes.loc[list(atlas().members("departement:35"))]
    project = pyproj.Transformer.from_crs(4326, 2154, always_xy=True).transform
    x, y = project(communes["lon"].to_numpy(), communes["lat"].to_numpy())
    here = list(communes.index).index("35238")
    beyond = np.hypot(x - x[here], y - y[here]) > kilometres * 1000
    assert measure.numerateur[0] == communes["population"].to_numpy()[beyond].sum()


def test_overseas_is_measured_there():
    """In the projection of the mainland Mayotte would be thousands of kilometres away from itself."""
    known = small_evidence([actor(1, "97611", themes="MOB")])
    measure = catalogue()["eloignement_theme"].mesure(Reading(known, known.places([atlas().parse("departement:976")]), 1), "MOB")
    assert 0 < measure.valeur[0] < 100
