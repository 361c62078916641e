"""Timings without a browser: search, queries, exports, against the plain way of doing the same."""

from __future__ import annotations

import gc
import statistics
import time
from typing import TYPE_CHECKING, Any

from ess_map.actors import cards, query
from ess_map.actors.register import Register
from ess_map.actors.selection import Selection
from ess_map.cases.library import load_library
from ess_map.cases.matching.asking import cases_for
from ess_map.cases.matching.casebook import Casebook
from ess_map.indicators import warming
from ess_map.indicators.evidence import Evidence
from ess_map.indicators.page import diagnosis
from ess_map.indicators.portrait import question_of
from ess_map.territories.atlas import Atlas

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_QUERIES = (
    "rennes",
    "saint denis",
    "st-malo",
    "35000",
    "243500139",
    "rignat",
    "ille et vilaine",
    "bordaux",
    "l hay les roses",
    "974",
    "renes metro",
    "cc pays de la lore",
)
_TERRITORIES = (
    "commune:35238", "commune:01245", "commune:75056", "commune:97411", "commune:2A004", "epci:243500139", "epci:200054807",
    "epci:243300316", "departement:35", "departement:976", "region:04", "region:76", "compose:97411,35238", "france:FR",
)  # fmt: skip
"""One of each level and of each kind: large and small, mainland and overseas, composed."""
_MATCHED = (
    "commune:23165", "commune:97305", "commune:75056", "epci:243500139", "epci:200054781", "ept:200057867", "departement:2A",
    "region:11", "region:76", "zone_emploi:7506", "compose:33514,33240", "france:FR",
)  # fmt: skip


def median_ms(call: Callable[[], Any], runs: int = 25) -> float:
    """Give the median duration of a call, ms."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        call()
        times.append((time.perf_counter() - started) * 1e3)
    return statistics.median(times)


def measure(data_dir: Path) -> dict[str, float]:
    """Measure the pure layers on the embedded data."""
    started = time.perf_counter()
    atlas = Atlas.load(data_dir)
    loaded = time.perf_counter()
    register = Register.load(data_dir, atlas)
    done = time.perf_counter()
    found = {"atlas_ms": (loaded - started) * 1e3, "registre_ms": (done - loaded) * 1e3}
    atlas.search("a")  # the index is prepared by the first who searches
    found["recherche_ms"] = max(median_ms(lambda q=q: atlas.search(q)) for q in _QUERIES)
    region = Selection(territoire=atlas.parse("region:11"), themes=("CUL",), q="compagnie")
    found["selection_ms"] = median_ms(lambda: query.rows(register, atlas, region))
    found["selection_pandas_ms"] = median_ms(lambda: _plainly(register), runs=5)
    found |= _indicators(data_dir, atlas, register)
    found["comptes_ms"] = median_ms(lambda: query.counts(register, atlas, region))
    found["appariement_ms"] = _matching(data_dir, atlas, register)
    return found


def _indicators(data_dir: Path, atlas: Atlas, register: Register) -> dict[str, float]:
    """Time every indicator of territories never asked for, with references and comparables, then asked for again; the slowest counts."""
    started = time.perf_counter()
    evidence = Evidence.load(data_dir, atlas, register, cards.load(data_dir))
    warming.warm(evidence)
    gc.collect()
    gc.freeze()  # as the server does once it has read everything: the collector walks over its tables no more
    loaded = time.perf_counter()
    cold, warm = [], []
    for text in _TERRITORIES:
        ref = atlas.parse(text)
        for times in (cold, warm):
            at = time.perf_counter()
            diagnosis(evidence, *question_of(evidence, ref))
            times.append((time.perf_counter() - at) * 1e3)
    return {"preuves_ms": (loaded - started) * 1e3, "indicateurs_froid_ms": max(cold), "indicateurs_chaud_ms": max(warm)}


def _matching(data_dir: Path, atlas: Atlas, register: Register) -> float:
    """Match with the library, warm (gaps already measured): the slowest of territories of every level, asked a theme or nothing."""
    evidence = Evidence.load(data_dir, atlas, register, cards.load(data_dir))
    book = Casebook.of(load_library(data_dir, atlas), evidence.context)
    questions = [question_of(evidence, ref, nombre=0)[0] for ref in _MATCHED]
    return max(
        median_ms(lambda q=question, t=theme: cases_for(book, evidence, q, theme=t), runs=9)
        for question in questions
        for theme in ("", "MOB", "ANI", "LOG")
    )


def _plainly(register: Register) -> int:
    """Do the same with text columns of pandas."""
    frame = register.frame
    kept = frame[
        (frame["region"] == "11")
        & frame["themes"].str.split("|").apply(lambda themes: "CUL" in themes)
        & frame["nom"].str.contains("compagnie", case=False, regex=False)
        & (frame["registre"] == "principal")
    ]
    return len(kept.sort_values("nom"))
