"""The self-assessment: five axes and governance, one at a time; each assessment keeps its day and may be compared with a former one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import streamlit as st

from ess_map.cases.lists import AXES
from ess_map.exports.naming import slug
from ess_map.planning import assessment as rules
from ess_map.planning import files, tables
from ess_map.planning.assessment import REPONSES, Answer, Assessment, Assessments
from ess_map.planning.text import LONG
from ess_map.typography import fr, number
from ess_map.ui import lever_messages as messages
from ess_map.ui.boundary import guarded
from ess_map.ui.cases_state import GOVERNANCE, address, go
from ess_map.ui.components import panel, stored
from ess_map.ui.markup import esc, label, link
from ess_map.ui.selection_state import align
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ess_map.cases.lever import Lever
    from ess_map.ui.cases_state import Options
    from ess_map.ui.selection_state import Choice

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def today() -> date:
    """Give the day of an assessment that begins now."""
    return datetime.now(tz=UTC).astimezone().date()


def groups() -> dict[str, tuple[Lever, ...]]:
    """Give the questions: axis -> its five propositions; « gouvernance » -> the questions that other documents ask."""
    library = resources().library
    found = {str(axis): levers for axis, levers in library.propositions().items()}
    asked = [library.levers[name] for name in messages.GOUVERNANCE_QUESTIONS if name in library.levers]
    return found | {GOVERNANCE: tuple(lever for lever in asked if lever.question)}


def show(choice: Choice, known: Options, ref: str, name: str) -> None:
    """Draw the assessment of a territory."""
    every = stored.read(rules.SUBJECT, ref, Assessments(territoire=ref))
    if every is None:
        return
    shown = _shown(every, known)
    questions = groups()
    _head(every, shown, name, ref)
    st.html(_summary(choice, known, shown, questions))
    axis = known.axe or "1"
    title = messages.GOUVERNANCE if axis == GOVERNANCE else f"Axe {axis}. {AXES[int(axis)]}"
    with st.container(key="fil_autodiagnostic"):
        st.html(f'<h2 class="inter">{esc(title)}</h2>')
        _form(ref, shown, questions[axis], axis)
    _comparison(choice, known, every, shown, [lever for group in questions.values() for lever in group])


def _shown(every: Assessments, known: Options) -> Assessment:
    """Give the assessment of the address, else the last one, else one that would begin today."""
    asked = next((one for one in every.bilans if one.jour.isoformat() == known.bilan), None)
    return asked or (every.bilans[-1] if every.bilans else Assessment(jour=today()))


def _head(every: Assessments, shown: Assessment, name: str, ref: str) -> None:
    with st.container(key="boutons_plan", horizontal=True, gap="small", vertical_alignment="bottom"):
        if every.bilans:
            days = [day.isoformat() for day in reversed(every.days)]
            align("_bilan", shown.jour.isoformat())
            st.selectbox("Bilan du", days, key="_bilan", format_func=_day, width=200, on_change=guarded(_turned))
        else:
            st.html(f'<p class="note">{esc(messages.AUCUN_BILAN)}</p>')
        if every.bilans and every.on(today()) is None:
            st.button(messages.NOUVEAU, key="nouveau_bilan", on_click=guarded(_begin), args=(ref,))
        if every.bilans:
            panel.show("Exporter", lambda: _exports(shown, name), key="exporter_bilan", icon=":material/download:")


def _turned() -> None:
    go(bilan=st.session_state["_bilan"])


def _begin(ref: str) -> None:
    stored.change(rules.SUBJECT, ref, Assessments(territoire=ref), lambda known: rules.begun(known, today()))
    go(bilan="")


def _day(day: str) -> str:
    return f"{date.fromisoformat(day):%d/%m/%Y}"


def _exports(shown: Assessment, name: str) -> None:
    levers = [lever for group in groups().values() for lever in group]
    table = tables.assessment_table(shown, levers)
    stem = f"autodiagnostic_{slug(name)}_{shown.jour}"
    st.download_button(
        "CSV, tableur",
        lambda: tables.as_csv(table),
        f"{stem}.csv",
        "text/csv",
        key="bilan_csv",
        on_click="ignore",
        width="stretch",
    )
    st.download_button(
        "Excel, avec sources et limites", lambda: files.workbook(f"{table.titre}, {name}", [table], [fr(one) for one in messages.LIMITES], today()),
        f"{stem}.xlsx", _XLSX, key="bilan_xlsx", on_click="ignore", width="stretch",
    )  # fmt: skip


def _summary(choice: Choice, known: Options, shown: Assessment, questions: Mapping[str, Sequence[Lever]]) -> str:
    head = "".join(f'<th scope="col" class="n">{words}</th>' for words in (*REPONSES.values(), messages.SANS_REPONSE))
    rows = []
    for axis, levers in questions.items():
        found = rules.tally(shown, [lever.id for lever in levers])
        words = messages.GOUVERNANCE if axis == GOVERNANCE else f"{axis}. {AXES[int(axis)]}"
        here = ' aria-current="true"' if axis == (known.axe or "1") else ""
        cells = "".join(
            f'<td class="n" data-nom="{esc(REPONSES[code] if code else messages.SANS_REPONSE)}">{number(total)}</td>'
            for code, total in found.items()
        )
        way = link(esc(words), "leviers", address(choice, known, axe=axis))
        rows.append(f'<tr{here}><th scope="row">{way}</th>{cells}</tr>')
    return (
        f'<table class="simple empile bilan"><caption class="sr">Réponses par axe</caption><thead><tr><th scope="col">Axe</th>{head}</tr>'
        f"</thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _form(ref: str, shown: Assessment, levers: Sequence[Lever], axis: str) -> None:
    with st.form(f"axe_{axis}_{shown.jour}", border=False):
        answers = {lever.id: _question(lever, shown.reponses.get(lever.id, Answer()), shown.jour) for lever in levers}
        if st.form_submit_button(_words(shown.jour), key="enregistrer_reponses", type="primary"):
            said = {name: Answer(**fields) for name, fields in answers.items()}
            if stored.change(
                rules.SUBJECT, ref, Assessments(territoire=ref), lambda known: rules.answered(known, shown.jour, said)
            ):
                st.rerun()


def _words(day: date) -> str:
    """Say which assessment the answers go to: one of a former day is corrected knowingly."""
    return messages.REPONDRE if day == today() else f"{messages.CORRIGER} {day:%d/%m/%Y}"


def _question(lever: Lever, answer: Answer, day: date) -> dict[str, Any]:
    key = f"{lever.id.replace('.', '_')}_{day}"
    st.html(f'<h3 class="groupe">{esc(lever.titre)}</h3><p class="note">{esc(lever.question or lever.description)}</p>')
    given = st.segmented_control(
        label(lever.question or lever.titre), list(REPONSES), default=answer.reponse, key=f"reponse_{key}",
        format_func=REPONSES.__getitem__, label_visibility="collapsed",
    )  # fmt: skip
    left, right = st.columns(2)
    with left:
        how = st.text_input(messages.COMMENT, answer.comment, key=f"comment_{key}", max_chars=LONG)
    with right:
        proof = st.text_input(messages.PREUVE, answer.preuve, key=f"preuve_{key}", max_chars=LONG)
    return {"reponse": given, "comment": how or "", "preuve": proof or ""}


def _comparison(choice: Choice, known: Options, every: Assessments, shown: Assessment, levers: Sequence[Lever]) -> None:
    former = [day for day in every.days if day < shown.jour]
    if not former:
        return
    with st.container(key="fil_comparer"):
        st.html(f'<h2 class="inter">{messages.COMPARER}</h2>')
        days = [day.isoformat() for day in reversed(former)]
        align("_comparer", known.comparer if known.comparer in days else days[0])
        st.selectbox("Bilan d’avant", days, key="_comparer", format_func=_day, width=200, on_change=guarded(_compared))
        before = every.on(date.fromisoformat(known.comparer if known.comparer in days else days[0]))
        if before is not None:
            st.html(_changes(choice, known, before, shown, levers))


def _compared() -> None:
    go(comparer=st.session_state["_comparer"])


def _changes(choice: Choice, known: Options, before: Assessment, after: Assessment, levers: Sequence[Lever]) -> str:
    titles = {lever.id: lever.titre for lever in levers}
    found = rules.changes(before, after, list(titles))
    if not found:
        return f'<p class="note">{messages.AUCUN_CHANGEMENT}</p>'
    rows = "".join(
        f"<tr><td>{link(esc(titles[one.question]), 'leviers', address(choice, known, levier=(one.question,), volet=''))}</td>"
        f'<td data-nom="Avant">{_said(one.avant)}</td><td data-nom="Maintenant">{_said(one.apres)}</td></tr>'
        for one in found
    )
    head = f'<th scope="col">Question</th><th scope="col">{before.jour:%d/%m/%Y}</th><th scope="col">{after.jour:%d/%m/%Y}</th>'
    return f'<table class="simple empile"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _said(answer: str | None) -> str:
    return REPONSES[answer] if answer else messages.SANS_REPONSE
