"""Every place of a case is a territory of the atlas, of any level, and one place may hold several cases."""

from collections import defaultdict

import pytest

from ess_map.cases.fields import Card
from ess_map.territories.model import Niveau


def refs(library, case_id):
    return [str(place.ref) for place in library.places[case_id]]


def test_every_reference_resolves_to_a_territory_in_force(library, atlas):
    for case in library.cases.values():
        for place in library.places[case.id]:
            territory = atlas.get(place.ref)
            assert territory.communes
            assert not [notice for notice in territory.notices if "fusionné" in notice], case.id


def test_every_located_case_has_a_territory_and_no_scheme_has_one(library):
    assert all(library.places[case.id] for case in library.located())
    assert not any(library.places[case.id] for case in library.schemes())


@pytest.mark.parametrize(
    ("case_id", "expected"),
    [
        ("C07", ["ept:200058014", "commune:94081"]),
        ("C08", ["region:94"]),
        ("C19", ["departement:82", "departement:31"]),
        ("C20", ["epci:200093201", "commune:59350", "commune:62041"]),
        ("C28", ["ept:200057867"]),
        ("C33", ["commune:93072", "ept:200057867"]),
        ("C12", ["commune:23165"]),
        ("C03", ["epci:247600786", "commune:76217"]),
    ],
)
def test_a_case_has_its_territories_whatever_their_level(library, case_id, expected):
    assert refs(library, case_id) == expected


def test_a_territory_bears_the_name_that_the_source_gives_to_the_place(library, atlas):
    """A wrong code would give another name."""
    renamed = {("C03", "Communauté d’Agglomération Dieppe-Maritime"): "CA de la Région Dieppoise"}
    for case in library.located():
        for place in library.places[case.id]:
            genre = next(found.genre for found in case.lieux if found.nom == place.lieu)
            if genre in {"quartier", "pays", "pnr", "etablissement"}:
                continue
            name = atlas.get(place.ref).nom
            expected = renamed.get((case.id, place.lieu), place.lieu)
            assert _key(name) & _key(expected), (case.id, place.lieu, name)


def _key(name):
    small = {"ca", "cc", "cu", "de", "du", "la", "le", "communaute", "agglomeration", "d", "metropole", "grand", "pays", "ept"}
    from tests.cases.reading import words

    return set(words(name)) - small or set(words(name))


def test_the_regional_park_of_medoc_is_its_fifty_one_communes(library, atlas):
    (place,) = library.places["C24"]
    assert place.ref.niveau is Niveau.COMPOSE
    members = set(atlas.members(place.ref))
    assert len(members) == 51
    whole = set().union(*(atlas.members(f"epci:{code}") for code in ("200069995", "200070720", "243301447", "243301389")))
    assert whole - members == {"33541"}
    assert atlas.commune_name("33541") == "Vensac"


def test_the_pays_of_brest_is_seven_intercommunalities_and_103_communes(library, atlas):
    members = [commune for place in library.places["C23"] for commune in atlas.members(place.ref)]
    assert len(library.places["C23"]) == 7
    assert len(members) == len(set(members)) == 103


def test_one_place_may_hold_several_cases(library):
    held = defaultdict(set)
    for case in library.located():
        for place in library.places[case.id]:
            held[str(place.ref)].add(case.id)
    assert held["ept:200057867"] == {"C28", "C33"}
    assert held["commune:93055"] == {"C02", "C27"}
    assert held["commune:92036"] == {"C11", "C21"}
    assert held["epci:200040715"] == {"C10", "C30"}
    assert held["commune:59350"] == {"C14", "C20", "C29"}


def test_what_we_added_is_kept_apart_from_what_the_source_says(library):
    for case in library.cases.values():
        said = case.model_dump(exclude={"deduit"}, mode="json")
        for place in case.deduit.territoires:
            code = place.ref.partition(":")[2]
            assert code not in str(said), case.id


def test_a_card_cannot_be_changed(library):
    assert Card.model_config["frozen"]
    with pytest.raises(ValueError, match="frozen"):
        library.cases["C01"].titre = "autre"
