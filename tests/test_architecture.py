"""The house stays as it was drawn: small rooms, one subject each, one door to Streamlit and one to folium."""

import ast
import functools
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "ess_map"
MODULES = sorted(PACKAGE.rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "tools"}


@functools.cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path):
    return str(path.relative_to(ROOT))


def imported(path):
    """Give the top-level packages that a module imports, wherever in the module."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_at_most_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_function_is_at_most_40_lines_of_code(path):
    long = {
        node.name: lines
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (lines := _code_lines(node)) > 40
    }
    assert not long


def _code_lines(node):
    """Count the lines of a function, its docstring aside."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return 0 if not body else node.end_lineno - body[0].lineno + 1


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_only_opens_a_view(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 30
    assert imported(path) <= {"ess_map"}


def test_there_are_pages():
    assert PAGES


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_named_after_its_subject(path):
    assert not {part.removesuffix(".py") for part in path.relative_to(PACKAGE).parts} & VAGUE


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_streamlit_is_spoken_in_ui_alone(path):
    spoken = imported(path) & {"streamlit", "streamlit_folium", "starlette"}
    assert not spoken or path.is_relative_to(PACKAGE / "ui")


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_folium_is_spoken_in_maps_alone(path):
    spoken = imported(path) & {"folium", "branca"}
    assert not spoken or path.is_relative_to(PACKAGE / "maps")


@pytest.mark.parametrize("path", [p for p in MODULES if p != PACKAGE / "ui/cache.py"], ids=name)
def test_streamlit_caches_are_in_one_file(path):
    assert not re.search(r"st\.cache_(data|resource)", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_what_it_is(path):
    assert ast.get_docstring(tree(path))


def test_nothing_is_read_from_the_environment_but_by_the_settings():
    readers = {name(p) for p in MODULES if re.search(r"os\.(environ|getenv)", p.read_text(encoding="utf-8"))}
    assert readers <= {"ess_map/settings.py", "ess_map/cli/__init__.py"}
