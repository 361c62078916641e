"""The files of a roadmap: four formats to share, one to open again elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors import query
from ess_map.actors.selection import Selection
from ess_map.exports.naming import slug
from ess_map.planning import calendar, files, tables
from ess_map.planning import roadmap as rules
from ess_map.planning.roadmap import Roadmap
from ess_map.planning.store import parsed, written
from ess_map.planning.tables import Table
from ess_map.typography import NON_PRECISE, count, fr
from ess_map.ui import lever_messages as messages
from ess_map.ui.boundary import show as show_error
from ess_map.ui.components import panel, roadmap_button, stored
from ess_map.ui.list_order import ordered
from ess_map.ui.markup import esc
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Callable

    from ess_map.cases.corpus import Corpus
    from ess_map.ui.selection_state import Choice

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SAID = "_rouverte"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show(choice: Choice, plan: Roadmap, name: str) -> None:
    """Draw the export and the reopening, and what the last one brought."""
    panel.show("Exporter", lambda: _exports(choice, plan, name), key="exporter_plan", icon=":material/download:")
    panel.show("Rouvrir", lambda: _reopen(choice), key="rouvrir_plan", icon=":material/upload_file:")
    said = st.session_state.pop(_SAID, "")
    if said:
        st.html(f'<p class="note" role="status">{esc(said)}</p>')


def _exports(choice: Choice, plan: Roadmap, name: str) -> None:
    now = datetime.now(tz=UTC)
    title, stem = f"Feuille de route, {name}", f"feuille-de-route_{slug(name)}_{now:%Y-%m-%d}"
    notes = [fr(one) for one in messages.LIMITES]
    library = resources().library
    actions = tables.actions_table(plan, library)
    found = calendar.events(plan, library.corpus, now.date())
    dates = _dates(found, library.corpus)
    offered: list[tuple[str, str, str, Callable[[], bytes]]] = [
        ("Excel, avec calendrier et acteurs", "xlsx", _XLSX,
         lambda: files.workbook(title, [actions, dates, _sourcing(choice)], notes, now.date())),
        ("Word, à compléter", "docx", _DOCX, lambda: files.document(title, [], [actions, dates], notes, now.date())),
        ("Agenda (ICS)", "ics", "text/calendar", lambda: calendar.icalendar(found, title, now)),
        ("CSV, tableur", "csv", "text/csv", lambda: tables.as_csv(actions)),
        ("Fichier à rouvrir ailleurs", "json", "application/json", lambda: written(plan)),
    ]  # fmt: skip
    for words, extension, mime, make in offered:
        st.download_button(
            f"{words} (.{extension})",
            make,
            f"{stem}.{extension}",
            mime,
            key=f"plan_{extension}",
            on_click="ignore",
            width="stretch",
        )


def _dates(found: tuple[calendar.Event, ...], corpus: Corpus) -> Table:
    rows = [(f"{event.debut:%d/%m/%Y}", f"{event.fin:%d/%m/%Y}", event.titre, fr(event.detail)) for event in found]
    rows += [(NON_PRECISE, NON_PRECISE, moment.nom, moment.phrase) for moment in calendar.undated(corpus)]
    return Table("Calendrier", ("Début", "Fin", "Quoi", "Détail"), tuple(rows))


def _sourcing(choice: Choice) -> Table:
    known = resources()
    kept = query.mask(known.register, known.atlas, Selection(territoire=choice.selection.territoire))
    return tables.sourcing_table(known.register, [int(row) for row in ordered(known.register, kept, "nom", decroissant=False)])


def _reopen(choice: Choice) -> None:
    given = st.file_uploader(messages.ROUVRIR, type=["json"], key="plan_rouvrir", max_upload_size=8)
    ref = choice.selection.territoire
    if given is None or ref is None or not st.button("Ajouter ces actions", key="plan_ajouter", type="primary"):
        return
    try:
        other = parsed(given.getvalue(), Roadmap)
    except ValueError:
        show_error(fr(messages.REFUSE))
        return
    if stored.change(rules.SUBJECT, str(ref), roadmap_button.empty(choice, ref), lambda one: rules.merged(one, other)):
        said = messages.ROUVERTE.format(n=count(len(other.actions), "action"))
        if other.territoire != str(ref):
            said += f" {messages.AUTRE_TERRITOIRE.format(nom=other.nom or other.territoire)}"
        st.session_state[_SAID] = fr(said)
        st.rerun()
