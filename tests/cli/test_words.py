"""The words of the command line: what is understood, what is refused, and that all of it is French."""

import argparse
import contextlib
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.cli import main
from ess_map.cli.answer import one_line
from ess_map.cli.french import in_french
from ess_map.cli.parser import COMMANDS, RefusedError, read
from tests.exports.hostile import texts

ENGLISH = re.compile(r"\b(usage|options:|error|the|required|show this|expected|invalid|choose|unrecognized)\b")


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",), *((name, "--help") for name in COMMANDS)])
def test_help_is_french_and_a_success(run, words):
    outcome = run(*words)
    assert outcome.code == 0
    assert outcome.out.startswith("utilisation")
    assert not ENGLISH.search(outcome.out)
    assert outcome.err == ""


def test_help_lists_every_command_and_only_those(run):
    listed = re.findall(r"^  (\w+)  ", run("--help").out, flags=re.MULTILINE)
    assert listed == list(COMMANDS)


def test_the_version_is_told(run):
    assert re.fullmatch(r"Atlas ESS \d+\.\d+\.\d+\n", run("--version").out)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("indicateur",), "Commande inconnue"),
        (("acteurs",), "Il manque\u00a0: --territoire"),
        (("territoire",), "Il manque\u00a0: Q"),
        (("acteurs", "--territoire"), "il manque une valeur"),
        (("acteurs", "--territoire", "commune:35238", "--limite", "-3"), "--limite"),
        (("acteurs", "--territoire", "commune:35238", "--limite", "dix"), "nombre entier"),
        (("acteurs", "--territoire", "commune:35238", "--couleur", "bleu"), "inconnu\u00a0: --couleur bleu"),
        (("acteurs", "--terr", "commune:35238"), "--territoire"),
        (("territoire", "Rennes", "--niveau", "quartier"), "'quartier' n’existe pas"),
        (("sources", "--json=oui"), "ne prend pas de valeur"),
        (("sources", "refresh"), "inconnu\u00a0: refresh"),
        (("serve", "--port", "99999"), "port entre 1 et 65535"),
        (("build",), "Il manque\u00a0: --raw"),
    ],
)
def test_a_wrong_command_line_is_refused_in_french(run, words, said):
    outcome = run(*words)
    assert outcome.code == 2
    assert outcome.out == ""
    assert said in outcome.err
    assert "--help" in outcome.err
    assert not ENGLISH.search(outcome.err)


def test_a_refusal_in_json_is_one_document_and_one_sentence(run):
    outcome = run("acteurs", "--json")
    assert outcome.code == 2
    assert outcome.document == {"erreur": outcome.err.strip("\n")}


@given(st.lists(texts, max_size=4))
def test_no_words_at_all_make_the_parser_fall(words):
    with contextlib.suppress(RefusedError):
        assert isinstance(read(words), argparse.Namespace)


@given(st.text(max_size=60))
def test_an_unknown_command_is_refused_whatever_it_is(word):
    if word in COMMANDS or word in {"-h", "--help", "--version"}:
        return
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        assert main([word]) == 2
    assert out.getvalue() == ""
    assert err.getvalue().count("\n") == 1


@given(texts)
def test_a_terminal_receives_one_line_without_controls(text):
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", one_line(text))


def test_an_unknown_refusal_of_argparse_stays_french():
    assert in_french("something new in Python 3.20") == "La commande n’est pas comprise."
