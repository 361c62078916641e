"""The manifest of the data folder: the SHA-256 of every built file, so that a damaged one is named before it misleads."""

from __future__ import annotations

import hashlib
import tomllib
from typing import TYPE_CHECKING

from ess_map.errors import SourceError
from ess_map.territories.marts import REMEDY

if TYPE_CHECKING:
    from pathlib import Path

FILE = "manifeste.toml"
_CARDS = "sources.toml"
_BUILT_SUFFIXES = frozenset({".parquet", ".json"})
_HEADER = """\
# Empreinte SHA-256 de chaque fichier construit des données embarquées, vérifiée par « python -m ess_map check ».
# Fichier écrit par « python -m ess_map build » : ne pas modifier à la main.
"""


def write(data_dir: Path) -> None:
    """Write the manifest of every built file of the data folder, sorted by path."""
    lines = [f'"{name}" = "{digest}"\n' for name, digest in sorted(_digests(data_dir).items())]
    (data_dir / FILE).write_text(_HEADER + "\n" + "".join(lines), encoding="utf-8")


def read(data_dir: Path) -> dict[str, str]:
    """
    Read the manifest: path inside the data folder, with `/` -> SHA-256.

    Raises
    ------
    SourceError
        If it is missing or is not TOML.
    """
    try:
        return {str(name): str(digest) for name, digest in tomllib.loads((data_dir / FILE).read_text(encoding="utf-8")).items()}
    except FileNotFoundError as error:
        raise SourceError(f"data/{FILE}", "est introuvable", REMEDY) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SourceError(f"data/{FILE}", "est endommagé", REMEDY) from error


def differences(data_dir: Path) -> dict[str, str]:
    """
    Compare the data folder with its manifest.

    Returns
    -------
    problems
        Path -> « est introuvable », « est différent de celui qui a été construit » or « n’est pas dans le manifeste »; empty when all is well.

    Raises
    ------
    SourceError
        If the manifest itself is missing or unreadable.
    """
    promised, found = read(data_dir), _digests(data_dir)
    problems = {}
    for name in sorted(promised.keys() | found.keys()):
        if name not in found:
            problems[name] = "est introuvable"
        elif name not in promised:
            problems[name] = "n’est pas dans le manifeste"
        elif promised[name] != found[name]:
            problems[name] = "est différent de celui qui a été construit"
    return problems


def _digests(data_dir: Path) -> dict[str, str]:
    paths = (path for path in sorted(data_dir.rglob("*")) if path.is_file() and path != data_dir / FILE)
    return {
        path.relative_to(data_dir).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
        # Texts and tables written by hand are proven by the history of the repository.
        if path.suffix in _BUILT_SUFFIXES or path.name == _CARDS
    }
