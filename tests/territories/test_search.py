"""A person finds a territory however they write it, and knows why it was found."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ess_map.territories.model import Niveau
from ess_map.territories.search_keys import spoken


def refs(hits):
    return [str(hit.ref) for hit in hits]


@pytest.mark.parametrize(
    ("q", "first", "why"),
    [
        ("Rennes", "commune:35238", "nom"),
        ("rennes", "commune:35238", "nom"),
        ("Rennes Métropole", "epci:243500139", "nom"),
        ("métropole rennes", "epci:243500139", "nom contenant « métropole rennes »"),
        ("Bretagne", "region:53", "nom"),
        ("Loire", "departement:42", "nom"),
        ("renes", "commune:35238", "nom proche de « renes »"),
        ("brets", "commune:29019", "nom proche de « brets »"),
        ("renes metro", "epci:243500139", "nom proche de « renes metro »"),
        ("renes 35", "commune:35238", "nom proche de « renes »"),
        ("35", "departement:35", "code département 35"),
        ("2a", "departement:2A", "code département 2A"),
        ("11", "departement:11", "code département 11"),
        ("Ille-et-Vilaine", "departement:35", "nom"),
        ("ille et vilaine", "departement:35", "nom"),
        ("Mayenne", "commune:53147", "nom"),
        ("Paris", "commune:75056", "nom"),
        ("France", "france:FR", "nom"),
        ("Plaine Commune", "ept:200057867", "nom"),
        ("35000", "commune:35238", "code postal 35000"),
        ("35238", "commune:35238", "code Insee 35238"),
        ("2A004", "commune:2A004", "code Insee 2A004"),
        ("243500139", "epci:243500139", "numéro SIREN 243500139"),
        ("243 500 139", "epci:243500139", "numéro SIREN 243500139"),
        ("24350013900189", "epci:243500139", "numéro SIREN 243500139"),
        ("200057867", "ept:200057867", "numéro SIREN 200057867"),
        ("213502388", "commune:35238", "numéro SIREN 213502388"),
        ("Rignat", "commune:01245", "Rignat a fusionné avec Bohas-Meyriat-Rignat en 1974"),
        ("01324", "commune:01245", "Rignat a fusionné avec Bohas-Meyriat-Rignat en 1974"),
        ("Châlons-sur-Marne", "commune:51108", "Châlons-sur-Marne a pris le nom de Châlons-en-Champagne en 1998"),
        ("chalons s/ marne", "commune:51108", "Châlons-sur-Marne a pris le nom de Châlons-en-Champagne en 1998"),
        ("75111", "commune:75056", "Paris 11ᵉ arrondissement fait partie de la commune de Paris"),
        ("Paris 11e", "commune:75056", "Paris 11ᵉ arrondissement fait partie de la commune de Paris"),
        ("paris 11", "commune:75056", "Paris 11ᵉ arrondissement fait partie de la commune de Paris"),
        ("paris 11ème arrondissement", "commune:75056", "Paris 11ᵉ arrondissement fait partie de la commune de Paris"),
        ("Lyon 1er", "commune:69123", "Lyon 1ᵉʳ arrondissement fait partie de la commune de Lyon"),
        ("75011", "commune:75056", "code postal 75011 : 11ᵉ arrondissement, commune entière"),
        ("St-Étienne", "commune:42218", "nom"),
        ("ste anne", "commune:97128", "nom"),
        ("l'hay les roses", "commune:94038", "nom"),
        ("hay les roses", "commune:94038", "nom"),
        ("haye", "commune:50236", "nom"),
        ("la rochelle", "commune:17300", "nom"),
        ("mans", "commune:72181", "nom"),
        ("oeuilly", "commune:51410", "nom"),
        ("Œuilly", "commune:51410", "nom"),
        ("la r", "commune:17300", "nom commençant par « la r »"),
        ("villeurbane", "commune:69266", "nom proche de « villeurbane »"),
        ("marseile", "commune:13055", "nom proche de « marseile »"),
        ("35000 Rennes", "commune:35238", "nom"),
        ("Rennes (35)", "commune:35238", "nom"),
        ("saint-denis 93", "commune:93066", "nom"),
        ("saint denis réunion", "commune:97411", "nom"),
        ("département du Nord", "departement:59", "nom"),
        ("région Occitanie", "region:76", "nom"),
        ("ville de Paris", "commune:75056", "nom"),
        ("communauté de communes du Clermontois", "epci:246000376", "nom"),
    ],
)
def test_the_expected_territory_comes_first_and_says_why(atlas, q, first, why):
    hit = atlas.search(q)[0]
    assert (str(hit.ref), hit.pourquoi.replace("\u00a0", " ")) == (first, why)


def test_a_wider_territory_of_the_same_name_comes_right_after_the_town(atlas):
    assert refs(atlas.search("Mayenne", limit=2)) == ["commune:53147", "departement:53"]
    assert refs(atlas.search("Lyon", limit=2)) == ["commune:69123", "zone_emploi:8421"]
    assert refs(atlas.search("La Réunion", limit=3)) == ["departement:974", "region:04", "commune:47222"]
    assert refs(atlas.search("Bretagne", limit=2)) == ["region:53", "commune:90019"]


def test_a_postcode_and_a_code_may_be_the_same_figures(atlas):
    found = refs(atlas.search("01400"))
    assert found[:2] == ["commune:01093", "commune:01400"]
    assert "commune:01001" in found


def test_a_partition_offers_every_heir(atlas):
    assert refs(atlas.search("Hocmont", limit=2)) == ["commune:08203", "commune:08454"]
    assert set(refs(atlas.search("08227"))) == {"commune:08203", "commune:08454"}


def test_homonyms_are_told_apart_by_their_departement(atlas):
    hits = [hit for hit in atlas.search("Saint-Denis", limit=20) if hit.nom == "Saint-Denis"]
    assert len(hits) >= 3
    assert len({hit.departement for hit in hits}) == len(hits)
    assert [hit.population for hit in hits] == sorted((hit.population for hit in hits), reverse=True)


def test_a_typo_finds_every_homonym(atlas):
    found = refs(atlas.search("srint georges", limit=20))
    assert {"commune:97308", "commune:15188", "commune:47328"} <= set(found)


def test_a_typo_is_not_forgiven_when_something_answers(atlas):
    # « Villas » is one letter away from « Villars », but begins or is inside other names.
    assert not [hit for hit in atlas.search("Villas") if "proche" in hit.pourquoi]


def test_a_level_narrows_the_answers(atlas):
    assert refs(atlas.search("Rennes", Niveau.EPCI, limit=1)) == ["epci:243500139"]
    assert {hit.ref.niveau for hit in atlas.search("Rennes", Niveau.EPCI)} == {Niveau.EPCI}
    assert {hit.ref.niveau for hit in atlas.search("saint", Niveau.ZONE_EMPLOI)} == {Niveau.ZONE_EMPLOI}
    assert refs(atlas.search("11", Niveau.REGION)) == ["region:11"]
    assert atlas.search("Rennes", Niveau.COMPOSE) == []


@pytest.mark.parametrize("q", ["", "   ", "-", "'", "\x00", "🙂", "00000", "999999999", "x" * 10_000, "%_[(*", "zzzzzzzz"])
def test_nonsense_finds_nothing_and_breaks_nothing(atlas, q):
    assert atlas.search(q) == []


def test_the_number_of_answers_is_bounded(atlas):
    assert len(atlas.search("saint", limit=3)) == 3
    assert atlas.search("saint", limit=0) == []
    assert len(atlas.search("a", limit=500)) == 500


@settings(max_examples=300)
@given(st.text(max_size=60))
def test_whatever_is_typed_answers_are_distinct_and_explained(atlas, q):
    hits = atlas.search(q)
    assert len({hit.ref for hit in hits}) == len(hits) <= 10
    assert all(hit.pourquoi and hit.pourquoi.replace("\u00a0", " ").isprintable() for hit in hits)
    assert all(atlas.get(hit.ref).nom == hit.nom for hit in hits)


@settings(max_examples=300)
@given(number=st.integers(0, 34_874))
def test_every_commune_is_found_by_its_code_and_by_its_name_with_its_departement(atlas, number):
    code, row = atlas.communes.index[number], atlas.communes.iloc[number]
    assert f"commune:{code}" in refs(atlas.search(code, limit=2))
    assert f"commune:{code}" in refs(atlas.search(f"{row['nom']} {row['departement']}", limit=3))
    assert f"commune:{code}" in refs(atlas.search(spoken(row["nom"]).upper(), Niveau.COMMUNE, limit=20))


@settings(max_examples=400)
@given(
    rank=st.integers(0, 299),
    place=st.floats(0, 1, exclude_max=True),
    slip=st.sampled_from(["missing", "other", "swapped"]),
    letter=st.sampled_from("abcdefghijklmnopqrstuvwxyz"),
)
def test_a_slip_inside_the_name_of_a_large_commune_still_shows_it(atlas, rank, place, slip, letter):
    code = atlas.communes["population"].nlargest(300).index[rank]
    name = spoken(atlas.communes.at[code, "nom"])
    inner = [at for at in range(1, len(name) - 1) if name[at].isalpha()]
    at = inner[int(place * len(inner))]
    if slip == "swapped":
        typed = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    else:
        typed = name[:at] + (letter if slip == "other" else "") + name[at + 1 :]
    # « ste » is read as « sainte »: more than a letter is then different. Three letters are a beginning, not a name.
    assume(spoken(typed) == typed and len(typed.replace(" ", "")) >= 4)
    found = refs(hits := atlas.search(typed, limit=8))
    assert f"commune:{code}" in found or any(spoken(hit.nom) == typed for hit in hits)


@settings(max_examples=100)
@given(number=st.integers(0, 1691))
def test_every_other_territory_is_found_by_its_name_and_code(atlas, number):
    row = atlas.levels.iloc[number]
    ref = f"{row['niveau']}:{row['code']}"
    assert ref in refs(atlas.search(row["nom"], limit=5)), row["nom"]
    if row["code"] != "FR":
        assert ref in refs(atlas.search(row["code"], limit=5))


@settings(max_examples=150)
@given(number=st.integers(0, 4380))
def test_every_former_code_leads_to_its_heirs(atlas, number):
    old = sorted(atlas.old_codes)[number]
    found = refs(atlas.search(old, limit=50))
    assert {f"commune:{heir}" for heir in atlas.old_codes[old].successeurs} <= set(found)


@settings(max_examples=150)
@given(number=st.integers(0, 34_874), place=st.floats(0.1, 0.95))
def test_a_missing_letter_is_forgiven_in_a_long_name(atlas, number, place):
    name = spoken(atlas.communes["nom"].iloc[number])
    assume(len(name) >= 9)
    cut = int(place * len(name))
    typed = name[:cut] + name[cut + 1 :]
    # « ayzac ost » without its o reads « ayzac saint »: more than a letter is then missing.
    assume(spoken(typed) == typed)
    assert atlas.search(typed, limit=30)
