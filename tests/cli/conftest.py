"""Running the command line: inside this process for speed, outside for exit codes and streams as a shell sees them."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ess_map import settings
from ess_map.cli import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def document(self):
        return json.loads(self.out)


@pytest.fixture
def run(capsys):
    """Run a command in this process."""

    def call(*words):
        code = main(words)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture
def run_with_data(run, monkeypatch):
    """Run a command in this process on another data folder."""

    def call(data_dir, *words):
        monkeypatch.setenv("ESS_MAP_DATA_DIR", str(data_dir))
        settings.current.cache_clear()
        try:
            return run(*words)
        finally:
            monkeypatch.undo()
            settings.current.cache_clear()

    return call


@pytest.fixture
def shell():
    """Run a command in a process of its own."""

    def call(*words, **environment):
        done = subprocess.run(
            [sys.executable, "-m", "ess_map", *words],
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return call
