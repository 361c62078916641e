"""Territories as sets of units: sums, splitting, and the actors whose commune is not known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ess_map.actors import query
from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.model import Loi
from ess_map.indicators.places import Places, Units
from ess_map.indicators.reading import Reading
from ess_map.territories.model import FRANCE, Niveau, TerritoryRef
from tests.indicators.embedded import atlas
from tests.indicators.observed import actor, actors_in, evidence, small_evidence

WIDE = [Niveau.EPCI, Niveau.DEPARTEMENT, Niveau.REGION, Niveau.ZONE_EMPLOI]
sets = st.lists(st.lists(st.integers(0, 49), min_size=1, max_size=12, unique=True), min_size=1, max_size=8)


def places_of(refs):
    return evidence().places([atlas().parse(ref) if isinstance(ref, str) else ref for ref in refs])


@given(sets, st.lists(st.integers(0, 99), min_size=50, max_size=50))
def test_sums_over_places_are_plain_sums(members, column):
    places = Places.of_sets([None] * len(members), [np.array(units) for units in members])
    values = np.array(column, dtype=float)
    assert places.sum(values).tolist() == [values[units].sum() for units in members]
    assert [places.members(i).tolist() for i in range(len(places))] == members
    assert places.owner().tolist() == [i for i, units in enumerate(members) for _ in units]


@given(sets, st.lists(st.booleans(), min_size=50, max_size=50))
def test_a_mask_holds_for_a_place_when_it_holds_for_all_its_units(members, flags):
    places = Places.of_sets([None] * len(members), [np.array(units) for units in members])
    mask = np.array([flags, [True] * 50])
    assert places.all(mask).tolist() == [[all(flags[u] for u in units) for units in members], [True] * len(members)]


def test_no_place_has_no_sum():
    assert len(Places.of_sets([], []).sum(np.ones(5))) == 0


def test_units_are_the_communes_then_the_departements_then_nowhere():
    units = Units.of(atlas())
    assert (units.communes, len(units.departements), len(units)) == (34_875, 101, 34_875 + 102)


@settings(max_examples=25)
@given(st.data())
def test_what_adds_up_is_the_same_whole_or_split(data):
    """Invariance by splitting: a région is the sum of its départements, an EPCI of its communes, France of its régions."""
    parent, niveau = data.draw(
        st.sampled_from(
            [(TerritoryRef(Niveau.REGION, code), Niveau.DEPARTEMENT) for code in ("53", "11", "75", "93", "04")]
            + [(ref, Niveau.COMMUNE) for ref in atlas().children(FRANCE, Niveau.EPCI)[::100]]
            + [(FRANCE, Niveau.REGION), (FRANCE, Niveau.DEPARTEMENT)]
        )
    )
    additive = [i for i in catalogue().values() if i.loi is Loi.POISSON and "registre" in i.sources] + [
        catalogue()[name] for name in ("eloignement_theme", "habitants_sans_acteur", "habitants_sans_insertion")
    ]
    indicator = data.draw(st.sampled_from(additive))
    code = data.draw(st.sampled_from(list(indicator.modalites) or [""]))
    parts = places_of(atlas().children(parent, niveau))
    every = evidence().every_source
    whole = indicator.mesure(Reading(evidence(), places_of([parent]), every), code)
    split = indicator.mesure(Reading(evidence(), parts, every), code)
    assert split.numerateur.sum() == pytest.approx(whole.numerateur[0])
    assert split.denominateur.sum() == pytest.approx(whole.denominateur[0])


@settings(max_examples=20)
@given(st.lists(st.sampled_from(list(atlas().communes.index[::37])), min_size=1, max_size=8, unique=True))
def test_a_composed_territory_is_the_sum_of_its_members(codes):
    composed = atlas().parse("compose:" + ",".join(codes))
    reading = Reading(evidence(), places_of([composed]), evidence().every_source)
    members = Reading(evidence(), places_of([f"commune:{code}" for code in codes]), evidence().every_source)
    for feature in ("total", "theme.SOC", "famille.association"):
        assert members.actors(feature).sum() == reading.actors(feature)[0]
    assert members.population.sum() == reading.population[0]


@pytest.mark.parametrize("ref", ["commune:35238", "epci:243500139", "departement:75", "departement:93", "region:84", "france:FR"])
def test_counts_agree_with_the_query_of_the_actors(ref):
    """The figure of the diagnosis is the count of the map, actors without commune included."""
    found = atlas().parse(ref)
    kept = query.within(evidence().register, atlas(), found) & ~evidence().register.codes.complement
    reading = Reading(evidence(), places_of([ref]), evidence().every_source)
    assert reading.actors("total")[0] == kept.sum()


def test_an_actor_without_commune_counts_in_its_departement_and_above_only():
    known = small_evidence([*actors_in("35238", 3), actor(9, "", departement="35"), actor(10, "", departement="")])
    refs = ["commune:35238", "epci:243500139", "departement:35", "region:53", "france:FR", "departement:22"]
    places = known.places([atlas().parse(ref) for ref in refs])
    assert Reading(known, places, known.every_source).actors("total").tolist() == [3, 3, 4, 4, 5, 0]


def test_the_complementary_register_is_never_counted():
    known = small_evidence([*actors_in("35238", 2), actor(5, "35238", registre="complement")])
    reading = Reading(known, known.places([atlas().parse("commune:35238")]), known.every_source)
    assert reading.actors("total").tolist() == [2]


def test_years_of_population_are_said_for_each_place():
    reading = Reading(evidence(), places_of(["commune:35238", "departement:976", "france:FR", "compose:97608,35238"]), 0)
    assert reading.population_millesime.tolist() == ["2023", "2017", "2023 et 2017", "2023 et 2017"]


def test_a_commune_where_nobody_lives_has_no_rate():
    empty = atlas().communes.index[atlas().communes["population"] == 0]
    assert len(empty)
    measure = catalogue()["densite_acteurs"].mesure(Reading(evidence(), places_of([f"commune:{empty[0]}"]), 1), "")
    assert np.isnan(measure.valeur[0])
    assert "Personne" in measure.motif[0]
