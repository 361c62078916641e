"""The tables of former codes and former names, so that nobody who asks for Rignat is told that it does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ess_map.territories.names import normalise

if TYPE_CHECKING:
    from ess_map.sources.referential import Referential
    from ess_map.territories.lineage import Lineage, Step

MOTIFS = {
    "30": "suppression",
    "31": "fusion",
    "32": "commune nouvelle",
    "33": "fusion-association",
    "34": "fusion",
    "35": "commune nouvelle",
    "41": "changement de département",
    "50": "transfert du chef-lieu",
}
"""Insee kind of event -> the French words of the column `motif`."""


def old_codes(ref: Referential) -> pd.DataFrame:
    """
    List every code that is not a commune in force and what became of it.

    Returns
    -------
    codes
        Sorted by `code`, unique: `code`, `nom` (last name under that code), `successeurs` (communes in force, "|" between
        several, "" if none), `date_effet` (ISO, "" if not dated), `motif` (French words), `resolu` (exactly one successor).
    """
    names = dict(zip(ref.communes["code"], ref.communes["nom"], strict=True))
    rows = [_former_commune(code, ref.lineage, names) for code in ref.lineage.codes() if code not in _arrondissements(ref)]
    rows += [
        (code, nom, commune, "", "arrondissement municipal", True)
        for kind, code, nom, commune in ref.parts.itertuples(index=False, name=None)
        if kind == "ARM"
    ]
    known = {row[0] for row in rows} | ref.lineage.current
    rows += [
        (code, nom, "", "", f"commune de {collectivite}, collectivité hors du périmètre", False)
        for code, nom, collectivite in ref.overseas_collectivities.itertuples(index=False, name=None)
        if code not in known
    ]
    columns = ["code", "nom", "successeurs", "date_effet", "motif", "resolu"]
    return pd.DataFrame(rows, columns=columns).sort_values("code", ignore_index=True)


def old_names(ref: Referential) -> pd.DataFrame:
    """
    List the names that communes in force, or codes now gone, bore before their last one.

    Returns
    -------
    names
        Unique pairs, sorted: `nom`, `code` (of the commune in force), `date_effet` (ISO day on which the name was left),
        `motif` (« changement de nom », « commune nouvelle »…). Names that read the same as today's are left out.
    """
    today = ref.communes.set_index("code")["nom"].to_dict()
    moves = ref.movements
    kept = moves[(moves["type_av"] == "COM") & (moves["type_ap"] == "COM") & (moves["nom_av"] != moves["nom_ap"])]
    kept = kept[kept["code_av"] == kept["code_ap"]]
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for mod, date, code, nom in kept[["mod", "date", "code_av", "nom_av"]].itertuples(index=False, name=None):
        commune = ref.lineage.resolve(code)
        if len(commune) == 1 and normalise(nom) != normalise(today[commune[0]]):
            found[nom, commune[0]] = (date, "changement de nom" if mod == "10" else MOTIFS.get(mod, "changement de nom"))
    # The déléguée of the seat has the code of the commune, hence no row among the old codes: only its name is to be kept.
    for nom, code in ref.parts.loc[ref.parts["code"].isin(ref.lineage.current), ["nom", "code"]].itertuples(
        index=False, name=None
    ):
        if normalise(nom) != normalise(today[code]):
            found.setdefault((nom, code), ("", "commune déléguée"))
    rows = [(nom, code, date, motif) for (nom, code), (date, motif) in sorted(found.items())]
    return pd.DataFrame(rows, columns=["nom", "code", "date_effet", "motif"])


def _arrondissements(ref: Referential) -> frozenset[str]:
    return frozenset(ref.parts.loc[ref.parts["type"] == "ARM", "code"])


def _former_commune(code: str, lineage: Lineage, names: dict[str, str]) -> tuple[str, str, str, str, str, bool]:
    end = lineage.ending(code)
    if end is None:
        raise AssertionError(f"{code}: neither in force nor ended")
    successors = lineage.resolve(code)
    kept = _keeps_the_name(end, successors, names)
    return (code, end.nom, "|".join(kept), end.date, MOTIFS.get(end.mod, "suppression"), len(kept) == 1)


def _keeps_the_name(end: Step, successors: tuple[str, ...], names: dict[str, str]) -> tuple[str, ...]:
    """Among the heirs of a commune cut in pieces, the one whose name carries the old one (Verdey: Mœurs-Verdey), if alone."""
    wanted = normalise(end.nom)
    heirs = tuple(code for code in successors if wanted in normalise(names[code]))
    return heirs if len(successors) > 1 and len(heirs) == 1 else successors
