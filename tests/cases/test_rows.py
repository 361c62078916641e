"""Rows that the documents name (R04 to R29): what the library and the matching already do for each. Listed in docs/COUVERTURE.md."""

from ess_map.actors.model import TYPES
from ess_map.cases.competence import may_pull
from ess_map.cases.lists import Echelon, Statut
from ess_map.cases.matching.asking import cases_for
from ess_map.cases.matching.casebook import Casebook
from ess_map.indicators.portrait import question_of
from ess_map.territories.model import Niveau

MERGED = "compose:29003,29019,29042"


def ask(book: Casebook, evidence, ref, **asked):
    question, _ = question_of(evidence, ref, nombre=0)
    return cases_for(book, evidence, question, **asked)


def test_r04_a_composed_perimeter_is_compared_with_what_it_was(evidence):
    """A merger to come: the composed territory beside one of the intercommunalités it would leave."""
    question, _ = question_of(evidence, MERGED, ["epci:242900314"], nombre=0)
    assert question.territoire.niveau is Niveau.COMPOSE
    assert [str(ref) for ref in question.references] == ["epci:242900314"]


def test_r07_the_wiki_of_villeurbanne_is_a_link_that_nothing_calls(library):
    (link,) = library.cases["C22"].liens
    assert link.url.startswith("https://www.wikilleurbanne.fr/")


def test_r08_a_label_is_a_lever_and_a_case(library):
    assert library.cases["C31"].chiffres[0].valeur == 240
    assert "C31" in {case.id for case in library.cases_of("M5.5")}


def test_r09_the_yearly_moments_are_named(library):
    assert set(library.corpus.moments) == {"mois_ess", "semaine_ess_ecole", "semaine_finance_solidaire"}


def test_r10_the_formats_of_meetings_are_named(library):
    assert {"RICLESS", "ESPRESSO"} <= {kind.nom for kind in library.levers["N5"].formats}


def test_r11_the_three_clubs_are_cases(library):
    names = " ".join(case.nom + " ".join(case.partenaires) for case in library.cases.values())
    assert all(
        club in names for club in ("Club’ESS pantinois", "Club des Entrepreneurs ESS de l’Artois", "Club des Collectivités")
    )


def test_r12_the_call_for_projects_is_a_case_with_figures_on_an_ept(library, book, evidence):
    figures = {(figure.valeur, figure.unite) for figure in library.cases["C28"].chiffres}
    assert {(229000, "€"), (10000, "€"), (20000, "€")} <= figures
    assert {str(place.ref) for place in library.places["C28"]} == {"ept:200057867"}
    assert "C28" in {found.cas.id for found in ask(book, evidence, "ept:200057875", levier="M5.4").cas}


def test_r13_kinds_of_structures_are_filters_and_what_has_no_place_is_apart(library):
    assert {"tiers_lieu", "geiq", "cae", "cuma", "aci", "ei", "ai", "etti"} <= set(TYPES)
    assert all(not library.places[scheme.id] for scheme in library.schemes())


def test_r14_taking_a_share_in_a_cooperative_is_told_case_by_case(library):
    assert "scic" in TYPES
    assert {"C19", "C20"} <= {case.id for case in library.cases_of("M11.3")}
    assert "C21" in {case.id for case in library.cases_of("P5.5")}
    assert "sociétaires" in " ".join(library.cases["C20"].actions)


def test_r15_purchase_has_its_levers(library):
    assert all("ACH" in library.levers[lever].modes for lever in ("P4.2", "P4.5", "N3", "M3.4"))
    assert "C32" in {case.id for case in library.cases_of("P4.2")}


def test_r16_each_proposition_asks_its_question(library):
    assert sum(lever.question is not None for levers in library.propositions().values() for lever in levers) == 25


def test_r17_each_fiche_has_its_levers_and_no_case_is_told_twice(library):
    fiches = {source for lever in library.levers.values() for source in lever.sources}
    fiches |= {source for case in library.cases.values() for source in case.sources} | {
        entry.chiffre.source for entry in library.corpus.chiffres_cles.values()
    }
    assert {f"001/F{number}" for number in (1, 3, 5, 11, 13, 17, 19)} <= fiches
    names = [case.nom for case in library.cases.values()]
    assert len(names) == len(set(names))


def test_r18_the_other_kits_are_readings_by_level_and_nothing_is_drawn_from_them(library):
    readings = library.corpus.lectures
    assert readings["kit_departements"].echelons == (Echelon.DEPARTEMENT,)
    assert readings["kit_regions"].echelons == (Echelon.REGION,)
    assert not [card for card in (*library.cases.values(), *library.levers.values()) if "001/kits" in card.sources]


def test_r19_agriculture_has_ten_levers_and_the_guide(library, book, evidence):
    assert sum("AGR" in lever.themes and lever.id.startswith("T") for lever in library.levers.values()) == 10
    found = ask(book, evidence, "departement:48", theme="AGR")
    assert found.abstention is not None
    assert found.dispositifs[0].id == "D08"


def test_r20_the_guide_on_priority_districts_has_its_steps_and_its_cases(library):
    assert all(library.levers[step].sources == ("003/etapes",) for step in ("A1", "A2", "A3"))
    assert all(library.cases[case].sources == ("003/exemples",) for case in ("C32", "C33", "C34"))


def test_r21_digital_inclusion_has_its_cooperative_and_its_reading(library):
    assert library.cases["D02"].besoin.themes == ("NUM",)
    assert library.corpus.lectures["focus_inclusion_numerique"].themes == ("NUM",)
    assert "mediation_numerique" in TYPES


def test_r22_mobility_has_its_cases_its_levers_and_its_schemes(book, evidence):
    found = ask(book, evidence, "epci:242000354", theme="MOB")
    assert {"C16", "C17", "C18", "C19", "C20", "C21"} >= {match.cas.id for match in found.cas}
    assert len(found.cas) >= 5
    assert {f"M11.{rank}" for rank in range(1, 6)} <= {lever.levier.id for lever in found.leviers}
    assert {scheme.id for scheme in found.dispositifs} == {"D04", "D05", "D06"}


def test_r25_who_may_act_is_said_by_level_with_the_date_of_the_rule(library):
    assert may_pull(library.levers["M11.3"], Echelon.COMMUNE, library)
    assert may_pull(library.levers["M11.3"], Echelon.REGION, library) is None
    assert library.powers(library.levers["M3.2"]).region.statut is Statut.OBLIGATOIRE
    assert all(text.date for text in library.corpus.textes.values())


def test_r26_governance_is_asked(library):
    asked = " ".join(library.levers[lever].question for lever in ("P1.1", "B4", "N1"))
    assert "délégation" in asked
    assert "correspondant" in asked
    assert "extra-municipale" in asked


def test_r27_the_report_on_models_is_a_reading_without_indicator(library):
    assert "Aucun indicateur" in library.corpus.lectures["modeles_associatifs"].phrase.replace("\n", " ")
    assert not [card for card in (*library.cases.values(), *library.levers.values()) if "001/modeles" in card.sources]


def test_r28_the_cooperative_of_the_master_is_a_case(library):
    assert library.cases["C36"].forme_juridique == "scic"
    assert {str(place.ref) for place in library.places["C36"]} == {"commune:86194"}
