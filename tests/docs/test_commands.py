"""What the command line and the settings offer is documented, and what is documented exists."""

import re
from pathlib import Path

import pytest

from ess_map.cli.parser import COMMANDS, FACETS, read
from ess_map.exports.formats import FORMATS
from ess_map.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/COMMANDES.md").read_text(encoding="utf-8")
SECTIONS = {section.split("`")[0]: section for section in PAGE.split("\n## `")[1:]}


def test_every_command_has_its_section_and_nothing_else_has_one():
    assert list(SECTIONS) == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_in_the_section_of_its_command(command):
    options = set(re.findall(r"(--[a-z]+)", read([command, "--help"]).texte)) - {"--json", "--help"}
    assert options <= set(re.findall(r"(--[a-z]+)", SECTIONS[command]))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_section_exists(command):
    options = set(re.findall(r"(--[a-z]+)", SECTIONS[command].split("\n## ")[0]))
    assert options <= set(re.findall(r"(--[a-z]+)", read([command, "--help"]).texte))


def test_every_filter_and_every_format_is_documented():
    assert all(f"`--{facet}`" in PAGE for facet in FACETS)
    assert all(f"`.{extension}`" in PAGE for extension in FORMATS)


def test_every_setting_is_documented():
    for name in Settings.model_fields:
        assert f"| `ESS_MAP_{name.upper()}` |" in PAGE


def test_links_between_documents_lead_somewhere():
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
