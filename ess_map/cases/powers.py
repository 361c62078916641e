"""What the law and the documents say of who may act, as written in the reference tables and in the levers."""

from __future__ import annotations

from ess_map.cases.fields import Card, Code, DistinctSome, EchelonField, Phrase, Reference, StatutField
from ess_map.cases.lists import Echelon, Statut


class LegalText(Card):
    """A law or rule that the documents cite."""

    titre: Phrase
    date: Phrase
    """Date as the document gives it."""
    objet: Phrase
    """What it changes for a collectivity, in a sentence."""
    source: Reference
    deduit: Phrase | None = None
    """Number and full date, which the documents do not give."""


class Power(Card):
    """Whether one kind of collectivity may act, and on what ground."""

    statut: StatutField
    texte: Code | None = None
    """Law that grounds it, in `data/corpus/textes.yaml`."""
    condition: Phrase | None = None
    source: Reference | None = None
    """Document that says it; None only when the status is « à préciser »."""


UNKNOWN_POWER = Power(statut=Statut.A_PRECISER)


class Powers(Card):
    """One power for each kind of collectivity."""

    commune: Power = UNKNOWN_POWER
    epci: Power = UNKNOWN_POWER
    departement: Power = UNKNOWN_POWER
    region: Power = UNKNOWN_POWER

    def of(self, echelon: Echelon) -> Power:
        """Give the power of one kind of collectivity."""
        power: Power = getattr(self, echelon.value)
        return power


class PowersChange(Card):
    """Powers that replace those of a rule; None keeps the rule."""

    commune: Power | None = None
    epci: Power | None = None
    departement: Power | None = None
    region: Power | None = None

    def applied_to(self, powers: Powers) -> Powers:
        """Give the powers of a lever: its own where it has one, the rule elsewhere."""
        own = {echelon.value: power for echelon in Echelon if (power := getattr(self, echelon.value)) is not None}
        return powers.model_copy(update=own)


class CompetenceRule(Card):
    """A ground shared by several levers."""

    titre: Phrase
    qui_peut_agir: Powers


class ParticularCollectivity(Card):
    """A territory whose one collectivity acts at several levels. Not in the documents: the law alone."""

    ref: str
    nom: Phrase
    echelons: DistinctSome[EchelonField]
    texte: Phrase
