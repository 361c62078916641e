"""`acteurs --territoire T`: counts, lists and exports the actors of a territory, with the same filters as the pages."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pandas as pd

from ess_map import settings
from ess_map.actors import cards, coverage, model, query, selection
from ess_map.actors.register import Register
from ess_map.cli.answer import Answer
from ess_map.cli.parser import FACETS
from ess_map.exports import formats, notice
from ess_map.exports.columns import COLUMNS, NUMBERS
from ess_map.exports.context import ExportContext, context_for
from ess_map.exports.saving import save
from ess_map.exports.table import export_frame
from ess_map.territories.atlas import Atlas
from ess_map.typography import count, number

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

_LISTED = 100


def run(args: argparse.Namespace) -> Answer:
    """Select as an address would; a territory that does not exist is a refusal, a filter that does not exist a notice."""
    form = formats.for_path(args.export) if args.export else None
    now = settings.current()
    atlas = Atlas.load(now.data_dir)
    territory = atlas.asked(args.territoire)
    register = Register.load(now.data_dir, atlas)
    chosen, notices = selection.parse(_params(args, str(territory.ref)), atlas, register)
    known = cards.load(now.data_dir)
    covered = coverage.covering(atlas, known, territory.ref, complement=chosen.complement)
    perimeter = coverage.sentences(atlas, covered)
    rows = query.rows(register, atlas, chosen)
    shown = export_frame(register, rows[: _LISTED if args.limite is None else args.limite])
    document: dict[str, Any] = {
        "territoire": str(territory.ref),
        "nom": chosen.nom or territory.nom,
        "total": len(rows),
        "filtres": {name: value for name, value in chosen.params().items() if name != "territoire"},
        "avertissements": [*territory.notices, *notices],
        "perimetre": " ".join(perimeter),
        "acteurs": _documents(shown),
    }
    lines = _lines(document, len(shown))
    if form is not None:
        table = export_frame(register, rows)
        address = f"{now.public_url.rstrip('/')}/carte?{urlencode(chosen.params(), safe=':,;')}"
        today = dt.datetime.now().astimezone().date()
        context = context_for(chosen, territory, table, known, jour=today, adresse=address, perimetre=perimeter)
        written = _export(form, args.export, table, context)
        document["export"] = [str(path) for path in written]
        # The file has the list: who wants it on the screen too says how much of it.
        lines = (*(lines if args.limite is not None else lines[:1]), *(f"Écrit\u00a0: {path}" for path in written))
    return Answer(document=document, lines=lines, notices=(*territory.notices, *notices, *perimeter))


def _params(args: argparse.Namespace, territoire: str) -> dict[str, str]:
    """Give the options as parameters of an address."""
    lists = {name: ",".join(getattr(args, name)) for name in FACETS}
    other = {"q": args.q, "zone": args.zone, "nom": args.nom, "complement": "1" if args.complement else ""}
    return {"territoire": territoire, **{name: value for name, value in {**lists, **other}.items() if value}}


def _export(form: formats.Format, path: Path, table: pd.DataFrame, context: ExportContext) -> list[Path]:
    """Write the file; beside a CSV, which has no room for it, also the page of sources and limits."""
    save(path, form.write(table, context))
    if form.extension != "csv":
        return [path]
    beside = path.with_name(f"{path.stem}_sources-et-limites.txt")
    save(beside, notice.as_text(notice.notice(context, rows=len(table))).encode("utf-8"))
    return [path, beside]


def _documents(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Give rows as JSON objects: text as it is, unknown numbers as null."""
    columns = [[None if pd.isna(v) else v for v in table[name]] if name in NUMBERS else list(table[name]) for name in COLUMNS]
    return [dict(zip(COLUMNS, row, strict=True)) for row in zip(*columns, strict=True)]


def _lines(document: dict[str, Any], shown: int) -> tuple[str, ...]:
    total = document["total"]
    head = f"{count(total, 'acteur recensé', 'acteurs recensés')}, {document['nom']} ({document['territoire']})"
    rows = [
        f"{actor['nom']} — {actor['commune'] or 'commune non précisée'} — {model.FAMILLES.get(actor['famille'], actor['famille'])}"
        for actor in document["acteurs"]
    ]
    rest = (f"… et {number(total - shown)} de plus (--limite, --export).",) if total > shown > 0 else ()
    return (head, *rows, *rest)
