"""The library made ready for matching: where each case happened, and the words it uses; prepared once a process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from ess_map.cases.matching.profile import Profile
from ess_map.cases.matching.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ess_map.cases.library import Library
    from ess_map.cases.model import Case
    from ess_map.indicators.context import Context

PERIMETER = "perimetre"


@dataclass(frozen=True, slots=True)
class Ground:
    """A place of a case, seen as a territory."""

    role: str
    """`perimetre` or `siege`."""
    profil: Profile


@dataclass(frozen=True, eq=False, repr=False)
class Casebook:
    """The library, the ground of each located case, the words of all of them."""

    library: Library
    grounds: Mapping[str, tuple[Ground, ...]]
    words: Vocabulary

    @classmethod
    def of(cls, library: Library, context: Context) -> Self:
        """Read the profile of every place once; a place named by several cases is read once too."""
        profiles = {place.ref: Profile.of(context, place.ref) for places in library.places.values() for place in places}
        grounds = {
            name: tuple(Ground(place.role, profiles[place.ref]) for place in places) for name, places in library.places.items()
        }
        return cls(library, grounds, Vocabulary.of(library.cases))

    def perimeter(self, case: Case) -> tuple[Profile, ...]:
        """Give the territories of the action; where it is housed when the source names no perimeter."""
        grounds = self.grounds[case.id]
        return tuple(g.profil for g in grounds if g.role == PERIMETER) or tuple(g.profil for g in grounds)

    def beside(self, case: Case, profile: Profile) -> tuple[Profile, ...]:
        """Give the places of a case whose population may be put beside that of a territory: those of the same kind."""
        places = [*self.perimeter(case), *(ground.profil for ground in self.grounds[case.id])]
        return tuple(place for place in places if place.kind == profile.kind)

    def is_here(self, case: Case, profile: Profile) -> bool:
        """Whether a case is that of the territory itself, or of a place that holds the whole of it."""
        return any(profile.inside(ground.profil) for ground in self.grounds[case.id])
