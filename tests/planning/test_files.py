"""What leaves opens elsewhere, computes nothing, and says what is not known."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ess_map.cases.yaml_file import parse
from ess_map.planning import calendar, drafts, files, tables
from ess_map.planning.assessment import Answer, Assessment
from ess_map.planning.drafts import Proposal, ProposedPlace
from ess_map.planning.roadmap import Action, Partner, Roadmap

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
DAY = NOW.date()
HOSTILE = "=1+1 <b>&\x00 ; \n suite"


@pytest.fixture
def roadmap():
    first = Action(id="0000000a", titre="Garage solidaire", leviers=("M11.2",), cas=("C18",), besoin="MOB", pilote="Service mobilité",
        partenaires=(Partner(identifiant="1", nom="Envie 35"),), echeance=date(2027, 3, 1), budget=12000, creee=NOW, modifiee=NOW)  # fmt: skip
    return Roadmap(
        territoire="epci:243500139", actions=(first, Action(id="0000000b", titre=HOSTILE, note=HOSTILE, creee=NOW, modifiee=NOW))
    )


def test_the_workbook_has_every_action_as_text(roadmap, library):
    table = tables.actions_table(roadmap, library)
    book = openpyxl.load_workbook(io.BytesIO(files.workbook("Feuille de route", [table], ["Registre partiel."], DAY)))
    rows = list(book["Actions"].iter_rows(values_only=True))
    assert rows[1][:3] == ("Garage solidaire", "à lancer", "Service mobilité")
    assert rows[1][6] == "01/03/2027"
    assert rows[2][2] == "non précisé"
    assert all(cell.data_type == "s" for row in book["Actions"].iter_rows() for cell in row)
    assert book["Sources et limites"]["A2"].value == "Registre partiel."


def test_the_csv_is_read_back_and_computes_nothing(roadmap, library):
    rows = list(csv.reader(io.StringIO(tables.as_csv(tables.actions_table(roadmap, library)).decode("utf-8-sig")), delimiter=";"))
    assert rows[1][0] == "Garage solidaire"
    assert rows[2][0].startswith("'=")


def test_the_document_opens_and_holds_hostile_text_literally(roadmap, library):
    made = docx.Document(
        io.BytesIO(files.document("Feuille", ["Rennes"], [tables.actions_table(roadmap, library)], ["Partiel."], DAY))
    )
    words = [p.text for p in made.paragraphs]
    assert "Garage solidaire" in words
    assert any(text.startswith("=1+1 <b>& ;") for text in words)


def test_the_calendar_has_deadlines_and_the_month_whose_date_is_known(roadmap, library):
    found = calendar.events(roadmap, library.corpus, DAY)
    assert [event.titre for event in found] == ["Mois de l’ESS", "Garage solidaire"]
    assert (found[0].debut, found[0].fin) == (date(2026, 11, 1), date(2026, 11, 30))
    assert len(calendar.undated(library.corpus)) == 2
    lines = calendar.icalendar(found, "Rennes", NOW).decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20270301" in lines
    assert "DTEND;VALUE=DATE:20270302" in lines


@settings(max_examples=40)
@given(st.text(max_size=300))
def test_no_text_breaks_the_calendar(title):
    event = calendar.Event(DAY, DAY, title.encode("utf-8", "ignore").decode(), "", "x")
    raw = calendar.icalendar([event], "x", NOW)
    lines = raw.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert raw.count(b"BEGIN:VEVENT") >= 1
    assert [line for line in lines if line.startswith((b"END:VEVENT", b"END:VCALENDAR"))] == [b"END:VEVENT", b"END:VCALENDAR"]


def test_the_assessment_leaves_with_its_evidence(library):
    questions = [library.levers["P1.1"], library.levers["B4"]]
    table = tables.assessment_table(Assessment(jour=DAY, reponses={"P1.1": Answer(reponse="fait", preuve="Arrêté")}), questions)
    assert table.lignes[0][4:] == ("fait", "", "Arrêté")
    assert table.lignes[1][4] == "sans réponse"
    assert table.lignes[1][1] == "Gouvernance"


def proposal(**fields):
    known = {
        "nom": "Garage d’Angers", "titre": "Un garage: deux lieux", "actions": ("Prêter des locaux",), "besoin": "Pas de véhicule",
        "themes_besoin": ("MOB",), "leviers": ("M11.2",), "echelle": "epci", "annee": 2020, "non_precise": ("Le coût",),
        "lieux": (ProposedPlace("Angers", "commune", "perimetre", "commune:49007"),), "source": "001/F11",
    }  # fmt: skip
    return Proposal(**(known | fields))


def test_a_proposed_case_is_a_card_that_the_library_would_take(library, atlas):
    text = drafts.card(proposal(), drafts.next_identifier(library, []))
    assert drafts.findings(text, "C37.yaml", library, atlas, DAY) == []
    assert parse(text).value["id"] == "C37"
    assert drafts.next_identifier(library, ["C37-garage.yaml"]) == "C38"


def test_what_a_proposal_lacks_is_said_with_its_line_and_its_field(library, atlas):
    text = drafts.card(proposal(source="", autre_source="Le journal\nid: C1", annee=2099, lieux=()), "C37")
    found = {problem.champ: problem.phrase for problem in drafts.findings(text, "C37.yaml", library, atlas, DAY)}
    assert "futur" in found["annee"]
    assert "sources" in found
    assert parse(text).value["id"] == "C37"


@settings(max_examples=60)
@given(st.text(max_size=80), st.text(max_size=80))
def test_nothing_typed_changes_the_fields_of_a_card(name, other):
    value = parse(drafts.card(proposal(nom=name, titre=name, autre_source=other), "C37")).value
    assert value["id"] == "C37"
    assert list(value)[:4] == ["id", "nom", "titre", "actions"]
    assert value["lieux"][0]["role"] == "perimetre"


def test_actors_to_buy_from_are_listed_by_sector_with_their_form(atlas):
    from ess_map import settings as product
    from ess_map.actors.register import Register

    register = Register.load(product.current().data_dir, atlas)
    found = register.frame.index[(register.frame["code_commune"] == "35238") & (register.frame["registre"] == "principal")]
    rows = [register.frame.index.get_loc(name) for name in found]
    table = tables.sourcing_table(register, rows)
    assert table.colonnes[:4] == ("Secteur", "Nom", "Famille", "Type de structure")
    assert {line[1] for line in table.lignes} == set(register.frame.loc[found, "nom"])
    assert list(table.lignes) == sorted(table.lignes)
    assert all(cell for line in table.lignes for cell in line)
