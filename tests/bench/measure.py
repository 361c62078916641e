"""
Measure speed and memory, compare in one run, write bench.json. Run: make bench (or python -m tests.bench.measure [--runs 5]).

Every target is a ratio inside the run, or a figure of the product on two cores; the table says which are reached.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ess_map import settings
from tests.bench import memory, pure, walks
from tests.browser.harness import ROOT, chromium, opened, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

APPS = {
    "page vide": "tests/bench/apps/empty.py",
    "1 000 CircleMarker": "tests/bench/apps/circles_app.py",
    "GeoJson en ligne": "tests/bench/apps/geojson_app.py",
    "Atlas ESS": "dashboard.py",
    "carte d’un indicateur": "tests/browser/apps/theme_dashboard.py",
}
Figures = dict[str, dict[str, float]]


def measure(browser: Browser, runs: int) -> Figures:
    """Walk every journey `runs` times in fresh contexts, after one that warms the server; give the medians."""
    result: Figures = {}
    for name, script in APPS.items():
        with served(script) as server:
            found: list[dict[str, float]] = []
            for _ in range(runs + 1):
                with opened(browser) as (page, seen):
                    walk = walks.WALKS[name]
                    found.append(walk(page, server.address, seen) if name == "Atlas ESS" else walk(page, server.address))
            result[name] = {key: statistics.median(run[key] for run in found[1:]) for key in found[0]}
            if name == "Atlas ESS":
                result["mémoire"] = memory.twenty_visitors(browser, server)
    result["sans navigateur"] = pure.measure(settings.current().data_dir)
    return result


def verdicts(figures: Figures) -> list[tuple[str, float, str, bool]]:
    """Compare with what is promised: (what, figure, promise, kept)."""
    atlas, vide, ronds = figures["Atlas ESS"], figures["page vide"], figures["1 000 CircleMarker"]
    rows = [
        ("première carte d’un EPCI / page vide", atlas["premier_ms"] / vide["premier_ms"], "≤ 1,7 fois", 1.7),
        ("filtre → carte et compteur, s", atlas["filtre_ms"] / 1e3, "≤ 0,4", 0.4),
        ("filtre, ko reçus", atlas["filtre_ko"], "≤ 30", 30.0),
        ("survol → nom, s", atlas["survol_ms"] / 1e3, "≤ 0,12", 0.12),
        ("clic → fiche, s", atlas["clic_ms"] / 1e3, "≤ 0,5", 0.5),
        ("mémoire, 20 visiteurs, Mo", figures["mémoire"]["vingt_visiteurs_mo"], "≤ 600", 600.0),
        ("requêtes vers l’extérieur", atlas["dehors"], "0", 0.0),
        ("cadres de carte chargés, deux pages", atlas["cadres"], "≤ 1 par page", 1.0),
        ("recherche d’un territoire, ms", figures["sans navigateur"]["recherche_ms"], "≤ 5", 5.0),
        ("indicateurs et comparables, à froid, s", figures["sans navigateur"]["indicateurs_froid_ms"] / 1e3, "≤ 0,3", 0.3),
        ("indicateurs et comparables, à chaud, ms", figures["sans navigateur"]["indicateurs_chaud_ms"], "≤ 50", 50.0),
        ("cas d’un territoire, ms", figures["sans navigateur"]["appariement_ms"], "≤ 20", 20.0),
    ]
    table = [(what, value, promise, value <= limit) for what, value, promise, limit in rows]
    ratio = ronds["filtre_ms"] / atlas["filtre_ms"]
    shades = figures["GeoJson en ligne"]["restyle_ms"] / figures["carte d’un indicateur"]["restyle_ms"]
    return [
        *table,
        ("filtre : 1 000 CircleMarker / Atlas ESS", ratio, "≥ 4 fois", ratio >= 4),
        ("autre indicateur, une région : GeoJson / Atlas ESS", shades, "≥ 7 fois", shades >= 7),
    ]


def main() -> int:
    """Run everything, print the table, write bench.json."""
    parser = argparse.ArgumentParser(description="Mesures de vitesse et de mémoire")
    parser.add_argument("--runs", type=int, default=5, help="nombre de parcours par page (5)")
    parser.add_argument("--sortie", type=Path, default=ROOT / "bench.json")
    args = parser.parse_args()
    with chromium() as browser:
        figures = measure(browser, args.runs)
    table = verdicts(figures)
    for what, value, promise, kept in table:
        print(f"{'tenu ' if kept else 'RATÉ '} {what:48} {value:10.2f}   promis : {promise}")
    document = {
        "mesures": {name: {k: round(v, 2) for k, v in found.items()} for name, found in figures.items()},
        "promesses": [{"quoi": w, "valeur": round(v, 3), "promis": p, "tenu": bool(k)} for w, v, p, k in table],
    }
    args.sortie.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0 if all(kept for *_, kept in table) else 1


if __name__ == "__main__":
    sys.exit(main())
