"""`check` names every fault of the library with its file, its line and its field."""

import shutil

import pytest

from ess_map.cases import check
from ess_map.errors import SourceError
from tests.cases.conftest import DATA


@pytest.fixture
def whole(copied):
    """Give a data folder with its own library and the territories of the repository."""
    shutil.copytree(DATA / "territoires", copied / "territoires")
    return copied


def test_a_sound_library_is_counted():
    (finding,) = check.run(DATA)
    assert finding.ok
    assert finding.detail == "36 cas localisés, 9 dispositifs, 82 leviers"


def test_a_fault_is_a_finding_with_what_to_do(whole):
    path = whole / "cas/C18-solidarauto49.yaml"
    text = path.read_text(encoding="utf-8").replace("commune:49353", "commune:99999")
    path.write_text(text, encoding="utf-8")
    line = 1 + next(row for row, words in enumerate(text.splitlines()) if "commune:99999" in words)
    (finding,) = check.run(whole)
    assert not finding.ok
    assert finding.quoi == "Fiche refusée"
    assert finding.detail.startswith(
        f"data/cas/C18-solidarauto49.yaml, ligne {line}, champ «\u00a0deduit.territoires.2.ref\u00a0»\u00a0: "
    )
    assert "docs/CAS-ET-LEVIERS.md" in finding.remede


def test_a_lost_link_is_a_fault_too_and_every_fault_is_told(whole):
    (whole / "leviers/M11.2.yaml").write_text("id: M11.2\n", encoding="utf-8")
    findings = check.run(whole)
    assert {finding.quoi for finding in findings} == {"Fiche refusée", "Fiche incomplète"}
    assert len(findings) > 5
    assert not any(finding.ok for finding in findings)


def test_a_library_that_is_not_there_is_refused(tmp_path):
    shutil.copytree(DATA / "territoires", tmp_path / "territoires")
    with pytest.raises(SourceError, match=r"corpus/documents\.yaml"):
        check.run(tmp_path)
