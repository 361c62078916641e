"""Page Données: what the register is worth, what became of every line read, and the identity card of each source."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors import account
from ess_map.actors.admission import ALERTES, REJETS
from ess_map.typography import NON_PRECISE, count, fr, listing, month, number
from ess_map.ui import data_messages, messages
from ess_map.ui.boundary import boundary
from ess_map.ui.components import contents, overview, quality_panel
from ess_map.ui.components.register_words import known_cards
from ess_map.ui.markup import esc, link
from ess_map.ui.selection_state import current
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ess_map.actors.account import SourceAccount
    from ess_map.actors.cards import SourceCard


PARTS = {
    "fil_qualite": data_messages.QUALITE,
    "fil_bilan": data_messages.BILAN,
    "fil_ajouter": data_messages.AJOUTER_TITRE,
    "fil_sources": data_messages.SOURCES,
}
"""Container of a part of the page -> its title, in order."""


def show() -> None:
    """Draw the page; each part stands alone."""
    with boundary():
        overview.bar("donnees")
    st.html(f'<h1 class="titre moyen">{messages.PAGES["donnees"]}</h1>')
    with boundary():
        accounts = account.load(resources().settings.data_dir)
        st.html(f'<p class="chapo">{esc(lead(accounts))}</p><p class="texte">{esc(kinds(accounts, known_cards()))}</p>')
    contents.show("donnees", PARTS)
    with boundary(), st.container(key="fil_qualite"):
        quality_panel.show()
    with boundary(), st.container(key="fil_bilan"):
        _balance(account.load(resources().settings.data_dir))
    with boundary(), st.container(key="fil_ajouter"):
        _completing()
    with boundary(), st.container(key="fil_sources"):
        _cards()


def lead(accounts: Mapping[str, SourceAccount]) -> str:
    """Say in one sentence what was read and what became of it."""
    read, merged = sum(one.lus for one in accounts.values()), sum(one.fusionnes for one in accounts.values())
    kept = sum(one.retenus for one in accounts.values())
    refused = sum(sum(one.rejetes.values()) for one in accounts.values())
    return fr(
        f"{count(read, 'ligne lue', 'lignes lues')} dans {count(len(accounts), 'liste publique', 'listes publiques')} : "
        f"{count(kept, 'retenue', 'retenues')}, {count(merged, 'réunie', 'réunies')} à un acteur déjà connu, {count(refused, 'écartée', 'écartées')} avec leur raison. Rien n’est perdu en silence."
    )


def kinds(accounts: Mapping[str, SourceAccount], cards: Mapping[str, SourceCard]) -> str:
    """Say which of these lists make the register, so that its count is found again; empty when no card can be read."""
    if not accounts.keys() <= cards.keys():
        return ""
    lists, kept = Counter[str](), Counter[str]()
    for name, one in accounts.items():
        lists[cards[name].registre] += 1
        kept[cards[name].registre] += one.retenus
    parts = [
        f"{count(lists['principal'], 'fait', 'font')} le registre ({count(kept['principal'], 'acteur')})",
        f"{count(lists['complement'], 'est à vérifier', 'sont à vérifier')}, comptée à part ({count(kept['complement'], 'association')})",
        f"{count(lists['enrichissement'], 'n’ajoute', 'n’ajoutent')} aucun acteur et complètent ceux des autres",
    ]
    return fr(f"De ces listes, {listing(parts)}.")


def _balance(accounts: Mapping[str, SourceAccount]) -> None:
    cards = resources().cards
    titles = ("Lues", "Retenues", "Réunies", "Écartées")
    rows = "".join(
        f'<tr><th scope="row">{esc(cards[name].titre if name in cards else name)}</th>'
        + "".join(f'<td class="n" data-nom="{title}">{number(n)}</td>' for title, n in zip(titles, _lines(one), strict=True))
        + f"<td>{_reasons(one)}</td></tr>"
        for name, one in accounts.items()
    )
    head = '<th scope="col">Liste</th>' + "".join(f'<th scope="col" class="n">{title}</th>' for title in titles)
    st.html(
        f'<h2 class="inter">{data_messages.BILAN}</h2><p class="note">{esc(data_messages.BILAN_NOTE)}</p><div class="large">'
        f'<table class="simple empile"><thead><tr>{head}<th scope="col">{data_messages.POURQUOI}</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _lines(one: SourceAccount) -> tuple[int, ...]:
    return one.lus, one.retenus, one.fusionnes, sum(one.rejetes.values())


def reasons(one: SourceAccount) -> str:
    """Say why lines were refused, then what was mended in those kept."""
    refused = [f"{REJETS.get(reason, reason)} ({number(lines)})" for reason, lines in _most(one.rejetes)]
    mended = [f"{ALERTES.get(reason, reason)} ({number(lines)})" for reason, lines in _most(one.avertis)]
    parts = [f"Écartées : {', '.join(refused)}."] if refused else []
    parts += [f"Gardées, avec réserve : {', '.join(mended)}."] if mended else []
    return fr(" ".join(parts)) or "Rien à signaler."


def _reasons(one: SourceAccount) -> str:
    """Give the first reason at once, the others on demand."""
    most = _most(one.rejetes)
    if not most:
        return esc(reasons(one))
    reason, lines = most[0]
    first = fr(f"{REJETS.get(reason, reason)} : {number(lines)}")
    return f"<details><summary>{esc(first)}</summary>{esc(reasons(one))}</details>"


def _completing() -> None:
    params = current().territory_params() | {"complement": "1"}
    way = link(esc(messages.AJOUTER_COMPLEMENT), "carte", params, css="fleche")
    st.html(f'<h2 class="inter">{data_messages.AJOUTER_TITRE}</h2><p class="texte">{esc(data_messages.AJOUTER_TEXTE)}</p>{way}')


def _most(reasons_: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(((reason, lines) for reason, lines in reasons_.items() if lines), key=lambda pair: -pair[1])


def _cards() -> None:
    st.html(f'<h2 class="inter">{data_messages.SOURCES}</h2><p class="note">{esc(data_messages.SOURCES_NOTE)}</p>')
    groups = [
        ("principal", data_messages.SOURCES_REGISTRE),
        ("complement", data_messages.SOURCES_COMPLEMENT),
        ("", data_messages.SOURCES_AUTRES),
    ]
    for registre, title in groups:
        cards = [card for card in resources().cards.values() if _group(card) == registre]
        if not cards:
            continue
        st.html(f'<p class="groupe">{esc(title)}</p>')
        st.html(f'<div class="cartes larges">{"".join(card_html(card) for card in cards)}</div>')


def _group(card: SourceCard) -> str:
    return card.registre if card.registre in ("principal", "complement") else ""


def card_html(card: SourceCard) -> str:
    """Draw the identity card of a source; what is unknown is said."""
    facts = [
        ("Producteur", esc(card.producteur)),
        ("Licence", esc(card.licence)),
        ("Année", esc(month(card.millesime))),
        ("Couvre", esc(_covered(card))),
        ("Contient", esc(card.perimetre) or NON_PRECISE),
        ("Lignes", number(card.lignes) if card.lignes else NON_PRECISE),
        ("Relevée le", esc(month(card.releve_le))),
        ("Codes", esc(f"communes {card.cog}") if card.cog else ""),
        ("Adresse", _outside(card.url)),
    ]
    lines = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts if value)
    return f'<article class="voile source"><h3>{esc(card.titre)}</h3><dl>{lines}</dl></article>'


def _covered(card: SourceCard) -> str:
    atlas = resources().atlas
    return listing([fr(atlas.get(ref).nom) for ref in card.couverture]) or NON_PRECISE


def _outside(url: str) -> str:
    if not url.startswith("https://"):
        return esc(url)
    shown = url.removeprefix("https://").rstrip("/")
    return f'<a href="{esc(url)}" target="_blank" rel="noopener noreferrer">{esc(shown, 60)}<span class="sr"> (nouvel onglet)</span></a>'
