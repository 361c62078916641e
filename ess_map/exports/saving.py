"""Writing a file so that it is either the old one or the whole new one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from ess_map.errors import ExportError


def save(path: Path, content: bytes) -> None:
    """
    Write a file at once: a full disk or a stop leaves the previous file as it was.

    Raises
    ------
    ExportError
        If the folder does not exist or cannot be written to.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".atlas-ess-", suffix=path.suffix)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        _replace(Path(name), path)
    except OSError as error:
        raise ExportError(
            f"Impossible d’écrire «\u00a0{path}\u00a0»\u00a0: vérifiez que le dossier existe, que vous avez le droit d’y écrire, "
            "et que le fichier n’est pas ouvert ailleurs."
        ) from error


def _replace(temporary: Path, path: Path) -> None:
    try:
        if os.name == "posix":
            # mkstemp makes files that only their owner reads; this one has the rights of any new file.
            mask = os.umask(0)
            os.umask(mask)
            temporary.chmod(0o666 & ~mask)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
