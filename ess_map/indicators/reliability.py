"""How far a value can be trusted at its scale: one written rule a kind of figure, applied to each value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.indicators.model import Fiabilite
from ess_map.territories.model import Niveau

if TYPE_CHECKING:
    from collections.abc import Callable

FEW_INHABITANTS = 2000
"""Under which a rate is fragile and its count is shown instead."""
FEW_ACTORS = 5
"""Under which a rate or a share of actors is shown as a count."""
ENOUGH_ACTORS = 20
"""From which the 95 % interval of a rate is narrower than about ± 45 %."""
_WIDE = frozenset({Niveau.DEPARTEMENT, Niveau.REGION, Niveau.FRANCE, Niveau.ZONE_EMPLOI})


@dataclass(frozen=True, slots=True)
class Scale:
    """What the trust in a value depends on."""

    niveau: Niveau
    population: float | None
    numerateur: float | None
    denominateur: float | None

    @property
    def few_people(self) -> bool:
        """Fewer than 2,000 inhabitants, or a population that is not known."""
        return self.population is None or self.population < FEW_INHABITANTS


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of reliability, in French words and as a function."""

    texte: str
    appreciate: Callable[[Scale], Fiabilite]


def _register_rate(scale: Scale) -> Fiabilite:
    few = scale.few_people or scale.numerateur is None or scale.numerateur < ENOUGH_ACTORS
    return Fiabilite.FAIBLE if few else Fiabilite.MOYENNE


def _register_share(scale: Scale) -> Fiabilite:
    few = scale.few_people or scale.denominateur is None or scale.denominateur < ENOUGH_ACTORS
    return Fiabilite.FAIBLE if few else Fiabilite.MOYENNE


def _by_people(scale: Scale) -> Fiabilite:
    return Fiabilite.FAIBLE if scale.few_people else Fiabilite.BONNE


def _by_people_at_most_medium(scale: Scale) -> Fiabilite:
    return Fiabilite.FAIBLE if scale.few_people else Fiabilite.MOYENNE


def _flores(scale: Scale) -> Fiabilite:
    if scale.niveau in _WIDE:
        return Fiabilite.BONNE
    return Fiabilite.FAIBLE if scale.niveau is Niveau.COMMUNE else Fiabilite.MOYENNE


REGISTRE_TAUX = Rule(
    "Jamais bonne : le registre est partiel et ses sources ont plusieurs années. Moyenne à partir de 2 000 habitants et de 20 acteurs "
    "comptés, faible en dessous.",
    _register_rate,
)
REGISTRE_PART = Rule(
    "Jamais bonne : le registre est partiel. Moyenne à partir de 2 000 habitants et de 20 acteurs dans le total, faible en dessous.",
    _register_share,
)
COUVERTURE = Rule(
    "Jamais bonne : l’absence au registre n’est pas l’absence sur le terrain, et toute la population d’une commune est comptée en un "
    "point. Moyenne à partir de 2 000 habitants, faible en dessous.",
    _by_people_at_most_medium,
)
REGISTRE_COMPTE = Rule("Moyenne : le compte est exact, le registre est partiel.", lambda _: Fiabilite.MOYENNE)
QUALITE = Rule("Bonne : le registre parle de lui-même.", lambda _: Fiabilite.BONNE)
POPULATION = Rule("Bonne : populations légales de l’Insee.", lambda _: Fiabilite.BONNE)
RECENSEMENT = Rule(
    "Bonne à partir de 2 000 habitants ; faible en dessous, où quelques réponses changent le taux.",
    _by_people,
)
PUBLIE = Rule(
    "Bonne : valeur publiée par l’Insee à cette échelle, masquée là où elle ne serait pas sûre.", lambda _: Fiabilite.BONNE
)
LISTE = Rule("Bonne : liste officielle à sa date ; elle a pu être révisée depuis.", lambda _: Fiabilite.BONNE)
MESURE = Rule("Bonne pour une distance à vol d’oiseau entre deux points.", lambda _: Fiabilite.BONNE)
CLAP = Rule("Faible : la source est exhaustive, mais le chiffre date de 2014.", lambda _: Fiabilite.FAIBLE)
FLORES = Rule(
    "Bonne au département, à la région, en zone d’emploi et en France ; moyenne pour un autre groupe de communes ; faible à la commune, "
    "où le producteur ne garantit pas la cohérence.",
    _flores,
)
