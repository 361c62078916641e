"""What people ask for that is strange: said plainly, the rest computed."""

import numpy as np
import pytest

from ess_map.errors import ComparisonError
from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.layer import COLUMNS, layer
from ess_map.indicators.merging import merged, merger
from ess_map.indicators.page import diagnosis
from ess_map.indicators.portrait import document, indicators_for, question_of
from ess_map.territories.model import FRANCE, Niveau
from tests.indicators.embedded import atlas
from tests.indicators.observed import actors_in, card, evidence, small_evidence

EMPTY = f"commune:{atlas().communes.index[atlas().communes['population'] == 0][0]}"


def values(territoire, *args, **options):
    return {value.id: value for value in indicators_for(evidence(), territoire, *args, **options)}


def test_a_commune_where_nobody_lives_is_described_all_the_same():
    found = values(EMPTY)
    assert found["population"].valeur == 0
    assert found["densite_acteurs"].valeur is None
    assert "Personne n’habite ici" in found["densite_acteurs"].motif
    question, near = question_of(evidence(), EMPTY)
    assert near is None
    assert diagnosis(evidence(), question, near).chapitres


def test_a_commune_without_any_actor_has_no_share():
    known = small_evidence(actors_in("35238", 3))
    found = {v.id: v for v in indicators_for(known, "commune:01001", nombre=0)}
    assert found["part_theme.SOC"].valeur is None
    assert "Aucun acteur recensé" in found["part_theme.SOC"].motif
    assert found["densite_acteurs"].valeur == 0
    assert found["themes_presents"].valeur == 0
    assert found["diversite_themes"].valeur is None


def test_an_empty_register_is_not_a_failure():
    known = small_evidence([], card("nationale", "france:FR"))
    found = {v.id: v for v in indicators_for(known, "epci:243500139")}
    assert found["chomage"].valeur is not None
    assert found["densite_acteurs"].valeur is None


def test_a_composed_territory_across_the_sea_is_measured_on_each_side():
    found = values("compose:97611,35238")
    assert found["population"].valeur == 230_890 + atlas().get("commune:97611").population
    assert "2023 et 2017" in found["densite_acteurs"].millesime
    assert 0 <= found["eloignement_acteurs"].taux <= 100
    # The census of 2021 has no Mayotte: half of a sum would be a lie.
    assert found["chomage"].valeur is None
    assert found["chomage"].motif


def test_a_figure_that_lacks_a_few_communes_says_so():
    found = values("france:FR")["chomage"]
    assert found.valeur is not None
    assert any("communes sur" in sentence for sentence in found.avertissements)


def test_a_reference_smaller_than_the_territory_is_compared():
    found = values("region:53", ["commune:35238"])["chomage"]
    assert found.comparaison.valeur is not None
    assert found.comparaison.ecart == pytest.approx(found.valeur - found.comparaison.valeur)


def test_france_has_no_reference_nor_comparables():
    found = values("france:FR")
    assert all(value.comparaisons == () and value.rang is None for value in found.values())


def test_a_former_commune_is_answered_by_the_one_in_force():
    assert values("commune:01324", nombre=0)["population"].territoire.code == "01245"


def test_no_comparable_is_asked():
    found = values("epci:243500139", nombre=0)
    assert all(value.rang is None for value in found.values())


def test_too_many_comparables_are_refused():
    with pytest.raises(ComparisonError):
        question_of(evidence(), "epci:243500139", nombre=1000)


def test_a_name_given_to_a_composed_territory_is_used():
    found = indicators_for(evidence(), "compose:35238,35051", nombre=0, nom="Mon pays", chosen=["population"])
    assert found[0].phrase.startswith("Mon pays compte")


def test_distances_change_the_coverage():
    shares = [
        values("departement:48", distance_km=km, chosen=["eloignement_acteurs"])["eloignement_acteurs"].taux
        for km in (5, 10, 15, 30)
    ]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > shares[-1]


@pytest.mark.parametrize("indicator", catalogue())
def test_a_layer_covers_every_commune_of_a_departement(indicator):
    refs = atlas().children(atlas().parse("departement:35"), Niveau.COMMUNE)
    code = catalogue()[indicator].codes(evidence().official)[0]
    table = layer(evidence(), indicator, code, refs, reference=atlas().parse("region:53"))
    assert list(table.columns) == list(COLUMNS)
    assert table.index.tolist() == [str(ref) for ref in refs]
    assert set(table["etat"]) <= {"connu", "fragile", "secret", "sans_donnee"}
    assert (table["valeur"].isna() == table["etat"].isin(["secret", "sans_donnee"])).all()
    assert table["source"].str.len().min() > 0
    assert table["millesime"].str.len().min() > 0


def test_a_layer_agrees_with_the_value_of_each_territory():
    refs = atlas().children(atlas().parse("region:53"), Niveau.DEPARTEMENT)
    for name in ("densite_acteurs", "chomage", "part_emploi_ess_clap", "eloignement_acteurs"):
        table = layer(evidence(), name, "", refs)
        for ref in refs:
            found = indicators_for(evidence(), ref, ["region:53"], nombre=0, chosen=[name])[0]
            assert table.loc[str(ref), "valeur"] == pytest.approx(found.taux)


def test_a_layer_only_counts_what_covers_all_of_it():
    refs = atlas().children(FRANCE, Niveau.REGION)
    table = layer(evidence(), "densite_acteurs", "", refs)
    assert "Région Île-de-France" not in table["source"].iloc[0]
    known = small_evidence(actors_in("35238", 9, source="bzh"), card("bzh", "region:53"))
    blind = layer(known, "densite_acteurs", "", refs)
    assert blind["valeur"].isna().all()
    assert set(blind["etat"]) == {"sans_donnee"}
    assert blind["motif"].str.contains("Aucune source").all()


def test_a_layer_marks_small_rates_as_fragile():
    refs = atlas().children(atlas().parse("epci:200069193"), Niveau.COMMUNE)
    table = layer(evidence(), "chomage", "", refs)
    small = table["population"] < 2000
    assert (table.loc[small, "etat"] == "fragile").all()
    assert (table.loc[~small, "etat"] == "connu").all()


def test_a_merger_is_before_and_after():
    parts = ["epci:243500139", "epci:243500667"]
    found = merger(evidence(), parts, [catalogue()["population"], catalogue()["densite_acteurs"], catalogue()["chomage"]])
    people, density, jobless = found
    assert sum(value.valeur for value in people.avant) == people.apres.valeur
    assert sum(value.numerateur for value in density.avant) == density.apres.numerateur
    low, high = sorted(value.valeur for value in jobless.avant)
    assert low <= jobless.apres.valeur <= high
    assert len(atlas().members(merged(evidence(), parts))) == sum(len(atlas().members(ref)) for ref in parts)


def test_a_merger_of_one_is_refused():
    with pytest.raises(ComparisonError, match="deux territoires"):
        merged(evidence(), ["epci:243500139", "epci:243500139"])


def test_numbers_of_documents_are_finite_everywhere():
    for value in values("compose:97611,35238", ["commune:35238", "comparables"]).values():
        written = document(value)
        numbers = [written[name] for name in ("valeur", "valeur_reference", "ecart", "numerateur", "denominateur")]
        assert all(number is None or np.isfinite(number) for number in numbers)
