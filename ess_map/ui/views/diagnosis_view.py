"""Page Diagnostic: what the ESS weighs here, in what it differs, what is missing, compared with whom, how sure we are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors import references
from ess_map.actors.portrait import portrait
from ess_map.errors import EssMapError
from ess_map.indicators.page import diagnosis
from ess_map.indicators.portrait import question_of
from ess_map.indicators.reach import DISTANCES_KM
from ess_map.territories.model import FRANCE, Niveau
from ess_map.typography import fr
from ess_map.ui import diagnosis_messages as messages
from ess_map.ui.components import (
    context_bar,
    diag_cards,
    diag_comparables,
    diag_export,
    diag_gaps,
    diag_merger,
    diag_projector,
    diag_reference,
    header,
    perimeter,
    thematic_panel,
)
from ess_map.ui.diagnosis_state import options, own_params
from ess_map.ui.markup import esc, href, link
from ess_map.ui.messages import VOIR_LES_SOURCES
from ess_map.ui.selection_state import current
from ess_map.ui.state import evidence, resources

if TYPE_CHECKING:
    from ess_map.indicators.evidence import Evidence
    from ess_map.indicators.inquiry import Question
    from ess_map.indicators.page_model import DiagnosisPage
    from ess_map.territories.model import TerritoryRef
    from ess_map.ui.diagnosis_state import Options
    from ess_map.ui.selection_state import Choice

EXAMPLES = ("epci:243500139", "commune:01245", "region:04")
_STANDING = re.compile(r"(\d+ au-dess(?:us|ous))")
_COMPARABLES = 8


def show() -> None:
    """Draw the page."""
    choice = current()
    asked, notices = options()
    if choice.selection.territoire is None:
        _welcome(choice, notices)
    else:
        _diagnosis(choice, choice.selection.territoire, asked, notices)


def _welcome(choice: Choice, notices: tuple[str, ...]) -> None:
    known = resources()
    if choice.selection.projection:
        header.leave_projection("diagnostic")
    context_bar.show(choice, "", _total(FRANCE), page="diagnostic", welcome=True)
    perimeter.notices((*choice.notices, *notices))
    st.html(
        f'<div class="question"><h1 class="titre">{esc(messages.TITRE_ACCUEIL)}</h1></div>'
        f'<div class="question suite"><p class="chapo">{esc(messages.CHOISIR)}</p></div>'
    )
    places = [known.atlas.get(ref) for ref in EXAMPLES]
    cards = "".join(
        f'<a href="./diagnostic?territoire={place.ref}"><b>{esc(place.nom)}</b><span>{esc(place.nature)}</span></a>'
        for place in places
    )
    st.html(f'<div class="exemples">{cards}</div>')


def _total(ref: TerritoryRef) -> int | None:
    """Count the actors of a territory; None when the register cannot be read."""
    try:
        return portrait(resources().register, resources().atlas, ref).total
    except EssMapError:
        return None


def _known(choice: Choice, ref: TerritoryRef) -> Evidence:
    """Give what figures are computed from; when it cannot be read, another territory can be searched for all the same."""
    try:
        return evidence()
    except EssMapError:
        if not choice.selection.projection:
            context_bar.show(choice, resources().atlas.get(ref).nom, _total(ref), page="diagnostic")
        raise


def _diagnosis(choice: Choice, ref: TerritoryRef, asked: Options, notices: tuple[str, ...]) -> None:
    known = _known(choice, ref)
    selection = choice.selection
    question, near = question_of(
        known, ref, references.split(selection.reference) or None, nombre=_COMPARABLES, poids=asked.weights, distance_km=asked.km,
        nom=selection.nom,
    )  # fmt: skip
    page = diagnosis(known, question, near)
    if selection.projection:
        perimeter.notices((*choice.notices, *notices))
        diag_projector.show(choice, page, asked, next(iter(question.references), None))
        return
    context_bar.show(
        choice, page.nom, _total(ref), page="diagnostic", more=own_params,
        reference=lambda: diag_reference.show(choice, ref),
    )  # fmt: skip
    diag_reference.show_search()
    perimeter.notices((*choice.notices, *notices, *page.notices))
    _head(choice, page, asked)
    _body(choice, page, asked, question)


def _head(choice: Choice, page: DiagnosisPage, asked: Options) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute", key="diagnostic_tete"):
        st.html(
            f'<p class="surtitre">{messages.SURTITRE}</p><h1 class="titre moyen"><span>{esc(page.nom)}</span>{_with(page)}</h1>',
            width="content",
        )
        diag_export.show(page, choice.params() | asked.params())
    see = link(VOIR_LES_SOURCES, "donnees", choice.territory_params())
    head, point, rest = page.perimetre.partition(". ")
    said = _STANDING.sub(r'<b class="uni">\1</b>', esc(page.chapeau))
    lead = f'<p class="chapo">{said}</p>' if said else ""
    st.html(f"{lead}{_chapters(choice, asked)}")
    perimeter.banner([f"<b>{esc(head + point)}</b>{esc(rest)} {see}"])


def _with(page: DiagnosisPage) -> str:
    return " et ses comparables" if page.comparables else ""


def _chapters(choice: Choice, asked: Options) -> str:
    doors = "".join(
        f'<a href="{_chapter_href(choice, asked, chapter)}"{_current(chapter == asked.chapitre)}>{esc(title)}</a>'
        for chapter, title in messages.CHAPITRES.items()
    )
    return f'<nav class="chapitres" aria-label="Chapitres">{doors}</nav>'


def _chapter_href(choice: Choice, asked: Options, chapter: str) -> str:
    return href("diagnostic", choice.params() | asked.params(chapitre=chapter))


def _body(choice: Choice, page: DiagnosisPage, asked: Options, question: Question) -> None:
    if not asked.chapitre:
        diag_gaps.show(choice, page, compared=bool(question.references))
    with st.container(key="indicateurs"):
        if asked.chapitre:
            _chapter(choice, page, asked)
        else:
            st.html(f'<h2 class="inter">{messages.TITRE_ESSENTIEL}</h2><p class="note">{esc(_legend(page))}</p>')
            diag_cards.figures(page.principaux)
    if not asked.chapitre:
        _map(page.territoire, question)
    diag_comparables.show(choice, page, asked)
    if not asked.chapitre and page.territoire.niveau is not Niveau.FRANCE:
        diag_merger.show(choice, page.territoire, asked)


def _map(ref: TerritoryRef, question: Question) -> None:
    with st.container(key="fil_carte_indicateur"):
        st.html(f'<h2 class="inter">{messages.CARTE}</h2><p class="note">{esc(messages.CARTE_NOTE)}</p>')
        thematic_panel.show(ref, reference=next(iter(question.references), None))


def _legend(page: DiagnosisPage) -> str:
    return messages.LEGENDE.format(nom=page.nom)


def _chapter(choice: Choice, page: DiagnosisPage, asked: Options) -> None:
    chapter = next(found for found in page.chapitres if found.id == asked.chapitre)
    st.html(f'<h2 class="inter">{esc(chapter.titre)}</h2><p class="note">{esc(_legend(page))}</p>')
    if asked.chapitre == "couverture":
        st.html(_distances(choice, asked))
    if asked.chapitre == "contexte":
        facts = "".join(
            f"<div><dt>{esc(fact.libelle)}</dt><dd>{esc(fact.texte)} <small>{esc(fr(f'{fact.source}, {fact.millesime}'))}</small></dd></div>"
            for fact in page.faits
        )
        st.html(f'<h3 class="groupe">{messages.FAITS}</h3><dl class="faits">{facts}</dl>')
    diag_cards.show(chapter.blocs)


def _distances(choice: Choice, asked: Options) -> str:
    doors = "".join(
        f'<a href="{href("diagnostic", choice.params() | asked.params(km=km))}"{_current(km == asked.km)}>{km}\u00a0km</a>'
        for km in DISTANCES_KM
    )
    return f'<p class="note suite">{esc(messages.DISTANCE_NOTE)}</p><nav class="chapitres" aria-label="{messages.DISTANCE}">{doors}</nav>'


def _current(here: bool) -> str:
    return ' aria-current="true"' if here else ""
