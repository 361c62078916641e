"""The sheet of a case, made to be printed: what the source says, what it does not say, and apart from it what we added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.cases.lists import BORNES, CIRCONSTANCES, ROLES
from ess_map.cases.matching.levers import levers_of_case
from ess_map.errors import EssMapError
from ess_map.territories.model import FRANCE
from ess_map.typography import NON_PRECISE, fr, number
from ess_map.ui import case_messages as messages
from ess_map.ui.cases_state import address
from ess_map.ui.components import case_cards, case_words, roadmap_button
from ess_map.ui.markup import esc, link
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ess_map.cases.facts import Dated, Figure
    from ess_map.cases.matching.model import Match
    from ess_map.cases.model import Case
    from ess_map.planning.roadmap import Action, Roadmap
    from ess_map.ui.cases_state import Options
    from ess_map.ui.selection_state import Choice

_LONG_CODE = 20
"""Letters from which a code is a list of communes, which is not shown."""
_MONTHS = (
    "",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def show(choice: Choice, known: Options, case: Case, match: Match | None, roadmap: Roadmap | None) -> None:
    """Draw the sheet; `match` is how it answers the territory, None when it was not matched."""
    back = link(f"← {messages.RETOUR}", "cas", address(choice, known, cas=(), tout=False))
    st.html(f'<p class="surtitre retour">{back}</p><h1 class="titre moyen"><span>{esc(case.nom)}</span></h1>')
    with st.container(key="cas"), st.container(key="fiche_cas"):
        st.html(
            f'<p class="chapo">{esc(case.titre)}</p><p class="note">{esc(case_words.where(case))}</p>'
            f"{case_words.themes(case.themes)}{_why(match)}"
        )
        left, right = st.columns([1.6, 1], gap="large")
        with left:
            st.html(_told(case) + _figures(case.chiffres))
        with right:
            st.html(_identity(case) + _silences(case))
        st.html(_levers(choice, known, case) + _origin(case) + _added(case))
    with st.container(key="boutons_cas", horizontal=True, gap="small", vertical_alignment="center"):
        roadmap_button.show(choice, case.id, lambda: _action(case, match, known), roadmap, strong=True)
        st.html(f'<button type="button" class="bouton" data-imprimer>{messages.IMPRIMER}</button>', width="content")


def _action(case: Case, match: Match | None, known: Options) -> Action:
    mine = [lever.levier.id for lever in match.leviers if lever.peut] if match is not None else list(case.leviers)
    title = f"S’inspirer de {case.nom} : {case.titre[:1].lower()}{case.titre[1:]}"
    return roadmap_button.new_action(title, cas=[case.id], leviers=mine, besoin=known.besoin or case.besoin.themes[0])


def _why(match: Match | None) -> str:
    if match is None:
        return ""
    why = case_words.lines(messages.POURQUOI, match.raisons, "✓")
    differs = case_words.lines(messages.DIFFERE, match.differences, "≠")
    moves = case_words.lines(messages.TRANSPOSABLE, match.transposable, "→")
    carried = f'<p class="note suite">{esc(match.porteurs.phrase)}</p>' if match.porteurs is not None else ""
    return f'<div class="voile"><div class="deux">{why}{differs}</div>{moves}{carried}</div>'


def _told(case: Case) -> str:
    actions = "".join(f"<li>{esc(sentence)}</li>" for sentence in case.actions)
    dates = "".join(f"<li>{esc(_dated(one))}</li>" for one in case.dates)
    return (
        f'<h2 class="inter">Le besoin</h2><p class="texte">{esc(case.besoin.phrase)}</p>'
        f'<h2 class="inter">Ce qui a été fait</h2><ul class="texte">{actions}</ul>'
        + (f'<h2 class="inter">Les dates</h2><ul class="texte">{dates}</ul>' if dates else "")
    )


def _dated(one: Dated) -> str:
    when = f"{_MONTHS[one.mois]} {one.annee}" if one.mois else str(one.annee)
    return fr(f"{when}{f' à {one.jusqu_a}' if one.jusqu_a else ''} : {one.quoi}")


def _figures(figures: Sequence[Figure]) -> str:
    if not figures:
        return ""
    rows = "".join(
        f'<tr><td>{esc(one.objet)}</td><td class="n">{esc(_value(one))}</td><td data-nom="Année">{one.annee or NON_PRECISE}</td></tr>'
        for one in figures
    )
    head = '<th scope="col">Ce qui est compté</th><th scope="col" class="n">Valeur</th><th scope="col">Année</th>'
    return f'<h2 class="inter">Les chiffres</h2><table class="simple empile"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _value(one: Figure) -> str:
    exact = number(one.valeur, 0 if one.valeur.is_integer() else 2).rstrip("0" if not one.valeur.is_integer() else "")
    return fr(f"{BORNES[one.borne]} {exact} {one.unite}".strip())


def _identity(case: Case) -> str:
    facts = [
        ("Numéro", case.id),
        ("Échelle, forme, année", case_words.facts(case)),
        ("Porté par", esc(case.porteur or NON_PRECISE)),
        ("Avec", esc(", ".join(case.partenaires)) or NON_PRECISE),
    ]
    if case.circonstances:
        facts.append(("Circonstances", esc(", ".join(CIRCONSTANCES[code] for code in case.circonstances))))
    return f'<div class="source"><h3>Repères</h3><dl>{_pairs(facts)}</dl></div>'


def _pairs(facts: Iterable[tuple[str, str]]) -> str:
    return "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts)


def _silences(case: Case) -> str:
    items = "".join(f"<li>{esc(sentence)}</li>" for sentence in case.non_precise)
    return f'<h3 class="groupe">Ce que la source ne dit pas</h3><ul class="texte">{items}</ul>'


def _levers(choice: Choice, known: Options, case: Case) -> str:
    library = resources().library
    levers = levers_of_case(case, choice.selection.territoire or FRANCE, library, {})
    if not levers:
        return f'<h2 class="inter">{messages.LEVIERS_EMPLOYES}</h2><p class="note">{messages.SANS_LEVIER}</p>'
    rows = "".join(
        f"<li>{case_cards.lever_link(choice, known, lever)}<span>{case_words.powers(lever.pouvoirs)}</span>"
        f'<span class="note">{esc(lever.phrase)}</span></li>'
        for lever in levers
    )
    return f'<h2 class="inter">{messages.LEVIERS_EMPLOYES}</h2><ul class="leviers">{rows}</ul>'


def _origin(case: Case) -> str:
    documents = resources().library.corpus.documents
    items = []
    for name in case.sources:
        document = documents[name.partition("/")[0]]
        when = document.date or f"date {NON_PRECISE}e"
        items.append(f"<li>{esc(case_words.reference(name))}. {esc(document.producteur or NON_PRECISE)}, {esc(when)}.</li>")
    links = "".join(
        f'<li>{esc(one.quoi)} : <a class="lien" href="{esc(one.url)}" target="_blank" rel="noopener noreferrer">'
        f'{esc(one.url.removeprefix("https://").rstrip("/"), 80)}<span class="sr"> (nouvel onglet)</span></a></li>'
        for one in case.liens
    )
    return f'<h2 class="inter">Sources</h2><ul class="texte">{"".join(items)}{links}</ul>'


def _added(case: Case) -> str:
    """Say what the source does not: which territories of the atlas, their population with its year, facts found elsewhere."""
    atlas = resources().atlas
    roles = {place.nom: ROLES[place.role] for place in case.lieux}
    items = []
    for placed, told in zip(resources().library.places[case.id], case.deduit.territoires, strict=False):
        territory = atlas.get(placed.ref)
        people = f"{number(territory.population)} habitants" if territory.population is not None else f"population {NON_PRECISE}e"
        note = f" {told.note}" if told.note else ""
        code = str(placed.ref) if len(placed.ref.code) < _LONG_CODE else "territoire composé"
        items.append(f"{placed.lieu} ({roles[placed.lieu]}) : {territory.nom}, {code}, {people}.{note}")
    items += [f"{fact.fait} ({fact.origine})" for fact in case.deduit.faits]
    if not items:
        return ""
    rows = "".join(f"<li>{esc(fr(item))}</li>" for item in items)
    return (
        '<h2 class="inter">Ce que nous avons ajouté</h2><p class="note">Absent de la source : les territoires d’Atlas ESS '
        f'({esc(_populations())}) et ce qui a été trouvé ailleurs.</p><ul class="texte">{rows}</ul>'
    )


def _populations() -> str:
    """Say of which year the populations are, as their identity card does."""
    try:
        card = resources().cards["populations_2023"]
    except (EssMapError, KeyError):
        return f"population municipale, année {NON_PRECISE}e"
    return fr(f"population municipale de {card.millesime}, {card.producteur} ; 2017 à Mayotte")
