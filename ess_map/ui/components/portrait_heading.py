"""The head of a portrait: what the territory is part of, its name, a sentence that can be read aloud, four figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.territories.model import Niveau
from ess_map.typography import NON_PRECISE, capitalized, count, fr, listing, number, percent
from ess_map.ui import messages
from ess_map.ui.markup import esc, link
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.actors.portrait import Portrait
    from ess_map.territories.model import Territory, TerritoryRef
    from ess_map.ui.selection_state import Choice

_ABSENT = 4
"""Absent themes named in the lead; the panel names them all."""


def show(choice: Choice, territory: Territory, name: str, seen: Portrait) -> None:
    """Draw parents, title, lead sentence and key figures."""
    st.html(f'{_title(choice, territory, name)}<p class="chapo">{_lead(seen)}</p>{_figures(_size(territory), territory, seen)}')


def show_alone(choice: Choice, territory: Territory, name: str) -> None:
    """Draw the heading of a territory whose actors cannot be read: what the territory is, and no count."""
    size = [_size(territory), (_density(territory.density), "habitants au km²")]
    st.html(f"{_title(choice, territory, name)}{_keys(size)}")


def _title(choice: Choice, territory: Territory, name: str) -> str:
    above = [_up(choice, ref) for ref in territory.parents if ref.niveau is not Niveau.ZONE_EMPLOI]
    return f'<p class="surtitre">{", ".join([esc(territory.nature), *above])}</p><h1 class="titre"><span>{esc(name)}</span></h1>'


def _up(choice: Choice, ref: TerritoryRef) -> str:
    return link(esc(fr(resources().atlas.get(ref).nom)), "", choice.territory_params(ref))


def _lead(seen: Portrait) -> str:
    if not seen.total:
        return f"<b>{esc(messages.AUCUN_ACTEUR)}</b>"
    where = f", dans {count(seen.communes_avec, 'commune')} sur {number(seen.communes)}" if seen.communes > 1 else ""
    verb = "est au registre" if seen.total == 1 else "sont au registre"
    first = f"<b>{esc(count(seen.total, 'acteur'))} de l’ESS</b> {verb}{esc(where)}."
    working = messages.working_at(list(seen.themes), seen.total, seen.total - seen.sans_theme)
    second = f" {esc(working)}" if seen.themes else ""
    return first + second + _absent(seen)


def _absent(seen: Portrait) -> str:
    if not seen.absents or not seen.themes:
        return ""
    named = [messages.THEMES_DEFINIS[code] for code in seen.absents[:_ABSENT]]
    rest = len(seen.absents) - len(named)
    if rest:
        named.append(count(rest, "autre thème", "autres thèmes"))
    verb = "n’a" if len(seen.absents) == 1 else "n’ont"
    return f" <b>{esc(capitalized(listing(named)))}</b> {esc(fr(f'{verb} aucun acteur recensé : {messages.A_VERIFIER}.'))}"


def _size(territory: Territory) -> tuple[str, str]:
    year = territory.population_millesime or NON_PRECISE
    return number(
        territory.population
    ), f"habitants, population légale {year}" if territory.population is not None else "habitants"


def _figures(size: tuple[str, str], territory: Territory, seen: Portrait) -> str:
    figures = [size]
    if seen.communes > 1:
        figures.append((f"{number(seen.communes_avec)} sur {number(seen.communes)}", "communes avec un acteur recensé"))
    else:
        figures.append((_density(territory.density), "habitants au km²"))
    figures.append((number(seen.insertion) if seen.insertion else "aucune", messages.structures_insertion(seen.insertion)))
    if seen.total:
        figures.append((percent(seen.familles["a_preciser"], seen.total), "des familles juridiques restent à préciser"))
    return _keys(figures)


def _keys(figures: list[tuple[str, str]]) -> str:
    items = "".join(f"<div><dt>{esc(words)}</dt><dd>{esc(value)}</dd></div>" for value, words in figures)
    return f'<dl class="cles">{items}</dl>'


def _density(people: float | None) -> str:
    """Write a density; where somebody lives it is never shown as 0."""
    return "moins de 1" if people is not None and 0 < people < 1 else number(people)
