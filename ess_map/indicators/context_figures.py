"""One context figure of one territory, ready to be shown: value, unit, sources, year, and what is missing, in French."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from ess_map.indicators.context_columns import PLACE, PUBLISHED
from ess_map.territories.model import FRANCE, Niveau
from ess_map.typography import count, fr, number

if TYPE_CHECKING:
    from ess_map.indicators.context import Context
    from ess_map.indicators.context_columns import ContextColumn
    from ess_map.territories.model import TerritoryRef

KNOWN, PARTIAL, SECRET, OTHER_GROUND = "connu", "partiel", "secret", "perimetre_modifie"
OTHER_LEVEL, UNKNOWN, POINTLESS = "non_publie", "sans_donnee", "sans_objet"

FRAGILE_UNDER = 2000
"""Inhabitants under which a rate moves too much to be read alone."""
PUBLISHED_LEVELS = frozenset({Niveau.COMMUNE, Niveau.ZONE_EMPLOI, Niveau.DEPARTEMENT})
"""Levels at which the published columns exist, whole or in part."""

MEASURE = "contours_communes_2024"
"""Source of an area that is measured."""
_CENSUS = {"populations_2023": "2023", "populations_mayotte_2017": "2017"}
"""Source of the legal population -> its year: a territory cites those of its own communes."""
_ON_AREA = ("superficie_km2", "densite_hab_km2")
_SENTENCES = {
    SECRET: "Valeur masquée : secret statistique.",
    OTHER_GROUND: "La commune a changé de limites depuis la publication : sa valeur actuelle n’est pas connue.",
    OTHER_LEVEL: "Sans donnée à cette échelle : cette valeur n’est publiée que pour d’autres niveaux, et ne se calcule pas par addition.",
    UNKNOWN: "Sans donnée pour ce territoire.",
    POINTLESS: "Sans objet à cette échelle.",
}


@dataclass(frozen=True, slots=True)
class ContextFigure:
    """A figure and all that must be said with it."""

    colonne: str
    libelle: str
    valeur: float | str | None
    """None when unknown; `etat` tells why."""
    unite: str
    decimales: int
    etat: str
    """« connu », « partiel », « secret », « perimetre_modifie », « non_publie », « sans_donnee » or « sans_objet »."""
    sources: tuple[str, ...]
    millesime: str
    perimetre: str
    membres: int
    """Number of communes of the territory."""
    manquantes: int
    """Number of them without a figure."""
    valeur_partielle: float | str | None = None
    """Only when `etat` is « partiel »: the figure of the communes that have one, never to be shown without the notices."""
    notices: tuple[str, ...] = field(default=())
    """French sentences that must be shown with it."""


def context_figure(context: Context, ref: TerritoryRef, name: str) -> ContextFigure:
    """
    Read one figure.

    Parameters
    ----------
    context
        The context of every territory.
    ref
        A canonical reference that exists.
    name
        A column of `context.columns`.
    """
    column = context.columns[name]
    tables, key = context.tables_of(ref), context.key_of(ref)
    value = _plain(tables.frame.loc[key, name])
    origin = _origin(context, ref, column, value)
    members, missing = int(tables.members[key]), int(cast("int", tables.missing.loc[key, name]))
    said, sources = _notices(origin.etat, column, members, missing), origin.sources
    if value is not None and column.taux and _few(tables.frame.loc[key, "population"]):
        said.append("Moins de 2 000 habitants : ce taux est fragile.")
    measured = context.measured.intersection(context.atlas.members(ref)) if name in _ON_AREA else ()
    if value is not None and measured:
        said.append(f"Superficie mesurée sur le contour pour {count(len(measured), 'commune')}, faute de publication.")
        sources = (*sources, MEASURE)
    return ContextFigure(
        colonne=name, libelle=column.libelle, valeur=value, unite=column.unite, decimales=column.decimales, etat=origin.etat,
        sources=sources, millesime=origin.millesime, perimetre=column.perimetre, membres=members, manquantes=missing,
        valeur_partielle=origin.partielle, notices=tuple(fr(sentence) for sentence in said),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a figure comes from, and why it is not known."""

    sources: tuple[str, ...]
    millesime: str
    etat: str
    partielle: float | str | None = None


def _origin(context: Context, ref: TerritoryRef, column: ContextColumn, value: float | str | None) -> _Origin:
    if column.construction == PUBLISHED:
        return _publication(context, ref, column)
    people = context.atlas.get(ref).population_millesime
    sources = tuple(source for source in column.sources if _CENSUS.get(source, people) in people)
    vintage = people if column.millesime_population else column.millesime
    if value is not None:
        return _Origin(sources, vintage, KNOWN)
    partial = _plain(context.tables_of(ref).known.loc[context.key_of(ref), column.nom])
    if partial is not None:
        return _Origin(sources, vintage, PARTIAL, partial)
    if column.construction == PLACE:
        return _Origin(sources, vintage, POINTLESS)
    split = ref.niveau is Niveau.COMMUNE and ref.code in context.split
    return _Origin(sources, vintage, OTHER_GROUND if split else UNKNOWN)


def _publication(context: Context, ref: TerritoryRef, column: ContextColumn) -> _Origin:
    if ref == FRANCE:
        mainland = context.publication("metropole", "FR", column.nom)
        if mainland is not None:
            return _Origin((mainland.source,), mainland.millesime, PARTIAL, mainland.valeur)
    if ref.niveau not in PUBLISHED_LEVELS:
        return _Origin(column.sources, column.millesime, OTHER_LEVEL)
    found = context.publication(str(ref.niveau), ref.code, column.nom)
    if found is None:
        return _Origin(column.sources, column.millesime, UNKNOWN)
    return _Origin((found.source,), found.millesime, KNOWN if found.etat == "publie" else found.etat)


def _notices(state: str, column: ContextColumn, members: int, missing: int) -> list[str]:
    published = column.construction == PUBLISHED
    if state == PARTIAL and published:
        return ["Publié pour la France métropolitaine seulement."]
    if state == PARTIAL:
        known = count(members - missing, "commune")
        return [f"Calculé sur {known} sur {number(members)} : {count(missing, 'commune')} sans donnée."]
    said = [_SENTENCES[state]] if state in _SENTENCES else []
    if state == UNKNOWN and published:
        said.append(f"Périmètre de la publication : {column.perimetre[:1].lower()}{column.perimetre[1:]}")
    return said


def _few(population: object) -> bool:
    inhabitants = _plain(population)
    return isinstance(inhabitants, float) and inhabitants < FRAGILE_UNDER


def _plain(value: object) -> float | str | None:
    if value is None or isinstance(value, str):
        return value
    figure = float(cast("float", value))
    return None if math.isnan(figure) else figure
