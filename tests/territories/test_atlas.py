"""Every territory and its facts: embedded figures against published ones, sums, parents, members, neighbours."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ess_map.territories.hierarchy import PARENT_LEVELS
from ess_map.territories.model import FRANCE, Niveau, TerritoryRef

ROW = st.integers(0, 34_874)
"""Any commune, by its row."""


@pytest.mark.parametrize(
    ("ref", "nom", "nature", "n_communes", "population"),
    [
        ("commune:35238", "Rennes", "Commune", 1, 230_890),
        ("commune:75056", "Paris", "Commune", 1, 2_103_778),
        ("epci:243500139", "Rennes Métropole", "Métropole", 43, 480_178),
        ("epci:200046977", "Métropole de Lyon", "Métropole (collectivité à statut particulier)", 58, 1_436_354),
        ("ept:200057867", "Plaine Commune", "Établissement public territorial", 8, 453_671),
        ("departement:2A", "Corse-du-Sud", "Département", 124, 168_306),
        ("departement:976", "Mayotte", "Département", 17, 256_518),
        ("region:53", "Bretagne", "Région", 1202, 3_449_370),
        ("region:11", "Île-de-France", "Région", 1266, 12_463_067),
        ("france:FR", "France", "Pays", 34_875, 68_350_798),
    ],
)
def test_a_territory_has_its_published_name_nature_and_population(atlas, ref, nom, nature, n_communes, population):
    territory = atlas.get(ref)
    assert (territory.nom, territory.nature, len(territory.communes), territory.population) == (
        nom,
        nature,
        n_communes,
        population,
    )


@pytest.mark.parametrize(
    ("niveau", "n"),
    [(Niveau.EPCI, 1255), (Niveau.EPT, 11), (Niveau.ZONE_EMPLOI, 306), (Niveau.DEPARTEMENT, 101), (Niveau.REGION, 18)],
)
def test_france_holds_every_territory_of_each_level(atlas, niveau, n):
    assert len(atlas.children(FRANCE, niveau)) == n


def test_the_vintage_of_a_population_is_said(atlas):
    assert atlas.get("commune:35238").population_millesime == "2023"
    assert atlas.get("commune:97611").population_millesime == "2017"
    france = atlas.get(FRANCE)
    assert france.population_millesime == "2023 et 2017"
    assert "2023 et 2017" in france.notices[0]


@pytest.mark.parametrize(
    ("ref", "km2"), [("commune:35238", 50.4), ("commune:75056", 105.4), ("region:53", 27_208), ("departement:973", 83_534)]
)
def test_an_area_is_that_of_the_ground(atlas, ref, km2):
    assert atlas.get(ref).area_km2 == pytest.approx(km2, rel=0.02)


def test_a_density_is_inhabitants_by_square_kilometre(atlas):
    rennes = atlas.get("commune:35238")
    assert rennes.density == pytest.approx(rennes.population / rennes.area_km2)
    assert atlas.get("commune:15031").density is None


def test_parents_go_from_the_finest_to_the_widest(atlas):
    found = [str(parent) for parent in atlas.get("commune:93066").parents]
    assert found == ["ept:200057867", "epci:200054781", "zone_emploi:1109", "departement:93", "region:11"]
    assert [str(parent) for parent in atlas.get("departement:35").parents] == ["region:53"]
    assert atlas.get(FRANCE).parents == ()


def test_an_epci_across_two_departements_has_neither_for_parent(atlas):
    across = next(ref for ref in atlas.children(FRANCE, Niveau.EPCI) if len(atlas.children(ref, Niveau.DEPARTEMENT)) > 1)
    assert not [parent for parent in atlas.get(across).parents if parent.niveau is Niveau.DEPARTEMENT]


def test_four_islands_have_no_epci(atlas):
    alone = {atlas.commune_name(code) for code in atlas.communes.index[atlas.communes["epci"] == ""]}
    assert alone == {"Île-de-Bréhat", "Île-de-Sein", "Ouessant", "L'Île-d'Yeu"}
    assert not [parent for parent in atlas.get("commune:29155").parents if parent.niveau is Niveau.EPCI]


def test_zonings_are_counted(atlas):
    assert atlas.get(FRANCE).zonages.pvd == 1606
    assert atlas.get(FRANCE).zonages.acv == 244
    assert atlas.get("commune:2A004").zonages.acv == 1
    assert atlas.get("commune:35238").zonages.zrr == 0


@given(rows=st.lists(ROW, min_size=1, max_size=30, unique=True))
def test_the_population_of_a_composed_territory_is_the_sum_of_its_communes(atlas, rows):
    chosen = list(atlas.communes.index[rows])
    territory = atlas.get("compose:" + ",".join(chosen))
    assert territory.population == sum(atlas.get(f"commune:{code}").population for code in chosen)
    assert territory.communes == tuple(sorted(chosen))
    assert territory.zonages.zrr == sum(atlas.get(f"commune:{code}").zonages.zrr for code in chosen)


@given(rows=st.lists(ROW, min_size=1, max_size=10, unique=True))
def test_the_bounds_of_a_composed_territory_hold_those_of_its_communes(atlas, rows):
    chosen = list(atlas.communes.index[rows])
    west, south, east, north = atlas.get("compose:" + ",".join(chosen)).bounds
    for code in chosen:
        w, s, e, n = atlas.get(f"commune:{code}").bounds
        assert west <= w < e <= east
        assert south <= s < n <= north


@settings(max_examples=60)
@given(st.data())
def test_every_member_of_a_territory_has_it_for_parent(atlas, data):
    niveau = data.draw(st.sampled_from(list(PARENT_LEVELS)))
    ref = data.draw(st.sampled_from(atlas.children(FRANCE, niveau)))
    for code in atlas.members(ref)[:50]:
        assert ref in atlas.get(f"commune:{code}").parents


@given(st.data())
def test_a_parent_holds_every_member_of_the_territory(atlas, data):
    niveau = data.draw(st.sampled_from([Niveau.EPT, Niveau.EPCI, Niveau.DEPARTEMENT]))
    ref = data.draw(st.sampled_from(atlas.children(FRANCE, niveau)))
    members = set(atlas.members(ref))
    for parent in atlas.get(ref).parents:
        assert members <= set(atlas.members(parent))


@given(row=ROW)
def test_communes_are_neighbours_of_their_neighbours(atlas, row):
    ref = TerritoryRef(Niveau.COMMUNE, atlas.communes.index[row])
    for other in atlas.neighbours(ref, limit=100):
        assert ref in atlas.neighbours(other, limit=100)


def test_neighbours_are_of_the_same_level_the_most_populated_first(atlas):
    found = [atlas.get(ref) for ref in atlas.neighbours("departement:35")]
    assert {territory.nom for territory in found} == {
        "Loire-Atlantique", "Maine-et-Loire", "Morbihan", "Côtes-d'Armor", "Manche", "Mayenne",
    }  # fmt: skip
    assert [t.population for t in found] == sorted((t.population for t in found), reverse=True)


def test_neighbours_cross_the_borders_of_departements(atlas):
    # Redon (35) touches Saint-Nicolas-de-Redon (44) across the Vilaine.
    assert TerritoryRef(Niveau.COMMUNE, "44185") in atlas.neighbours("commune:35236", limit=20)


def test_an_island_and_a_country_have_no_neighbour(atlas):
    assert atlas.neighbours("commune:29155") == []
    assert atlas.neighbours("region:04") == []
    assert atlas.neighbours(FRANCE) == []


def test_the_neighbours_of_a_composed_territory_are_the_communes_around_it(atlas):
    inside = atlas.members("epci:243500139")
    around = atlas.neighbours("compose:" + ",".join(inside), limit=1000)
    assert around
    assert all(ref.niveau is Niveau.COMMUNE and ref.code not in inside for ref in around)


def test_a_composed_territory_may_join_the_mainland_and_overseas(atlas):
    territory = atlas.get("compose:35238,97411")
    assert territory.nom == "Rennes et Saint-Denis"
    assert territory.parents == ()
    assert territory.bounds[2] > 55


def test_a_merged_code_says_what_is_shown_instead(atlas):
    notice = atlas.get("commune:01324").notices[0]
    assert notice.startswith("Cette commune a fusionné\u00a0: nous affichons la commune actuelle.")
    assert "Rignat a fusionné avec Bohas-Meyriat-Rignat en 1974" in notice


def test_a_restored_commune_says_in_which_contour_it_is_shown(atlas):
    assert "dans celui de Neussargues-Moissac" in atlas.get("commune:15031").notices[0]
    assert "contient encore Celles, Chalinargues, Chavagnac et Sainte-Anastasie" in atlas.get("commune:15141").notices[0]
    assert atlas.get("commune:15031").area_km2 is None
    assert atlas.get("departement:15").area_km2 == pytest.approx(5726, rel=0.02)


def test_a_commune_that_only_changed_its_code_keeps_its_contour(atlas):
    merged = atlas.get("commune:49126")
    assert merged.notices == ()
    assert atlas.communes.loc["49126", "contour"] == "propre"


def test_text_columns_are_never_null(atlas):
    text = [column for column in atlas.communes.columns if atlas.communes[column].dtype == "str"]
    assert {"nom", "epci", "codes_postaux", "zrr", "contour_de"} <= set(text)
    assert not atlas.communes[text].isna().any().any()
