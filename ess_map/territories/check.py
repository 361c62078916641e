"""Proving the territory data: one parent a level, sums that match what is published, boundaries that fit, former codes that lead somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from ess_map.errors import SourceError
from ess_map.territories.atlas import COMMUNE_COLUMNS, LEVEL_COLUMNS
from ess_map.territories.hierarchy import PARENT_LEVELS
from ess_map.territories.marts import REMEDY, read_mart
from ess_map.territories.model import Niveau
from ess_map.typography import number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_EXPECTED = {
    Niveau.COMMUNE: (34_875, "communes"),
    Niveau.DEPARTEMENT: (101, "départements"),
    Niveau.REGION: (18, "régions"),
    Niveau.EPCI: (1_255, "EPCI"),
    Niveau.EPT: (11, "EPT"),
    Niveau.ZONE_EMPLOI: (306, "zones d’emploi"),
}
"""Sizes of the COG 2026 and of the lists embedded with it."""
_OPTIONAL = (Niveau.EPCI, Niveau.EPT)
"""Levels that not every commune belongs to: four islands have no EPCI, the EPT are those of the Grand Paris."""
_MAX_EPCI_LESS = 4
TOTALS = "territoires/totaux_publies.csv"
"""Totals copied by hand from the pages whose address each row bears."""
_PLACES = 5
"""Places named in a finding before « … »."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was verified, in French."""

    ok: bool
    quoi: str
    detail: str
    remede: str = ""
    """What to do; empty when all is well."""


def run(data_dir: Path) -> list[Finding]:
    """
    Verify the territory part of the data folder.

    Raises
    ------
    SourceError
        If a file is missing or unreadable.
    SchemaError
        If a table lacks a column.
    """
    # Boundaries are the long part, five seconds: imported here, they do not slow the start of what only needs `Finding`.
    from ess_map.territories import check_contours  # noqa: PLC0415

    communes = read_mart(data_dir, "territoires/communes.parquet", COMMUNE_COLUMNS)
    levels = read_mart(data_dir, "territoires/territoires.parquet", LEVEL_COLUMNS)
    old = read_mart(
        data_dir, "territoires/anciens_codes.parquet", ("code", "nom", "successeurs", "date_effet", "motif", "resolu")
    )
    return [
        counts(communes, levels),
        parents(communes, levels),
        nesting(communes),
        sums(communes, levels),
        published(levels, _published_totals(data_dir)),
        former_codes(communes, old),
        *check_contours.run(data_dir, communes),
    ]


def counts(communes: pd.DataFrame, levels: pd.DataFrame) -> Finding:
    """Compare the size of each level with the official lists."""
    found = {Niveau.COMMUNE: communes["code"].nunique()} | {
        niveau: int((levels["niveau"] == niveau.value).sum()) for niveau in _EXPECTED if niveau is not Niveau.COMMUNE
    }
    wrong = [
        f"{number(found[niveau])} {words} au lieu de {number(expected)}"
        for niveau, (expected, words) in _EXPECTED.items()
        if found[niveau] != expected
    ]
    detail = ", ".join(f"{number(found[niveau])} {words}" for niveau, (_, words) in _EXPECTED.items())
    return _finding("Nombre de territoires", wrong, detail)


def parents(communes: pd.DataFrame, levels: pd.DataFrame) -> Finding:
    """Verify that every commune has exactly one parent at each level, that exists; « none » is allowed for EPCI and EPT alone."""
    problems: list[str] = []
    problems += [f"commune en double {code}" for code in communes.loc[communes["code"].duplicated(), "code"]]
    for niveau in PARENT_LEVELS:
        known = set(levels.loc[levels["niveau"] == niveau.value, "code"])
        allowed = known | {""} if niveau in _OPTIONAL else known
        strangers = communes.loc[~communes[niveau.value].isin(allowed), "code"]
        problems += [f"{code} sans {niveau.value} connu" for code in strangers]
        problems += [f"{niveau.value} {code} sans commune" for code in sorted(known - set(communes[niveau.value]))]
    alone = list(communes.loc[communes["epci"] == "", "nom"])
    if len(alone) > _MAX_EPCI_LESS:
        problems.append(f"{len(alone)} communes sans EPCI")
    return _finding("Un parent par niveau", problems, f"communes sans EPCI\u00a0: {', '.join(alone)}")


