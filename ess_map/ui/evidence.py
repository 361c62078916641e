"""The evidence behind the indicators, one a process: prepared by the first who asks, shared by the pages and the routes."""

from __future__ import annotations

from threading import Lock

from ess_map.indicators.evidence import Evidence
from ess_map.ui.state import Resources, resources

_lock = Lock()
_prepared: tuple[Resources, Evidence] | None = None


def evidence() -> Evidence:
    """
    Give the evidence of the data of this process; a failure is not remembered.

    Raises
    ------
    SourceError
        If a file of the data folder is missing or unreadable.
    SchemaError
        If a table breaks its contract.
    """
    global _prepared  # noqa: PLW0603 - one object a process, set once for the data it was prepared from
    known = resources()
    with _lock:
        if _prepared is None or _prepared[0] is not known:
            _prepared = known, Evidence.load(known.settings.data_dir, known.atlas, known.register, known.cards)
        return _prepared[1]
