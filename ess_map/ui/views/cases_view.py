"""Page Cas: what others did about a need, why they are close, what differs here; or an honest « aucun cas »."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors.model import THEMES
from ess_map.cases.matching.asking import cases_for
from ess_map.errors import EssMapError
from ess_map.indicators.portrait import question_of
from ess_map.typography import fr
from ess_map.ui import case_messages as messages
from ess_map.ui.boundary import boundary
from ess_map.ui.boundary import show as show_error
from ess_map.ui.cases_state import Options, address, options
from ess_map.ui.components import (
    case_cards,
    case_filters,
    case_map,
    case_needs,
    case_proposal,
    case_sheet,
    empty,
    overview,
    perimeter,
    roadmap_button,
)
from ess_map.ui.components.place_words import shown_name
from ess_map.ui.markup import esc, link
from ess_map.ui.selection_state import Choice, current
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.cases.matching.model import Match, Matching
    from ess_map.cases.model import Case
    from ess_map.planning.roadmap import Roadmap

PATH = "cas"
_FIRST, _LISTED = 2, 12
"""Cases shown first: those ranked for a territory, those of the library."""


def show() -> None:
    """Draw the page."""
    choice = current()
    known, notices = options()
    with boundary():
        overview.bar(PATH, known.params, notices)
    if resources().library.problems:
        perimeter.banner([esc(fr(messages.FICHES_FAUTIVES).replace("`", ""))])
    if known.proposer:
        case_proposal.show(choice, known)
    elif len(known.cas) == 1:
        case = resources().library.cases[known.cas[0]]
        case_sheet.show(choice, known, case, _match_of(choice, known, case), my_roadmap(choice))
    else:
        _list(choice, known)


def matching(choice: Choice, theme: str) -> Matching | None:
    """Match the territory of the address with a theme, or with its measured gaps; None without a territory, or without figures."""
    selection = choice.selection
    if selection.territoire is None:
        return None
    try:
        evidence, book = resources().evidence, resources().casebook
    except EssMapError as error:
        show_error(fr(f"{messages.SANS_MESURE} {error}"))
        return None
    asked = [selection.reference] if selection.reference else None
    try:
        question, _ = question_of(evidence, selection.territoire, asked, nombre=0, nom=selection.nom)
    except EssMapError:  # a reference of another kind: the usual one
        question, _ = question_of(evidence, selection.territoire, None, nombre=0, nom=selection.nom)
    return cases_for(book, evidence, question, theme=theme)


def my_roadmap(choice: Choice) -> Roadmap | None:
    """Read the roadmap of the territory; one that is damaged says so on its own page, and nothing is added to it from here."""
    ref = choice.selection.territoire
    try:
        return None if ref is None else roadmap_button.read(choice, ref)
    except EssMapError:
        return None


def _match_of(choice: Choice, known: Options, case: Case) -> Match | None:
    found = matching(choice, known.besoin)
    return None if found is None else next((one for one in found.cas if one.cas.id == case.id), None)


def _title(known: Options) -> None:
    need = f"<span>{esc(THEMES[known.besoin])}</span>{messages.SUITE_DU_TITRE}" if known.besoin else ""
    words = need or f"<span>{messages.TITRE_SANS_BESOIN}</span>"
    st.html(f'<p class="surtitre">{messages.SURTITRE}</p><h1 class="titre moyen">{words}</h1>')


def _list(choice: Choice, known: Options) -> None:
    _title(known)
    measured = matching(choice, "")
    found = matching(choice, known.besoin) if known.besoin and measured is not None else measured
    if found is not None and not known.besoin and not found.besoins:
        found = None  # no lack is measured here: the library is there to be read
    library = resources().library
    kept = [case for case in library.cases.values() if known.keeps(case, choice.selection.themes, library)]
    left, right = st.columns([1, 2.5], gap="large")
    with left, st.container(key="fil_besoins"):
        case_needs.show(choice, known, measured, page=PATH)
        case_map.show(choice, known, [case.id for case in _shown_on_map(found, kept, known, choice)])
        st.html(link(messages.PROPOSER, PATH, choice.territory_params() | {"proposer": "1"}, css="fleche"))
    with right, st.container(key="cas"):
        case_filters.show(choice, known, list(library.cases.values()))
        if found is None:
            if measured is not None:
                st.html(f'<p class="chapo">{esc(fr(messages.SANS_ECART))}</p>')
            _library(choice, known, _of_need(kept, known))
        else:
            _answer(choice, known, found, kept)


def _shown_on_map(found: Matching | None, kept: list[Case], known: Options, choice: Choice) -> list[Case]:
    if found is None or known.tout or known.filtered or choice.selection.themes:
        return _of_need(kept, known) if found is None else kept
    return [match.cas for match in found.cas]


def _of_need(kept: list[Case], known: Options) -> list[Case]:
    return [case for case in kept if not known.besoin or known.besoin in case.besoin.themes]


def _library(choice: Choice, known: Options, kept: list[Case]) -> None:
    """Draw the cases in the order of the library."""
    if not kept:
        _nothing(choice, known)
        return
    shown = kept if known.tout else kept[:_LISTED]
    more = (
        link(f"Voir les {len(kept)} cas", PATH, address(choice, known, tout=True), css="bouton") if len(shown) < len(kept) else ""
    )
    st.html(f'<p class="note" role="status">{messages.counted(len(kept))}</p>{case_cards.plain(choice, known, shown)}{more}')


def _nothing(choice: Choice, known: Options) -> None:
    way = link(messages.TOUT_LE_CORPUS, PATH, choice.territory_params() | Options(tout=True, besoin=known.besoin).params())
    empty.show(messages.RIEN, messages.RIEN_AIDE, [way])


def _answer(choice: Choice, known: Options, found: Matching, kept: list[Case]) -> None:
    """Draw what matching says, within the filters; the rest of the library after, when it is asked."""
    names = {case.id for case in kept}
    matches = [match for match in found.cas if match.cas.id in names]
    mine = my_roadmap(choice)
    name = shown_name(resources().atlas.get(found.profil.ref), choice.selection.nom)
    if found.abstention is not None:
        empty.show(
            messages.ABSTENTION, found.abstention, [link(messages.TOUT_LE_CORPUS, PATH, address(choice, known, tout=True))]
        )
    elif not matches:
        _nothing(choice, known)
    else:
        shown = matches if known.tout else matches[:_FIRST]
        st.html(f'<p class="note" role="status">{esc(messages.ranked(len(shown), len(matches), name))}</p>')
        for rank, match in enumerate(shown):
            case_cards.ranked(choice, known, match, mine, first=rank == 0)
        if len(shown) < len(matches):
            more = f"Voir les {len(matches) - len(shown)} autres cas" if len(matches) - len(shown) > 1 else "Voir l’autre cas"
            st.html(link(more, PATH, address(choice, known, tout=True), css="bouton"))
    _beside(choice, known, found)
    if known.tout or known.filtered or choice.selection.themes:
        ranked = {match.cas.id for match in matches}
        rest = [case for case in kept if case.id not in ranked]
        if rest:
            st.html(f'<h2 class="inter suite">{messages.AUTRES}</h2>{case_cards.plain(choice, known, rest)}')


def _beside(choice: Choice, known: Options, found: Matching) -> None:
    """Draw what goes with the cases: already here, levers instead, schemes, notices."""
    if found.ici:
        ways = " ; ".join(link(esc(case.nom), PATH, address(choice, known, cas=(case.id,))) for case in found.ici)
        st.html(f'<div class="voile"><b>{messages.ICI}</b><p>{fr(ways)}</p></div>')
    if found.abstention is not None and found.leviers:
        with st.container(key="fil_leviers_du_besoin"):
            levers = case_cards.levers(choice, known, found.leviers, rest_in="dans la page Leviers", title="Levier")
            every = link("Tous ces leviers", "leviers", address(choice, known, tout=False, cas=()), css="fleche")
            st.html(f'<h2 class="inter">{messages.LEVIERS_POUR}</h2>{levers}{every}')
    if found.dispositifs:
        items = "".join(
            f"<li>{link(esc(case.nom), PATH, address(choice, known, cas=(case.id,)))} : {esc(case.titre)}</li>"
            for case in found.dispositifs
        )
        st.html(
            f'<div class="voile cas"><b>{messages.PARTOUT}</b><ul>{items}</ul><p class="note">{fr(messages.PARTOUT_NOTE)}</p></div>'
        )
    if found.notices:
        st.html("".join(f'<p class="note">{esc(sentence)}</p>' for sentence in found.notices))
