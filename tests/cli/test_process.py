"""The command line as a shell sees it: exit codes, streams, encoding, a reader that leaves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_a_territory_answers_one_document_and_succeeds(shell):
    outcome = shell("acteurs", "--territoire", "epci:243500139", "--limite", "2", "--json")
    assert outcome.code == 0
    assert outcome.document["total"] >= len(outcome.document["acteurs"])


@pytest.mark.parametrize(
    ("words", "code"), [((), 0), (("--help",), 0), (("territoire", "Rennes"), 0), (("rapport",), 2), (("acteurs",), 2)]
)
def test_exit_codes_reach_the_shell(shell, words, code):
    outcome = shell(*words)
    assert outcome.code == code
    assert "Traceback" not in outcome.err


def test_french_is_written_in_utf_8_even_when_the_system_says_otherwise(shell):
    outcome = shell("territoire", "L’Haÿ-les-Roses", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert outcome.code == 0
    assert "L’Haÿ-les-Roses" in outcome.out or "L'Haÿ-les-Roses" in outcome.out


@pytest.mark.skipif(os.name != "posix", reason="bytes that are no text exist in POSIX command lines only")
def test_bytes_that_are_no_text_do_not_make_it_fall():
    words = [sys.executable.encode(), b"-m", b"ess_map", b"territoire", b"Ren\xffnes", b"--json"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="closes a pipe as a POSIX shell does")
def test_a_reader_that_leaves_is_not_an_error():
    command = [sys.executable, "-m", "ess_map", "acteurs", "--territoire", "france:FR", "--limite", "5000"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        program.stdout.readline()
        program.stdout.close()
        complaint = program.stderr.read().decode("utf-8")
        assert program.wait(timeout=60) == 0
    assert "BrokenPipe" not in complaint
    assert "Traceback" not in complaint
