"""Leviers: who may act, where a territory stands, what it will do; everything written is there after a reload."""

from __future__ import annotations

import json
from datetime import date

import pytest

from ess_map.cases.competence import may_pull
from ess_map.cases.lists import Echelon
from ess_map.planning import assessment, roadmap
from ess_map.planning.assessment import Answer, Assessments
from ess_map.ui import lever_messages
from ess_map.ui.components import assessment_panel
from ess_map.ui.state import resources, store

RENNES = "epci:243500139"
HOSTILE = "<script>alert(1)</script> **gras** [x](https://exemple.fr) {{7*7}} =1+1"
PLAN = {"territoire": RENNES, "volet": "feuille-de-route"}
BILAN = {"territoire": RENNES, "volet": "autodiagnostic"}


def read(page):
    return type(page)(page.app).words


def test_the_levers_are_all_there_each_with_who_may_act(visit):
    page = visit("leviers")
    for lever in resources().library.levers.values():
        assert lever.titre in page.words
    assert "Commune\u00a0: doit agir" in page.words
    assert "Pour aller plus loin" in page.words


@pytest.mark.parametrize("echelon", list(Echelon))
def test_competence_keeps_what_the_level_may_do_and_sets_the_unknown_apart(visit, echelon):
    page, library = visit("leviers", echelon=echelon.value), resources().library
    sure, _, unsure = page.words.partition("À préciser pour cet échelon")
    assert f"{lever_messages.ECHELONS[echelon]}\u00a0:" in sure
    unknown = [lever.titre for lever in library.levers.values() if may_pull(lever, echelon, library) is None]
    assert ("ce n’est ni oui, ni non" in unsure) == bool(unknown)
    assert all(title in unsure for title in unknown)


def test_axis_theme_and_need_narrow_the_list(visit):
    page = visit("leviers", axe="4")
    assert "5 leviers" in page.words
    assert "Adopter un SPASER" in page.words
    assert "Soutenir un garage solidaire" in visit("leviers", territoire=RENNES, besoin="MOB").words
    assert "Soutenir un garage solidaire" not in visit("leviers", besoin="NUM").words


def test_the_sheet_of_a_lever_says_the_law_the_first_step_the_cases_and_the_twins(visit):
    page = visit("leviers", levier="M11.2")
    for words in (
        "Qui peut agir",
        "Loi NOTRe, 7 août 2015",
        "Premier pas",
        "proposition de l’Atlas",
        "Solidarauto49",
        "dit ailleurs",
    ):
        assert words in page.words


def test_without_a_territory_the_plan_and_the_assessment_ask_for_one(visit):
    for volet in ("autodiagnostic", "feuille-de-route"):
        assert "Choisissez d’abord un territoire" in visit("leviers", volet=volet).words


def test_the_twenty_five_propositions_and_the_governance_are_asked(visit):
    groups = assessment_panel.groups()
    assert [len(groups[str(axis)]) for axis in range(1, 6)] == [5] * 5
    words = visit("leviers", **BILAN, axe="gouvernance").words
    for said in ("délégation", "correspondant", "extra-municipale"):
        assert said in " ".join([words, *(lever.question for lever in groups["1"])])


def test_answers_survive_a_reload_and_are_compared_with_a_former_day(visit):
    empty, former = Assessments(territoire=RENNES), date(2025, 11, 3)
    store().change(
        assessment.SUBJECT, RENNES, empty, lambda known: assessment.answered(known, former, {"P1.1": Answer(reponse="non")})
    )
    page = visit("leviers", **BILAN)
    assert page.app.button(key="enregistrer_reponses").label == "Corriger le bilan du 03/11/2025"
    page.app.button(key="nouveau_bilan").click().run()
    key = f"P1_1_{assessment_panel.today()}"
    page.app.segmented_control(key=f"reponse_{key}").set_value("fait")
    page.app.text_input(key=f"preuve_{key}").input(HOSTILE)
    page.app.button(key="enregistrer_reponses").click().run()
    again = visit("leviers", **BILAN)
    assert again.app.segmented_control(key=f"reponse_{key}").value == "fait"
    assert again.app.text_input(key=f"preuve_{key}").value == HOSTILE
    kept = store().read(assessment.SUBJECT, RENNES, empty)
    assert kept.days == (former, assessment_panel.today())
    changed = again.words.split("Comparer à un bilan d’avant")[1]
    assert "03/11/2025" in changed
    assert "nonfait" in changed
    assert again.tags.count("script") == 0


