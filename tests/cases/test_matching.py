"""Matching a territory with the library: who answers, why, what differs, and when it stays silent."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ess_map.actors.model import THEMES
from ess_map.cases.lists import ECHELLES, Statut
from ess_map.cases.matching.asking import cases_for, request_for
from ess_map.cases.matching.criteria import LABELS
from ess_map.cases.matching.criteria_ground import closeness, nearest
from ess_map.cases.matching.engine import match
from ess_map.cases.matching.model import Request, Voiced
from ess_map.cases.matching.profile import Profile
from ess_map.cases.matching.weights import weights
from ess_map.indicators.gaps import Nature
from ess_map.indicators.portrait import question_of
from ess_map.territories.model import Niveau

PLACES = (
    "commune:97305", "commune:2A004", "commune:23165", "commune:35238", "commune:75056", "epci:243500139", "epci:200067189",
    "ept:200057867", "departement:2B", "departement:974", "region:76", "region:94", "zone_emploi:7506", "france:FR",
    "compose:33514,33240",
)  # fmt: skip
MEDOC = "compose:33514,33240,33208,33493"


@pytest.fixture
def ask(book, evidence):
    def call(ref, **asked):
        question, _ = question_of(evidence, ref, nombre=0)
        return cases_for(book, evidence, question, **asked)

    return call


@pytest.fixture
def request_of(evidence):
    def call(ref, **asked):
        question, _ = question_of(evidence, ref, nombre=0)
        return request_for(evidence, question, **asked)

    return call


def ids(found):
    return [one.cas.id for one in found.cas]


# ---- The weights


def test_every_criterion_has_a_weight_a_label_and_a_judge():
    assert set(weights().poids) == set(LABELS)
    assert all(weight > 0 for weight in weights().poids.values())


def test_the_table_of_scales_knows_every_scale_and_every_level():
    assert set(weights().nature) == set(ECHELLES) - {"nationale"}
    for row in weights().nature.values():
        assert set(row) == {str(niveau) for niveau in Niveau}
        assert all(0 <= part <= 1 for part in row.values())


def test_the_table_of_powers_knows_every_status(library):
    assert set(weights().statuts) == {statut.value for statut in Statut}
    assert set(weights().transversaux["leviers"]) <= set(library.levers)
    assert set(weights().transversaux["dispositifs"]) <= {case.id for case in library.schemes()}


# ---- The rules

quantities = st.floats(min_value=0.01, max_value=1e8)


@given(quantities, quantities)
def test_closeness_is_the_same_both_ways_and_full_for_equals(one, other):
    assert closeness(one, other, 20) == pytest.approx(closeness(other, one, 20), abs=1e-9)
    assert 0 <= closeness(one, other, 20) <= 1
    assert closeness(one, one, 20) == 1


@given(quantities, st.lists(st.none() | quantities))
def test_the_nearest_is_one_of_the_known_and_none_is_nearer(value, others):
    found = nearest(value, others)
    known = [other for other in others if other]
    assert (found is None) == (not known)
    if found is not None:
        assert all(closeness(value, found, 1e20) >= closeness(value, other, 1e20) - 1e-12 for other in known)


@pytest.mark.parametrize("ref", PLACES)
@pytest.mark.parametrize("theme", ["", *THEMES])
def test_what_is_proposed_was_carried_for_the_need_by_others(ask, book, ref, theme):
    found = ask(ref, theme=theme)
    assert (found.abstention is None) == bool(found.cas)
    scores = [one.score for one in found.cas]
    assert scores == sorted(scores, reverse=True)
    assert all(weights().seuils["plancher"] <= score <= 1 for score in scores)
    assert len(set(ids(found))) == len(found.cas)
    for one in found.cas:
        assert one.cas.located
        assert one.besoin.theme in one.cas.besoin.themes
        assert not theme or one.besoin.theme == theme
        assert not book.is_here(one.cas, found.profil)
        assert one.pourquoi.endswith(".")
        assert one.raisons
        assert one.transposable
        assert [criterion.id for criterion in one.criteres] == [name for name in weights().poids if name != "mots"]


@pytest.mark.parametrize("ref", PLACES)
def test_the_same_request_gives_the_same_answer_whatever_the_order_of_the_gaps(book, request_of, ref):
    request = request_of(ref)
    assert match(book, request) == match(book, replace(request, ecarts=request.ecarts[::-1]))


@pytest.mark.parametrize("theme", ["LOG", "SPO", "SOC", "ENV", "AGR"])
@pytest.mark.parametrize("ref", PLACES)
def test_it_abstains_where_no_located_case_answers(ask, ref, theme):
    found = ask(ref, theme=theme)
    assert found.cas == ()
    assert found.abstention.startswith("Aucun cas du corpus ne répond à ce besoin\u00a0: «\u00a0")
    assert THEMES[theme] in found.abstention
    assert {"M5.2", "M19.4"} <= {lever.levier.id for lever in found.leviers}
    assert "D01" in {scheme.id for scheme in found.dispositifs}


def test_a_theme_without_case_still_gives_its_own_levers_and_schemes(ask):
    found = ask("departement:48", theme="AGR")
    assert {"T1", "T10", "P4.2"} <= {lever.levier.id for lever in found.leviers}
    assert found.dispositifs[0].id == "D08"


def test_it_abstains_when_nothing_is_lacking_and_nothing_is_asked(ask):
    found = ask("commune:35238")
    assert found.besoins == ()
    assert "Aucun manque n’est mesuré" in found.abstention


@pytest.fixture(scope="session")
def answer_anywhere(book, atlas, evidence):
    """Match the territory at a rank among the communes, or among the levels above."""
    above = [f"{row.niveau}:{row.code}" for row in atlas.levels.itertuples()]
    communes = [f"commune:{code}" for code in atlas.communes.index]

    def call(rank, theme, *, commune):
        refs = communes if commune else above
        return match(book, Request(Profile.of(evidence.context, refs[rank % len(refs)]), theme=theme))

    return call


@settings(max_examples=60)
@given(st.integers(min_value=0, max_value=10**6), st.sampled_from(sorted(THEMES)), st.booleans())
def test_any_territory_of_any_level_is_answered_or_told_why_not(answer_anywhere, rank, theme, commune):
    found = answer_anywhere(rank, theme, commune=commune)
    assert (found.abstention is None) == bool(found.cas)
    assert all(one.besoin.theme in one.cas.besoin.themes for one in found.cas)
    said = [text for one in found.cas for text in (one.pourquoi, *one.differences, *one.transposable)]
    assert not [text for text in said if re.search(r"\b(nan|None|inf)\b", text)]


def test_a_commune_without_inhabitant_is_matched_without_inventing_anything(book, evidence):
    request = Request(Profile.of(evidence.context, "commune:55039"), theme="CUL")
    assert request.profil.population == 0
    found = match(book, request)
    parts = {criterion.id: criterion.part for one in found.cas for criterion in one.criteres}
    assert parts["taille"] is None
    assert parts["densite"] is None


# ---- Needs


def test_a_measured_gap_is_said_with_its_figure_its_distance_and_its_reference(ask):
    found = ask(MEDOC, theme="MOB")
    (need,) = found.besoins
    assert need.mesure
    assert need.ecarts[0].id == "eloignement_theme.MOB"
    assert all(
        one.pourquoi.startswith("Écart mesuré\u00a0: aucun acteur «\u00a0Mobilité\u00a0» recensé à moins de 15 km")
        for one in found.cas
    )
    assert "pour Gironde" in found.cas[0].pourquoi


def test_a_chosen_need_without_gap_says_so(ask):
    assert "aucun écart mesuré sur ce thème" in ask("epci:243500139", theme="MOB").cas[0].pourquoi
    assert "plutôt une force chez vous" in ask("epci:243500139", theme="DEC").cas[0].pourquoi


def test_measured_gaps_speak_alone_and_what_has_no_case_is_named(ask):
    found = ask("commune:97305")
    assert {need.theme for need in found.besoins} == {"FOR", "LOG", "NUM", "SOC", "SPO"}
    assert {need.theme for need in found.besoins if not need.cas} == {"LOG", "SOC", "SPO"}
    assert any("«\u00a0Habitat\u00a0»" in notice for notice in found.notices)
    assert {one.besoin.theme for one in found.cas} == {"FOR", "NUM"}


def test_a_voiced_need_counts_beside_the_measured_ones(ask):
    found = ask("commune:97305", exprimes=[Voiced("MOB", "aller travailler sans voiture")])
    assert "MOB" in {need.theme for need in found.besoins}
    (mob,) = [need for need in found.besoins if need.theme == "MOB"]
    assert mob.poids == 1
    assert "aller travailler sans voiture" in mob.origines[0]


def test_words_bring_nearer_the_case_that_says_the_same(ask):
    without = ask("commune:66136", theme="MOB")
    found = ask("commune:66136", theme="MOB", exprimes=[Voiced("MOB", "garer et réparer son vélo dans les résidences")])
    assert ids(found)[0] == "C21"
    assert {*ids(found)} == {*ids(without)}
    assert "mots en commun" in found.cas[0].pourquoi


def test_a_gap_of_insertion_opens_the_need_for_jobs(request_of, book):
    request = request_of("compose:33514,33240")
    gaps = tuple(replace(gap, nature=Nature.MANQUE) for gap in request.ecarts if gap.id == "habitants_sans_insertion")
    found = match(book, replace(request, ecarts=gaps))
    assert [need.theme for need in found.besoins] == ["ECO"]
    assert "aucune structure d’insertion recensée à moins de 15 km" in found.besoins[0].origines[0]


def test_a_lever_gives_the_cases_that_show_it_and_no_other(ask):
    assert ids(ask("epci:245804406", levier="M11.2")) == ["C18"]
    assert ids(ask("commune:34142", levier="P2.1")) == []
    assert "C05" in ids(ask("epci:245804406", levier="P1.1")), "no case shows P1.1, one shows its twin M3.1"


# ---- Never the least bad


def test_a_case_of_here_is_told_apart_and_not_ranked(ask):
    found = ask("epci:241700434", theme="DEC")
    assert [case.id for case in found.ici] == ["C06"]
    assert found.cas == ()
    assert "déjà à l’œuvre ici" in found.abstention


def test_a_case_inside_a_wider_territory_is_proposed(ask):
    found = ask("departement:62", theme="ANI")
    (bethune,) = [one for one in found.cas if one.cas.id == "C01"]
    assert "mené sur votre territoire" in bethune.pourquoi


def test_what_was_done_in_a_crisis_is_not_offered_for_an_ordinary_need(ask):
    assert "C08" not in ids(ask("zone_emploi:7506", theme="NUM"))
    urgent = ask(
        "zone_emploi:7506",
        theme="NUM",
        exprimes=[Voiced("NUM", "fabriquer des protections dans l'urgence, visières et imprimantes")],
    )
    assert "C08" in ids(urgent)


def test_an_opposite_ground_is_not_offered(ask):
    assert "C12" not in ids(ask("commune:33063", theme="COM")), "a bar of 565 inhabitants for Bordeaux"
    assert "C16" not in ids(ask("commune:48080", theme="MOB")), "a working-class district for a village of Lozère"


# ---- What is said


def test_what_differs_is_said_with_both_figures(ask):
    found = ask("commune:97305", theme="NUM")
    first = next(one for one in found.cas if one.cas.id == "C06")
    assert "Mené à une autre échelle\u00a0: intercommunalité" in first.differences
    assert any(text.endswith("contre 53 chez vous") for text in first.differences)
    assert any("Chômage" in text and "%" in text for text in first.differences)
    assert "Mené en métropole" in first.differences


def test_what_the_atlas_cannot_know_is_left_to_check(ask):
    found = ask("commune:93066", theme="CUL")
    tamanoir = next(one for one in found.cas if one.cas.id == "C11")
    assert any("à vérifier chez vous" in text for text in tamanoir.differences)


def test_an_unknown_criterion_is_neither_for_nor_against(ask):
    found = ask("zone_emploi:7506", theme="CUL")
    silent = [criterion for one in found.cas for criterion in one.criteres if criterion.part is None]
    assert silent
    assert all(not criterion.raison for criterion in silent)


def test_a_lever_says_what_the_level_may_do_and_by_which_law(ask):
    levers = {lever.levier.id: lever for lever in ask("commune:93066", theme="MOB").leviers}
    assert levers["M11.3"].peut
    assert "Loi 3DS" in levers["M11.3"].phrase
    region = {lever.levier.id: lever for lever in ask("region:53", theme="MOB").leviers}
    assert region["M11.3"].peut is None
    assert region["M11.3"].phrase == "Région\u00a0: à préciser"


def test_what_takes_an_agreement_says_so(ask):
    """A département may help a garage only where a commune delegates it the premises of businesses."""
    found = ask("departement:35", theme="MOB")
    garage = next(one for one in found.cas if one.cas.id == "C18")
    assert any(text.endswith("vous pouvez agir, sous condition") for text in garage.transposable)
    lever = next(lever for lever in garage.leviers if lever.levier.id == "M11.2")
    assert lever.peut
    assert not lever.certain
    assert "par délégation" in lever.phrase


def test_levers_that_may_be_pulled_come_first(ask):
    allowed = [lever.peut is True for lever in ask("departement:48", theme="AGR").leviers]
    assert allowed == sorted(allowed, reverse=True)


def test_where_the_territory_is_no_collectivity_its_members_act(ask):
    found = ask(MEDOC, theme="MOB")
    assert all(lever.par_membres for lever in found.leviers)
    assert found.leviers[0].phrase.startswith("avec les collectivités qui le composent — Commune\u00a0: ")
    assert any("vos communes et intercommunalités peuvent agir" in text for text in found.cas[0].transposable)


def test_carriers_are_actors_of_the_territory_of_the_types_the_card_names(ask, evidence):
    found = ask("epci:243500139", theme="MOB")
    garage = next(one for one in found.cas if one.cas.id == "C18")
    assert garage.porteurs.lignes
    frame = evidence.register.frame.iloc[list(garage.porteurs.lignes)]
    assert set(frame["code_epci"]) == {"243500139"}
    assert all({*types.split("|")} & {"aci", "ei", "ressourcerie"} for types in frame["types"])


def test_no_carrier_is_an_absence_of_the_register_and_not_of_the_ground(ask):
    found = ask(MEDOC, theme="MOB")
    assert any("absence au registre" in one.porteurs.phrase for one in found.cas)
