"""Boundaries carried, cleaned, simplified, dissolved and written, on squares where the answer is plain."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from ess_map.errors import SchemaError
from ess_map.sources import contour_layers
from ess_map.sources.adjacency import adjacency
from ess_map.sources.contour_carry import CarriedContours, carry_contours, polygonal
from ess_map.sources.geoparquet import write_layer
from ess_map.territories.layers import Layer
from ess_map.territories.lineage import Lineage
from ess_map.territories.projections import areas_km2, crs_of
from ess_map.territories.scales import Scale

COLUMNS = ["mod", "date", "type_av", "code_av", "nom_av", "type_ap", "code_ap"]
BOW_TIE = shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])


def series(**geometries):
    return pd.Series(list(geometries.values()), index=pd.Index(list(geometries), name="code"), dtype=object)


def square(x, y, side=0.1):
    return shapely.box(2 + x * 0.1, 46 + y * 0.1, 2 + x * 0.1 + side, 46 + y * 0.1 + side)


def no_movement(*codes):
    return Lineage(pd.DataFrame([], columns=COLUMNS), frozenset(codes), {})


def grid(n):
    return pd.Series(
        [square(x, y) for x in range(n) for y in range(n)],
        index=pd.Index([f"{x:02}{y:03}" for x in range(n) for y in range(n)], name="code"),
        dtype=object,
    )


def test_merged_communes_are_dissolved_and_restored_ones_shown_in_their_host():
    moves = [
        ("32", "2025-01-01", "COM", "B", "B", "COM", "A"),
        ("32", "2025-01-01", "COM", "A", "A", "COM", "A"),
        ("21", "2025-01-01", "COM", "C", "C", "COM", "C"),
        ("21", "2025-01-01", "COM", "C", "C", "COM", "D"),
        ("50", "2025-01-01", "COM", "E", "E", "COM", "F"),
    ]
    lineage = Lineage(pd.DataFrame(moves, columns=COLUMNS), frozenset("ACDF"), {})
    published = series(A=square(0, 0), B=square(1, 0), C=square(2, 0), E=square(3, 0))
    carried = carry_contours(published, lineage)
    assert list(carried.geometries.index) == ["A", "C", "F"]
    assert shapely.equals(carried.geometries["A"], shapely.union(square(0, 0), square(1, 0)))
    assert carried.borrowed == {"D": "C"}
    assert carried.merged == {"A": ("A", "B")}
    assert carried.renumbered == {"F": "E"}


@pytest.mark.parametrize(
    ("published", "current", "said"),
    [
        (series(A=square(0, 0), Z=square(1, 0)), "A", "le contour Z ne mène à aucune commune"),
        (series(A=square(0, 0)), "AB", "aucun contour pour B"),
    ],
)
def test_a_boundary_or_a_commune_left_alone_is_refused(published, current, said):
    with pytest.raises(SchemaError, match=said):
        carry_contours(published, no_movement(*current))


def test_a_repair_keeps_polygons_only():
    fixed = polygonal(BOW_TIE)
    assert fixed.is_valid
    assert fixed.area == pytest.approx(0.5)
    spike = shapely.Polygon([(0, 0), (1, 0), (1, 1), (1, 2), (1, 1), (0, 1)])
    assert polygonal(spike).geom_type == "Polygon"
    assert polygonal(square(0, 0)) is not None


@given(shift=st.floats(-0.004, 0.004))
def test_cleaning_removes_overlaps_and_gaps_between_neighbours(shift):
    # The second square overlaps the first, or leaves a sliver that two others close at both ends.
    left = shapely.box(2.0, 46.0, 2.1, 46.3)
    right = shapely.box(2.1 + shift, 46.1, 2.2, 46.2)
    below, above = shapely.box(2.1, 46.0, 2.2, 46.1), shapely.box(2.1, 46.2, 2.2, 46.3)
    clean = contour_layers.clean_coverages(series(a=left, b=right, c=below, d=above))
    parts = clean.to_numpy()
    assert shapely.coverage_is_valid(parts)
    whole = shapely.coverage_union_all(parts)
    assert whole.area == pytest.approx(0.06, abs=1e-9)
    assert len(shapely.get_rings(whole)) == 1


def test_a_real_hole_stays_a_hole():
    ring = [square(x, y) for x in range(3) for y in range(3) if (x, y) != (1, 1)]
    clean = contour_layers.clean_coverages(series(**{f"r{n}": part for n, part in enumerate(ring)}))
    assert len(shapely.get_rings(shapely.coverage_union_all(clean.to_numpy()))) == 2


@pytest.mark.parametrize("scale", list(Scale))
@given(noise=st.lists(st.floats(-0.002, 0.002), min_size=40, max_size=40))
def test_simplifying_keeps_neighbours_together_and_on_the_grid(scale, noise):
    border = [(2.1 + n, 46 + 0.1 * k / 39) for k, n in enumerate(noise)]
    left = shapely.Polygon([(2, 46), *border, (2, 46.1)])
    right = shapely.Polygon([(2.2, 46), *border, (2.2, 46.1)])
    simple = contour_layers.simplify_coverages(series(a=left, b=right), scale).to_numpy()
    assert shapely.coverage_is_valid(simple)
    assert shapely.coverage_union_all(simple).area == pytest.approx(0.02, abs=1e-5)
    assert shapely.get_num_coordinates(simple).sum() <= shapely.get_num_coordinates([left, right]).sum()
    points = shapely.get_coordinates(simple)
    assert np.allclose(points, np.round(points, 5), rtol=0, atol=1e-12)


def test_dissolving_gives_the_union_of_each_group_and_forgets_nobody():
    cells = grid(4)
    groups = pd.Series(["" if code == "00000" else code[:2] for code in cells.index], index=cells.index)
    outlines = contour_layers.dissolve(cells, groups)
    assert list(outlines.index) == ["00", "01", "02", "03"]
    assert outlines["00"].area == pytest.approx(0.03)
    assert sum(outline.area for outline in outlines) == pytest.approx(0.15)


def test_a_label_stands_inside_its_polygon_even_when_the_middle_does_not():
    horseshoe = shapely.difference(square(0, 0), shapely.box(2.02, 46.02, 2.08, 46.1))
    islands = shapely.MultiPolygon([square(0, 0), square(5, 5, 0.3)])
    points = contour_layers.label_points(series(a=horseshoe, b=islands))
    assert shapely.contains_xy(horseshoe, *points.loc["a"])
    assert shapely.contains_xy(square(5, 5, 0.3), *points.loc["b"])


def test_bounds_are_rounded_outwards():
    box = contour_layers.bounds(series(a=shapely.box(-1.23456, 46.00001, 2.34561, 47.0))).loc["a"]
    assert box.to_dict() == {"west": -1.235, "south": 46.0, "east": 2.346, "north": 47.0}


def test_neighbours_share_an_edge_not_a_corner():
    carried = CarriedContours(grid(2), {"09999": "00000"}, {}, {})
    pairs = {tuple(pair) for pair in adjacency(grid(2), carried).itertuples(index=False, name=None)}
    sides = {("00000", "00001"), ("00000", "01000"), ("00001", "01001"), ("01000", "01001")}
    assert pairs == sides | {("00000", "09999")}


def test_a_layer_is_real_geoparquet_in_the_order_of_its_areas(tmp_path):
    cells = grid(6)
    areas = pd.Series([code[:2] for code in cells.index], index=cells.index)
    path = tmp_path / "contours" / "cells.parquet"
    write_layer(cells, areas, path)
    frame = gpd.read_parquet(path)
    assert frame.crs == "EPSG:4326"
    assert len(frame) == 36
    # Each area is one run of rows.
    assert (frame["area"] != frame["area"].shift()).sum() == 6
    layer = Layer(path)
    assert layer.areas == {"00", "01", "02", "03", "04", "05"}
    assert all(shapely.equals(layer.everything()[code], cells[code]) for code in cells.index)
    assert set(layer.area("03")) == {code for code in cells.index if code.startswith("03")}


def test_a_layer_written_twice_is_the_same_file(tmp_path):
    cells = grid(4)
    areas = pd.Series("FR", index=cells.index)
    write_layer(cells, areas, tmp_path / "one.parquet")
    write_layer(cells.sample(frac=1, random_state=1), areas, tmp_path / "two.parquet")
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()


@pytest.mark.parametrize(
    ("code", "crs", "lon", "lat"),
    [("35238", 2154, -1.68, 48.11), ("97105", 5490, -61.7, 16.0), ("97209", 5490, -61.0, 14.6), ("97302", 2972, -52.3, 4.9),
     ("97411", 2975, 55.45, -20.9), ("97611", 4471, 45.2, -12.8)],
)  # fmt: skip
def test_an_area_is_measured_in_the_projection_of_its_place(code, crs, lon, lat):
    assert crs_of(code) == crs
    # A cell of a hundredth of a degree, against the area of the ellipsoid there.
    box = shapely.box(lon, lat, lon + 0.01, lat + 0.01)
    expected = abs(gpd.GeoSeries([box], crs=4326).to_crs(f"+proj=cea +lat_ts={lat} +ellps=GRS80").area.iloc[0]) / 1e6
    assert areas_km2(np.array([code], dtype=object), np.array([box], dtype=object))[0] == pytest.approx(expected, rel=0.002)
