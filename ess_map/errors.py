"""The whole error tree, readable in one screen. Messages are French sentences: they reach the screen as they are."""

from __future__ import annotations


class EssMapError(Exception):
    """Base of every error this package raises on purpose; `str(error)` is a French sentence for the visitor."""


class SettingsError(EssMapError):
    """A setting is missing or has a value that cannot be used."""


class SourceError(EssMapError):
    """A file of `data/` or a raw file is missing, unreadable, or is not the one its identity card describes."""

    def __init__(self, path: str, problem: str, remedy: str) -> None:
        self.path = path
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"Le fichier « {path} » {problem}. {remedy}")


class SchemaError(EssMapError):
    """A table breaks its contract; every problem is collected before raising. The remedy is said where there is one."""

    def __init__(self, table: str, problems: list[str], remedy: str = "") -> None:
        self.table = table
        self.problems = problems
        self.remedy = remedy
        said = f"{table}\u00a0: " + "\u202f; ".join(problems)
        super().__init__(f"{said}. {remedy}" if remedy else said)


class CrsError(EssMapError):
    """A layer has no declared coordinate reference system, or one that the operation refuses."""


class UnknownTerritoryError(EssMapError):
    """A territory reference (`niveau:code`) is malformed or names nothing that exists."""

    def __init__(self, text: str, reason: str) -> None:
        self.text = text
        self.reason = reason
        super().__init__(f"Territoire inconnu « {text[:80]} »\u00a0: {reason}")


class ExportError(EssMapError):
    """An export was asked in a format that does not exist, or could not be written."""


class UnknownLeverError(EssMapError):
    """A lever that is asked is not in the library."""


class ComparisonError(EssMapError):
    """Two territories cannot be compared as asked: a weight that does not exist, a territory that has no equal."""
