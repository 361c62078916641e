"""The catalogue: one file an indicator, found here by themselves. Adding one is a recipe of CONTRIBUTING."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from ess_map.indicators.model import CHAPITRES, Indicator


@cache
def catalogue() -> dict[str, Indicator]:
    """Give every indicator by identifier, chapter after chapter."""
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    found: list[Indicator] = [importlib.import_module(f"{__name__}.{name}").INDICATOR for name in names]
    chapters = list(CHAPITRES)
    found.sort(key=lambda indicator: (chapters.index(indicator.chapitre), indicator.ordre, indicator.id))
    return {indicator.id: indicator for indicator in found}
