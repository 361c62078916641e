"""What one process holds for every visitor: settings, territories, register, boundaries, identity cards; loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from ess_map import settings as settings_module
from ess_map.actors import cards as cards_module
from ess_map.actors.register import Register
from ess_map.indicators.evidence import Evidence
from ess_map.territories.atlas import Atlas
from ess_map.territories.contours import Contours

if TYPE_CHECKING:
    from ess_map.actors.cards import SourceCard
    from ess_map.settings import Settings


@dataclass(frozen=True, slots=True)
class Resources:
    """The data of this deployment. Nothing in it changes while the process lives."""

    settings: Settings
    atlas: Atlas
    register: Register
    contours: Contours
    cards: dict[str, SourceCard]
    """Identity card of every source, by identifier."""


_lock = Lock()
_loaded: Resources | None = None
_evidence_lock = Lock()
_evidence: tuple[Resources, Evidence] | None = None


def resources() -> Resources:
    """
    Give the data, loaded by the first who asks; the others wait for it.

    A failure is not remembered: once the file is mended, the next visit finds it.

    Raises
    ------
    SourceError
        If a file of the data folder is missing or unreadable.
    SchemaError
        If a table breaks its contract.
    SettingsError
        If a setting cannot be used.
    """
    global _loaded  # noqa: PLW0603 - one object a process, set once
    if _loaded is None:
        with _lock:
            if _loaded is None:
                _loaded = _load()
    return _loaded


def evidence() -> Evidence:
    """
    Give what indicators are computed from, prepared by the first who asks; the others wait for it.

    Raises
    ------
    SourceError, SchemaError, SettingsError
        As `resources`.
    """
    global _evidence  # noqa: PLW0603 - one object a process, set once
    known = resources()
    with _evidence_lock:
        if _evidence is None or _evidence[0] is not known:
            _evidence = (known, Evidence.load(known.settings.data_dir, known.atlas, known.register, known.cards))
        return _evidence[1]


def loaded() -> Resources | None:
    """Give the data if somebody has loaded them, without waiting."""
    return _loaded


def _load() -> Resources:
    settings = settings_module.current()
    atlas = Atlas.load(settings.data_dir)
    return Resources(
        settings=settings,
        atlas=atlas,
        register=Register.load(settings.data_dir, atlas),
        contours=Contours.load(settings.data_dir),
        cards=cards_module.load(settings.data_dir),
    )
