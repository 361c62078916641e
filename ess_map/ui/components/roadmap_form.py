"""The form of one action: nothing is required but its title; what is empty is « non précisé »."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import streamlit as st

from ess_map.actors import query
from ess_map.actors.model import THEMES
from ess_map.actors.selection import Selection
from ess_map.indicators.catalogue import catalogue
from ess_map.planning import roadmap as rules
from ess_map.planning.roadmap import STATUTS, Action, Partner
from ess_map.planning.text import LONG, SHORT
from ess_map.typography import NON_PRECISE, fr
from ess_map.ui import lever_messages as messages
from ess_map.ui.boundary import guarded
from ess_map.ui.boundary import show as show_error
from ess_map.ui.cases_state import go
from ess_map.ui.components import roadmap_button, stored
from ess_map.ui.list_order import ordered
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.ui.selection_state import Choice

_OFFERED = 200
"""Actors offered as partners at once; a search narrows them."""
_LONGEST_SEARCH = 100


def show(choice: Choice, action: Action) -> None:
    """Draw the form of an action of the roadmap, saved at the click."""
    key = action.id
    found = _partners(choice, action, key)
    with st.form(f"action_{key}", border=False):
        fields = _fields(action, key, found)
        left, right = st.columns(2)
        with left:
            saved = st.form_submit_button("Enregistrer", key="enregistrer_action", type="primary")
        with right:
            gone = st.form_submit_button(
                messages.SUPPRIMER, key="supprimer_action", on_click=guarded(_remove), args=(choice, key)
            )
    if saved and not gone:
        _save(choice, action, fields)


def _fields(action: Action, key: str, found: dict[str, str]) -> dict[str, Any]:
    fields: dict[str, Any] = {"titre": st.text_input("Intitulé", action.titre, key=f"titre_{key}", max_chars=SHORT)}
    one, two, three = st.columns(3)
    with one:
        statuses = list(STATUTS)
        fields["statut"] = st.selectbox(
            "Statut", statuses, statuses.index(action.statut), key=f"statut_{key}", format_func=STATUTS.__getitem__
        )
        fields["pilote"] = st.text_input("Pilote (service, structure)", action.pilote, key=f"pilote_{key}", max_chars=SHORT)
    with two:
        fields["echeance"] = st.date_input(
            "Échéance",
            action.echeance,
            format="DD/MM/YYYY",
            key=f"echeance_{key}",
            min_value=rules.FIRST_DAY,
            max_value=rules.LAST_DAY,
        )
        fields["elu"] = st.text_input("Élue ou élu (fonction)", action.elu, key=f"elu_{key}", max_chars=SHORT)
    with three:
        fields["budget"] = st.number_input(
            "Budget (euros)", 0.0, 1e12, action.budget, step=500.0, key=f"budget_{key}", placeholder=NON_PRECISE
        )
        themes = list(THEMES)
        fields["besoin"] = st.selectbox(
            "Besoin", themes, themes.index(action.besoin) if action.besoin in themes else None, key=f"besoin_{key}",
            format_func=THEMES.__getitem__, placeholder=NON_PRECISE,
        ) or ""  # fmt: skip
    fields["indicateur"] = _followed(action, key)
    chosen = st.multiselect(
        "Partenaires, au registre", list(found), [partner.identifiant for partner in action.partenaires], key=f"partenaires_{key}",
        format_func=found.__getitem__, placeholder="Choisir",
    )  # fmt: skip
    fields["partenaires"] = tuple(Partner(identifiant=name, nom=found[name][:400]) for name in chosen)
    fields["autres_partenaires"] = st.text_input(
        "Autres partenaires", action.autres_partenaires, key=f"autres_{key}", max_chars=LONG, placeholder=NON_PRECISE
    )
    fields["note"] = st.text_area("Note", action.note, key=f"note_{key}", max_chars=LONG, height=90)
    return fields


def _followed(action: Action, key: str) -> str:
    indicators = list(catalogue())
    if action.indicateur and action.indicateur not in indicators:
        indicators.append(action.indicateur)
    chosen: str | None = st.selectbox(
        "Indicateur à suivre", indicators, indicators.index(action.indicateur) if action.indicateur else None, key=f"indicateur_{key}",
        format_func=_indicator, placeholder=NON_PRECISE, accept_new_options=True,
    )  # fmt: skip
    return (chosen or "")[:SHORT]


def _indicator(name: str) -> str:
    known = catalogue().get(name)
    return known.libelle.replace("{}", "…") if known is not None else name


def _partners(choice: Choice, action: Action, key: str) -> dict[str, str]:
    """Offer the actors of the territory, those chosen first; a search by name, commune or number narrows them."""
    known = resources()
    asked = st.text_input(
        "Chercher un partenaire au registre", key=f"chercher_{key}", max_chars=_LONGEST_SEARCH, placeholder="Nom, commune, Siret"
    )
    selection = Selection(territoire=choice.selection.territoire, q=asked or "")
    if action.besoin and not asked:
        selection = replace(selection, themes=(action.besoin,))
    rows = ordered(known.register, query.mask(known.register, known.atlas, selection), "nom", decroissant=False)[:_OFFERED]
    found = {partner.identifiant: partner.nom for partner in action.partenaires}
    for actor in known.register.frame.iloc[rows][["identifiant", "nom", "commune"]].itertuples(index=False):
        found.setdefault(str(actor.identifiant), f"{actor.nom} ({actor.commune})")
    chosen = st.session_state.get(f"partenaires_{key}", [])
    names = known.register.frame
    for name in chosen:  # chosen before another search
        row = known.register.row_of(name)
        if name not in found and row is not None:
            found[name] = f"{names['nom'].iloc[row]} ({names['commune'].iloc[row]})"
    return found


def _save(choice: Choice, action: Action, fields: dict[str, Any]) -> None:
    ref = choice.selection.territoire
    if ref is None:
        return
    if not str(fields["titre"] or "").strip():
        show_error(fr("Donnez un intitulé à cette action : rien n’a été enregistré, et vos autres réponses sont encore là."))
        return
    now = datetime.now(tz=UTC).replace(microsecond=0)
    values = {name: "" if value is None and name not in {"echeance", "budget"} else value for name, value in fields.items()}
    changed = Action.model_validate(action.model_dump() | values | {"modifiee": max(now, action.modifiee)})
    if stored.change(rules.SUBJECT, str(ref), roadmap_button.empty(choice, ref), lambda one: rules.replaced(one, changed)):
        go(action="")
        st.rerun()


def _remove(choice: Choice, key: str) -> None:
    ref = choice.selection.territoire
    if ref is not None:
        stored.change(rules.SUBJECT, str(ref), roadmap_button.empty(choice, ref), lambda one: rules.removed(one, key))
        go(action="")
