"""What one process holds for every visitor: settings, territories, register, boundaries, identity cards; each loaded once."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, Any, cast

from ess_map import settings as settings_module
from ess_map.actors import cards as cards_module
from ess_map.actors.register import Register
from ess_map.cases.library import load_library
from ess_map.cases.matching.casebook import Casebook
from ess_map.errors import EssMapError
from ess_map.indicators.evidence import Evidence
from ess_map.planning.store import Store
from ess_map.territories.atlas import Atlas
from ess_map.territories.contours import Contours

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ess_map.actors.cards import SourceCard
    from ess_map.cases.library import Library
    from ess_map.settings import Settings


class Resources:
    """
    The data of this deployment, each part read by the first who asks for it; the others wait. Nothing in it changes then.

    A damaged file takes away its own part alone: without boundaries, the lists and the figures are still there. Every part
    raises `SourceError` if its file is missing or unreadable, `SchemaError` if its table breaks its contract; the same error
    is raised again, at no cost, as long as the files stay as they are.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lock = RLock()
        self._parts: dict[str, Any] = {}
        self._failures: dict[str, EssMapError] = {}
        self._dates = _dates(settings.data_dir)

    @property
    def atlas(self) -> Atlas:
        """Territories."""
        return cast("Atlas", self._part("atlas", lambda: Atlas.load(self.settings.data_dir)))

    @property
    def register(self) -> Register:
        """Actors."""
        return cast("Register", self._part("register", lambda: Register.load(self.settings.data_dir, self.atlas)))

    @property
    def contours(self) -> Contours:
        """Boundaries."""
        return cast("Contours", self._part("contours", lambda: Contours.load(self.settings.data_dir)))

    @property
    def cards(self) -> dict[str, SourceCard]:
        """Identity card of every source, by identifier."""
        return cast("dict[str, SourceCard]", self._part("cards", lambda: cards_module.load(self.settings.data_dir)))

    @property
    def evidence(self) -> Evidence:
        """What indicators are computed from."""
        return cast(
            "Evidence",
            self._part("evidence", lambda: Evidence.load(self.settings.data_dir, self.atlas, self.register, self.cards)),
        )

    @property
    def library(self) -> Library:
        """Cases and levers."""
        return cast("Library", self._part("library", lambda: load_library(self.settings.data_dir, self.atlas)))

    @property
    def casebook(self) -> Casebook:
        """Cases ready to be matched."""
        return cast("Casebook", self._part("casebook", lambda: Casebook.of(self.library, self.evidence.context)))

    @property
    def outdated(self) -> bool:
        """Tell whether a part could not be read and a file has changed since: everything is then worth reading again."""
        return bool(self._failures) and self._dates != _dates(self.settings.data_dir)

    def _part(self, name: str, load: Callable[[], object]) -> object:
        if name not in self._parts:
            with self._lock:
                if name in self._failures:
                    raise self._failures[name].with_traceback(None)
                if name not in self._parts:
                    try:
                        self._parts[name] = load()
                    except EssMapError as error:
                        self._failures[name] = error
                        raise
        return self._parts[name]


_lock = RLock()
_loaded: Resources | None = None


def resources() -> Resources:
    """
    Give the data.

    A failure lasts as long as its cause: once a file of the folder has changed, the next visit reads everything again.

    Raises
    ------
    SettingsError
        If a setting cannot be used.
    """
    global _loaded  # noqa: PLW0603 - one object a process, replaced only when its data could not be read
    known = _loaded
    if known is None or known.outdated:
        with _lock:
            if _loaded is known:
                _loaded = Resources(settings_module.current())
            known = cast("Resources", _loaded)
    return known


def evidence() -> Evidence:
    """
    Give what indicators are computed from, prepared by the first who asks; the others wait for it.

    Raises
    ------
    SourceError, SchemaError, SettingsError
        As `resources` and its parts.
    """
    return resources().evidence


def store() -> Store:
    """Give the folder of what users write, as the settings of the moment say it."""
    return Store(settings_module.current().user_dir)


def _dates(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Tell the size and the date of every table that the pages read."""
    paths = [folder / cards_module.FILE, *sorted(folder.glob("*/*.parquet")), *sorted(folder.glob("*/*.yaml"))]
    known = [(path, path.stat()) for path in paths if path.is_file()]
    return tuple((path.name, stat.st_size, stat.st_mtime_ns) for path, stat in known)
