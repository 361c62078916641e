"""Links are mutual, whichever side they are written on."""

import pytest


def test_a_case_and_a_lever_know_each_other(library):
    for case in library.cases.values():
        for lever in library.levers_of(case.id):
            assert case in library.cases_of(lever.id)
    for lever in library.levers.values():
        for case in library.cases_of(lever.id):
            assert lever in library.levers_of(case.id)


def test_no_written_link_is_lost(library):
    for case in library.cases.values():
        assert {lever.id for lever in library.levers_of(case.id)} == set(case.leviers)


def test_the_same_lever_elsewhere_answers_back(library):
    for lever in library.levers.values():
        for other in library.same_as(lever.id):
            assert lever in library.same_as(other.id)
            assert other is not lever


def test_the_same_lever_is_elsewhere_in_the_documents(library):
    for lever in library.levers.values():
        for other in library.same_as(lever.id):
            assert set(lever.sources) != set(other.sources), (lever.id, other.id)


@pytest.mark.parametrize(
    ("subject", "levers"),
    [
        ("élu référent", {"P1.1", "M3.1", "N1"}),
        ("feuille de route", {"P1.3", "M3.2", "B1"}),
        ("appels à projets", {"P2.2", "M5.4", "N3"}),
        ("SPASER", {"P4.5", "N3"}),
        ("PTCE", {"P5.1", "M19.3"}),
        ("capital de coopératives", {"P5.5", "M11.3", "M13.5"}),
        ("diagnostic partagé", {"M5.2", "M17.1", "M19.4", "N4"}),
        ("co-construction", {"P1.5", "M3.3", "B1", "B2"}),
        ("foncier", {"P3.1", "M11.2", "M13.2", "T2"}),
        ("référent par service", {"P4.1", "B4"}),
        ("clauses", {"P4.2", "A3"}),
        ("réseaux et cartographies", {"M5.1", "N2", "A1"}),
    ],
)
def test_a_lever_told_in_several_documents_is_one_click_from_itself(library, subject, levers):
    first = min(levers, key=list(library.levers).index)
    reached, todo = {first}, [first]
    while todo:
        for other in library.same_as(todo.pop()):
            if other.id in levers and other.id not in reached:
                reached.add(other.id)
                todo.append(other.id)
    assert reached == levers, subject


@pytest.mark.parametrize(
    ("lever", "cases"),
    [
        ("M5.2", ["C23", "C24"]),
        ("M5.3", ["C01", "C02", "C25", "C26", "C27", "D07"]),
        ("M11.1", ["C16", "C17"]),
        ("M11.3", ["C19", "C20", "D04", "D05"]),
        ("M13.1", []),
        ("M13.5", ["C13"]),
        ("A3", ["C32"]),
        ("T4", ["D08"]),
    ],
)
def test_a_lever_gives_its_cases_in_order(library, lever, cases):
    assert [case.id for case in library.cases_of(lever)] == cases


def test_an_unknown_card_has_no_link(library):
    assert library.levers_of("C99") == library.cases_of("M99.9") == library.same_as("Z1") == ()
