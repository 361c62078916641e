"""A point is believed when it agrees with the commune that is written; otherwise the commune wins, and it is said."""

import numpy as np
import pandas as pd
import pytest

from ess_map.sources.actor_rows import actor_rows
from ess_map.sources.placing import place
from tests.sources.actor_france import france_of_data

RENNES, BRUZ, PARIS_14, SEA = (-1.6800, 48.1100), (-1.7480, 48.0240), (2.3270, 48.8330), (-4.5, 46.5)


@pytest.fixture(scope="module")
def france():
    return france_of_data()


def placed(france, **cells):
    point = cells.pop("point", None)
    if point:
        cells |= {"longitude": str(point[0]), "latitude": str(point[1]), "qualite": cells.get("qualite", "adresse")}
    table = actor_rows(1, **{name: [value] for name, value in cells.items()})
    return place(table, france.index, france.ground, france.centres).iloc[0]


def test_a_point_inside_its_commune_is_kept(france):
    row = placed(france, code_postal="35000", ville="Rennes", point=RENNES)
    assert (row["code_commune"], row["departement"], row["precision_position"]) == ("35238", "35", "adresse")
    assert (row["longitude"], row["latitude"]) == RENNES
    assert (row["commune_methode"], row["position_methode"], row["alertes"]) == ("rapprochement", "geocodage", "")


@pytest.mark.parametrize("point", [PARIS_14, BRUZ, SEA])
def test_a_point_elsewhere_gives_way_to_the_centre_of_the_commune(france, point):
    row = placed(france, code_postal="35000", ville="Rennes", point=point)
    assert (row["code_commune"], row["precision_position"], row["position_methode"]) == ("35238", "commune", "centre")
    assert row["alertes"] == "position_ecartee"
    assert france.ground.distance_m("35238", lon=row["longitude"], lat=row["latitude"]) == 0


def test_a_point_just_over_the_edge_is_kept_and_said(france):
    outline = france.ground.contours.outline("commune:35238")
    west, _, _, _ = outline.bounds
    edge = next(point for point in outline.exterior.coords if point[0] == west)
    row = placed(france, code_postal="35000", ville="Rennes", point=(west - 0.002, edge[1]))
    assert row["code_commune"] == "35238"
    assert row["alertes"] == "position_au_bord"
    assert row["precision_position"] == "adresse"


def test_a_poor_geocoding_is_replaced_by_the_centre_of_the_arrondissement(france):
    row = placed(france, code_insee="75114", point=PARIS_14, qualite="commune")
    assert (row["code_commune"], row["precision_position"]) == ("75056", "arrondissement")
    assert france.ground.locate(lon=np.array([row["longitude"]]), lat=np.array([row["latitude"]]))[0] == "75056"


def test_without_point_the_commune_gives_its_own(france):
    row = placed(france, code_insee="2A004")
    assert (row["code_commune"], row["departement"], row["precision_position"]) == ("2A004", "2A", "commune")
    assert row["commune_methode"] == "publie"


def test_a_commune_that_is_not_written_is_that_of_the_point_if_the_departement_agrees(france):
    row = placed(france, departement_declare="35", ville="Nulle-Part-en-Rêve", point=RENNES)
    assert (row["code_commune"], row["alertes"], row["commune_methode"]) == ("35238", "commune_corrigee", "position")
    lost = placed(france, departement_declare="75", ville="Nulle-Part-en-Rêve", point=RENNES)
    assert (lost["code_commune"], lost["departement"], lost["precision_position"]) == ("", "75", "inconnue")
    assert np.isnan(lost["longitude"])
    assert lost["alertes"] == "commune_non_retrouvee|position_ecartee"


def test_a_former_commune_is_said(france):
    row = placed(france, code_insee="01324")
    assert (row["code_commune"], row["alertes"]) == ("01245", "ancienne_commune")


def test_nothing_written_is_nowhere(france):
    row = placed(france, nom="Le Relais")
    assert (row["code_commune"], row["departement"], row["precision_position"]) == ("", "", "inconnue")


def test_the_table_is_left_as_it_was(france):
    table = actor_rows(2, nom=["A", "B"], code_insee=["35238", "75119"])
    before = table.copy()
    answer = place(table, france.index, france.ground, france.centres)
    pd.testing.assert_frame_equal(table, before)
    assert answer["nom"].tolist() == ["A", "B"]


def test_distances_are_metres(france):
    outline = france.ground.contours.outline("commune:35238")
    west = outline.bounds[0]
    lat = next(point[1] for point in outline.exterior.coords if point[0] == west)
    metres = france.ground.distance_m("35238", lon=west - 0.01, lat=lat)
    assert 0.9 * 743 < metres <= 743.5