def nesting(communes: pd.DataFrame) -> Finding:
    """Verify that a département lies in one région, and an EPT in one EPCI."""
    problems = []
    for inner, outer in (("departement", "region"), ("ept", "epci")):
        pairs = communes.loc[communes[inner] != "", [inner, outer]].drop_duplicates()
        problems += [f"{inner} {code} à cheval" for code in sorted(set(pairs.loc[pairs[inner].duplicated(), inner]))]
    return _finding("Emboîtement des niveaux", problems, "départements dans les régions, EPT dans la Métropole du Grand Paris")


def sums(communes: pd.DataFrame, levels: pd.DataFrame) -> Finding:
    """Verify that the population of each territory is the sum of its communes, and missing only where one is missing."""
    problems = [f"population absente\u00a0: {code}" for code in communes.loc[communes["population"].isna(), "code"]]
    for niveau in (*PARENT_LEVELS, Niveau.FRANCE):
        mine = levels[levels["niveau"] == niveau.value].set_index("code")
        keys = pd.Series("FR", index=communes.index) if niveau is Niveau.FRANCE else communes[niveau.value]
        summed = communes.groupby(keys)["population"].sum()
        wrong = mine.index[mine["population"].ne(summed.loc[mine.index]).fillna(value=True)]
        problems += [f"somme fausse\u00a0: {niveau.value}:{code}" for code in wrong]
    detail = f"{number(communes['population'].sum())} habitants, {number(len(communes))} communes"
    return _finding("Populations additionnées", problems, detail)


def published(levels: pd.DataFrame, totals: pd.DataFrame) -> Finding:
    """Compare populations with the totals that Insee published, to the inhabitant and with their vintage."""
    found = levels.set_index(["niveau", "code"])
    problems = []
    for niveau, code, population, millesime in totals[["niveau", "code", "population", "millesime"]].itertuples(
        index=False, name=None
    ):
        mine = found.loc[(niveau, code)]
        if int(mine["population"]) != int(population) or mine["population_millesime"] != millesime:
            problems.append(f"{niveau}:{code}\u00a0: {mine['population']} au lieu de {population} ({millesime})")
    return _finding("Populations publiées", problems, f"{len(totals)} totaux de l’Insee retrouvés à l’habitant près")


def former_codes(communes: pd.DataFrame, old: pd.DataFrame) -> Finding:
    """Verify that every former code leads to communes in force, or says why it cannot."""
    current = set(communes["code"])
    heirs = old["successeurs"].str.split("|").map(lambda codes: [code for code in codes if code])
    strays = [not set(codes) <= current for codes in heirs]
    problems = [f"{code} mène hors de la liste" for code in old.loc[strays, "code"]]
    problems += [f"{code} est encore une commune" for code in sorted(set(old["code"]) & current)]
    problems += [f"{code} en double" for code in old.loc[old["code"].duplicated(), "code"]]
    problems += [f"{code} sans motif" for code in old.loc[old["motif"] == "", "code"]]
    problems += [f"{code} mal classé" for code in old.loc[old["resolu"] != (heirs.str.len() == 1), "code"]]
    shared = int((heirs.str.len() > 1).sum())
    outside = int((heirs.str.len() == 0).sum())
    detail = (
        f"{number(len(old))} codes, dont {number(old['resolu'].sum())} mènent à une commune, {shared} à plusieurs (territoire partagé) "
        f"et {outside} hors du périmètre (collectivités d’outre-mer)"
    )
    return _finding("Anciens codes", problems, detail)


def _published_totals(data_dir: Path) -> pd.DataFrame:
    try:
        return pd.read_csv(data_dir / TOTALS, sep=";", dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        raise SourceError(f"data/{TOTALS}", "est introuvable ou endommagé", REMEDY) from error


def _finding(quoi: str, problems: Iterable[str], detail: str) -> Finding:
    wrong = list(problems)
    if not wrong:
        return Finding(ok=True, quoi=quoi, detail=detail)
    more = f" … et {len(wrong) - _PLACES} autres" if len(wrong) > _PLACES else ""
    return Finding(ok=False, quoi=quoi, detail="\u202f; ".join(wrong[:_PLACES]) + more, remede=REMEDY)
