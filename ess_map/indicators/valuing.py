"""From measures to values: everything that must go with a figure, gathered once."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ess_map.indicators import comparing, provenance, sentences
from ess_map.indicators.borrowing import borrowed_value
from ess_map.indicators.model import Affichage, Comparison, Fiabilite, Loi, Standing, Value, Verdict
from ess_map.indicators.perimeters import REGISTRE
from ess_map.indicators.reliability import Scale
from ess_map.typography import fr

if TYPE_CHECKING:
    from ess_map.indicators.inquiry import Inquiry
    from ess_map.indicators.measure import Measure
    from ess_map.indicators.model import Borrowed, Indicator

NO_SOURCE = "Aucune source du registre ne couvre tout ce territoire : rien ne peut y être compté."
NO_COMMON = "Aucune source du registre ne couvre à la fois les deux territoires."


class Figure(NamedTuple):
    """What was computed for the territory, before it is put in words."""

    indicator: Indicator
    modalite: str
    measure: Measure
    names: tuple[str, ...]
    """Sources of the register counted; empty for an indicator that counts none."""
    nom: str
    population: float | None
    rate: float | None
    top: float | None
    bottom: float | None
    motif: str
    as_count: bool


def value_of(inquiry: Inquiry, indicator: Indicator, modalite: str = "") -> Value:
    """Evaluate one modality of an indicator for the territory of an inquiry."""
    figure = _figure(inquiry, indicator, modalite)
    measure, ref = figure.measure, inquiry.question.territoire
    line = _line(inquiry, figure)
    comparisons = _comparisons(inquiry, figure, line)
    masked = bool(measure.secret[0])
    repli = None if figure.rate is not None or masked else borrowed_value(inquiry.evidence, indicator, modalite, ref)
    cards, sources = inquiry.evidence.cards, (*figure.names, *measure.sources)
    scale = Scale(ref.niveau, figure.population, figure.top, figure.bottom)
    return Value(
        id=indicator.cle(modalite), indicateur=indicator, modalite=modalite, territoire=ref, nom=figure.nom,
        valeur=figure.top if figure.as_count else figure.rate,
        unite=indicator.compte[1] if figure.as_count else indicator.unite,
        affichage=Affichage.EFFECTIF if figure.as_count else Affichage.TAUX,
        taux=figure.rate, numerateur=figure.top, denominateur=figure.bottom,
        intervalle=comparing.interval(indicator, measure, 0) if figure.rate is not None else None,
        source=provenance.producers(cards, sources or indicator.sources), sources=sources or indicator.sources,
        millesime=_vintage(inquiry, figure),
        fiabilite=Fiabilite.SANS_OBJET if figure.rate is None else indicator.regle.appreciate(scale),
        secret=masked, motif=fr(figure.motif), comparaisons=comparisons, rang=line, repli=repli,
        phrase=_sentence(inquiry, figure, comparisons, line, repli),
        avertissements=_warnings(indicator, measure),
    )  # fmt: skip


def _figure(inquiry: Inquiry, indicator: Indicator, modalite: str) -> Figure:
    measure = inquiry.measure(indicator, modalite)
    rate, motif = known(measure.valeur[0]), str(measure.motif[0])
    names: tuple[str, ...] = ()
    if REGISTRE in indicator.sources:
        bits = inquiry.sources if indicator.comparable else inquiry.evidence.every_source
        names = inquiry.source_names(bits)
        if not bits:
            rate, motif = None, NO_SOURCE
    population = known(inquiry.main.population[0])
    top, bottom = known(measure.numerateur[0]), known(measure.denominateur[0])
    shown = comparing.display(indicator, population, float(measure.numerateur[0]), float(measure.denominateur[0]))
    nom = inquiry.names[inquiry.question.territoire]
    as_count = shown is Affichage.EFFECTIF and rate is not None
    return Figure(indicator, modalite, measure, names, nom, population, rate, top, bottom, motif, as_count)


def _comparisons(inquiry: Inquiry, figure: Figure, line: Standing | None) -> tuple[Comparison, ...]:
    found = []
    if inquiry.question.aux_comparables and line is not None:
        found.append(
            replace(comparing.compare_with_median(line, figure.indicator.decimales), millesime=_vintage(inquiry, figure))
        )
    for position, ref in enumerate(inquiry.question.references, start=1):
        named = comparing.Named(str(ref), inquiry.names[ref])
        if figure.names and figure.indicator.comparable and ref in inquiry.incomparable:
            one = Comparison(*named, None, None, Verdict.NON_COMPARABLE, fr(NO_COMMON))
        elif figure.rate is None:
            one = Comparison(*named, known(figure.measure.valeur[position]), None, Verdict.SANS_DONNEE)
        else:
            one = comparing.compare(figure.indicator, figure.measure, position, inquiry.apart[ref], named)
        found.append(replace(one, millesime=_vintage(inquiry, figure, position)))
    return tuple(found)


def _line(inquiry: Inquiry, figure: Figure) -> Standing | None:
    """Place the value among the comparables, measured with the sources that cover them all."""
    indicator, comparables = figure.indicator, inquiry.question.comparables
    if not comparables or not indicator.comparable:
        return None
    counts = REGISTRE in indicator.sources
    if counts and not inquiry.line_sources:
        return None
    measure = inquiry.measure_line(indicator, figure.modalite)
    neighbours = []
    for position, ref in enumerate([*inquiry.question.references, *comparables], start=1):
        value = known(measure.valeur[position])
        if value is not None and position >= inquiry.line_start and _small(inquiry, indicator, measure, position):
            value = None
        neighbours.append((ref, inquiry.names[ref], value))
    references, others = neighbours[: inquiry.line_start - 1], neighbours[inquiry.line_start - 1 :]
    own = None if figure.rate is None or figure.as_count else known(measure.valeur[0])
    band = None if own is None else comparing.interval(indicator, measure, 0)
    sources = inquiry.source_names(inquiry.line_sources) if counts else ()
    return comparing.standing(own, others, references, band, sources)


def _small(inquiry: Inquiry, indicator: Indicator, measure: Measure, position: int) -> bool:
    people = known(inquiry.line.population[position])
    top, bottom = float(measure.numerateur[position]), float(measure.denominateur[position])
    return comparing.display(indicator, people, top, bottom) is Affichage.EFFECTIF


def _vintage(inquiry: Inquiry, figure: Figure, position: int = 0) -> str:
    register = f"registre {inquiry.evidence.register_years(figure.names)}" if figure.names else ""
    parts = [part for part in (register, str(figure.measure.millesime[position])) if part]
    return fr(" ; ".join(parts)) or figure.indicator.millesimes


def _sentence(
    inquiry: Inquiry, figure: Figure, comparisons: tuple[Comparison, ...], line: Standing | None, repli: Borrowed | None
) -> str:
    indicator = figure.indicator
    if figure.rate is None:
        said = [fr(figure.motif), sentences.borrowed(indicator, repli) if repli else ""]
        return " ".join(part for part in said if part)
    main = comparisons[0] if comparisons else None
    if figure.as_count:
        count = sentences.small(
            indicator, figure.modalite, nom=figure.nom, numerateur=figure.top or 0.0, denominateur=figure.bottom,
            population=figure.population, km=inquiry.question.distance_km,
        )  # fmt: skip
        against = sentences.expected(indicator, main, figure.bottom) if main and indicator.loi is Loi.POISSON else ""
        return " ".join(part for part in (count, against) if part)
    read = sentences.reading(
        indicator, figure.modalite, nom=figure.nom, valeur=figure.rate, numerateur=figure.top, denominateur=figure.bottom,
        km=inquiry.question.distance_km,
    )  # fmt: skip
    beside = sentences.comparison(indicator, main) if main else ""
    place = sentences.standing(indicator, line, figure.rate) if line else ""
    return " ".join(part for part in (read, beside, place) if part)


def _warnings(indicator: Indicator, measure: Measure) -> tuple[str, ...]:
    said = [indicator.prudence, str(measure.avertissements[0])]
    return tuple(fr(sentence) for sentence in said if sentence)


def known(value: float) -> float | None:
    """Give a number, None for NaN."""
    return None if math.isnan(value) else float(value)
