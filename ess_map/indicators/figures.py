"""From a value to the card, the line and the table that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators import sentences
from ess_map.indicators.model import FIABILITES, Affichage, Verdict
from ess_map.indicators.page_model import Bloc, Figure, Point, ReadingLine, Role, Table
from ess_map.indicators.perimeters import POPULATION
from ess_map.indicators.provenance import producers
from ess_map.typography import count, fr, number

if TYPE_CHECKING:
    from ess_map.indicators.evidence import Evidence
    from ess_map.indicators.model import Comparison, Indicator, Value

SIGNS = {
    Verdict.AU_DESSUS: "▲",
    Verdict.AU_DESSOUS: "▼",
    Verdict.PROCHE: "≈",
    Verdict.NON_COMPARABLE: "≠",
    Verdict.SANS_DONNEE: "",
}
WORDS = {
    Verdict.AU_DESSUS: "Au-dessus de la référence, {}",
    Verdict.AU_DESSOUS: "Au-dessous de la référence, {}",
    Verdict.PROCHE: "Proche de la référence, {}",
    Verdict.NON_COMPARABLE: "Non comparable avec la référence, {}",
    Verdict.SANS_DONNEE: "Sans donnée à comparer avec la référence, {}",
}
_COLUMNS = ("rôle", "territoire", "nom", "valeur", "unité", "compte", "total", "source", "millésime")


def figure(value: Value, evidence: Evidence) -> Figure:
    """Put a value on a card."""
    indicator, main = value.indicateur, value.comparaison
    told = None if main is None or not indicator.comparable else main
    as_count = value.affichage is Affichage.EFFECTIF
    return Figure(
        id=value.id, titre=fr(indicator.titre(value.modalite)), modalite=value.modalite,
        libelle_modalite=indicator.nom_modalite(value.modalite), question=fr(indicator.question),
        nombre=_headline(value), unite=_unit(value, as_count=as_count),
        verdict=None if told is None else told.verdict, signe="" if told is None else SIGNS[told.verdict],
        verdict_mots="" if told is None else _verdict_words(told),
        phrase=value.phrase, ligne=line(value, evidence), tableau=table(value),
        source=value.source, source_courte=short_source(value, evidence), millesime=value.millesime, fiabilite=value.fiabilite,
        fiabilite_mots=FIABILITES[value.fiabilite], fiabilite_regle=fr(indicator.regle.texte), definition=fr(indicator.definition),
        avertissements=value.avertissements, valeur=value,
    )  # fmt: skip


def short_source(value: Value, evidence: Evidence) -> str:
    """Name the sources of a value in a few words: the lists of the register as one, then the other producers."""
    lists = [name for name in value.sources if name in evidence.coverage.sources]
    others = [name for name in value.sources if name not in evidence.coverage.sources]
    if len(lists) <= 1:
        return value.source
    parts = [f"registre ({count(len(lists), 'liste')})", *([producers(evidence.cards, others)] if others else [])]
    return fr(", ".join(parts))


def _headline(value: Value) -> str:
    if value.secret:
        return "Secret"
    if value.valeur is None:
        return "Sans donnée"
    return number(value.valeur, 0 if value.affichage is Affichage.EFFECTIF else value.indicateur.decimales)


def _unit(value: Value, *, as_count: bool) -> str:
    if value.valeur is None:
        return ""
    singular, plural = value.indicateur.compte
    return fr((singular if abs(value.valeur) < sentences.PLURAL else plural) if as_count else value.unite)


def _verdict_words(main: Comparison) -> str:
    if main.reference == "comparables":
        return fr(WORDS[main.verdict].format("médiane des territoires comparables"))
    return fr(WORDS[main.verdict].format(main.nom))


def line(value: Value, evidence: Evidence) -> ReadingLine | None:
    """
    Lay a value, its references and its comparables on one axis; None when there is nothing to lay.

    When the comparables are covered by fewer sources than the territory and its reference, the line shows the values measured with
    those, and says so.
    """
    indicator = value.indicateur
    if value.affichage is Affichage.EFFECTIF or not indicator.comparable:
        return None
    own, band, references, note = _measured(value, evidence)
    refused = {found.reference for found in value.comparaisons if found.verdict is Verdict.NON_COMPARABLE}
    points = _comparable_points(value, indicator)
    points += [
        _point(Role.REFERENCE, ref, nom, found, indicator)
        for ref, nom, found in references
        if found is not None and ref not in refused
    ]
    if value.repli is not None and value.valeur is None:
        kept = value.repli
        points.append(_point(Role.EMPRUNT, str(kept.territoire), kept.nom, kept.valeur, indicator))
    if own is not None:
        points.append(_point(Role.TERRITOIRE, str(value.territoire), value.nom, own, indicator))
    return ReadingLine(tuple(points), band, fr(indicator.unite), note, value.source, value.millesime) if points else None


def _measured(
    value: Value, evidence: Evidence
) -> tuple[float | None, tuple[float, float] | None, list[tuple[str, str, float | None]], str]:
    """Give the value, its interval and its references as the line must show them, and what must be said of it."""
    found = value.rang
    if found is None or not found.sources or set(found.sources) >= set(value.sources) - {POPULATION}:
        plain = [(c.reference, c.nom, c.valeur) for c in value.comparaisons if c.reference != "comparables"]
        return value.valeur, value.intervalle, plain, ""
    titles = sentences.sources_said([evidence.cards[name].titre if name in evidence.cards else name for name in found.sources])
    note = fr(f"Sur cette ligne, seules comptent les sources qui couvrent tous les territoires. {titles}")
    return found.valeur, found.intervalle, [(str(ref), nom, there) for ref, nom, there in found.references], note


def _comparable_points(value: Value, indicator: Indicator) -> list[Point]:
    if value.rang is None:
        return []
    points = [
        _point(Role.COMPARABLE, str(ref), nom, found, indicator) for ref, nom, found in value.rang.valeurs if found is not None
    ]
    if value.rang.mediane is not None and any(c.reference == "comparables" for c in value.comparaisons):
        points.append(_point(Role.MEDIANE, "", "médiane des comparables", value.rang.mediane, indicator))
    return points


def _point(role: Role, ref: str, nom: str, valeur: float, indicator: Indicator) -> Point:
    return Point(role, ref, nom, valeur, number(valeur, indicator.decimales))


def table(value: Value) -> Table:
    """Give the rows behind a figure: the territory, its references, its comparables, the value borrowed."""
    rows = [_own_row(value)]
    for found in value.comparaisons:
        year = found.millesime or value.millesime
        rows.append(
            ("référence", found.reference, found.nom, found.valeur, fr(value.indicateur.unite), None, None, value.source, year)
        )
    if value.rang is not None:
        rows += [
            ("comparable", str(ref), nom, found, fr(value.indicateur.unite), None, None, value.source, value.millesime)
            for ref, nom, found in value.rang.valeurs
        ]
    if value.repli is not None:
        kept = value.repli
        rows.append(
            (
                "niveau plus large",
                str(kept.territoire),
                kept.nom,
                kept.valeur,
                fr(value.indicateur.unite),
                None,
                None,
                value.source,
                kept.millesime,
            )
        )
    return Table(fr(value.indicateur.titre(value.modalite)), _COLUMNS, tuple(rows), value.source, value.millesime)


def _own_row(value: Value) -> tuple[str | float | None, ...]:
    return (
        "territoire", str(value.territoire), value.nom, value.valeur, fr(value.unite), value.numerateur, value.denominateur,
        value.source, value.millesime,
    )  # fmt: skip


def bloc(indicator: Indicator, figures: tuple[Figure, ...]) -> Bloc:
    """Gather the figures of one indicator."""
    columns = (
        "modalité",
        "valeur",
        "unité",
        "compte",
        "total",
        "référence",
        "écart",
        "verdict",
        "fiabilité",
        "source",
        "millésime",
    )
    rows = tuple(_modality_row(found) for found in figures)
    titre = fr(indicator.libelle.replace("{}", f"par {indicator.dimension}") if indicator.dimension else indicator.libelle)
    return Bloc(
        indicateur=indicator.id, titre=titre, question=fr(indicator.question), dimension=indicator.dimension, figures=figures,
        tableau=Table(titre, columns, rows, figures[0].source, figures[0].millesime),
    )  # fmt: skip


def _modality_row(found: Figure) -> tuple[str | float | None, ...]:
    value, main = found.valeur, found.valeur.comparaison
    as_rate = value.affichage is Affichage.TAUX
    return (
        found.libelle_modalite or found.titre, value.valeur, fr(value.unite), value.numerateur, value.denominateur,
        main.valeur if main is not None and as_rate else None, main.ecart if main is not None and as_rate else None,
        found.verdict_mots, found.fiabilite_mots, value.source, value.millesime,
    )  # fmt: skip
