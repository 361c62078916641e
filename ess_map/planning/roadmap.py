"""The roadmap of a territory: its actions, and what may be done to them. Pure: the clock and the numbers come from outside."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from ess_map.planning.store import Document
from ess_map.planning.text import SHORT, Long, Short, storable

SUBJECT = "feuille-de-route"
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
"""Days between which a deadline may be."""
MOST = 500
"""Actions of one roadmap."""
STATUTS: dict[str, str] = {"a_lancer": "à lancer", "en_cours": "en cours", "fait": "fait", "abandonne": "abandonné"}
"""Status of an action -> French words."""


class Partner(Document):
    """An actor of the register, by its identifier, with the name it had when it was chosen."""

    identifiant: Annotated[str, Field(max_length=80)]
    nom: Annotated[str, Field(max_length=400)]


class Action(Document):
    """One thing that will be done. Only its title is required; what is empty is « non précisé »."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{8,32}$")]
    titre: Annotated[str, Field(min_length=1, max_length=SHORT), BeforeValidator(storable)]
    leviers: tuple[str, ...] = ()
    cas: tuple[str, ...] = ()
    besoin: str = ""
    """Code of the theme it answers; "" for none."""
    pilote: Short = ""
    elu: Short = ""
    partenaires: tuple[Partner, ...] = ()
    autres_partenaires: Long = ""
    """Partners that are not in the register."""
    echeance: Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)] | None = None
    budget: Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)] | None = None
    """Euros; None is « non précisé », never 0."""
    indicateur: Short = ""
    """Identifier in the catalogue of indicators, or free words."""
    statut: Literal["a_lancer", "en_cours", "fait", "abandonne"] = "a_lancer"
    note: Long = ""
    creee: datetime
    modifiee: datetime


def _distinct(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    if len({action.id for action in actions}) < len(actions):
        raise ValueError("two actions have the same number")
    return actions


class Roadmap(Document):
    """The actions of one territory, in the order in which they were added."""

    format: Literal["atlas-ess/feuille-de-route/1"] = "atlas-ess/feuille-de-route/1"
    territoire: str
    nom: Annotated[str, Field(max_length=200)] = ""
    actions: Annotated[tuple[Action, ...], AfterValidator(_distinct)] = ()

    def get(self, action_id: str) -> Action | None:
        """Find an action."""
        return next((action for action in self.actions if action.id == action_id), None)


def added(roadmap: Roadmap, action: Action) -> Roadmap:
    """Add an action at the end; one that is there already, or one too many, changes nothing."""
    if roadmap.get(action.id) is not None or len(roadmap.actions) >= MOST:
        return roadmap
    return roadmap.model_copy(update={"actions": (*roadmap.actions, action)})


def replaced(roadmap: Roadmap, action: Action) -> Roadmap:
    """Put an action in the place of the one that has its number; one that is gone comes back at the end."""
    if roadmap.get(action.id) is None:
        return added(roadmap, action)
    return roadmap.model_copy(update={"actions": tuple(action if a.id == action.id else a for a in roadmap.actions)})


def removed(roadmap: Roadmap, action_id: str) -> Roadmap:
    """Take an action away."""
    return roadmap.model_copy(update={"actions": tuple(a for a in roadmap.actions if a.id != action_id)})


def merged(roadmap: Roadmap, other: Roadmap) -> Roadmap:
    """Bring in the actions of another file: new ones at the end, those known replaced when they were changed later."""
    for action in other.actions:
        known = roadmap.get(action.id)
        if known is None or action.modifiee > known.modifiee:
            roadmap = replaced(roadmap, action)
    return roadmap
