"""What a command answers, and how it is said: one JSON document or French lines on stdout, messages on stderr."""

from __future__ import annotations

import json
import sys
import unicodedata
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found."""

    document: dict[str, Any]
    """The JSON document of `--json`."""
    lines: tuple[str, ...] = ()
    """The same for people, in French."""
    notices: tuple[str, ...] = field(default=())
    """French sentences that go with it, on stderr: a filter that was ignored, a commune that merged…"""
    ok: bool = True
    """False when the answer is a refusal (something that was checked is wrong)."""


def speak_utf8() -> None:
    """Write UTF-8 whatever the system says (Windows consoles, C locale); what cannot be written becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def say(answer: Answer, *, as_json: bool) -> None:
    """Print an answer."""
    for notice in answer.notices:
        sys.stderr.write(one_line(notice) + "\n")
    if as_json:
        _document(answer.document)
    else:
        sys.stdout.write("".join(f"{one_line(line)}\n" for line in answer.lines))
    sys.stdout.flush()


def say_error(sentence: str, *, as_json: bool) -> None:
    """Print why a command stopped: the sentence on stderr, and a document with it on stdout for who reads JSON."""
    sys.stderr.write(one_line(sentence) + "\n")
    if as_json:
        _document({"erreur": sentence})
        sys.stdout.flush()


def one_line(text: str) -> str:
    """Keep a text on its line and unable to command a terminal: controls and direction marks become spaces."""
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp"} else c for c in text)


def _document(document: dict[str, Any]) -> None:
    # Escaped surrogates would be read back as broken text by strict parsers: they are replaced, as on a screen.
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)
    sys.stdout.write(text.encode("utf-8", "replace").decode("utf-8") + "\n")
