"""Distances to the préfecture, against the great circle and known places."""

import numpy as np
import pandas as pd
import pytest

from ess_map.indicators.prefecture import distances_km
from tests.indicators.embedded import atlas

EARTH_KM = 6371.0
SEATS = dict(atlas().levels.query("niveau == 'departement'")[["code", "chef_lieu"]].itertuples(index=False, name=None))


def great_circle_km(here, there):
    lon1, lat1, lon2, lat2 = map(np.radians, (here["lon"], here["lat"], there["lon"], there["lat"]))
    chord = np.sin((lat2 - lat1) / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * np.arcsin(np.sqrt(chord))


@pytest.fixture(scope="module")
def distances():
    return distances_km(atlas().communes, SEATS)


def test_a_prefecture_is_at_no_distance_of_itself(distances):
    assert (distances[list(SEATS.values())] == 0).all()
    assert (distances.drop(list(SEATS.values())) > 0).all()


def test_distances_are_those_of_the_sphere_within_one_percent(distances):
    """The sphere is half a percent away from the ellipsoid, and Lambert-93 stretches by up to 0,3 %."""
    communes = atlas().communes
    seats = communes.loc[communes["departement"].map(SEATS)]
    sphere = great_circle_km(communes[["lon", "lat"]].reset_index(drop=True), seats[["lon", "lat"]].reset_index(drop=True))
    far = sphere > 1
    assert np.abs(distances.to_numpy()[far] / sphere[far] - 1).max() < 0.01


def test_an_unknown_seat_gives_an_unknown_distance():
    communes = pd.DataFrame({"departement": ["35"], "lon": [-1.68], "lat": [48.11]}, index=["35238"])
    assert distances_km(communes, {}).isna().all()
