"""Hostile texts on the command line: printed and written literally, no control character reaches a terminal."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ess_map.exports.cells import portable, restore
from tests.browser import hostile_data
from tests.browser.hostile_data import PILE, TEXTS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_data.build(tmp_path_factory.mktemp("hostile"))


def test_the_command_line_prints_and_writes_the_literal_texts(folder, tmp_path):
    done = _command(folder, "--json", "--export", str(tmp_path / "liste.csv"), "--nom", TEXTS["sens"])
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    expected = {portable(text) for text in TEXTS.values()}
    assert {actor["nom"] for actor in json.loads(done.stdout)["acteurs"]} == expected
    raw = (tmp_path / "liste.csv").read_text(encoding="utf-8-sig")
    assert {restore(line["nom"]) for line in csv.DictReader(io.StringIO(raw, newline=""), delimiter=";")} == expected
    done = _command(folder)
    assert (done.returncode, len(done.stdout.decode().splitlines())) == (0, len(TEXTS) + 1)
    assert not re.search("[\\x00-\\x09\\x0b-\\x1f\\x7f\\u202a-\\u202e\\u2066-\\u2069]", done.stdout.decode())


def _command(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "ess_map", "acteurs", "--territoire", f"commune:{PILE}", *words],
        cwd=ROOT, env={**os.environ, "ESS_MAP_DATA_DIR": str(folder)}, capture_output=True, timeout=120, check=False,
    )  # fmt: skip
