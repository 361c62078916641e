"""What goes with a figure: count or rate, verdict, interval, reliability, sentence, borrowed value."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ess_map.errors import ComparisonError, UnknownTerritoryError
from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.comparing import TOO_SMALL
from ess_map.indicators.default_reference import default_reference
from ess_map.indicators.inquiry import Inquiry, Question
from ess_map.indicators.model import Affichage, Fiabilite, Verdict
from ess_map.indicators.portrait import document, indicators_for, question_of
from ess_map.indicators.valuing import value_of
from ess_map.territories.model import FRANCE, Niveau
from tests.indicators.embedded import atlas
from tests.indicators.observed import actors_in, evidence, small_evidence

RENNES, SAINT_GREGOIRE = "commune:35238", "commune:35278"


def value(known, territoire, *references, indicator="densite_acteurs", modalite="", comparables=()):
    refs, others = (tuple(atlas().parse(ref) for ref in texts) for texts in (references, comparables))
    return value_of(Inquiry(known, Question(atlas().parse(territoire), refs, others)), catalogue()[indicator], modalite)


def plain(text):
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_the_unemployment_of_rennes_metropole_is_that_of_the_mockup():
    found = value(evidence(), "epci:243500139", "departement:35", indicator="chomage")
    assert (round(found.valeur, 1), round(found.comparaison.valeur, 1)) == (11.2, 9.3)
    assert found.comparaison.verdict is Verdict.AU_DESSUS
    assert found.millesime == "2021"
    assert plain(found.phrase).startswith(
        "Rennes Métropole : 11,2 % des actifs de 15 à 64 ans se déclarent au chômage. C’est plus que"
    )


def test_the_weight_of_the_ess_in_ille_et_vilaine_is_that_of_the_mockup():
    found = value(evidence(), "epci:243500139", indicator="part_emploi_ess_clap")
    assert found.valeur is None
    assert (found.repli.nom, round(found.repli.valeur, 1), found.repli.millesime, round(found.repli.mediane, 1)) == (
        "Ille-et-Vilaine", 12.4, "2014", 11.5,
    )  # fmt: skip
    assert "ne se transpose pas" in found.phrase


def test_change_of_the_weight_of_the_ess_is_in_points():
    found = value(evidence(), "departement:01", indicator="evolution_part_emploi_ess")
    assert found.valeur == pytest.approx(11.595393 - 10.53, abs=1e-5)
    assert found.unite == "points"


@pytest.mark.parametrize(("count", "shown"), [(4, Affichage.EFFECTIF), (5, Affichage.TAUX)])
def test_under_five_actors_the_count_is_shown(count, shown):
    found = value(small_evidence(actors_in("35238", count)), RENNES)
    assert found.affichage is shown
    assert found.valeur == (count if shown is Affichage.EFFECTIF else found.taux)
    assert found.taux == pytest.approx(count / 230_890 * 10_000)


def test_under_two_thousand_inhabitants_the_count_is_shown_beside_what_was_expected():
    small = atlas().communes.query("population < 2000 and departement == '35'").index[0]
    known = small_evidence([*actors_in(small, 9), *actors_in("35238", 91)])
    found = value(known, f"commune:{small}", "departement:35")
    assert (found.affichage, found.valeur, found.unite) == (Affichage.EFFECTIF, 9, "acteurs recensés")
    assert found.fiabilite is Fiabilite.FAIBLE
    people = atlas().get(f"commune:{small}").population
    expected = 100 / atlas().get("departement:35").population * people
    assert f"on en attendrait {expected:.1f}".replace(".", ",") in plain(found.phrase)
    written = document(found)
    assert (written["valeur"], written["valeur_reference"], written["ecart"], written["intervalle"]) == (9, None, None, None)


def test_a_share_needs_five_actors_in_all_not_in_the_part():
    known = small_evidence([*actors_in("35238", 1, themes="MOB"), *actors_in("35238", 9)])
    assert value(known, RENNES, indicator="part_theme", modalite="MOB").valeur == 10
    few = small_evidence(actors_in("35238", 4, themes="MOB"))
    assert value(few, RENNES, indicator="part_theme", modalite="MOB").affichage is Affichage.EFFECTIF


def test_unemployment_of_a_small_commune_is_a_count_of_people():
    small = atlas().communes.query("population > 300 and population < 900").index[5]
    found = value(evidence(), f"commune:{small}", indicator="chomage")
    assert (found.affichage, found.unite) == (Affichage.EFFECTIF, "personnes au chômage")


def test_what_is_not_known_is_left_out_of_shares_rather_than_counted_as_another_kind():
    known = small_evidence([*actors_in("35238", 6), *actors_in("35238", 14, famille="a_preciser", famille_origine="")])
    assert value(known, RENNES, indicator="part_famille", modalite="association").valeur == 100
    assert value(known, RENNES, indicator="part_famille_connue").valeur == 30
    sizes = value(known, RENNES, indicator="part_taille", modalite="0")
    assert sizes.valeur is None
    assert "tranche" in sizes.motif


def test_interval_of_a_rate_by_hand():
    # Ten actors: exact limits 4.795 and 18.390 (Garwood), brought to the 230 890 inhabitants of Rennes.
    found = value(small_evidence(actors_in("35238", 10)), RENNES)
    assert found.intervalle == pytest.approx((4.795 / 230_890 * 1e4, 18.390 / 230_890 * 1e4), rel=1e-3)


def test_a_gap_within_uncertainty_does_not_conclude():
    known = small_evidence([*actors_in("35238", 10), *actors_in("35051", 1), *actors_in("35288", 25)])
    found = value(known, RENNES, "departement:35")
    assert found.comparaison.verdict is Verdict.PROCHE
    assert found.comparaison.motif == TOO_SMALL
    assert "trop petit pour conclure" in found.phrase


def test_a_large_gap_concludes():
    found = value(small_evidence([*actors_in("35238", 60), *actors_in("35288", 20)]), RENNES, "departement:35")
    assert found.comparaison.verdict is Verdict.AU_DESSUS


def test_a_small_reference_is_uncertain_too():
    """Sixty actors here and two there: the reference lies far outside the interval, and its own chance forbids to conclude."""
    known = small_evidence([*actors_in("35238", 40), *actors_in("22113", 2)])  # Lannion, 19 880 inhabitants
    found = value(known, RENNES, "commune:22113")
    assert not found.intervalle[0] <= found.comparaison.valeur <= found.intervalle[1]
    assert found.comparaison.verdict is Verdict.PROCHE


def test_a_reference_smaller_than_the_territory_is_compared_with_the_rest_of_it():
    known = small_evidence([*actors_in("35238", 60), *actors_in("35288", 6)])
    found = value(known, "departement:35", RENNES)
    assert found.comparaison.verdict is Verdict.AU_DESSOUS
    assert value(known, RENNES, "departement:35").comparaison.verdict is Verdict.AU_DESSUS


def test_a_territory_is_not_compared_with_itself():
    for territoire, reference in ((RENNES, RENNES), ("commune:75056", "departement:75")):
        found = value(evidence(), territoire, reference)
        assert found.comparaison.verdict is Verdict.NON_COMPARABLE
        assert "propre référence" in found.comparaison.motif


@settings(max_examples=30)
@given(st.integers(5, 60), st.integers(0, 200))
def test_the_verdict_never_contradicts_the_line(here, elsewhere):
    """When the reference lies inside the band that is drawn, nothing is concluded; above means above."""
    known = small_evidence([*actors_in("35238", here), *actors_in("35288", elsewhere)])
    found = value(known, RENNES, "departement:35")
    low, high = found.intervalle
    main = found.comparaison
    if low <= main.valeur <= high:
        assert main.verdict is Verdict.PROCHE
    if main.verdict is Verdict.AU_DESSUS:
        assert main.valeur < low
    if main.verdict is Verdict.AU_DESSOUS:
        assert main.valeur > high


def test_rank_and_median_among_comparables():
    rows = [*actors_in("35238", 20), *actors_in("29019", 20), *actors_in("56260", 5), *actors_in("22278", 30)]
    found = value(small_evidence(rows), RENNES, comparables=("commune:29019", "commune:56260", "commune:22278"))
    # For 10 000 inhabitants: Brest 1.43, Vannes 0.90, Saint-Brieuc 6.8 against 0.87 at Rennes.
    assert (found.rang.rang, found.rang.nombre) == (4, 4)
    assert "Chez les 3 territoires comparables, la médiane est 1,4." in plain(found.phrase)
    assert found.rang.mediane == pytest.approx(sorted(v for _, _, v in found.rang.valeurs)[1])


def test_comparables_too_small_for_a_rate_are_listed_without_value_nor_rank():
    found = value(small_evidence([*actors_in("35238", 20), *actors_in("29019", 2)]), RENNES, comparables=("commune:29019",))
    assert found.rang.valeurs[0][2] is None
    assert (found.rang.nombre, found.rang.rang) == (1, None)


def test_the_median_of_equal_values_is_that_value():
    found = value(evidence(), "departement:35", indicator="population_zrr", comparables=())
    assert found.rang is None
    zero = value(evidence(), "commune:75056", indicator="population_pvd", comparables=("commune:69123", "commune:13055"))
    assert "la médiane est 0,0 %" in plain(zero.phrase)


def test_the_median_of_comparables_can_be_the_reference():
    values = {v.id: v for v in indicators_for(evidence(), "epci:243500139", ["comparables", "region:53"], chosen=["chomage"])}
    main, second = values["chomage"].comparaisons
    assert (main.reference, second.reference) == ("comparables", "region:53")
    assert main.valeur == values["chomage"].rang.mediane


def test_several_references_at_once():
    found = value(evidence(), RENNES, "epci:243500139", "departement:35", "france:FR", indicator="chomage")
    assert [c.nom for c in found.comparaisons] == ["Rennes Métropole", "Ille-et-Vilaine", "France"]
    assert all(c.valeur is not None for c in found.comparaisons)


def test_a_secret_income_is_masked_and_said():
    context = evidence().context
    code = next(
        code
        for code in atlas().communes.index
        if (p := context.publication("commune", code, "revenu_median")) and p.etat == "secret"
    )
    found = value(evidence(), f"commune:{code}", indicator="niveau_vie_median")
    assert found.secret
    assert found.valeur is None
    assert plain(found.phrase).startswith("Valeur masquée : secret statistique.")
    assert found.repli is None


def test_a_total_is_not_compared():
    found = value(evidence(), RENNES, "departement:35", indicator="population")
    assert found.comparaison.verdict is Verdict.NON_COMPARABLE
    assert found.comparaison.ecart is None
    assert "Non comparable" not in found.phrase


def test_sectors_of_jobs_are_those_published_for_the_zone_and_for_france():
    # Flores 2023 by way of the Observatoire territorial: Alençon, agriculture 2.60 %, industry 12.62 %; France 12.31 %, index 1.03.
    shares = {
        v.modalite: v
        for v in indicators_for(evidence(), "zone_emploi:0051", ["france:FR"], nombre=0, chosen=["part_secteur_emploi"])
    }
    assert (round(shares["AZ"].valeur, 2), round(shares["BE"].valeur, 2), round(shares["BE"].comparaison.valeur, 2)) == (
        2.6,
        12.62,
        12.31,
    )
    index = value(evidence(), "zone_emploi:0051", indicator="specificite_secteur_emploi", modalite="BE")
    assert round(index.valeur, 2) == 1.03
    assert sum(v.valeur for v in shares.values()) == pytest.approx(100)


def test_a_zone_without_table_has_no_value():
    found = value(evidence(), "zone_emploi:0601", indicator="part_secteur_emploi", modalite="AZ")
    assert found.valeur is None
    assert found.motif


def test_completeness_is_not_a_ratio_of_two_perimeters():
    found = value(evidence(), "france:FR", indicator="completude_registre")
    assert found.valeur is None
    assert "non comparable" in plain(found.motif).lower()
    assert any("207 894" in plain(sentence) for sentence in found.avertissements)


def test_completeness_against_an_official_register_is_a_ratio():
    known = small_evidence(actors_in("35238", 50, source="sirene", siret="35000000000048"))
    assert known.register_is_official
    assert value(known, "france:FR", indicator="completude_registre").valeur == pytest.approx(50 / 207_894 * 100)


@pytest.mark.parametrize(
    ("territoire", "expected"),
    [
        (RENNES, "epci:243500139"),
        ("epci:243500139", "departement:35"),
        ("departement:35", "region:53"),
        ("region:53", "france:FR"),
        ("zone_emploi:5312", "region:53"),  # the zone of Rennes crosses the limits of its département
        ("ept:200057867", "epci:200054781"),
        ("compose:35238,35051", "epci:243500139"),
        ("compose:35238,97611", "france:FR"),
        ("epci:200054781", "region:11"),
        ("departement:971", "france:FR"),  # Guadeloupe is its own région
        ("commune:29083", "departement:29"),  # Île-de-Sein belongs to no EPCI
    ],
)
def test_the_usual_reference_is_the_level_above(territoire, expected):
    assert str(default_reference(atlas(), atlas().parse(territoire))) == expected


def test_every_territory_but_france_has_a_wider_reference():
    for niveau in (Niveau.EPCI, Niveau.EPT, Niveau.ZONE_EMPLOI, Niveau.DEPARTEMENT, Niveau.REGION):
        for ref in atlas().children(FRANCE, niveau):
            wider = default_reference(atlas(), ref)
            assert set(atlas().members(wider)) > set(atlas().members(ref))
    assert default_reference(atlas(), FRANCE) is None


def test_weights_of_zero_and_unknown_territories_are_refused_in_french():
    with pytest.raises(ComparisonError):
        question_of(evidence(), RENNES, poids={"population": 0.0, "densite": 0.0, **dict.fromkeys(_variables(), 0.0)})
    with pytest.raises(UnknownTerritoryError):
        question_of(evidence(), "commune:00000")
    with pytest.raises(UnknownTerritoryError):
        question_of(evidence(), RENNES, ["epci:1"])


def _variables():
    from ess_map.indicators.comparables_variables import variables

    return list(variables())


def test_a_variable_without_weight_is_left_out_and_the_rest_computed():
    question, near = question_of(evidence(), RENNES, poids={"population": 0.0})
    assert "population" not in near.poids
    assert len(question.comparables) == 8


def test_the_same_question_gives_the_same_answer():
    first, second = (indicators_for(evidence(), RENNES, nombre=3) for _ in range(2))
    assert first is second
    fresh = indicators_for(evidence().with_official(evidence().official), RENNES, nombre=3)
    assert [document(v) for v in fresh] == [document(v) for v in first]


def test_every_document_has_the_fields_of_the_contract():
    for found in indicators_for(evidence(), "epci:243500139"):
        written = document(found)
        assert {
            "id", "libelle", "valeur", "unite", "valeur_reference", "ecart", "rang", "comparables", "source", "millesime", "fiabilite",
            "secret", "phrase",
        } <= written.keys()  # fmt: skip
        assert written["valeur"] is None or math.isfinite(written["valeur"])
        if None not in (written["valeur"], written["valeur_reference"], written["ecart"]):
            assert written["ecart"] == pytest.approx(written["valeur"] - written["valeur_reference"], abs=2e-6)
