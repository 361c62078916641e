"""« Proposer un cas »: a form that writes a card in YAML, reads it again as the library would, and keeps it as a local draft."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import streamlit as st

from ess_map.actors.model import THEMES
from ess_map.cases.lists import ECHELLES, FORMES, GENRES, ROLES
from ess_map.errors import EssMapError
from ess_map.planning import drafts
from ess_map.planning.drafts import Proposal, ProposedPlace
from ess_map.planning.text import LONG, SHORT
from ess_map.typography import NON_PRECISE, count, fr
from ess_map.ui import case_messages as messages
from ess_map.ui.boundary import show as show_error
from ess_map.ui.components import case_words, picker
from ess_map.ui.markup import esc, link
from ess_map.ui.state import resources, store

if TYPE_CHECKING:
    from ess_map.ui.cases_state import Options
    from ess_map.ui.selection_state import Choice

_PLACES = 3
_WRITTEN = "_cas_ecrit"
_NOTE = fr(
    "Écrivez ce que votre source affirme, dans vos mots ; ce qu’elle tait reste « non précisé ». La fiche est gardée ici, en brouillon : "
    "elle n’entre dans la bibliothèque qu’après relecture, dans data/cas."
)


def show(choice: Choice, known: Options) -> None:
    """Draw the form, then what it wrote, then the drafts."""
    back = link(f"← {messages.RETOUR}", "cas", choice.territory_params())
    st.html(
        f'<p class="surtitre retour">{back}</p><h1 class="titre moyen">{messages.PROPOSER}</h1><p class="chapo">{esc(_NOTE)}</p>'
    )
    with st.container(key="proposer_cas", width=820):
        _form(known)
        _written()
        _drafts()


def _form(known: Options) -> None:
    with st.form("cas_propose", border=False):
        fields: dict[str, Any] = {
            "nom": st.text_input("Nom de la structure, du lieu ou du dispositif", key="cas_nom", max_chars=SHORT),
            "titre": st.text_input("Ce qui a été fait, en une ligne", key="cas_titre", max_chars=SHORT),
            "actions": _many("Les actions, une par ligne", "cas_actions"),
            "besoin": st.text_input("Le besoin auquel cela répond, en une phrase", key="cas_besoin", max_chars=SHORT),
            "themes_besoin": _themes("Thèmes du besoin", "cas_themes_besoin", [known.besoin] if known.besoin else []),
            "themes": _themes("Autres thèmes", "cas_themes", []),
            "leviers": tuple(_levers()),
            "lieux": _places(),
            "echelle": _one("Échelle de l’action", ECHELLES, "cas_echelle"),
            "forme": _one("Forme juridique", FORMES, "cas_forme"),
            "annee": st.number_input("Année de début", 1800, 2100, None, step=1, key="cas_annee", placeholder=NON_PRECISE),
            "porteur": st.text_input("Porté par", key="cas_porteur", max_chars=SHORT, placeholder=NON_PRECISE),
            "partenaires": _many("Partenaires, un par ligne", "cas_partenaires"),
            "non_precise": _many("Ce que la source ne dit pas, un point par ligne", "cas_silences"),
            "source": _source(),
            "autre_source": st.text_input("Autre source : titre, auteur, date, adresse", key="cas_autre_source", max_chars=LONG),
        }
        if st.form_submit_button("Écrire la fiche", key="cas_ecrire", type="primary"):
            _write(fields)


def _many(label: str, key: str) -> tuple[str, ...]:
    return tuple((st.text_area(label, key=key, height=90, max_chars=LONG) or "").splitlines())


def _themes(label: str, key: str, default: list[str]) -> tuple[str, ...]:
    return tuple(st.multiselect(label, list(THEMES), default, key=key, format_func=THEMES.__getitem__, placeholder="Choisir"))


def _one(label: str, words: dict[str, str], key: str) -> str:
    return st.selectbox(label, list(words), None, key=key, format_func=words.__getitem__, placeholder=NON_PRECISE) or ""


def _levers() -> list[str]:
    levers = resources().library.levers
    return st.multiselect(
        "Leviers montrés",
        list(levers),
        key="cas_leviers",
        format_func=lambda name: f"{name} {levers[name].titre}",
        placeholder="Aucun",
    )


def _source() -> str:
    corpus = resources().library.corpus
    names = [f"{name}/{part}" for name, document in corpus.documents.items() for part in document.parties]
    return (
        st.selectbox(
            "Source, si c’est l’un des documents connus", names, None, key="cas_source", format_func=case_words.reference,
            placeholder="Une autre source",
        )
        or ""
    )  # fmt: skip


def _places() -> list[tuple[str, str, str]]:
    found = []
    for rank in range(1, _PLACES + 1):
        name, kind, role = st.columns([2, 1, 1.2])
        with name:
            text = st.text_input(f"Lieu {rank} : nom, code Insee ou Siren", key=f"cas_lieu_{rank}", max_chars=SHORT)
        with kind:
            genre = st.selectbox("Genre", list(GENRES), 1, key=f"cas_genre_{rank}", format_func=GENRES.__getitem__)
        with role:
            place = st.selectbox("Rôle", list(ROLES), key=f"cas_role_{rank}", format_func=ROLES.__getitem__)
        if text.strip():
            found.append((text, genre, place))
    return found


def _write(fields: dict[str, Any]) -> None:
    """Resolve the places, write the card, keep it; what is not understood is said and nothing is lost of what was typed."""
    atlas, library = resources().atlas, resources().library
    places, doubts = [], []
    for text, genre, role in fields.pop("lieux"):
        hits, advice = picker.find(atlas, text.strip())
        if advice or not hits or not picker.certain(text, hits):
            near = " ; ".join(f"{hit.nom} ({hit.ref})" for hit in hits[:4])
            doubts.append(
                fr(
                    f"Lieu « {text[:60]} » : {f'plusieurs territoires répondent, écrivez l’un de ces codes : {near}' if near else advice}."
                )
            )
        else:
            places.append(ProposedPlace(fr(hits[0].nom), genre, role, str(hits[0].ref)))
    if doubts:
        show_error(" ".join(doubts))
        return
    proposal = Proposal(**fields, lieux=tuple(places))
    kept = store()
    identifier = drafts.next_identifier(library, [path.name for path in kept.drafts()])
    text = drafts.card(proposal, identifier)
    path = kept.draft_path(drafts.file_stem(proposal, identifier))
    try:
        kept.write(path, text.encode())
    except EssMapError as error:
        show_error(str(error))
        return
    st.session_state[_WRITTEN] = path.name


def _written() -> None:
    name = st.session_state.get(_WRITTEN)
    path = next((one for one in store().drafts() if one.name == name), None)
    if path is None:
        return
    text = path.read_text(encoding="utf-8")
    known = resources()
    found = drafts.findings(text, path.name, known.library, known.atlas, datetime.now(tz=UTC).date())
    st.html(f'<h2 class="inter">Fiche gardée en brouillon</h2><p class="note" role="status">{esc(path.name)}</p>')
    if found:
        items = "".join(f"<li>{esc(f'{problem.champ or path.name} : {problem.phrase}')}</li>" for problem in found)
        missing = count(len(found), "point reste à compléter", "points restent à compléter")
        st.html(f'<div class="perimetre" role="note"><div><p>{missing} avant de la publier :</p><ul>{items}</ul></div></div>')
    else:
        st.html('<p class="note">La fiche est complète : la bibliothèque la lirait telle quelle.</p>')
    st.code(text, language="yaml", wrap_lines=True)


def _drafts() -> None:
    found = store().drafts()
    if not found:
        return
    st.html(f'<h2 class="inter">Vos brouillons</h2><p class="note">{esc(fr(f"Dossier : {found[0].parent}"))}</p>')
    for path in found[:20]:
        st.download_button(
            f"Télécharger {path.name}",
            path.read_bytes(),
            path.name,
            "application/yaml",
            key=f"brouillon_{path.stem}",
            on_click="ignore",
        )
