"""The few shapes that measures take: actors for inhabitants, actors among actors, a context column, a ratio of official cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ess_map.indicators.context_columns import PUBLISHED, context_columns
from ess_map.indicators.formulas.rate import PERCENT
from ess_map.indicators.measure import AUCUN_ACTEUR, SANS_DONNEE, Measure
from ess_map.indicators.official import NOT_IMPORTED, Slice
from ess_map.indicators.perimeters import POPULATION, TABLE
from ess_map.territories.model import FRANCE

if TYPE_CHECKING:
    from ess_map.indicators.measure import Texts
    from ess_map.indicators.publications import Publication
    from ess_map.indicators.reading import Reading
    from ess_map.territories.model import TerritoryRef

_STATES = {
    "secret": "Valeur masquée : secret statistique.",
    "perimetre_modifie": "La commune a changé de limites depuis la publication : sa valeur n’est plus connue.",
}
_OTHER_LEVEL = (
    "Sans donnée à cette échelle : cette valeur n’est publiée que pour d’autres niveaux, et ne se calcule pas par addition."
)
_MAINLAND = "Publié pour la France métropolitaine seulement."


def per_inhabitants(reading: Reading, feature: str, par: float) -> Measure:
    """Count the actors that have a feature, for `par` inhabitants."""
    return Measure.ratio(
        reading.actors(feature), reading.population, par, millesime=population_years(reading), sources=(POPULATION,)
    )


def among_actors(reading: Reading, feature: str, whole: str = "total") -> Measure:
    """Give the share of the actors that have a feature, in percent of those that have another one (all by default)."""
    return Measure.ratio(reading.actors(feature), reading.actors(whole), PERCENT, sans_denominateur=AUCUN_ACTEUR)


def population_years(reading: Reading) -> Texts:
    """Say the year of the population of each place."""
    return reading.population_words


def context_column(
    reading: Reading, column: str, *, numerateur: str | None = None, denominateur: str | None = None, facteur: float = 1.0
) -> Measure:
    """
    Read a column of the context.

    Parameters
    ----------
    reading
        The places.
    column
        Name in `context_columns.toml`.
    numerateur, denominateur
        Columns of the counts behind it, when it is a ratio of counts.
    facteur
        What the column is multiplied by.
    """
    described = context_columns()[column]
    if described.construction == PUBLISHED:
        return _published_column(reading, column)
    values, notices = reading.context(column)
    return Measure.of(
        values * facteur,
        numerateur=None if numerateur is None else reading.context(numerateur)[0],
        denominateur=None if denominateur is None else reading.context(denominateur)[0],
        millesime=described.millesime, sources=described.sources, avertissements=notices,
    )  # fmt: skip


def _published_column(reading: Reading, column: str) -> Measure:
    described = context_columns()[column]
    found = [_publication(reading, ref, column) for ref in reading.places.refs]
    published = [publication for publication in found if publication is not None]
    motifs = [_OTHER_LEVEL if publication is None else _STATES.get(publication.etat, SANS_DONNEE) for publication in found]
    first = found[0] if found else None
    return Measure.of(
        [np.nan if p is None or p.valeur is None else p.valeur for p in found],
        motif=motifs, secret=[p is not None and p.etat == "secret" for p in found],
        millesime=[described.millesime if p is None else p.millesime for p in found],
        sources=(first.source,) if first is not None else tuple(dict.fromkeys(p.source for p in published)) or described.sources,
        avertissements=[_MAINLAND if ref == FRANCE and p is not None else "" for ref, p in zip(reading.places.refs, found, strict=True)],
    )  # fmt: skip


def _publication(reading: Reading, ref: TerritoryRef | None, column: str) -> Publication | None:
    if ref is None:
        return None
    niveau = "metropole" if ref == FRANCE else str(ref.niveau)
    return reading.evidence.context.publication(niveau, ref.code, column)


def official_ratio(
    reading: Reading, top: tuple[str, Slice], bottom: tuple[str, Slice], par: float, *, sans_denominateur: str = SANS_DONNEE
) -> Measure:
    """
    Divide two cells of the imported official table, of the same year.

    Parameters
    ----------
    reading
        The places.
    top, bottom
        Measure and slice of the numerator and of the denominator.
    par
        What the ratio is multiplied by.
    sans_denominateur
        Reason given where the denominator is zero.
    """
    table, refs = reading.evidence.official, reading.places.refs
    if not table.imported:
        return Measure.unknown(len(reading), NOT_IMPORTED)
    year = common_year(reading, top[1], bottom[1])
    above, below = table.cells(*top, refs, year), table.cells(*bottom, refs, year)
    measure = Measure.ratio(
        above.valeur,
        below.valeur,
        par,
        sans_denominateur=sans_denominateur,
        secret=above.secret | below.secret,
        millesime=year,
        sources=(TABLE,),
    )
    return measure.explained([first or second for first, second in zip(above.motif, below.motif, strict=True)])


def official_cell(reading: Reading, name: str, piece: Slice) -> Measure:
    """Give one cell of the imported official table, for each place."""
    table, refs = reading.evidence.official, reading.places.refs
    if not table.imported:
        return Measure.unknown(len(reading), NOT_IMPORTED)
    year = common_year(reading, piece)
    cells = table.cells(name, piece, refs, year)
    return Measure.of(cells.valeur, motif=cells.motif, secret=cells.secret, millesime=year, sources=(TABLE,))


def common_year(reading: Reading, *pieces: Slice) -> str:
    """Give the latest year in which the first place has every slice; the latest of the first slice otherwise."""
    table, refs = reading.evidence.official, reading.places.refs
    years = set(table.vintages(pieces[0])).intersection(*(table.vintages(piece) for piece in pieces))
    having = [year for year in sorted(years, reverse=True) if all(table.has(refs[0], year, piece) for piece in pieces)]
    return next(iter(having), "") or table.vintage(pieces[0], refs)
