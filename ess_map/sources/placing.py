"""Giving each line its commune and its point: what is written, what the point says, and which one is believed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.sources.places import NOWHERE, Place, PlaceIndex, declared_departements

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ess_map.sources.ground import Ground

EDGE_M = 500.0
"""Farthest a point may be from its written commune and still be kept: outlines are generalised, addresses are not."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Centres:
    """Label points (longitude, latitude): of communes, and of the arrondissements of Paris, Lyon and Marseille."""

    communes: Mapping[str, Point]
    arrondissements: Mapping[str, Point]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one line is. Codes are empty and coordinates are NaN when unknown."""

    code_commune: str = ""
    departement: str = ""
    longitude: float = float("nan")
    latitude: float = float("nan")
    precision: str = "inconnue"
    commune_methode: str = ""
    position_methode: str = ""
    alertes: tuple[str, ...] = ()


COLUMNS = ("code_commune", "departement", "longitude", "latitude", "precision_position", "commune_methode", "position_methode")


def place(table: pd.DataFrame, index: PlaceIndex, ground: Ground, centres: Centres) -> pd.DataFrame:
    """
    Place every line of a source.

    Parameters
    ----------
    table
        As given by `actor_rows`.
    index, ground, centres
        The places of France.

    Returns
    -------
    placed
        The same lines with the columns `COLUMNS`; `longitude` and `latitude` are those believed, `alertes` is completed.

    Notes
    -----
    The written commune is believed when it is recognised; the point must then be inside it, or within 500 m, or in a
    commune that shares its postcode when the commune was only guessed. Otherwise the point is replaced by the centre of
    the commune. A line without recognised commune takes that of its point, if the département agrees.
    """
    under = ground.locate(lon=table["longitude"].to_numpy(), lat=table["latitude"].to_numpy())
    columns = ["code_insee", "code_postal", "ville", "departement_declare", "longitude", "latitude", "qualite"]
    rows = zip(*(table[name] for name in columns), under, strict=True)
    placed = [_place_one(*row, index, ground, centres) for row in rows]
    answer = table.assign(
        code_commune=[p.code_commune for p in placed],
        departement=[p.departement for p in placed],
        longitude=np.asarray([p.longitude for p in placed], dtype=float),
        latitude=np.asarray([p.latitude for p in placed], dtype=float),
        precision_position=[p.precision for p in placed],
        commune_methode=[p.commune_methode for p in placed],
        position_methode=[p.position_methode for p in placed],
    )
    extra = pd.Series(["|".join(p.alertes) for p in placed], index=table.index)
    answer["alertes"] = [("|".join(filter(None, pair))) for pair in zip(table["alertes"], extra, strict=True)]
    return answer


def _place_one(
    code_insee: str,
    code_postal: str,
    ville: str,
    departement: str,
    lon: float,
    lat: float,
    qualite: str,
    under: str,
    index: PlaceIndex,
    ground: Ground,
    centres: Centres,
) -> Placed:
    declared = declared_departements(code_postal, departement)
    written = index.find(code_insee, code_postal, ville, departement)
    alerts = _commune_alerts(written)
    if not written.commune:
        if under and (not declared or index.departement_of(under) in declared):
            return Placed(
                under, index.departement_of(under), lon, lat, qualite or "rue", "position", "geocodage", ("commune_corrigee",)
            )
        lost = ("commune_non_retrouvee", *(("position_ecartee",) if lon == lon else ()))  # noqa: PLR0124 - NaN differs from itself
        return Placed(departement=_only_departement(declared, index), alertes=lost)
    methode = "publie" if written.methode in {"code", "ancien_code"} else "rapprochement"
    base = Placed(written.commune, index.departement_of(written.commune), commune_methode=methode)
    if np.isnan(lon) or qualite in {"", "commune"}:
        return _at_centre(base, written, centres, alerts)
    if under == ground.holder(written.commune):
        return _at_point(base, lon, lat, qualite, alerts)
    if ground.distance_m(written.commune, lon=lon, lat=lat) <= EDGE_M:
        return _at_point(base, lon, lat, qualite, (*alerts, "position_au_bord"))
    if written.methode == "code_postal" and index.departement_of(under) in declared:
        base = Placed(under, index.departement_of(under), commune_methode="position")
        return _at_point(base, lon, lat, qualite, ("commune_corrigee",))
    return _at_centre(base, written, centres, (*alerts, "position_ecartee"))


def _commune_alerts(written: Place) -> tuple[str, ...]:
    known = {"ancien_code": ("ancienne_commune",), "approche": ("commune_approchee",)}
    return known.get(written.methode, ()) if written != NOWHERE else ()


def _at_point(base: Placed, lon: float, lat: float, qualite: str, alerts: tuple[str, ...]) -> Placed:
    return Placed(base.code_commune, base.departement, lon, lat, qualite, base.commune_methode, "geocodage", alerts)


def _at_centre(base: Placed, written: Place, centres: Centres, alerts: tuple[str, ...]) -> Placed:
    point, precision = centres.arrondissements.get(written.arrondissement), "arrondissement"
    if point is None:
        point, precision = centres.communes.get(base.code_commune), "commune"
    if point is None:
        return Placed(base.code_commune, base.departement, commune_methode=base.commune_methode, alertes=alerts)
    return Placed(base.code_commune, base.departement, *point, precision, base.commune_methode, "centre", alerts)


def _only_departement(declared: tuple[str, ...], index: PlaceIndex) -> str:
    return declared[0] if len(declared) == 1 and index.has_departement(declared[0]) else ""
