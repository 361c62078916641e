"""What the page of the diagnosis shows: frozen, below any screen, every figure with its source and its year."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ess_map.indicators.gaps import Ecart
    from ess_map.indicators.model import Chapitre, Fiabilite, Value, Verdict
    from ess_map.territories.model import TerritoryRef


class Role(StrEnum):
    """What a point of a reading line stands for."""

    TERRITOIRE = "territoire"
    REFERENCE = "reference"
    COMPARABLE = "comparable"
    EMPRUNT = "emprunt"
    """A value of a wider level, that does not transpose: a hollow ring, never highlighted."""
    MEDIANE = "mediane"


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a reading line."""

    role: Role
    territoire: str
    """`niveau:code`, "" for a median."""
    nom: str
    valeur: float
    texte: str
    """The value in French, without its unit."""


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One axis: comparables, territory, references, and the interval as a band."""

    points: tuple[Point, ...]
    """Comparables first, the territory last, so that it is drawn above."""
    bande: tuple[float, float] | None
    unite: str
    note: str
    """French sentence when the line counts fewer sources than the figure; its values then differ from it."""
    source: str
    millesime: str


@dataclass(frozen=True, slots=True)
class Table:
    """The table behind a figure: the equivalent of its line, and what is exported."""

    titre: str
    colonnes: tuple[str, ...]
    lignes: tuple[tuple[str | float | None, ...], ...]
    source: str
    millesime: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator card."""

    id: str
    titre: str
    modalite: str
    libelle_modalite: str
    """Label of the modality alone, for the bars of a block; "" without."""
    question: str
    nombre: str
    """What is read first: « 5,6 », « 12 », « Sans donnée », « Secret »."""
    unite: str
    verdict: Verdict | None
    signe: str
    """▲ ▼ ≈ ≠, or "" when nothing is compared: a sign beside the words, never instead of them."""
    verdict_mots: str
    """« Au-dessus de Ille-et-Vilaine »; "" when nothing is compared."""
    phrase: str
    """The whole reading: value, comparison, rank."""
    ligne: ReadingLine | None
    """None when there is nothing to draw: no value anywhere, or counts alone."""
    tableau: Table
    source: str
    source_courte: str
    """For a chip: « registre (8 listes), Insee »; the whole is in `source`."""
    millesime: str
    fiabilite: Fiabilite
    fiabilite_mots: str
    """« fiabilité moyenne ». """
    fiabilite_regle: str
    """Why, in a sentence."""
    definition: str
    avertissements: tuple[str, ...]
    valeur: Value


@dataclass(frozen=True, slots=True)
class Bloc:
    """One indicator of a chapter: a single figure, or one a modality (families, themes…) to be shown together."""

    indicateur: str
    titre: str
    question: str
    dimension: str
    """What the modalities are, "" for a single figure."""
    figures: tuple[Figure, ...]
    tableau: Table
    """All the figures in one table."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the portrait."""

    id: Chapitre
    titre: str
    blocs: tuple[Bloc, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the chapter."""
        return tuple(figure for bloc in self.blocs for figure in bloc.figures)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known of the territory that is not an indicator."""

    libelle: str
    texte: str
    source: str
    millesime: str


@dataclass(frozen=True, slots=True)
class ComparableCard:
    """A comparable territory and why it is one."""

    territoire: TerritoryRef
    nom: str
    distance: str
    raisons: tuple[str, ...]
    differences: tuple[str, ...]
    source: str
    millesime: str


@dataclass(frozen=True, slots=True)
class GapCard:
    """Something that stands out, ready to be shown; the whole of it is in `ecart`."""

    ecart: Ecart
    titre: str
    signe: str
    phrase: str
    prudence: str
    source: str
    millesime: str


@dataclass(frozen=True, slots=True)
class DiagnosisPage:
    """The whole page."""

    territoire: TerritoryRef
    nom: str
    reference: str
    """Name of the main reference, "" when there is none."""
    chapeau: str
    """Lead: how the headline figures stand beside the reference."""
    perimetre: str
    """What is counted in the comparisons, and from when."""
    principaux: tuple[Figure, ...]
    """Headline figures, that the lead counts."""
    chapitres: tuple[Chapter, ...]
    faits: tuple[Fact, ...]
    forces: tuple[GapCard, ...]
    manques: tuple[GapCard, ...]
    comparables: tuple[ComparableCard, ...]
    notices: tuple[str, ...]
    """French sentences that must be shown at the top: merged commune, partial lists, comparisons that cannot be made."""

    def figure(self, identifiant: str) -> Figure | None:
        """Find a figure by the identifier of its value (« densite_theme.MOB »)."""
        return next((f for chapter in self.chapitres for f in chapter.figures if f.id == identifiant), None)
