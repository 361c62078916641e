"""One actor for several lines: the identity rule (SIRET, else SIREN and place, else name and place) and how lines are joined."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ess_map.actors.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEGAL_OPENINGS = frozenset({"association", "assoc", "asso", "ass"})
_ARTICLES = frozenset({"l", "le", "la", "les", "d", "de", "du", "des"})

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one source, cleaned, placed and admitted. Texts are empty when unknown, coordinates None."""

    source: str
    nom: str
    autres_noms: tuple[str, ...] = ()
    siret: str = ""
    siren: str = ""
    categorie_juridique: str = ""
    categorie_source: str = ""
    """Source of the legal category when another than that of the line, joined by SIREN."""
    statut: str = ""
    statut_source: str = ""
    """Source that states the family, when another than that of the line, joined by SIREN."""
    types: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    naf: str = ""
    effectif: str = ""
    adresse: str = ""
    code_postal: str = ""
    code_commune: str = ""
    departement: str = ""
    longitude: float | None = None
    latitude: float | None = None
    precision: str = "inconnue"
    commune_methode: str = ""
    position_methode: str = ""
    site_web: str = ""
    date_source: str = ""
    date_creation: str = ""

    @property
    def place(self) -> str:
        """Commune code, or « d75 » when the département alone is known, or an empty text."""
        return self.code_commune or (f"d{self.departement}" if self.departement else "")


@dataclass(slots=True, eq=False)
class Cluster:
    """The lines of one actor, in the order of the sources."""

    lines: list[Line] = field(default_factory=list)

    @property
    def siret(self) -> str:
        """The SIRET that one of the lines gives, at most one by construction."""
        return next((line.siret for line in self.lines if line.siret), "")

    @property
    def siren(self) -> str:
        """The SIREN that one of the lines gives."""
        return next((line.siren for line in self.lines if line.siren), "")

    @property
    def identifiant(self) -> str:
        """SIRET, else « SIREN-place », else « n- » and 12 figures of the hash of name and place: safe in an address, stable."""
        if self.siret:
            return self.siret
        first = next((line for line in self.lines if line.siren and line.place), None)
        if first is not None:
            return f"{first.siren}-{first.place}"
        line = self.lines[0]
        return "n-" + hashlib.sha256(f"{name_key(line.nom)}|{line.place}".encode()).hexdigest()[:12]


def name_key(nom: str) -> str:
    """
    Give the form under which two names are the same actor in one place.

    The word « association » that opens a name and the article after it are left out, unless nothing would remain.
    """
    words = fold(nom).split()
    kept = words[1:] if words and words[0] in _LEGAL_OPENINGS else words
    while len(kept) > 1 and kept[0] in _ARTICLES:
        kept = kept[1:]
    return " ".join(kept or words)


def merge(lines: Iterable[Line]) -> list[Cluster]:
    """
    Put together the lines of one actor.

    Parameters
    ----------
    lines
        In the order of the sources, the best known first: the first line of a cluster gives its name.

    Returns
    -------
    clusters
        One an actor, in the order of their first lines; every line is in exactly one.

    Notes
    -----
    Two lines with different SIRET are two actors, whatever else they share. A line with a SIREN alone joins the lowest
    SIRET of that SIREN in the same place. A line without number joins an actor of the same name in the same place.
    """
    return _Merger(list(lines)).run()


class _Merger:
    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._owner: dict[int, Cluster] = {}
        self._by_siret: dict[str, Cluster] = {}
        self._by_siren: dict[Key, list[Cluster]] = defaultdict(list)
        self._by_name: dict[Key, list[Cluster]] = defaultdict(list)

    def run(self) -> list[Cluster]:
        self._join_sirets()
        self._join_sirens()
        for rank, cluster in self._owner.items():
            self._know_names(self._lines[rank], cluster)
        self._join_names()
        return self._in_order()

    def _join_sirets(self) -> None:
        for rank, line in enumerate(self._lines):
            if line.siret:
                cluster = self._settle(rank, self._by_siret.get(line.siret))
                self._by_siret[line.siret] = cluster
                _know(self._by_siren, (line.siren, line.place), cluster)

    def _join_sirens(self) -> None:
        for rank, line in enumerate(self._lines):
            if line.siren and not line.siret:
                cluster = self._settle(rank, _lowest(self._by_siren.get((line.siren, line.place), [])))
                _know(self._by_siren, (line.siren, line.place), cluster)

    def _join_names(self) -> None:
        for rank, line in enumerate(self._lines):
            if rank not in self._owner:
                known = next((found for key in _name_keys(line) if (found := self._by_name.get(key))), [])
                self._know_names(line, self._settle(rank, _lowest(known)))

    def _know_names(self, line: Line, cluster: Cluster) -> None:
        for key in _name_keys(line):
            _know(self._by_name, key, cluster)

    def _settle(self, rank: int, cluster: Cluster | None) -> Cluster:
        cluster = cluster or Cluster()
        cluster.lines.append(self._lines[rank])
        self._owner[rank] = cluster
        return cluster

    def _in_order(self) -> list[Cluster]:
        """Give the clusters with their lines in the order of the sources, whichever rule brought them together."""
        ordered: dict[int, Cluster] = {}
        for rank, line in enumerate(self._lines):
            ordered.setdefault(id(self._owner[rank]), Cluster()).lines.append(line)
        return list(ordered.values())


def _name_keys(line: Line) -> list[Key]:
    return [(name_key(nom), line.place) for nom in (line.nom, *line.autres_noms)]


def _know(index: dict[Key, list[Cluster]], key: Key, cluster: Cluster) -> None:
    if all(key) and cluster not in index[key]:
        index[key].append(cluster)


def _lowest(clusters: list[Cluster]) -> Cluster | None:
    return min(clusters, key=lambda cluster: cluster.identifiant, default=None)
