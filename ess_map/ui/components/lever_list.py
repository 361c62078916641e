"""The levers: by competence, axis, theme or need; then the sheet of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.cases.competence import may_pull
from ess_map.cases.lists import AXES, ECHELONS, MODES, STATUTS, Echelon
from ess_map.cases.matching.levers import levers_of_needs
from ess_map.territories.model import FRANCE
from ess_map.typography import NON_PRECISE, count, fr
from ess_map.ui import lever_messages as messages
from ess_map.ui.cases_state import address
from ess_map.ui.components import case_needs, case_words, empty, roadmap_button
from ess_map.ui.markup import esc, link
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ess_map.cases.lever import Lever
    from ess_map.cases.matching.model import Matching
    from ess_map.planning.roadmap import Action, Roadmap
    from ess_map.ui.cases_state import Options
    from ess_map.ui.selection_state import Choice

PAGE = "leviers"


def show(choice: Choice, known: Options, measured: Matching | None, asked: Matching | None) -> None:
    """Draw the ways in, then the levers; `measured` and `asked` are what matching says of the gaps and of the need chosen."""
    left, right = st.columns([1, 2.5], gap="large")
    with left, st.container(key="fil_leviers_par"):
        _ways(choice, known)
        case_needs.show(choice, known, measured, page=PAGE)
    with right, st.container(key="leviers"):
        levers = wanted(choice, known, asked)
        if not levers:
            empty.show(messages.RIEN, "", [link(messages.TOUS, PAGE, choice.territory_params())])
            return
        if not known.echelon:
            st.html(_group(choice, known, count(len(levers), "levier"), levers))
            return
        echelon = Echelon(known.echelon)
        sure = [lever for lever in levers if may_pull(lever, echelon, resources().library)]
        unsure = [lever for lever in levers if lever not in sure]
        st.html(_group(choice, known, f"{messages.ECHELONS[echelon]} : {count(len(sure), 'levier')}", sure))
        if unsure:
            body = _group(choice, known, messages.A_PRECISER, unsure)
            st.html(body.replace("</h2>", f'</h2><p class="note">{esc(fr(messages.A_PRECISER_NOTE))}</p>', 1))


def wanted(choice: Choice, known: Options, asked: Matching | None) -> list[Lever]:
    """Give the levers of the address: need, axis and themes add up."""
    library = resources().library
    levers = list(library.levers.values())
    if known.besoin and asked is not None:
        found = levers_of_needs(asked.besoins, choice.selection.territoire or FRANCE, library)
        levers = [lever.levier for lever in found]
    elif known.besoin:
        shown = {
            lever.id
            for case in library.cases.values()
            if known.besoin in case.besoin.themes
            for lever in library.levers_of(case.id)
        }
        levers = [lever for lever in levers if known.besoin in lever.themes or lever.id in shown]
    if known.axe.isdigit():
        levers = [lever for lever in levers if lever.axe == int(known.axe)]
    themes = set(choice.selection.themes)
    return [lever for lever in levers if not themes or not lever.themes or themes & set(lever.themes)]


def _ways(choice: Choice, known: Options) -> None:
    def way(words: str, on: bool, **changes: str) -> str:
        mark = ' aria-current="true"' if on else ""
        return f"<li{mark}>{link(esc(words), PAGE, address(choice, known, cas=(), **changes), css='besoin')}</li>"

    levels = [way(messages.TOUTES, not known.echelon, echelon="")]
    levels += [way(words, known.echelon == level, echelon=level.value) for level, words in messages.ECHELONS.items()]
    axes = [way("Tous les leviers", not known.axe, axe="")]
    axes += [way(f"{axis}. {words}", known.axe == str(axis), axe=str(axis)) for axis, words in AXES.items()]
    st.html(
        f'<h2 class="inter">{messages.PAR_COMPETENCE}</h2><ul class="besoins">{"".join(levels)}</ul>'
        f'<h2 class="inter suite">{messages.PAR_AXE}</h2><ul class="besoins">{"".join(axes)}</ul>'
    )


def _group(choice: Choice, known: Options, title: str, levers: Sequence[Lever]) -> str:
    library = resources().library
    rows = "".join(
        f"<li>{link(f'{esc(lever.titre)}', PAGE, address(choice, known, levier=(lever.id,)))}"
        f"<span>{case_words.powers((level, library.powers(lever).of(level)) for level in Echelon)}</span>"
        f'<span class="note">{esc(lever.description)} <b>{lever.id}</b>{_cases_word(lever)}</span></li>'
        for lever in levers
    )
    return f'<h2 class="inter">{esc(fr(title))}</h2><ul class="leviers">{rows}</ul>'


def _cases_word(lever: Lever) -> str:
    total = len(resources().library.cases_of(lever.id))
    return f", {count(total, 'cas', 'cas')}" if total else ""


def sheet(choice: Choice, known: Options, lever: Lever, roadmap: Roadmap | None) -> None:
    """Draw one lever: who may act and by which law, where to start, who did it, where it comes from."""
    back = link(f"← {messages.TOUS}", PAGE, address(choice, known, levier=()))
    tags = "".join(f'<span class="etq trait">{esc(MODES[mode])}</span>' for mode in lever.modes)
    st.html(
        f'<p class="surtitre retour">{back}</p><h1 class="titre moyen">{esc(lever.titre)}</h1><p class="chapo">{esc(lever.description)}</p>'
        f'<p class="etiquettes">{tags}</p>{case_words.themes(lever.themes)}'
    )
    with st.container(key="leviers"), st.container(key="fiche_cas"):
        left, right = st.columns([1.4, 1], gap="large")
        with left:
            st.html(_who(lever) + _start(lever))
        with right:
            st.html(_linked(choice, known, lever))
        st.html(f'<p class="note">Levier {lever.id}. {esc(case_words.sources(lever.sources))}</p>')
    with st.container(key="boutons_cas", horizontal=True, gap="small", vertical_alignment="center"):
        roadmap_button.show(choice, lever.id, lambda: _action(lever, known), roadmap, strong=True)
        st.html('<button type="button" class="bouton" data-imprimer>Imprimer cette fiche</button>', width="content")


def _action(lever: Lever, known: Options) -> Action:
    return roadmap_button.new_action(lever.titre, leviers=[lever.id], besoin=known.besoin)


def _who(lever: Lever) -> str:
    library = resources().library
    powers = library.powers(lever)
    rows = []
    for echelon in Echelon:
        power = powers.of(echelon)
        text = library.corpus.textes.get(power.texte or "")
        law = f"{text.titre}, {text.date}" if text is not None else ""
        deduced = f" ({text.deduit})" if text is not None and text.deduit else ""
        ground = " ; ".join(part for part in (power.condition or "", f"{law}{deduced}") if part)
        rows.append(
            f"<tr><th scope='row'>{ECHELONS[echelon]}</th><td>{esc(STATUTS[power.statut])}</td><td>{esc(fr(ground))}</td></tr>"
        )
    head = '<th scope="col">Échelon</th><th scope="col">Statut</th><th scope="col">Condition, texte</th>'
    table = f'<table class="simple empile"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    return f'<h2 class="inter">Qui peut agir</h2>{table}'


def _start(lever: Lever) -> str:
    step, source = lever.premier_pas.phrase, lever.premier_pas.source
    origin = case_words.reference(source) if source else messages.PROPOSE
    effort = f"{lever.effort.phrase} ({case_words.reference(lever.effort.source)})" if lever.effort is not None else NON_PRECISE
    traps = _items(f"{trap.phrase} ({case_words.reference(trap.source)})" for trap in lever.pieges)
    kinds = _items(fr(f"{kind.nom} : {kind.phrase}") for kind in lever.formats)
    asked = f'<h2 class="inter">La question</h2><p class="texte">{esc(lever.question)}</p>' if lever.question else ""
    return (
        f'<h2 class="inter">{messages.PREMIER_PAS}</h2><p class="texte">{esc(step)} <span class="note">({esc(origin)})</span></p>{asked}'
        + (f'<h2 class="inter">{messages.PIEGES}</h2>{traps}' if traps else "")
        + (f'<h2 class="inter">{messages.FORMATS}</h2>{kinds}' if kinds else "")
        + f'<h2 class="inter">{messages.EFFORT}</h2><p class="texte">{esc(effort)}</p>'
    )


def _items(sentences: Iterable[str]) -> str:
    items = "".join(f"<li>{esc(sentence)}</li>" for sentence in sentences)
    return f'<ul class="texte">{items}</ul>' if items else ""


def _linked(choice: Choice, known: Options, lever: Lever) -> str:
    library = resources().library
    cases = "".join(
        f"<li>{link(esc(case.nom), 'cas', address(choice, known, cas=(case.id,), levier=(), volet=''))} : {esc(case.titre)}</li>"
        for case in library.cases_of(lever.id)
    )
    twins = "".join(
        f"<li>{link(esc(twin.titre), PAGE, address(choice, known, levier=(twin.id,)))} ({esc(case_words.reference(twin.sources[0]))})</li>"
        for twin in library.same_as(lever.id)
    )
    shown = f'<ul class="texte">{cases}</ul>' if cases else f'<p class="note">{messages.SANS_CAS}</p>'
    same = f'<h2 class="inter">{messages.JUMEAUX}</h2><ul class="texte">{twins}</ul>' if twins else ""
    return f'<h2 class="inter">{messages.CAS}</h2>{shown}{same}'


def readings() -> None:
    """Draw what the documents recommend to read, by level."""
    rows = "".join(
        f"<li><b>{esc(one.titre)}</b>, {esc(one.producteur)}, {esc(one.date or f'date {NON_PRECISE}e')}. {esc(one.phrase)}"
        f"{_for(one.echelons)}</li>"
        for one in resources().library.corpus.lectures.values()
    )
    note = esc(fr(messages.LECTURES_NOTE))
    st.html(
        f'<details class="origines"><summary>{messages.LECTURES}</summary><p class="note">{note}</p><ul class="texte">{rows}</ul></details>'
    )


def _for(echelons: Sequence[Echelon]) -> str:
    return f' <span class="etq">{", ".join(ECHELONS[one] for one in echelons)}</span>' if echelons else ""
