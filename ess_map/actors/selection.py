"""What a visitor chose, and its address: every page shares one frozen `Selection`, so every view has an address."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ess_map.actors import model, references
from ess_map.actors.names import clean
from ess_map.actors.zone import Circle, Polygon, Zone, parse_zone
from ess_map.errors import UnknownTerritoryError
from ess_map.territories.model import Niveau, TerritoryRef
from ess_map.typography import capitalized

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ess_map.actors.register import Register
    from ess_map.territories.atlas import Atlas

__all__ = [
    "FACETS",
    "MAX_NAME",
    "MAX_QUERY",
    "PARAMETERS",
    "Circle",
    "Polygon",
    "Selection",
    "Zone",
    "facet_values",
    "ignored",
    "parse",
]

MAX_QUERY = 100
MAX_NAME = 80
_SHOWN = 40

Vue = Literal["carte", "liste"]

FACETS: dict[str, str] = {
    "famille": "familles",
    "theme": "themes",
    "type": "types",
    "label": "labels",
    "effectif": "effectifs",
    "source": "sources",
    "zonage": "zonages",
}
"""Facet, which is also the name of its parameter -> field of the selection."""

PARAMETERS = ("territoire", "nom", "reference", *FACETS, "q", "acteur", "vue", "projection", "complement", "zone")


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything chosen. Lists are sorted, free text is cleaned and cut: equal choices are equal objects and one address."""

    territoire: TerritoryRef | None = None
    reference: str = ""
    """What it is compared with, as `references.parse` writes it (territories, « comparables »); empty for the default one."""
    familles: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    effectifs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    zonages: tuple[str, ...] = ()
    q: str = ""
    """Free text, at most 100 characters."""
    acteur: str = ""
    """`identifiant` of the actor whose sheet is open."""
    vue: Vue = "carte"
    projection: bool = False
    complement: bool = False
    """Show the complementary register too (marked « à vérifier »)."""
    zone: Zone | None = None
    nom: str = ""
    """Name given to a composed territory, at most 80 characters; empty for any other."""

    def __post_init__(self) -> None:
        for field in FACETS.values():
            object.__setattr__(self, field, tuple(sorted(set(getattr(self, field)))))
        object.__setattr__(self, "q", clean(self.q)[:MAX_QUERY].strip())
        composed = self.territoire is not None and self.territoire.niveau is Niveau.COMPOSE
        object.__setattr__(self, "nom", clean(self.nom)[:MAX_NAME].strip() if composed else "")

    def params(self) -> dict[str, str]:
        """Give the parameters of the address: only what differs from the default, in a fixed order."""
        values = {
            "territoire": "" if self.territoire is None else str(self.territoire),
            "nom": self.nom,
            "reference": self.reference,
            **{facet: ",".join(getattr(self, field)) for facet, field in FACETS.items()},
            "q": self.q,
            "acteur": self.acteur,
            "vue": "" if self.vue == "carte" else self.vue,
            "projection": "1" if self.projection else "",
            "complement": "1" if self.complement else "",
            "zone": "" if self.zone is None else str(self.zone),
        }
        return {name: value for name, value in values.items() if value}


def facet_values(register: Register) -> dict[str, tuple[str, ...]]:
    """Give the closed list of every facet, in the order of the screens."""
    return _facets(register.sources)


