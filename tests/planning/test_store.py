"""What users write survives, whole; what is damaged is named and left alone."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.errors import StoreError
from ess_map.planning import assessment, roadmap
from ess_map.planning.assessment import Answer, Assessments
from ess_map.planning.roadmap import Action, Roadmap
from ess_map.planning.store import Store, parsed, written

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
HERE = "epci:243500139"
EMPTY = Roadmap(territoire=HERE)
HOSTILE = "<script>alert(1)</script> **gras** {{7*7}} =1+1 \x00 \u202e \ud800 'fin"


def action(number: int = 1, titre: str = "Un garage", **fields) -> Action:
    return Action(id=f"{number:08x}", titre=titre, creee=NOW, modifiee=NOW, **fields)


def test_what_is_written_is_read_again_by_another_process(tmp_path):
    made = action(titre="Garage solidaire", note=HOSTILE, echeance=date(2027, 3, 1), budget=1200.5)
    Store(tmp_path).change(roadmap.SUBJECT, HERE, EMPTY, lambda known: roadmap.added(known, made))
    again = Store(tmp_path).read(roadmap.SUBJECT, HERE, EMPTY)
    assert again.actions == (made,)
    assert "<script>alert(1)</script> **gras** {{7*7}} =1+1" in again.actions[0].note


def test_territories_do_not_share_a_file(tmp_path):
    store, many = Store(tmp_path), "compose:" + ",".join(f"{n:05d}" for n in range(1000, 1400))
    paths = {store.path("x", ref) for ref in (HERE, "commune:35238", many, many + ",01999")}
    assert len(paths) == 4
    assert all(len(path.name) < 100 and path.parent.parent == tmp_path for path in paths)


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"{", b'{"territoire": 3}', b'{"territoire": "epci:1", "inconnu": 1}'])
def test_a_damaged_file_is_named_and_never_overwritten(tmp_path, content):
    store = Store(tmp_path)
    path = store.path(roadmap.SUBJECT, HERE)
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="rien n’est perdu"):
        store.read(roadmap.SUBJECT, HERE, EMPTY)
    with pytest.raises(StoreError):
        store.change(roadmap.SUBJECT, HERE, EMPTY, lambda known: roadmap.added(known, action()))
    assert path.read_bytes() == content
    aside = store.set_aside(roadmap.SUBJECT, HERE)
    assert (path.parent / aside).read_bytes() == content
    store.change(roadmap.SUBJECT, HERE, EMPTY, lambda known: roadmap.added(known, action()))
    assert len(store.read(roadmap.SUBJECT, HERE, EMPTY).actions) == 1


def test_a_folder_that_refuses_says_so_in_french(tmp_path):
    (tmp_path / "fichier").write_text("")
    with pytest.raises(StoreError, match="Rien n’a été enregistré"):
        Store(tmp_path / "fichier").change(roadmap.SUBJECT, HERE, EMPTY, lambda known: roadmap.added(known, action()))


def test_two_people_who_add_at_once_both_keep_their_action(tmp_path):
    def add(number: int) -> None:
        Store(tmp_path).change(roadmap.SUBJECT, HERE, EMPTY, lambda known: roadmap.added(known, action(number)))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(40)))
    assert len(Store(tmp_path).read(roadmap.SUBJECT, HERE, EMPTY).actions) == 40


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_goes_and_comes_back(title, note):
    made = action(titre=title.encode("utf-8", "ignore").decode().strip() or "x", note=note)
    kept = Roadmap(territoire=HERE, actions=(made,))
    assert parsed(written(kept), Roadmap) == kept


def test_actions_are_added_replaced_removed_and_merged():
    one, two = action(1), action(2, "Deux")
    both = roadmap.added(roadmap.added(EMPTY, one), two)
    assert roadmap.added(both, one) == both
    later = one.model_copy(update={"titre": "Mieux", "modifiee": NOW.replace(hour=7)})
    assert roadmap.replaced(both, later).actions == (later, two)
    assert roadmap.merged(both, Roadmap(territoire=HERE, actions=(later,))).actions == (later, two)
    assert roadmap.merged(roadmap.replaced(both, later), both).actions == (later, two)
    assert roadmap.removed(both, one.id).actions == (two,)


def test_the_assessment_of_a_day_begins_from_the_former_one_and_shows_what_changed():
    first, second = date(2025, 11, 3), date(2026, 11, 22)
    known = Assessments(territoire=HERE)
    known = assessment.answered(known, first, {"P1.1": Answer(reponse="non"), "P1.2": Answer(reponse="ne_sait_pas")})
    known = assessment.begun(known, second)
    known = assessment.answered(known, second, {"P1.1": Answer(reponse="fait", preuve="Délibération")})
    assert known.days == (first, second)
    assert known.on(first).reponses["P1.1"].reponse == "non"
    changed = assessment.changes(known.on(first), known.on(second), ["P1.1", "P1.2", "P1.3"])
    assert [(one.question, one.avant, one.apres) for one in changed] == [("P1.1", "non", "fait")]
    assert assessment.tally(known.on(second), ["P1.1", "P1.2", "P1.3"]) == {
        "fait": 1, "en_cours": 0, "non": 0, "ne_sait_pas": 1, None: 1,
    }  # fmt: skip


def test_an_answer_taken_back_is_no_answer():
    day = date(2026, 1, 1)
    known = assessment.answered(Assessments(territoire=HERE), day, {"P1.1": Answer(reponse="fait")})
    assert assessment.answered(known, day, {"P1.1": Answer()}).on(day).reponses == {}


def test_a_file_that_no_page_could_draw_is_refused_whole():
    twice = Roadmap(territoire=HERE, actions=(action(1),)).model_dump(mode="json")
    twice["actions"] *= 2
    late = Roadmap(territoire=HERE, actions=(action(1),)).model_dump(mode="json")
    late["actions"][0]["echeance"] = "9999-12-31"
    same_day = {"territoire": HERE, "bilans": [{"jour": "2026-01-01"}, {"jour": "2026-01-01"}]}
    for document, kind in ((twice, Roadmap), (late, Roadmap), (same_day, Assessments)):
        with pytest.raises(ValueError, match="not such a document"):
            parsed(json.dumps(document).encode(), kind)
