"""
Reading a card written by hand: plain YAML, safely, with the line of every value.

Only what a card needs is read: mappings, lists, texts, whole and decimal numbers, true, false, empty. Codes keep their zeros, a date
stays a text, aliases and tags are refused, a key written twice is an error. Values are built from parser events, one by one, so
that a hostile file can neither execute anything nor exhaust the stack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Location = tuple[str | int, ...]
"""Where a value is: keys of mappings and ranks in lists, from the top of the file."""

MAX_BYTES = 200_000
MAX_DEPTH = 12
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# YAML 1.1 reads 001 as a number and 2024-06-01 as a date; here both stay texts.
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}


class UnreadableYamlError(Exception):
    """A file is not a card at all; `str(error)` is a French sentence, `line` the line it is about."""

    def __init__(self, line: int, sentence: str) -> None:
        self.line = line
        super().__init__(sentence)


@dataclass(frozen=True)
class YamlFile:
    """The value of a file (dict, tuple, str, int, float, bool, None) and the line of each part."""

    value: Any
    lines: Mapping[Location, int]

    def line(self, location: Location) -> int:
        """Give the line of a part, or of the nearest part that holds it; the first line is 1."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)


def read(path: Path) -> YamlFile:
    """
    Read one file.

    Raises
    ------
    UnreadableYamlError
        If it is not UTF-8 text, not YAML, too large, too deep, or uses what a card does not need.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableYamlError(1, "le fichier ne peut pas être ouvert.") from error
    if len(content) > MAX_BYTES:
        raise UnreadableYamlError(1, f"le fichier dépasse {MAX_BYTES // 1000}\u00a0ko, trop pour une fiche.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableYamlError(line, "le fichier n’est pas écrit en UTF-8.") from error
    return parse(text)


def parse(text: str) -> YamlFile:
    """Read the text of one file; same errors as `read`."""
    try:
        return _Builder(yaml.parse(text, Loader=_LOADER)).build()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableYamlError(mark.line + 1 if mark else 1, _syntax(error)) from error
    except yaml.reader.ReaderError as error:
        raise UnreadableYamlError(_line_of_forbidden(text), "un caractère de commande invisible est interdit ici.") from error


def _syntax(error: yaml.MarkedYAMLError) -> str:
    if error.problem and "cannot start any token" in error.problem:
        return "la syntaxe YAML est invalide\u00a0: une tabulation ou un signe réservé ouvre la ligne. Mettez le texte entre guillemets."
    return "la syntaxe YAML est invalide. Vérifiez le retrait de la ligne, et mettez entre guillemets un texte qui contient «\u00a0:\u00a0»."


def _line_of_forbidden(text: str) -> int:
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    return text[: found.start()].count("\n") + 1 if found else 1


class _Builder:
    """Builds the one value of a file from parser events, noting the line of each part."""

    def __init__(self, events: Iterator[Any]) -> None:
        self._events = events
        self._lines: dict[Location, int] = {}

    def build(self) -> YamlFile:
        value, documents = None, 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise UnreadableYamlError(_line(event), "le fichier contient plusieurs fiches\u00a0: une fiche par fichier.")
                value = self._value(next(self._events), ())
        return YamlFile(value, self._lines)

    def _value(self, event: Any, location: Location) -> Any:
        self._check(event, location)
        self._lines.setdefault(location, _line(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(location)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(location)
        return _scalar(event.value) if event.implicit[0] else event.value

    def _check(self, event: Any, location: Location) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise UnreadableYamlError(_line(event), "les renvois YAML (& et *) ne sont pas acceptés\u00a0: répétez le texte.")
        if event.tag and event.tag != "!":
            raise UnreadableYamlError(_line(event), f"l’étiquette YAML «\u00a0{event.tag[:40]}\u00a0» n’est pas acceptée.")
        if len(location) > MAX_DEPTH:
            raise UnreadableYamlError(_line(event), "la fiche est trop imbriquée.")

    def _mapping(self, location: Location) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            self._check(event, location)
            if not isinstance(event, yaml.ScalarEvent):
                raise UnreadableYamlError(_line(event), "un nom de champ doit être un mot.")
            key = event.value
            if key in values:
                raise UnreadableYamlError(_line(event), f"le champ «\u00a0{key}\u00a0» est écrit deux fois.")
            self._lines[(*location, key)] = _line(event)
            values[key] = self._value(next(self._events), (*location, key))
        return values

    def _sequence(self, location: Location) -> tuple[Any, ...]:
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*location, len(values))))
        return tuple(values)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _scalar(text: str) -> Any:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text) and len(text) < 16:  # noqa: PLR2004 - a longer one is a code (Siret), not a quantity
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text
