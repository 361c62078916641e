"""What an indicator is, what a value is, and the closed lists both speak in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ess_map.territories.model import Niveau, TerritoryRef

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ess_map.indicators.measure import Measure
    from ess_map.indicators.official import OfficialTable
    from ess_map.indicators.reading import Reading
    from ess_map.indicators.reliability import Rule


class Chapitre(StrEnum):
    """Chapters of the portrait of a territory, in their order."""

    POIDS = "poids"
    FAMILLES = "familles"
    THEMES = "themes"
    COUVERTURE = "couverture"
    DYNAMIQUE = "dynamique"
    CONTEXTE = "contexte"
    FIABILITE = "fiabilite"


CHAPITRES: dict[Chapitre, str] = {
    Chapitre.POIDS: "Ce que pèse l’économie sociale et solidaire",
    Chapitre.FAMILLES: "Les familles de l’économie sociale et solidaire",
    Chapitre.THEMES: "Ce que font les acteurs",
    Chapitre.COUVERTURE: "Qui est loin de tout acteur recensé",
    Chapitre.DYNAMIQUE: "Ce qui change",
    Chapitre.CONTEXTE: "Le territoire",
    Chapitre.FIABILITE: "Ce que valent ces chiffres",
}
"""Chapter -> title of the portrait."""


class Fiabilite(StrEnum):
    """How far a value can be trusted, at its scale."""

    BONNE = "bonne"
    MOYENNE = "moyenne"
    FAIBLE = "faible"
    SANS_OBJET = "sans_objet"


FIABILITES: dict[Fiabilite, str] = {
    Fiabilite.BONNE: "fiabilité bonne",
    Fiabilite.MOYENNE: "fiabilité moyenne",
    Fiabilite.FAIBLE: "fiabilité faible",
    Fiabilite.SANS_OBJET: "fiabilité sans objet",
}


class Affichage(StrEnum):
    """How a value may be shown."""

    TAUX = "taux"
    EFFECTIF = "effectif"
    """Too few inhabitants or actors for a rate: the count is shown."""


class Loi(StrEnum):
    """The chance behind a figure, that its interval follows."""

    POISSON = "poisson"
    """A count brought to inhabitants."""
    BINOMIALE = "binomiale"
    """A number of actors among others."""
    AUCUNE = "aucune"
    """A count, a published or a measured figure: no interval is computed."""


class Sens(StrEnum):
    """Which way a figure goes when things get better for people; most figures of the ESS have none."""

    HAUSSE = "hausse_favorable"
    BAISSE = "baisse_favorable"


class Verdict(StrEnum):
    """What may be said of a value beside its reference."""

    AU_DESSUS = "au_dessus"
    AU_DESSOUS = "au_dessous"
    PROCHE = "proche"
    NON_COMPARABLE = "non_comparable"
    SANS_DONNEE = "sans_donnee"


EVERY_LEVEL: tuple[Niveau, ...] = tuple(Niveau)


@dataclass(frozen=True, slots=True)
class Indicator:
    """
    One entry of the catalogue. Texts are French and reach the screen and `docs/INDICATEURS.md` as they are.

    An indicator with `modalites` (families, themes, types…) gives one value for each of them.
    """

    id: str
    libelle: str
    """For a modality, « {} » is replaced by its label."""
    question: str
    definition: str
    formule: str
    unite: str
    """What follows the number: « % de la population », « pour 10 000 habitants », « euros par an »…"""
    perimetre: str
    sources: tuple[str, ...]
    """Identifiers of identity cards; `registre` stands for the sources of the register that cover what is compared."""
    millesimes: str
    regle: Rule
    chapitre: Chapitre
    mesure: Callable[[Reading, str], Measure]
    """Computes one modality ("" without modality) for every territory of a reading at once."""
    lecture: str
    """
    Reading sentence. Fields: {territoire}, {valeur} (with its unit), {nombre} (with the noun of the numerator), {numerateur} (count
    with its noun), {denominateur}, {modalite} (label),
    {minuscule} (label inside a sentence), {km} (distance asked).
    """
    lecture_compte: str = "{territoire} : {numerateur}, {minuscule}."
    """Same, where the count is shown instead of the rate; without modality, the end after the comma is left."""
    niveaux: tuple[Niveau, ...] = EVERY_LEVEL
    sens: Sens | None = None
    loi: Loi = Loi.AUCUNE
    modalites: Mapping[str, str] = field(default_factory=dict)
    compte: tuple[str, str] = ("", "")
    """Noun of the numerator, singular and plural, for a value shown as a count; empty when it has no meaning alone."""
    par: float = 1.0
    """What the ratio numerator / denominator is multiplied by."""
    decimales: int = 1
    ordre: int = 50
    """Place in its chapter, the smallest first."""
    dimension: str = ""
    """What the modalities are: « thème », « famille », « champ »…"""
    modalites_importees: Callable[[OfficialTable], tuple[str, ...]] | None = None
    """For an indicator cut as the imported official table is: the modalities found there, keys of
    `modalites`."""
    prudence: str = ""
    """French sentence that must be read with the value."""
    meme_millesime: bool = False
    """True when two values may be compared only if they are of the same year."""
    comparable: bool = True
    """False for a plain total, which says nothing beside that of a larger territory."""

    def titre(self, modalite: str = "") -> str:
        """Give the label of the indicator, or of one of its modalities."""
        return self.libelle.replace("{}", self.nom_modalite(modalite)) if modalite else self.libelle

    def nom_modalite(self, modalite: str) -> str:
        """Give the label of a modality, "" for no modality."""
        return self.modalites.get(modalite, modalite)

    def cle(self, modalite: str = "") -> str:
        """Give the identifier of a value: that of the indicator, then the modality after a dot."""
        return f"{self.id}.{modalite}" if modalite else self.id

    def codes(self, official: OfficialTable) -> tuple[str, ...]:
        """Give the codes of the modalities; one empty code for an indicator without, or whose table is not imported."""
        found = tuple(self.modalites) if self.modalites_importees is None else self.modalites_importees(official)
        return found or ("",)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A value beside one reference."""

    reference: str
    """`niveau:code`, or « comparables »."""
    nom: str
    valeur: float | None
    ecart: float | None
    """Value minus reference, in the unit (points for a percentage)."""
    verdict: Verdict
    motif: str = ""
    """French sentence, when nothing can be compared or concluded."""
    millesime: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A value among those of comparable territories, all measured with the same sources."""

    valeurs: tuple[tuple[TerritoryRef, str, float | None], ...]
    """Territory, name, value (None when unknown or too small for a rate), nearest territory first."""
    valeur: float | None
    """The value of the territory measured with these sources; differs from the main one only when they do."""
    mediane: float | None
    q1: float | None
    q3: float | None
    rang: int | None
    """1 for the highest of those known, the territory included; equal values share a rank."""
    nombre: int
    """Territories ranked, this one included."""
    references: tuple[tuple[TerritoryRef, str, float | None], ...]
    """The references, measured the same way."""
    intervalle: tuple[float, float] | None
    """95 % interval of `valeur`."""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Borrowed:
    """The last value known at a wider level, shown in place of one that does not exist here; it does not transpose."""

    territoire: TerritoryRef
    nom: str
    nature: str
    """In French words: « zone d’emploi », « département »…"""
    valeur: float
    millesime: str
    mediane: float | None
    """Median of the territories of that level."""


@dataclass(frozen=True, slots=True)
class Value:
    """One figure of one territory, with everything that must go with it. Missing is None with its `motif`, never 0."""

    id: str
    indicateur: Indicator
    modalite: str
    territoire: TerritoryRef
    nom: str
    valeur: float | None
    """What may be shown, in `unite`."""
    unite: str
    affichage: Affichage
    taux: float | None
    """The rate behind the value, even when only the count may be shown: for maps, that mark it fragile."""
    numerateur: float | None
    denominateur: float | None
    intervalle: tuple[float, float] | None
    """95 % interval of the rate, in its unit; None where no chance is modelled."""
    source: str
    """Producers, in French words."""
    sources: tuple[str, ...]
    """Identifiers of the identity cards."""
    millesime: str
    fiabilite: Fiabilite
    secret: bool
    motif: str
    """Why there is no value; empty when there is one."""
    comparaisons: tuple[Comparison, ...]
    rang: Standing | None
    repli: Borrowed | None
    phrase: str
    avertissements: tuple[str, ...]

    @property
    def comparaison(self) -> Comparison | None:
        """The main comparison, None when none was asked."""
        return self.comparaisons[0] if self.comparaisons else None
