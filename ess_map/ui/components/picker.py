"""The territory search box: suggestions while typing, Enter for a sure answer, and never a dead end."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

import streamlit as st

from ess_map.errors import UnknownTerritoryError
from ess_map.territories.model import Hit, Niveau, TerritoryRef
from ess_map.territories.names import normalise
from ess_map.typography import fr
from ess_map.ui import messages
from ess_map.ui.boundary import guarded
from ess_map.ui.components.place_words import describe
from ess_map.ui.markup import esc, link
from ess_map.ui.selection_state import current
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.actors.selection import Selection
    from ess_map.territories.atlas import Atlas

KEY = "territoire"
_SHOWN = "_territoire_nom"
_LONGEST = 16_000
"""Characters read of what is typed or pasted: two thousand codes of communes fit."""
LIMIT = 8
_STAYING = ("carte", "diagnostic", "cas", "leviers")
"""Pages on which another territory is looked at without leaving them."""
SEVERAL = fr("Plusieurs territoires répondent : choisissez dans la liste, avec les flèches puis Entrée, ou d’un clic.")
_PARTED, _KEPT = ("cas", "leviers"), ("besoin", "volet", "echelon", "axe")
"""Pages of which the part that is read stays the same for another territory, and the parameters that name it."""
_PASTED = re.compile(r"\s*[0-9][0-9AB][0-9]{3}(?:[\s,;|]+[0-9][0-9AB][0-9]{3})+[\s,;|]*", re.IGNORECASE)
_AS_IN_SCRIPTS = "!~*'()"
"""What `encodeURIComponent` leaves as it is, beside letters, digits and -_. (our attributes have double quotes)."""
_WRITTEN = re.compile(r"\s*[a-z_]+\s*:\s*\S.*", re.IGNORECASE)
_MOST_WORDS = 8
"""Words of a text that are tried when it answers nothing: a page pasted by mistake would be searched for seconds."""
_SHORTEST = 3
"""Letters under which a text that answers nothing is not shortened any more to find something near."""


def show(name: str, *, page: str, width: int | Literal["stretch"] = "stretch") -> None:
    """
    Draw the box.

    Parameters
    ----------
    name
        Territory chosen, whose name the box shows; empty without one.
    page
        Path of the page drawn.
    width
        Width of the box, pixels.
    """
    # Another territory, or another page, where Streamlit makes a new box that holds nothing.
    if st.session_state.get(_SHOWN) != (page, name) or KEY not in st.session_state:
        st.session_state[_SHOWN] = (page, name)
        st.session_state[KEY] = name
    with st.container(key="recherche", gap=None, width=width):
        _box(name, page if page in _STAYING else "")


@st.fragment
@guarded
def _box(name: str, page: str) -> None:
    typed = st.text_input(
        messages.TERRITOIRE,
        key=KEY,
        type="search",
        live="200ms",
        placeholder=messages.TERRITOIRE_EXEMPLE,
        help=messages.TERRITOIRE_AIDE,
    )
    text = (typed or "").strip()[:_LONGEST]
    if text == name:
        return
    with st.container(key="suggestions"):
        st.html(answer(text, page))


def answer(text: str, page: str) -> str:
    """Give the list of answers to what is typed, as HTML."""
    atlas, selection = resources().atlas, current().selection
    if not text:
        anywhere = _link(messages.FRANCE_ENTIERE, "Sans territoire choisi", page, replace(_moved(selection), territoire=None))
        return f'<div data-q=""><ul class="suggestions">{anywhere}</ul></div>'
    hits, advice = find(atlas, text)
    items = "".join(_item(atlas, hit, page, replace(_moved(selection), territoire=hit.ref)) for hit in hits)
    sure = "1" if not advice and certain(text, hits) else "0"
    told = f'<p class="conseil" role="status"{"" if advice else " hidden"}>{esc(advice or SEVERAL)}</p>'  # Enter shows it
    return f'<div data-q="{encoded(text)}" data-sur="{sure}">{told}<ul class="suggestions">{items}</ul></div>'


def encoded(text: str) -> str:
    """Encode what is typed as the page's script does: Streamlit drops an attribute that holds « </script »."""
    return quote(text, safe=_AS_IN_SCRIPTS)


def find(atlas: Atlas, text: str) -> tuple[list[Hit], str]:
    """Search, and say in French what to do when nothing answers; what is near is offered then."""
    if _PASTED.fullmatch(text) or _WRITTEN.fullmatch(text):
        try:
            found = atlas.asked(text if ":" in text else f"{Niveau.COMPOSE}:{text}")
            return [Hit(found.ref, found.nom, "", found.population, " ".join(found.notices[:1]), found.nature)], ""
        except UnknownTerritoryError as error:
            return [], fr(f"Territoire inconnu : {error.reason}")
    hits = atlas.search(text, limit=LIMIT)
    if hits:
        return hits, ""
    near = nearest(atlas, text)
    start = f"Aucun territoire ne répond à « {text[:40]} »."
    return near, fr(f"{start} {'Cherchiez-vous l’un de ceux-ci ?' if near else messages.CHOISIR}")


def nearest(atlas: Atlas, text: str) -> list[Hit]:
    """Shorten a text that answers nothing, word by word then letter by letter, until something answers."""
    words = text.split()[:_MOST_WORDS]
    shorter = [" ".join(words[:size]) for size in range(len(words) - 1, 0, -1)]
    shorter += [word for word in words[1:] if len(word) > _SHORTEST]
    shorter += [words[0][:size] for size in range(min(len(words[0]) - 1, 12), _SHORTEST - 1, -1)]
    return next((hits for part in shorter if (hits := atlas.search(part, limit=5))), [])


def certain(text: str, hits: list[Hit]) -> bool:
    """Tell whether the first answer is the only sensible one: alone, or the only one of its level with exactly this name."""
    if len(hits) == 1:
        return True
    wanted = normalise(text)
    same = [hit for hit in hits if normalise(hit.nom) == wanted]
    return bool(same) and same[0] is hits[0] and sum(hit.ref.niveau is same[0].ref.niveau for hit in same) == 1


def _moved(selection: Selection) -> Selection:
    """Keep the filters when the territory changes, but not what belongs to the place: the zone drawn, the actor, the name."""
    return replace(selection, zone=None, acteur="", nom="")


def _item(atlas: Atlas, hit: Hit, page: str, selection: Selection) -> str:
    # « nom… » only says what the bold name already shows.
    why = "" if not hit.pourquoi or hit.pourquoi.startswith("nom") else f" <mark>{esc(hit.pourquoi)}</mark>"
    return _link(fr(hit.nom), esc(describe(atlas, hit)) + why, page, selection)


def _link(name: str, detail_html: str, page: str, selection: Selection) -> str:
    text = f"<b>{esc(name)}</b><span>{detail_html}</span>"
    here = st.query_params.to_dict() if page in _PARTED else {}
    kept = {name: here[name] for name in _KEPT if here.get(name)}
    return f"<li>{link(text, page, selection.params() | kept)}</li>"


def reference_of(text: str) -> TerritoryRef | None:
    """Read the reference that a text is, None when it names nothing."""
    try:
        return resources().atlas.parse(text)
    except UnknownTerritoryError:
        return None
