"""What matching is asked, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.cases.lists import Statut
from ess_map.indicators.reach import DEFAULT_KM

if TYPE_CHECKING:
    from ess_map.cases.lever import Lever
    from ess_map.cases.lists import Echelon
    from ess_map.cases.matching.carriers import Carriers
    from ess_map.cases.matching.profile import Profile
    from ess_map.cases.model import Case
    from ess_map.cases.powers import Power
    from ess_map.indicators.gaps import Ecart


CERTAIN = frozenset({Statut.OUI, Statut.OBLIGATOIRE, Statut.EXCLUSIF})
"""What lets a level act by itself."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """A need that people say, in a workshop or at the keyboard."""

    theme: str
    """Code of the theme, "" when only words are given."""
    texte: str = ""
    """Their own words; "" when only a theme is given."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of matching: nothing else is looked at."""

    profil: Profile
    ecarts: tuple[Ecart, ...] = ()
    """What stands out, strengths and gaps, as `indicators.gaps.gaps_for` gives it."""
    exprimes: tuple[Voiced, ...] = ()
    theme: str = ""
    """The one theme asked; "" leaves the measured gaps and the voiced needs speak."""
    levier: str = ""
    """The one lever asked: only the cases that show it are looked at."""
    porteurs: Carriers | None = None
    """Actors of the territory; None where they were not looked for."""
    distance_km: int = DEFAULT_KM
    """Distance beyond which gaps of coverage call an actor far."""


@dataclass(frozen=True, slots=True)
class Need:
    """A need that counts, and why."""

    theme: str
    levier: str
    poids: float
    """From 0 to 1; the strongest is 1."""
    origines: tuple[str, ...]
    """French sentences: the measured gap, what was voiced, what was chosen."""
    ecarts: tuple[Ecart, ...] = ()
    """Measured gaps behind it, the largest first."""
    texte: str = ""
    """Words in which it was voiced."""
    cas: int = 0
    """Located cases that answer it, those of the territory itself aside."""

    @property
    def mesure(self) -> bool:
        """Whether a measured gap is behind it."""
        return bool(self.ecarts)


@dataclass(frozen=True, slots=True)
class Criterion:
    """How a case stands on one criterion."""

    id: str
    libelle: str
    poids: float
    part: float | None
    """From 0 to 1; None when one of the two sides is unknown."""
    raison: str = ""
    """What speaks for the case, in French; "" for nothing."""
    difference: str = ""
    """What differs here, in French; "" for nothing."""


@dataclass(frozen=True, slots=True)
class LeverToPull:
    """A lever, and what this territory may do with it."""

    levier: Lever
    pouvoirs: tuple[tuple[Echelon, Power], ...]
    """One for each kind of collectivity that the territory is; those of its members when it is none (`par_membres`)."""
    par_membres: bool
    """Whether the territory is not a collectivity: its communes and intercommunalités act."""
    peut: bool | None
    """True when it, or its members, may act; None when no document says so."""
    phrase: str
    """« Commune : peut agir (loi NOTRe)… »."""
    du_cas: bool
    """Whether the case shows it; False for one added because it serves the same need."""

    @property
    def certain(self) -> bool:
        """Whether it may be pulled without an agreement or a delegation."""
        return any(power.statut in CERTAIN for _, power in self.pouvoirs)


@dataclass(frozen=True, slots=True)
class CarrierGroup:
    """Actors of the territory who could carry the like."""

    phrase: str
    """French sentence: how many, on what ground, and that a register is not the ground."""
    lignes: tuple[int, ...]
    """Rows of the register, in alphabetical order."""


@dataclass(frozen=True, slots=True)
class Match:
    """A case that answers, and everything that made it answer."""

    cas: Case
    score: float
    """From 0 to 1: orders the list, is never shown as a mark."""
    criteres: tuple[Criterion, ...]
    besoin: Need
    pourquoi: str
    """One French sentence: the need with its measured gap, then what brings the two territories near."""
    raisons: tuple[str, ...]
    differences: tuple[str, ...]
    transposable: tuple[str, ...]
    """What would carry over here, and what it would take."""
    leviers: tuple[LeverToPull, ...]
    porteurs: CarrierGroup | None


@dataclass(frozen=True, slots=True)
class Matching:
    """The whole answer for a territory."""

    profil: Profile
    besoins: tuple[Need, ...]
    """Needs that counted, the strongest first."""
    cas: tuple[Match, ...]
    """The best first; empty when matching abstains."""
    ici: tuple[Case, ...]
    """Cases that answer and are already those of the territory, or of one that holds it: known here, hence not ranked."""
    abstention: str | None
    """French sentence that says why nothing is proposed; None when something is."""
    leviers: tuple[LeverToPull, ...]
    """Levers for these needs, whatever the cases; those that the territory may pull first."""
    dispositifs: tuple[Case, ...]
    """Schemes without a place that answer; where each works is on its card, or « non précisé »."""
    notices: tuple[str, ...]
    """French sentences that go with the answer: needs without a case, who may act."""