def _facets(sources: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {
        "famille": tuple(model.FAMILLES),
        "theme": tuple(model.THEMES),
        "type": tuple(model.TYPES),
        "label": tuple(model.LABELS),
        "effectif": tuple(model.EFFECTIFS),
        "source": sources,
        "zonage": tuple(model.ZONAGES),
    }


def parse(params: Mapping[str, str], atlas: Atlas, register: Register | None) -> tuple[Selection, tuple[str, ...]]:
    """
    Read an address against closed lists. Never raises: what is not understood is ignored, and said.

    Parameters
    ----------
    params
        Parameter -> text; lists are comma separated. Parameters of others (tracking, Streamlit) are left alone.
    atlas, register
        What exists: territories, sources and actors. Without a register nobody knows what exists: the sources and the actor
        asked for are kept as they are written, for the day it is back.

    Returns
    -------
    selection, notices
        French sentences, one for each thing ignored or replaced; `parse(selection.params())` gives them back unchanged.
    """
    notices = _near_misses(params)
    territoire = _territory("territoire", params.get("territoire", ""), atlas, notices)
    compared = _references(params.get("reference", ""), atlas, notices)
    allowed = _closed(params, register)
    lists = {field: _list(facet, params.get(facet, ""), allowed[facet], notices) for facet, field in FACETS.items()}
    selection = Selection(
        territoire=territoire,
        reference=references.join(compared),
        **lists,
        q=_cut("q", params.get("q", ""), MAX_QUERY, notices),
        acteur=_actor(params.get("acteur", ""), register, notices),
        vue="liste" if _one("vue", params.get("vue", ""), ("carte", "liste"), notices) == "liste" else "carte",
        projection=_one("projection", params.get("projection", ""), ("0", "1"), notices) == "1",
        complement=_one("complement", params.get("complement", ""), ("0", "1"), notices) == "1",
        zone=_zone(params.get("zone", ""), notices),
        nom=_cut("nom", params.get("nom", ""), MAX_NAME, notices),
    )
    return selection, tuple(notices)


def _closed(params: Mapping[str, str], register: Register | None) -> dict[str, tuple[str, ...]]:
    if register is not None:
        return facet_values(register)
    return _facets(tuple(part.strip() for part in params.get("source", "").split(",")))


def _quoted(text: str) -> str:
    shown = clean(text)
    return f"«\u00a0{shown[:_SHOWN]}…\u00a0»" if len(shown) > _SHOWN else f"«\u00a0{shown}\u00a0»"


def ignored(name: str, value: str) -> str:
    """Say that a value of the address means nothing; it is quoted as it was written, cleaned and cut."""
    return f"Un filtre de cette adresse n’existe pas\u00a0: il a été ignoré ({name}\u00a0: {_quoted(value)})."


def _near_misses(params: Mapping[str, str]) -> list[str]:
    notices = []
    for name in params:
        near = [] if name in PARAMETERS else difflib.get_close_matches(name[:_SHOWN], PARAMETERS, n=1, cutoff=0.8)
        notices += [
            f"Le paramètre {_quoted(name)} n’existe pas\u00a0: il a été ignoré (peut-être «\u00a0{near[0]}\u00a0»\u202f?)."
            for _ in near
        ]
    return notices


def _territory(name: str, text: str, atlas: Atlas, notices: list[str]) -> TerritoryRef | None:
    asked = clean(text)
    if not asked:
        return None
    try:
        ref, said = (found := atlas.asked(asked)).ref, found.notices
    except UnknownTerritoryError as error:
        what = "Le territoire de comparaison (référence)" if name == "reference" else "Le territoire"
        why = capitalized(error.reason)
        notices.append(f"{what} de cette adresse n’existe pas\u00a0: il a été ignoré ({name}\u00a0: {_quoted(asked)}). {why}")
        return None
    if ref.niveau is Niveau.COMPOSE:
        own = atlas.get(ref).notices
        notices += [sentence for sentence in said if sentence not in own]
    elif str(ref) != asked.lower() and str(ref) != asked:
        notices += said[:1] or [f"{_quoted(asked)} mène à {atlas.get(ref).nom} ({ref})."]
    return ref


def _references(text: str, atlas: Atlas, notices: list[str]) -> list[str]:
    asked = references.split(text)
    if len(asked) > references.MOST:
        notices.append(f"On compare à {references.MOST}\u00a0références au plus\u00a0: les suivantes ont été ignorées.")
    return [_reference(piece, atlas, notices) for piece in asked[: references.MOST]]


def _reference(text: str, atlas: Atlas, notices: list[str]) -> str:
    if text == references.COMPARABLES:
        return text
    ref = _territory("reference", text, atlas, notices)
    return "" if ref is None else str(ref)


def _list(facet: str, text: str, allowed: Collection[str], notices: list[str]) -> tuple[str, ...]:
    asked = [part.strip() for part in text.split(",") if part.strip()]
    notices += [ignored(facet, part) for part in dict.fromkeys(asked) if part not in allowed][:5]
    return tuple(part for part in asked if part in allowed)


def _one(name: str, text: str, allowed: tuple[str, ...], notices: list[str]) -> str:
    asked = text.strip()
    if asked and asked not in allowed:
        notices.append(ignored(name, asked))
        return ""
    return asked


def _cut(name: str, text: str, limit: int, notices: list[str]) -> str:
    cleaned = clean(text)
    if len(cleaned) > limit:
        notices.append(f"Le texte de «\u00a0{name}\u00a0» a été coupé à {limit}\u00a0caractères.")
    return cleaned[:limit]


def _actor(text: str, register: Register | None, notices: list[str]) -> str:
    asked = text.strip()
    if asked and register is not None and register.row_of(asked) is None:
        notices.append(f"L’acteur de cette adresse n’est pas dans le registre\u00a0: il a été ignoré ({_quoted(asked)}).")
        return ""
    return asked


def _zone(text: str, notices: list[str]) -> Zone | None:
    zone = parse_zone(text.strip())
    if zone is None and text.strip():
        notices.append(f"La zone dessinée de cette adresse est illisible\u00a0: elle a été ignorée ({_quoted(text)}).")
    return zone
