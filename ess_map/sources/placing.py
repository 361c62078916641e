"""Giving each line its commune and its point: what is written, what the point says, and which one is believed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ess_map.sources.places import Place, declared_departements

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from ess_map.sources.ground import Ground
    from ess_map.sources.places import PlaceIndex

EDGE_M = 500.0
"""Farthest a point may be from its written commune and still be kept: outlines are generalised, addresses are not."""

_WRITTEN_ALERTS = {"ancien_code": ("ancienne_commune",), "approche": ("commune_approchee",)}

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
    The written commune is believed when it is recognised; the point must then be inside it or within 500 m, else it is
    replaced by the centre of the commune. A line without recognised commune takes that of its point, if the département
    agrees; so does a line whose commune was only guessed from its postcode.
    """
    placer = _Placer(index, ground, centres)
    under = ground.locate(lon=table["longitude"].to_numpy(), lat=table["latitude"].to_numpy())
    rows = zip(*(table[name] for name in _WRITTEN), under, strict=True)
    placed = [placer.place(_Clues(*row)) for row in rows]
    alerts = ["|".join(spot.alertes) for spot in placed]
    return table.assign(
        code_commune=[spot.code_commune for spot in placed],
        departement=[spot.departement for spot in placed],
        longitude=np.asarray([spot.longitude for spot in placed], dtype=float),
        latitude=np.asarray([spot.latitude for spot in placed], dtype=float),
        precision_position=[spot.precision for spot in placed],
        commune_methode=[spot.commune_methode for spot in placed],
        position_methode=[spot.position_methode for spot in placed],
        alertes=["|".join(filter(None, pair)) for pair in zip(table["alertes"], alerts, strict=True)],
    )


_WRITTEN = ("code_insee", "code_postal", "ville", "departement_declare", "longitude", "latitude", "qualite")


@dataclass(frozen=True, slots=True)
class _Clues:
    """What a line says of its place, and the commune under its point."""

    code_insee: str
    code_postal: str
    ville: str
    departement: str
    longitude: float
    latitude: float
    qualite: str
    under: str

    @property
    def has_point(self) -> bool:
        return not np.isnan(self.longitude)

    @property
    def precise(self) -> bool:
        return self.has_point and self.qualite not in {"", "commune"}


@dataclass(frozen=True, slots=True)
class _Placer:
    index: PlaceIndex
    ground: Ground
    centres: Centres

    def place(self, clues: _Clues) -> Placed:
        declared = declared_departements(clues.code_postal, clues.departement)
        written = self.index.find(clues.code_insee, clues.code_postal, clues.ville, clues.departement)
        agrees = bool(clues.under) and (not declared or self.index.departement_of(clues.under) in declared)
        if not written.commune:
            return self._under_point(clues) if agrees else self._lost(clues, declared)
        alerts = _WRITTEN_ALERTS.get(written.methode, ())
        base = self._base(written.commune, "publie" if written.methode in {"code", "ancien_code"} else "rapprochement")
        if not clues.precise:
            return self._at_centre(base, written, alerts)
        if clues.under == self.ground.holder(written.commune):
            return _at_point(base, clues, alerts)
        if self.ground.distance_m(written.commune, lon=clues.longitude, lat=clues.latitude) <= EDGE_M:
            return _at_point(base, clues, (*alerts, "position_au_bord"))
        if written.methode == "code_postal" and agrees:
            return self._under_point(clues)
        return self._at_centre(base, written, (*alerts, "position_ecartee"))

    def _base(self, commune: str, methode: str) -> Placed:
        return Placed(commune, self.index.departement_of(commune), commune_methode=methode)

    def _under_point(self, clues: _Clues) -> Placed:
        base = self._base(clues.under, "position")
        if clues.precise:
            return _at_point(base, clues, ("commune_corrigee",))
        return self._at_centre(base, Place(clues.under), ("commune_corrigee",))

    def _lost(self, clues: _Clues, declared: tuple[str, ...]) -> Placed:
        known = declared[0] if len(declared) == 1 and self.index.has_departement(declared[0]) else ""
        alerts = ("commune_non_retrouvee", "position_ecartee") if clues.has_point else ("commune_non_retrouvee",)
        return Placed(departement=known, alertes=alerts)

    def _at_centre(self, base: Placed, written: Place, alerts: tuple[str, ...]) -> Placed:
        for point, precision in (
            (self.centres.arrondissements.get(written.arrondissement), "arrondissement"),
            (self.centres.communes.get(written.commune), "commune"),
        ):
            if point is not None:
                lon, lat = point
                return replace(base, longitude=lon, latitude=lat, precision=precision, position_methode="centre", alertes=alerts)
        return replace(base, alertes=alerts)


def _at_point(base: Placed, clues: _Clues, alerts: tuple[str, ...]) -> Placed:
    lon, lat = clues.longitude, clues.latitude
    return replace(base, longitude=lon, latitude=lat, precision=clues.qualite, position_methode="geocodage", alertes=alerts)
