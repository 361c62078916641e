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
    sources, vintage, state, partial = _origin(context, ref, column, value)
    members, missing = int(tables.members[key]), int(cast("int", tables.missing.loc[key, name]))
    said = _notices(state, column, members, missing)
    if value is not None and column.taux and _few(tables.frame.loc[key, "population"]):
        said.append("Moins de 2 000 habitants : ce taux est fragile.")
    if value is not None and name in _ON_AREA:
        said += _measured(len(context.measured.intersection(context.atlas.members(ref))))
    return ContextFigure(
        colonne=name, libelle=column.libelle, valeur=value, unite=column.unite, decimales=column.decimales, etat=state,
        sources=sources, millesime=vintage, perimetre=column.perimetre, membres=members, manquantes=missing,
        valeur_partielle=partial, notices=tuple(fr(sentence) for sentence in said),
    )  # fmt: skip


def _origin(
    context: Context, ref: TerritoryRef, column: ContextColumn, value: float | str | None
) -> tuple[tuple[str, ...], str, str, float | str | None]:
    """Give the sources, the year, the state, and the partial figure if there is one."""
    if column.construction == PUBLISHED:
        return _publication(context, ref, column)
    vintage = context.atlas.get(ref).population_millesime if column.millesime_population else column.millesime
    if value is not None:
        return column.sources, vintage, KNOWN, None
    partial = _plain(context.tables_of(ref).known.loc[context.key_of(ref), column.nom])
    if partial is not None:
        return column.sources, vintage, PARTIAL, partial
    if column.construction == PLACE:
        return column.sources, vintage, POINTLESS, None
    split = ref.niveau is Niveau.COMMUNE and ref.code in context.split
    return column.sources, vintage, OTHER_GROUND if split else UNKNOWN, None


def _publication(
    context: Context, ref: TerritoryRef, column: ContextColumn
) -> tuple[tuple[str, ...], str, str, float | str | None]:
    if ref == FRANCE:
        mainland = context.publication("metropole", "FR", column.nom)
        if mainland is not None:
            return (mainland.source,), mainland.millesime, PARTIAL, mainland.valeur
    if ref.niveau not in PUBLISHED_LEVELS:
        return column.sources, column.millesime, OTHER_LEVEL, None
    found = context.publication(str(ref.niveau), ref.code, column.nom)
    if found is None:
        return column.sources, column.millesime, UNKNOWN, None
    return (found.source,), found.millesime, KNOWN if found.etat == "publie" else found.etat, None


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


def _measured(communes: int) -> list[str]:
    if not communes:
        return []
    return [f"Superficie mesurée sur le contour pour {count(communes, 'commune')}, faute de publication."]


def _few(population: object) -> bool:
    inhabitants = _plain(population)
    return isinstance(inhabitants, float) and inhabitants < FRAGILE_UNDER


def _plain(value: object) -> float | str | None:
    if value is None or isinstance(value, str):
        return value
    figure = float(cast("float", value))
    return None if math.isnan(figure) else figure
