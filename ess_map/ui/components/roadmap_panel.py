"""The roadmap of a territory: its actions, the calendar of the year, formats of action, actors to buy from, files."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors.model import THEMES
from ess_map.actors.portrait import portrait
from ess_map.planning import roadmap as rules
from ess_map.planning.calendar import events, undated
from ess_map.planning.roadmap import STATUTS
from ess_map.planning.tables import indicator_words
from ess_map.typography import NON_PRECISE, fr, month, number
from ess_map.ui import lever_messages as messages
from ess_map.ui.boundary import guarded
from ess_map.ui.cases_state import address, go
from ess_map.ui.components import empty, roadmap_button, roadmap_files, roadmap_form, stored
from ess_map.ui.markup import esc, isolated, link
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.planning.roadmap import Action, Roadmap
    from ess_map.territories.model import TerritoryRef
    from ess_map.ui.cases_state import Options
    from ess_map.ui.selection_state import Choice

PAGE = "leviers"
_SECTORS = 8
_FORMATS = ("N5", "M5.3")
"""Levers whose formats become actions."""


def show(choice: Choice, known: Options, ref: TerritoryRef, name: str) -> None:
    """Draw the roadmap of a territory."""
    plan = stored.read(rules.SUBJECT, str(ref), roadmap_button.empty(choice, ref))
    if plan is None:
        return
    with st.container(key="boutons_plan", horizontal=True, gap="small", vertical_alignment="center"):
        st.button(messages.NOUVELLE, key="nouvelle_action", icon=":material/add:", on_click=guarded(_new), args=(choice,))
        roadmap_files.show(choice, plan, name)
    with st.container(key="feuille_de_route"):
        _actions(choice, known, plan)
    left, right = st.columns([1, 1], gap="large")
    with left, st.container(key="fil_calendrier"):
        st.html(_calendar(plan))
        _formats(choice)
    with right, st.container(key="fil_achats"):
        st.html(_sourcing(choice, ref))


def _new(choice: Choice) -> None:
    action = roadmap_button.new_action(messages.NOUVELLE)
    _add(choice, action)
    go(action=action.id)


def _add(choice: Choice, action: Action) -> None:
    ref = choice.selection.territoire
    if ref is not None:
        stored.change(rules.SUBJECT, str(ref), roadmap_button.empty(choice, ref), lambda one: rules.added(one, action))


def _actions(choice: Choice, known: Options, plan: Roadmap) -> None:
    if not plan.actions:
        ways = [
            link("Voir les cas", "cas", choice.territory_params()),
            link("Voir les leviers", PAGE, choice.territory_params()),
        ]
        empty.show(messages.AUCUNE_ACTION, messages.AUCUNE_ACTION_NOTE, ways)
    for action in plan.actions:
        with st.container(key=f"fil_action_{action.id}"):
            if action.id == known.action:
                st.html(f'<h2 class="inter">{isolated(action.titre)}</h2>')
                roadmap_form.show(choice, action)
                st.html(link("Fermer sans enregistrer", PAGE, address(choice, known, action="")))
            else:
                st.html(_action(choice, known, action))


def _action(choice: Choice, known: Options, action: Action) -> str:
    facts = [
        ("Pilote", isolated(action.pilote)), ("Élue ou élu", isolated(action.elu)),
        ("Échéance", f"{action.echeance:%d/%m/%Y}" if action.echeance else ""),
        ("Budget", f"{number(action.budget)}\u202f€" if action.budget is not None else ""),
        ("Partenaires", ", ".join([*(isolated(one.nom) for one in action.partenaires), isolated(action.autres_partenaires)]).strip(", ")),
        ("Indicateur", isolated(indicator_words(action.indicateur))), ("Note", isolated(action.note)),
    ]  # fmt: skip
    lines = "".join(
        f"<dt>{name}</dt><dd>{value if value not in {'', '<bdi></bdi>'} else NON_PRECISE}</dd>" for name, value in facts
    )
    edit = link(messages.MODIFIER, PAGE, address(choice, known, action=action.id), css="bouton")
    need = f'<span class="etq">{THEMES[action.besoin]}</span>' if action.besoin in THEMES else ""
    return (
        f'<article class="source action"><h2 class="inter">{isolated(action.titre)}</h2><p class="etiquettes">'
        f'<span class="etq trait">{STATUTS[action.statut]}</span>{need}{_origins(choice, known, action)}</p><dl>{lines}</dl>{edit}</article>'
    )


def _origins(choice: Choice, known: Options, action: Action) -> str:
    library = resources().library
    there = {"volet": "", "action": ""}
    cases = [
        link(esc(f"Cas {name}"), "cas", address(choice, known, cas=(name,), **there), css="etq trait")
        for name in action.cas
        if name in library.cases
    ]
    levers = [
        link(esc(f"Levier {name}"), PAGE, address(choice, known, levier=(name,), **there), css="etq trait")
        for name in action.leviers
        if name in library.levers
    ]
    return "".join((*cases, *levers))


def _calendar(plan: Roadmap) -> str:
    corpus = resources().library.corpus
    rows = "".join(
        f"<li><b>{esc(month(event.debut.isoformat()[:7]) if event.mensuel else f'{event.debut:%d/%m/%Y}')}</b>"
        f"<span>{isolated(event.titre)}</span></li>"
        for event in events(plan, corpus, datetime.now(tz=UTC).date())
    )
    silent = "".join(f"<li><b>{messages.SANS_MOIS}</b><span>{esc(moment.nom)}</span></li>" for moment in undated(corpus))
    return f'<h2 class="inter">{messages.CALENDRIER}</h2><ul class="dates">{rows}{silent}</ul>'


def _formats(choice: Choice) -> None:
    levers = resources().library.levers
    st.html(f'<h2 class="inter suite">{esc(fr(messages.TYPES))}</h2><p class="note">{esc(fr(messages.TYPES_NOTE))}</p>')
    with st.container(horizontal=True, gap="small"):
        for name in (name for name in _FORMATS if name in levers):
            for rank, kind in enumerate(levers[name].formats):
                st.button(
                    kind.nom,
                    key=f"format_{name.replace('.', '_')}_{rank}",
                    help=kind.phrase,
                    on_click=guarded(_organise),
                    args=(choice, name, rank),
                )


def _organise(choice: Choice, name: str, rank: int) -> None:
    kind = resources().library.levers[name].formats[rank]
    _add(choice, roadmap_button.new_action(f"Organiser : {kind.nom}", leviers=[name]))


def _sourcing(choice: Choice, ref: TerritoryRef) -> str:
    known = resources()
    seen = portrait(known.register, known.atlas, ref)
    rows = "".join(
        f"<li>{link(esc(THEMES[code]), 'carte', choice.territory_params() | {'theme': code, 'vue': 'liste'})}<span>{number(total)}</span></li>"
        for code, total in list(seen.themes.items())[:_SECTORS]
        if total
    )
    body = (
        f'<ul class="liste nue">{rows}</ul>'
        if rows
        else f'<p class="note">Aucun acteur recensé : {NON_PRECISE} n’est pas zéro.</p>'
    )
    return f'<h2 class="inter">{messages.ACHATS}</h2><p class="note">{esc(fr(messages.ACHATS_NOTE))}</p>{body}'
