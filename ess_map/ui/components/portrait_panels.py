"""The parts of a territory's portrait, each drawn from counts that were made elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors import model
from ess_map.actors.portrait import totals
from ess_map.territories.model import Niveau
from ess_map.typography import count, fr, listing, month, number, percent
from ess_map.ui import messages
from ess_map.ui.components import bars, perimeter
from ess_map.ui.components.bars import Bar
from ess_map.ui.components.register_words import covered, sentences
from ess_map.ui.markup import esc, family_sign, link
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.actors.portrait import Portrait
    from ess_map.territories.model import Territory, TerritoryRef
    from ess_map.ui.selection_state import Choice

_LISTED = 7


def coverage_banner(choice: Choice, territory: Territory, seen: Portrait) -> None:
    """Say what is counted and what is not, with the way to the sources."""
    first, *others = sentences(territory.ref)
    see = link(messages.VOIR_LES_SOURCES, "donnees", choice.territory_params())
    head, point, rest = first.partition(". ")
    paragraphs = [f"<b>{esc(head + point)}</b>{esc(rest)} {see}", *(esc(sentence) for sentence in others)]
    if seen.complement:
        more = link(
            esc(messages.associations_to_check(seen.complement)), "carte", choice.territory_params() | model.TO_CHECK_ONLY
        )
        paragraphs.append(f"{esc(messages.COMPLEMENT_AVIS)} {more}")
    perimeter.banner(paragraphs)


def families(choice: Choice, seen: Portrait) -> None:
    """Draw « Qui sont-ils ? »."""
    lines = [
        Bar(
            f"{family_sign(code)}{link(esc(model.FAMILLES_PLURIEL[code]), 'carte', choice.territory_params() | {'famille': code}) if total else esc(model.FAMILLES_PLURIEL[code])}",
            total, code, messages.RIEN_AU_REGISTRE.get(code, "aucune au registre"),
        )
        for code, total in seen.familles.items()
    ]  # fmt: skip
    st.html(f'<h2 class="inter">{messages.QUI_SONT_ILS}</h2><p class="note">{messages.QUI_NOTE}</p>{bars.html(lines)}')


def themes(choice: Choice, seen: Portrait) -> None:
    """Draw « Que font-ils ? », the absent themes named after."""
    lines = [
        Bar(link(esc(model.THEMES[code]), "carte", choice.territory_params() | {"theme": code}), total)
        for code, total in list(seen.themes.items())[:_LISTED]
    ]
    said = [f"{model.THEMES[code]} {number(total)}" for code, total in list(seen.themes.items())[_LISTED:]]
    notes = [fr(f"Puis : {listing(said)}.")] if said else []
    if seen.sans_theme:
        notes.append(fr(f"Thème non précisé : {count(seen.sans_theme, 'acteur')}."))
    if seen.absents:
        notes.append(
            fr(f"Aucun acteur recensé : {', '.join(model.THEMES[code].lower() for code in seen.absents)}. {messages.ABSENCE}")
        )
    body = "".join(f'<p class="note suite">{esc(note)}</p>' for note in notes)
    st.html(f'<h2 class="inter">{messages.QUE_FONT_ILS}</h2><p class="note">{messages.QUE_NOTE}</p>{bars.html(lines)}{body}')


def to_check(choice: Choice, territory: Territory, seen: Portrait) -> None:
    """Draw up to three points that the register cannot settle alone."""
    points = []
    here = choice.territory_params()
    if seen.communes > 1 and seen.communes_sans:
        points.append(
            (
                "Communes sans acteur recensé",
                f"{number(len(seen.communes_sans))} <small>{esc(fr(f'sur {number(seen.communes)} communes'))}</small>",
                _empty_communes(territory, seen),
                link(messages.VOIR_LA_CARTE, "carte", here, css="fleche"),
            )
        )
    unknown = seen.familles["a_preciser"]
    if unknown:
        points.append(
            (
                "Familles à préciser",
                f"{number(unknown)} <small>{esc('acteur' if unknown == 1 else 'acteurs')}</small>",
                messages.FAMILLES_A_PRECISER,
                link(messages.VOIR_CES_ACTEURS, "carte", here | {"famille": "a_preciser"}, css="fleche"),
            )
        )
    if seen.complement:
        points.append(
            (
                "Associations à vérifier",
                f"{number(seen.complement)} <small>en 2010</small>",
                messages.AIDE_COMPLEMENT,
                link(messages.LES_VOIR, "carte", here | model.TO_CHECK_ONLY, css="fleche"),
            )
        )
    if not points:
        return
    cards = "".join(
        f'<div class="voile point"><h3>{title}</h3><p class="val">{value_html}</p><p>{esc(sentence)}</p>{way}</div>'
        for title, value_html, sentence, way in points
    )
    with st.container(key="fil_points"):
        st.html(
            f'<h2 class="inter">{messages.POINTS_TITRE}</h2><p class="note">{messages.POINTS_NOTE}</p><div class="cartes">{cards}</div>'
        )


def _empty_communes(territory: Territory, seen: Portrait) -> str:
    names = [resources().atlas.commune_name(code) for code in seen.communes_sans[:3]]
    which = "Laquelle" if len(names) == 1 else "Lesquelles" if len(seen.communes_sans) == len(names) else "Les plus peuplées"
    among = f"{which} : {listing(names)}."
    if seen.habitants_sans is None or not territory.population:
        return fr(f"{among} {messages.ABSENCE}")
    share = percent(seen.habitants_sans, territory.population)
    return fr(
        f"{count(seen.habitants_sans, 'personne y vit', 'personnes y vivent')}, soit {share} de la population. {among} {messages.ABSENCE}"
    )


def neighbours(choice: Choice, territory: Territory) -> None:
    """List the neighbours, with what the register knows of each."""
    known = resources()
    near = known.atlas.neighbours(territory.ref, limit=8)
    note = messages.VOISINS_COMPOSE if territory.ref.niveau is Niveau.COMPOSE else messages.VOISINS_NOTE
    st.html(f'<h2 class="inter">{messages.VOISINS}</h2><p class="note">{note}</p>{_places(choice, near) or _none()}')


def _none() -> str:
    return f'<p class="note suite">{messages.SANS_VOISIN}</p>'


def _places(choice: Choice, refs: list[TerritoryRef]) -> str:
    known = resources()
    lines = []
    for ref, total in totals(known.register, known.atlas, refs).items():
        place = known.atlas.get(ref)
        people = "" if place.population is None else f"{number(place.population)} hab., "
        lines.append(
            f"<li>{link(esc(fr(place.nom)), '', choice.territory_params(ref), css='')}<span>{esc(people + messages.recorded(total))}</span></li>"
        )
    return f'<ul class="liste nue">{"".join(lines)}</ul>' if lines else ""


def zonings(territory: Territory) -> None:
    """Say in which zonings its communes are."""
    communes = len(territory.communes)
    lines = "".join(f"<li><b>{esc(title)}</b><span>{esc(_members(n, communes))}</span></li>" for title, n in _zonings(territory))
    st.html(
        f'<h2 class="inter">{messages.ZONAGES}</h2><p class="note">{messages.ZONAGES_NOTE}</p><ul class="liste nue">{lines}</ul>'
    )


def inside(choice: Choice, territory: Territory) -> None:
    """List what is inside it, the parts with most actors first."""
    inner = _inside(territory)
    if inner:
        st.html(
            f'<h2 class="inter" style="margin-top:1.4rem">{messages.DEDANS[inner[0].niveau]}</h2>{_places(choice, _fullest(inner))}'
        )


def _zonings(territory: Territory) -> list[tuple[str, int]]:
    zones = territory.zonages
    return [(model.ZONAGES["zrr"], zones.zrr), (model.ZONAGES["pvd"], zones.pvd), (model.ZONAGES["acv"], zones.acv)]


def _members(n: int, communes: int) -> str:
    if communes == 1:
        return "oui" if n else "non"
    return fr(f"{number(n)} sur {number(communes)} communes") if n else "aucune commune"


def _inside(territory: Territory) -> list[TerritoryRef]:
    niveau = {
        Niveau.FRANCE: Niveau.REGION,
        Niveau.REGION: Niveau.DEPARTEMENT,
        Niveau.DEPARTEMENT: Niveau.EPCI,
    }.get(territory.ref.niveau, Niveau.COMMUNE)  # fmt: skip
    if len(territory.communes) == 1:
        return []
    inner = resources().atlas.children(territory.ref, niveau)
    if len(inner) == 1 and niveau is Niveau.DEPARTEMENT:  # overseas, a région is its département
        return resources().atlas.children(territory.ref, Niveau.EPCI)
    return inner


def _fullest(refs: list[TerritoryRef]) -> list[TerritoryRef]:
    known = resources()
    counts = totals(known.register, known.atlas, refs)
    return sorted(counts, key=lambda ref: -counts[ref])[:_LISTED]


def sources(choice: Choice, territory: Territory) -> None:
    """Say which lists cover this territory, and which do not."""
    here = covered(territory.ref)
    groups = (
        (here.complete, messages.COUVRE),
        (here.partial, messages.COUVRE_EN_PARTIE),
        (here.scattered, messages.SANS_ETENDUE),
    )
    rows = "".join(
        f'<tr><td>{esc(card.titre)}</td><td data-nom="Producteur">{esc(card.producteur)}</td>'
        f'<td data-nom="Année">{esc(month(card.millesime))}</td><td data-nom="Ici">{esc(words)}</td></tr>'
        for cards, words in groups
        for card in cards
    )
    head = "".join(f'<th scope="col">{title}</th>' for title in ("Liste", "Producteur", "Année", "Ici"))
    see = link(messages.VOIR_LES_SOURCES, "donnees", choice.territory_params(), css="fleche")
    st.html(
        f'<h2 class="inter">{messages.REGISTRE_ICI}</h2><p class="note">{messages.REGISTRE_ICI_NOTE}</p>'
        f'<table class="simple empile"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{see}'
    )


def doors(choice: Choice) -> None:
    """Lead to the other pages, the territory carried along."""
    here = choice.territory_params()
    buttons = [
        link(messages.PORTE_CARTE, "carte", here, css="bouton fort"),
        link(messages.PORTE_LISTE, "carte", here | {"vue": "liste"}, css="bouton"),
        link(messages.PORTE_CAS, "cas", here, css="bouton"),
        link(messages.PORTE_DONNEES, "donnees", here, css="bouton"),
        link(messages.PORTE_METHODE, "a-propos", here, css="bouton"),
    ]
    st.html(f'<div class="boutons">{"".join(buttons)}</div>')
