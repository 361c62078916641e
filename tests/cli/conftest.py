"""Running the command line: inside this process for speed, outside for exit codes and streams as a shell sees them."""

import functools
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ess_map import settings
from ess_map.actors.register import Register
from ess_map.cli import main
from ess_map.territories.atlas import Atlas

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def document(self):
        return json.loads(self.out)


@pytest.fixture(scope="session", autouse=True)
def _loaded_once():
    """Load each data folder once for all the tests of this folder; it is the real loader that answers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Atlas, "load", functools.cache(Atlas.load))
        patch.setattr(Register, "load", functools.cache(Register.load))
        yield


@pytest.fixture(scope="session")
def data():
    return DATA


@pytest.fixture
def broken(tmp_path):
    """Make a data folder that differs from the real one: relative path -> new content, None to remove the file."""

    def make(changes):
        folder = tmp_path / "data"
        for path in sorted(DATA.rglob("*")):
            name = path.relative_to(DATA).as_posix()
            if path.is_dir():
                (folder / name).mkdir(parents=True, exist_ok=True)
            elif name not in changes:
                (folder / name).symlink_to(path)
        for name, content in changes.items():
            assert (DATA / name).is_file(), name
            if content is not None:
                (folder / name).write_bytes(content)
        return folder

    return make


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