def test_an_action_is_written_saved_and_shown_literally(visit):
    page = visit("leviers", **PLAN)
    page.app.button(key="nouvelle_action").click().run()
    action = store().read(roadmap.SUBJECT, RENNES, roadmap.Roadmap(territoire=RENNES)).actions[0].id
    page = visit("leviers", **PLAN, action=action)
    page.app.text_input(key=f"titre_{action}").input(HOSTILE)
    page.app.text_area(key=f"note_{action}").input(HOSTILE)
    page.app.date_input(key=f"echeance_{action}").set_value(date(2027, 3, 1))
    page.app.number_input(key=f"budget_{action}").set_value(12000.0)
    page.app.selectbox(key=f"indicateur_{action}").set_value("densite_insertion")
    page.app.multiselect(key=f"partenaires_{action}").set_value(page.app.multiselect(key=f"partenaires_{action}").options[:1])
    page.app.button(key="enregistrer_action").click().run()
    again = visit("leviers", **PLAN)
    assert again.words.count(HOSTILE) >= 3  # title, note, calendar
    assert "01/03/2027" in again.words
    assert "12\u202f000\u202f€" in again.words
    assert again.tags.count("script") == 0
    assert "strong" not in again.tags


def test_an_action_without_title_is_refused_and_the_rest_stays(visit):
    page = visit("leviers", **PLAN)
    page.app.button(key="nouvelle_action").click().run()
    action = store().read(roadmap.SUBJECT, RENNES, roadmap.Roadmap(territoire=RENNES)).actions[0].id
    page = visit("leviers", **PLAN, action=action)
    page.app.text_input(key=f"titre_{action}").input("  ")
    page.app.text_input(key=f"pilote_{action}").input("Service emploi")
    page.app.button(key="enregistrer_action").click().run()
    assert "Donnez un intitulé" in read(page)
    assert page.app.text_input(key=f"pilote_{action}").value == "Service emploi"
    page.app.button(key="supprimer_action").click().run()
    assert store().read(roadmap.SUBJECT, RENNES, roadmap.Roadmap(territoire=RENNES)).actions == ()


def test_a_format_that_documents_describe_becomes_an_action(visit):
    page = visit("leviers", **PLAN)
    page.app.button(key="format_N5_0").click().run()
    assert "Organiser\u00a0: RICLESS" in visit("leviers", **PLAN).words


@pytest.mark.parametrize("subject", [roadmap.SUBJECT, assessment.SUBJECT])
def test_a_damaged_file_is_said_and_set_aside_only_when_asked(visit, subject):
    path = store().path(subject, RENNES)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"{ endommag")
    volet = {"volet": "feuille-de-route" if subject == roadmap.SUBJECT else "autodiagnostic"}
    page = visit("leviers", territoire=RENNES, **volet)
    assert "rien n’est perdu" in page.words
    assert path.read_bytes() == b"{ endommag"
    page.app.button(key="mettre_de_cote").click().run()
    assert "Mis de côté" in read(page)
    kept = [one for one in path.parent.iterdir() if "a-reparer" in one.name]
    assert [one.read_bytes() for one in kept] == [b"{ endommag"]


def test_a_roadmap_is_opened_again_elsewhere(visit, tmp_path):
    page = visit("leviers", **PLAN)
    page.app.button(key="format_N5_1").click().run()
    content = store().path(roadmap.SUBJECT, RENNES).read_bytes()
    other = json.loads(content)
    assert other["format"] == "atlas-ess/feuille-de-route/1"
    page = visit("leviers", territoire="commune:35238", volet="feuille-de-route")
    page.app.session_state["rouvrir_plan"] = True
    page.app.run()
    page.app.file_uploader(key="plan_rouvrir").upload("feuille-de-route.json", content, "application/json").run()
    page.app.button(key="plan_ajouter").click().run()
    assert "ESPRESSO" in visit("leviers", territoire="commune:35238", volet="feuille-de-route").words


def test_another_territory_is_chosen_without_leaving_the_part_that_is_read(visit):
    page = visit("leviers", **PLAN)
    page.app.text_input(key="territoire").input("Brest").run()
    assert any("volet=feuille-de-route" in way and "commune:29019" in way for way in type(page)(page.app).links)


def test_the_library_that_cannot_be_read_says_so(visit, damaged):
    page = visit("leviers", territoire=RENNES)
    assert "n’a pas pu s’afficher" in page.words
    assert "Traceback" not in page.words
