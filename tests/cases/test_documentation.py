"""What docs/CAS-ET-LEVIERS.md and the glossary say of a card is what the code does."""

import re
import shutil

import pytest

from ess_map.cases import lists
from ess_map.cases.corpus import Corpus, KeyFigure, Moment, Reading, SourceDocument
from ess_map.cases.facts import Dated, Figure, FirstStep, Link, Statement
from ess_map.cases.lever import Format, Lever
from ess_map.cases.library import load_library
from ess_map.cases.model import Case, Deduced, DeducedFact, DeducedTerritory, Need, Place
from ess_map.cases.powers import CompetenceRule, LegalText, ParticularCollectivity, Power
from tests.cases.conftest import ROOT, TODAY

PAGE = (ROOT / "docs/CAS-ET-LEVIERS.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs/GLOSSAIRE.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n# data/(\S+)\n(.*?)```", PAGE, flags=re.DOTALL)
PARTS = [Need, Place, Deduced, DeducedTerritory, DeducedFact, Figure, Dated, Link, Statement, FirstStep, Format, Power]
TABLES = [SourceDocument, LegalText, CompetenceRule, ParticularCollectivity, KeyFigure, Moment, Reading]
LISTS = {
    "Échelles": lists.ECHELLES,
    "Circonstances": lists.CIRCONSTANCES,
    "Formes juridiques": lists.FORMES,
    "Modes d’action": lists.MODES,
}
ENGLISH = {"id"}
TERMS = sorted(
    {
        *(name for model in (Case, Lever, *PARTS, *TABLES) for name in model.model_fields),
        *Corpus.__dataclass_fields__,
        *(code for values in (*LISTS.values(), lists.ROLES, lists.BORNES) for code in values),
        *(str(member) for kind in (lists.Statut, lists.Echelon) for member in kind),
    }
    - ENGLISH
)


def section(title):
    return re.split(r"^#{2,3} ", PAGE.split(f" {title}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("term", TERMS)
def test_a_french_term_of_the_code_has_its_entry_in_the_glossary(term):
    assert f"`{term}`" in GLOSSARY


@pytest.mark.parametrize(("title", "model"), [("Champs d’un cas", Case), ("Champs d’un levier", Lever)])
def test_every_field_is_described_and_no_other(title, model):
    assert re.findall(r"^\| `(\w+)` \|", section(title), flags=re.MULTILINE) == list(model.model_fields)


@pytest.mark.parametrize("model", PARTS)
def test_every_part_of_a_field_is_described(model):
    assert not [name for name in model.model_fields if f"`{name}`" not in PAGE]


@pytest.mark.parametrize(("title", "values"), LISTS.items())
def test_every_value_of_a_closed_list_is_described_and_no_other(title, values):
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+?)(?: \(pas pour un lieu\))? \|$", section(title), flags=re.MULTILINE)
    assert dict(rows) == values


def test_every_status_is_described():
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|$", section("Qui peut agir"), flags=re.MULTILINE)
    assert [code for code, _ in rows] == list(lists.Statut)


def test_the_examples_of_the_recipes_load_as_they_are(atlas, copied):
    assert [path for path, _ in EXAMPLES] == ["cas/C37-exemple.yaml", "leviers/M11.6.yaml"]
    for path, text in EXAMPLES:
        (copied / path).write_text(text, encoding="utf-8")
    found = load_library(copied, atlas, TODAY)
    assert found.problems == ()
    assert found.cases["C37"].titre == "Un garage solidaire installé avec l’appui de l’agglomération"
    assert [case.id for case in found.cases_of("M11.2")] == ["C18", "C37"]
    assert [lever.id for lever in found.same_as("M11.2")] == ["P3.1", "M11.6"]


def test_the_examples_show_every_field():
    for (_, text), model in zip(EXAMPLES, (Case, Lever), strict=True):
        shown = set(re.findall(r"^([a-z_]+):", text, flags=re.MULTILINE))
        assert set(model.model_fields) - shown <= {"axe"}


def test_one_file_is_enough_to_add_a_case(atlas, copied):
    before = {path: path.read_bytes() for path in copied.rglob("*.yaml")}
    shutil.copy(copied / "cas/C18-solidarauto49.yaml", copied / "cas/C37-autre.yaml")
    text = (copied / "cas/C37-autre.yaml").read_text(encoding="utf-8").replace("id: C18", "id: C37")
    (copied / "cas/C37-autre.yaml").write_text(text, encoding="utf-8")
    found = load_library(copied, atlas, TODAY)
    assert found.problems == ()
    assert [case.id for case in found.cases_of("M11.2")] == ["C18", "C37"]
    assert all(path.read_bytes() == content for path, content in before.items())


def test_the_counts_that_the_page_gives_are_true(library):
    assert f"| {len(library.located())} cas, {len(library.schemes())} dispositifs |" in PAGE
    assert f"| {len(library.levers)} leviers, dont les 25 propositions du plaidoyer |" in PAGE
    assert f"| {len(Corpus.__dataclass_fields__)} tables |" in PAGE


def test_what_the_rereading_corrected_names_cards_that_exist(library):
    table = section("Ce que la relecture a corrigé")
    named = re.findall(r"\b([CD]\d\d|[PM]\d+\.\d|[NAB]\d)\b", "\n".join(re.findall(r"^\| ([^|]+) \|", table, flags=re.MULTILINE)))
    assert len(named) > 25
    assert not [name for name in named if name not in library.cases and name not in library.levers]
