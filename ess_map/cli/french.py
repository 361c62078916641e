"""argparse in French: its headings, its help, and every refusal it can utter."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

_REFUSALS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (r"the following arguments are required: (?P<a>.*)", "Il manque\u00a0: {a}."),
        (r"unrecognized arguments: (?P<a>.*)", "Option ou argument inconnu\u00a0: {a}."),
        (
            r"argument (?P<a>.*?): invalid choice: (?P<b>.*?) \((?:choose from|maybe you meant) (?P<c>.*)\)",
            "{a}\u00a0: la valeur {b} n’existe pas. Valeurs possibles\u00a0: {c}.",
        ),
        (
            r"argument (?P<a>.*?): expected (?:one argument|at least one argument|\d+ arguments?)",
            "{a}\u00a0: il manque une valeur.",
        ),
        (r"argument (?P<a>.*?): ignored explicit argument (?P<b>.*)", "{a}\u00a0: cette option ne prend pas de valeur ({b})."),
        (r"argument (?P<a>.*?): (?P<b>.*)", "{a}\u00a0: {b}"),
    )
)


class RefusedError(Exception):
    """The words of the command line cannot be understood; `str(error)` says why, in French."""


class FrenchParser(argparse.ArgumentParser):
    """An `ArgumentParser` that speaks French and raises `RefusedError` instead of leaving the process."""

    def __init__(self, *, prog: str, description: str, epilog: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            add_help=False,
            allow_abbrev=False,
            formatter_class=FrenchFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """Refuse the command line, in French."""
        raise RefusedError(f"{in_french(message)} Aide\u00a0: {self.prog} --help")


class FrenchFormatter(argparse.RawDescriptionHelpFormatter):
    """Help whose first word is French."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Put « utilisation » where argparse puts "usage"."""
        super().add_usage(usage, actions, groups, "utilisation\u00a0: " if prefix is None else prefix)


def in_french(message: str) -> str:
    """Translate a refusal of argparse; one that is not known becomes a general French sentence."""
    for pattern, sentence in _REFUSALS:
        found = pattern.fullmatch(message)
        if found:
            return sentence.format(**found.groupdict())
    return "La commande n’est pas comprise."
