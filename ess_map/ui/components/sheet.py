"""The sheet of the chosen actor: what is known, how sure it is, and where each piece comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import streamlit as st

from ess_map.actors import model
from ess_map.actors.selection import Circle
from ess_map.typography import FINE, INSECABLE, NON_PRECISE, fr, grouped_siret, listing, month
from ess_map.ui import messages, sheet_messages
from ess_map.ui.components.register_words import known_cards
from ess_map.ui.markup import esc, family_sign, isolated, link
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ess_map.actors.sheet import ActorSheet, Origin
    from ess_map.ui.selection_state import Choice

RADII_KM = (1, 5, 10)
_OPEN = 'target="_blank" rel="noopener noreferrer"'
_LONGEST_ADDRESS = 60
"""Characters of the address of a site that are written; the link has it whole."""


def show(sheet: ActorSheet, choice: Choice, *, in_list: bool) -> None:
    """Draw the sheet; `in_list` tells whether the current filters keep this actor."""
    outside = "" if in_list else f'<p class="note">{messages.HORS_FILTRES}</p>'
    st.html(
        f'<article class="fiche">{_head(sheet)}{outside}{_facts(sheet)}{_buttons(sheet)}{_to_publishers(sheet)}{_around(sheet, choice)}{_origins(sheet)}</article>'
    )


def invitation() -> None:
    """Say how to choose an actor, where its sheet will be."""
    st.html(f'<p class="note">{esc(messages.CHOISIR_UN_ACTEUR)}</p>')


def _head(sheet: ActorSheet) -> str:
    forms = [model.FAMILLES[sheet.famille] if sheet.famille != "a_preciser" else messages.FAMILLE_A_PRECISER]
    tags = [f'<span class="etq">{esc(model.THEMES.get(code, code))}</span>' for code in sheet.themes]
    tags += [
        f'<span class="etq trait">{esc(model.LABELS.get(code, code))}</span>' for code in sheet.labels if code != model.TO_CHECK
    ]
    if sheet.a_verifier:
        tags.append(f'<span class="etq douteux">{messages.A_VERIFIER_LONG}</span>')
    return (
        f'<p class="surtitre">{family_sign(sheet.famille)}{esc(listing(forms))}</p><h2>{isolated(sheet.nom, 600)}</h2>'
        f'<div class="etiquettes">{"".join(tags)}</div>'
    )


def _facts(sheet: ActorSheet) -> str:
    address = "<br>".join(isolated(part, 200) for part in (sheet.adresse, f"{sheet.code_postal} {sheet.commune}".strip()) if part)
    number = grouped_siret(sheet.siret or sheet.siren)
    facts = [
        ("Activité", esc(listing([model.TYPES.get(code, code) for code in sheet.types])) or esc(NON_PRECISE)),
        ("Famille", _family(sheet)),
        ("Effectif", esc(model.EFFECTIFS.get(sheet.effectif, NON_PRECISE)) if sheet.effectif else ""),
        ("Adresse", address or esc(NON_PRECISE)),
        ("Position", esc(model.PRECISIONS.get(sheet.precision_position, NON_PRECISE))),
        ("Siret" if sheet.siret or not sheet.siren else "Siren", esc(number) or esc(NON_PRECISE)),
        ("Site internet", website(sheet.site_web)),
        ("Source", "<br>".join(_source(name, sheet.dates.get(name, "")) for name in sheet.sources)),
    ]
    return f"<dl>{''.join(f'<dt>{name}</dt><dd>{value}</dd>' for name, value in facts if value)}</dl>"


def website(address: str) -> str:
    """Link to the site that a source gives; what is not an address of the web is shown as text, for it could act."""
    try:
        site = urlsplit(address)
        named = site.scheme in ("http", "https") and bool(site.hostname)
    except ValueError:  # a host between brackets that is not one
        named = False
    if not named:
        return isolated(address, _LONGEST_ADDRESS) if address else ""
    shown = address.partition("://")[2].removeprefix("www.").rstrip("/")
    return f'<a href="{esc(address)}" {_OPEN}>{isolated(shown, _LONGEST_ADDRESS)}<span class="sr"> (nouvel onglet)</span></a>'


def _family(sheet: ActorSheet) -> str:
    reason = model.ORIGINES_FAMILLE.get(sheet.famille_origine, messages.FAMILLE_INCONNUE)
    return f"{esc(model.FAMILLES[sheet.famille])}, {esc(reason)}"


def _source(name: str, day: str) -> str:
    card = known_cards().get(name)
    return esc(f"{card.titre if card else name}, {month(day or (card.millesime if card else ''))}")


def _buttons(sheet: ActorSheet) -> str:
    buttons = []
    if sheet.lien_officiel:
        icon = '<span class="icone" aria-hidden="true">open_in_new</span>'
        buttons.append(
            f'<a class="bouton" href="{esc(sheet.lien_officiel)}" {_OPEN}>{icon}{messages.FICHE_OFFICIELLE}'
            f'<span class="sr"> (nouvel onglet)</span></a>'
        )
    report = report_link(sheet)
    if report:
        icon = '<span class="icone" aria-hidden="true">flag</span>'
        buttons.append(f'<a class="bouton nu" href="{esc(report)}" {_OPEN}>{icon}{messages.SIGNALER}</a>')
    return f'<div class="boutons">{"".join(buttons)}</div>' if buttons else ""


def report_link(sheet: ActorSheet) -> str:
    """Give the address where an error is reported, as the deployment set it; empty: the sheet names who publishes its lists."""
    target = resources().settings.report_to
    if not target.startswith("mailto:"):
        return target
    subject = quote(f"Atlas ESS{INSECABLE}: erreur sur {sheet.nom[:120]} ({sheet.identifiant})")
    return f"{target}{'&' if '?' in target else '?'}subject={subject}"


def _to_publishers(sheet: ActorSheet) -> str:
    """Say who can mend an error when the deployment has no address of its own: the producers of the lists, with their pages."""
    known = [known_cards()[name] for name in sheet.sources if name in known_cards()]
    if report_link(sheet) or not known:
        return ""
    producers = {
        card.producteur: f'<a href="{esc(card.url)}" {_OPEN}>{esc(card.producteur)}<span class="sr"> (nouvel onglet)</span></a>'
        if card.url.startswith("https://")
        else esc(card.producteur)
        for card in known
    }
    return f'<p class="note suite">{fr("Une erreur ? Elle se corrige dans la liste publiée, par :")} {listing(list(producers.values()))}.</p>'


def _around(sheet: ActorSheet, choice: Choice) -> str:
    if sheet.longitude is None or sheet.latitude is None:
        return ""
    circles = [
        link(f"{km}{FINE}km", "carte", choice.params(zone=Circle(sheet.longitude, sheet.latitude, km * 1000))) for km in RADII_KM
    ]
    return f'<p class="note suite">{fr(messages.AUTOUR + " :")} {", ".join(circles)}</p>'


def _origins(sheet: ActorSheet) -> str:
    names: Mapping[str, str] = sheet_messages.CHAMPS
    lines = "".join(
        f"<dt>{esc(names.get(field, field))}</dt><dd>{'<br>'.join(_origin(origin, sheet) for origin in origins)}</dd>"
        for field, origins in sheet.origines.items()
    )
    return f'<details class="origines"><summary>{messages.ORIGINES}</summary><dl>{lines}</dl></details>' if lines else ""


def _origin(origin: Origin, sheet: ActorSheet) -> str:
    how = model.METHODES.get(origin.methode, origin.methode)
    card = known_cards().get(origin.source)
    if card is None:
        return esc(how)
    day = month(sheet.dates.get(origin.source) or card.millesime)
    return f"{esc(card.titre)}, {esc(day)}{'' if origin.methode == 'publie' else f' ({esc(how)})'}"


def neighbours(sheets: Sequence[ActorSheet], choice: Choice, rest: int) -> None:
    """List actors near the chosen one (the first ones without it), in the same view, then the way to the others."""
    if not sheets:
        return
    items = "".join(
        f"<li>{family_sign(near.famille)}{link(isolated(near.nom, 90), 'carte', choice.params(acteur=near.identifiant), anchor='fiche')}"
        f"<span>{esc(_line(near), 90)}</span></li>"
        for near in sheets
    )
    title = messages.VOISINS_DE_VUE if choice.selection.acteur else messages.DANS_CETTE_VUE
    more = link(messages.others(rest), "carte", choice.params(vue="liste"), css="fleche") if rest > 0 else ""
    st.html(f'<p class="note">{title}</p><ul class="liste">{items}</ul>{more}')


def _line(sheet: ActorSheet) -> str:
    first = model.TYPES.get(sheet.types[0], "") if sheet.types else model.FAMILLES[sheet.famille]
    return ", ".join(part for part in (first, sheet.commune) if part)
