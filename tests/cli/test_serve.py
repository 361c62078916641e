"""`serve`: the same server as `streamlit run dashboard.py`, or a French refusal."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from ess_map.cli import serve
from ess_map.cli.parser import RefusedError

ROOT = Path(__file__).resolve().parents[2]


def test_a_port_that_is_taken_is_refused(run):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        outcome = run("serve", "--port", str(taken.getsockname()[1]))
    assert outcome.code == 2
    assert "déjà pris" in outcome.err


def test_a_missing_front_door_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(serve, "FRONT_DOOR", tmp_path / "dashboard.py")
    with pytest.raises(RefusedError, match=r"dashboard\.py"):
        serve.check(free_port())


@pytest.mark.skipif(os.name != "posix", reason="the process becomes the server on POSIX systems only")
def test_the_dashboard_answers_and_its_address_is_the_only_document():
    port = free_port()
    command = [sys.executable, "-m", "ess_map", "serve", "--port", str(port), "--json"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        try:
            said = next(line for line in server.stderr if "URL" in line)
            assert str(port) in said
            with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=60) as answer:
                assert answer.status == 200
        finally:
            server.send_signal(signal.SIGTERM)
            out, _ = server.communicate(timeout=60)
    assert json.loads(out) == {"adresse": f"http://localhost:{port}"}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
