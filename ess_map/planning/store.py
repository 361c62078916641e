"""
The files that users write, in their own folder: one JSON document a territory and a subject, replaced whole or not at all.

A document that cannot be read is never overwritten: it is named, left as it is, and only set aside when somebody asks for it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from ess_map.errors import ExportError, StoreError
from ess_map.exports.saving import save

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MAX_BYTES = 8_000_000
FOLDER = "territoires"
DRAFTS = "cas-proposes"
_LONGEST = 60
_LOCK = RLock()
"""One process serves everybody: what one adds while another saves is not lost."""


class Document(BaseModel):
    """Base of what is stored: strict and frozen; a field that this version does not know is refused, not dropped."""

    model_config = ConfigDict(frozen=True, extra="forbid")


D = TypeVar("D", bound=Document)


@dataclass(frozen=True)
class Store:
    """The folder of the user. Nothing is created before the first thing is written."""

    folder: Path

    def path(self, subject: str, ref: str) -> Path:
        """Give the file of a subject (`feuille-de-route`) for a territory (`epci:243500139`)."""
        name = re.sub(r"[^0-9A-Za-z]+", "-", ref)
        if len(name) > _LONGEST:  # composed of many communes
            name = f"{name[:20]}-{hashlib.sha256(ref.encode()).hexdigest()[:16]}"
        return self.folder / FOLDER / f"{name}_{subject}.json"

    def read(self, subject: str, ref: str, empty: D) -> D:
        """
        Read a document, `empty` when nothing was written yet.

        Raises
        ------
        StoreError
            If the file is there but is not such a document; it is left as it is.
        """
        path = self.path(subject, ref)
        if not path.exists():
            return empty
        try:
            content = path.read_bytes()
        except OSError as error:
            raise StoreError(_unreadable(path, "ne peut pas être ouvert")) from error
        try:
            return parsed(content, type(empty))
        except ValueError as error:
            raise StoreError(_unreadable(path, "est endommagé ou vient d’une version plus récente")) from error

    def change(self, subject: str, ref: str, empty: D, rule: Callable[[D], D]) -> D:
        """
        Read, apply a rule, write at once; a rule that changes nothing writes nothing.

        Raises
        ------
        StoreError
            If the document cannot be read, or the folder cannot be written to.
        """
        with _LOCK:
            known = self.read(subject, ref, empty)
            changed = rule(known)
            if changed != known:
                self.write(self.path(subject, ref), written(changed))
            return changed

    def write(self, path: Path, content: bytes) -> None:
        """
        Write a file, the folder with it.

        Raises
        ------
        StoreError
            If it cannot be written; what was there stays.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            save(path, content)
        except (OSError, ExportError) as error:
            raise StoreError(
                f"Rien n’a été enregistré\u00a0: le dossier «\u00a0{path.parent}\u00a0» n’accepte pas d’écriture. Vérifiez la place et "
                "les droits, ou changez ESS_MAP_USER_DIR. Ce qui était déjà enregistré n’a pas bougé."
            ) from error

    def set_aside(self, subject: str, ref: str) -> str:
        """Rename a document that cannot be read, so that a new one may begin; give its new name, nothing of it is lost."""
        path = self.path(subject, ref)
        with _LOCK:
            stamp = datetime.now(tz=UTC).strftime("%Y%m%d-%H%M%S-%f")
            target = path.with_suffix(f".a-reparer-{stamp}.json")
            try:
                path.rename(target)
            except OSError as error:
                raise StoreError(_unreadable(path, "ne peut pas être renommé")) from error
        return target.name

    def draft_path(self, name: str) -> Path:
        """Give the file of a proposed case that no draft holds yet."""
        folder = self.folder / DRAFTS
        taken = {path.name for path in folder.glob("*.yaml")}
        stem, rank = name, 1
        while f"{stem}.yaml" in taken:
            rank += 1
            stem = f"{name}-{rank}"
        return folder / f"{stem}.yaml"

    def drafts(self) -> list[Path]:
        """List the proposed cases, the last written first."""
        found = [path for path in (self.folder / DRAFTS).glob("*.yaml") if path.is_file()]
        return sorted(found, key=lambda path: (-path.stat().st_mtime_ns, path.name))


def parsed(content: bytes, kind: type[D]) -> D:
    """
    Read the bytes of a document.

    Raises
    ------
    ValueError
        If they are too many, not UTF-8 JSON, or not such a document.
    """
    if len(content) > MAX_BYTES:
        raise ValueError("too large")
    try:
        return kind.model_validate_json(content)
    except ValidationError as error:
        raise ValueError("not such a document") from error


def written(document: Document) -> bytes:
    """Give the bytes of a document, readable by people: indented UTF-8 JSON."""
    return (document.model_dump_json(indent=1) + "\n").encode()


def _unreadable(path: Path, problem: str) -> str:
    return (
        f"Le fichier «\u00a0{path}\u00a0» {problem}. Il est resté tel quel, rien n’est perdu\u00a0: remettez une copie saine à sa place, "
        "ou mettez-le de côté pour repartir d’une page vide."
    )
