"""Reading the cards of a folder and the entries of a table: what is sound is kept, what is not is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import ValidationError

from ess_map.cases import problems as said
from ess_map.cases.fields import TODAY, Card
from ess_map.cases.problems import Problem
from ess_map.cases.yaml_file import UnreadableYamlError, YamlFile, read
from ess_map.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

C = TypeVar("C", bound=Card)
EntryProblems = list[Problem]
REMEDY = "Reprenez ce fichier de la version publiée d’Atlas ESS."


@dataclass(frozen=True)
class ReadCard(Generic[C]):
    """A sound card and the file it came from, kept for what only the other cards can tell."""

    card: C
    name: str
    file: YamlFile


def read_folder(data_dir: Path, folder: str, model: type[C], today: date) -> tuple[list[ReadCard[C]], EntryProblems]:
    """
    Read every card of a folder, sorted by file name.

    Raises
    ------
    SourceError
        If the folder is missing.
    """
    if not (data_dir / folder).is_dir():
        raise SourceError(f"data/{folder}", "est introuvable", REMEDY)
    cards: list[ReadCard[C]] = []
    problems: EntryProblems = []
    for path in _files(data_dir / folder):
        name = f"data/{folder}/{path.name}"
        if path.suffix != ".yaml":
            problems.append(
                Problem(name, 1, "", "ce fichier n’est pas une fiche\u00a0: son nom doit finir par «\u00a0.yaml\u00a0».")
            )
            continue
        try:
            file = read(path)
            cards.append(ReadCard(model.model_validate(file.value, context={TODAY: today}), name, file))
        except UnreadableYamlError as error:
            problems.append(Problem(name, error.line, "", str(error)))
        except ValidationError as error:
            problems += said.from_validation(name, file, error, model)
    return cards, problems


def read_table(data_dir: Path, table: str, model: type[C], today: date) -> tuple[dict[str, C], EntryProblems]:
    """
    Read a table, `key: entry`; an entry that is not sound is left out.

    Raises
    ------
    SourceError
        If the file is missing, unreadable, or is not a table.
    """
    name = f"data/{table}"
    path = data_dir / table
    if not path.is_file():
        raise SourceError(name, "est introuvable", REMEDY)
    try:
        file = read(path)
    except UnreadableYamlError as error:
        raise SourceError(name, f"ne peut pas être lu (ligne {error.line}\u00a0: {error})", REMEDY) from error
    if not isinstance(file.value, dict):
        raise SourceError(name, "ne contient pas de table", REMEDY)
    entries: dict[str, C] = {}
    problems: EntryProblems = []
    for key, value in file.value.items():
        try:
            entries[key] = model.model_validate(value, context={TODAY: today})
        except ValidationError as error:
            problems += said.from_validation(name, file, error, model, prefix=(key,))
    return entries, problems


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        # What a system or an editor leaves, and a README, are not cards.
        if path.is_file() and not path.name.startswith((".", "~")) and path.suffix != ".md" and not path.name.endswith("~"):
            yield path
