"""The context of every territory of a level, as tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ess_map.indicators.context_columns import PUBLISHED, SUM, context_columns
from ess_map.indicators.context_rules import RULES, apply_rules, joined
from ess_map.indicators.prefecture import distances_km
from ess_map.territories.model import Niveau

if TYPE_CHECKING:
    from ess_map.indicators.context_sums import Sums
    from ess_map.territories.atlas import Atlas

EPCI_RANKS = {
    "Communauté de communes": 1.0,
    "Communauté d’agglomération": 2.0,
    "Communauté urbaine": 3.0,
    "Métropole": 4.0,
    "Métropole (collectivité à statut particulier)": 4.0,
}
_ZRR_CLASSED = ("C", "PC")
_PER_COMMUNE = (
    "distance_prefecture_km", "part_population_zrr_pct", "part_population_pvd_pct", "part_population_acv_pct",
)  # fmt: skip
"""Rules that weigh by the population: a single commune has the figure itself, even where nobody lives."""


@dataclass(frozen=True, eq=False)
class LevelTable:
    """The context of the territories of one level; the three frames have the same index (code, sorted) and columns."""

    frame: pd.DataFrame
    """Figures; null where unknown, be it for a single member commune."""
    known: pd.DataFrame
    """The same, computed on the communes that have a figure: to be shown only with the number of those that have none."""
    missing: pd.DataFrame
    """Number of member communes without a figure; 0 for what is published as it is."""
    members: pd.Series[int]
    """Number of member communes."""


def commune_facts(communes: pd.DataFrame, levels: pd.DataFrame) -> pd.DataFrame:
    """
    Give what the atlas knows of each commune, as ingredients and as figures.

    Returns
    -------
    facts
        Indexed by code: `population`, `population_zrr`, `population_pvd`, `population_acv`, `habitants_km` (inhabitants times kilometres
        to the préfecture), `area_km2`, and the columns that weigh by the population in their form for one commune.
    """
    departements = levels[levels["niveau"] == str(Niveau.DEPARTEMENT)]
    seats: dict[str, str] = dict(zip(departements["code"], departements["chef_lieu"], strict=True))
    facts = pd.DataFrame(
        {"population": communes["population"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)}, communes.index
    )
    facts["area_km2"] = communes["area_km2"].astype(float)
    facts["distance_prefecture_km"] = distances_km(communes, seats)
    facts["habitants_km"] = facts["population"] * facts["distance_prefecture_km"]
    belongs = {
        "zrr": communes["zrr"].isin(_ZRR_CLASSED).astype(float).where(communes["zrr"] != ""),
        "pvd": communes["pvd"].astype(float),
        "acv": communes["acv"].astype(float),
    }
    for zoning, share in belongs.items():
        facts[f"population_{zoning}"] = facts["population"] * share
        facts[f"part_population_{zoning}_pct"] = share * 100
    return facts


def ingredient_units(units: pd.DataFrame, facts: pd.DataFrame) -> pd.DataFrame:
    """
    Complete the ingredients with the facts of the atlas, and prepare those of each rule.

    Parameters
    ----------
    units
        Mart of the ingredients: `communes` and one number a column.
    facts
        From `commune_facts`.

    Returns
    -------
    units
        One row a commune or a set; the columns that add up, then `rule.need` for every rule.
    """
    everyone = facts.index.union(pd.Index(units["communes"]))
    table = units.set_index("communes").reindex(everyone)
    for column in ("population", "population_zrr", "population_pvd", "population_acv", "habitants_km"):
        table[column] = facts[column].reindex(everyone)
    inside = {code for communes in units["communes"] if "|" in communes for code in communes.split("|")}
    measured = facts["area_km2"].reindex(everyone).where(~everyone.isin(inside))
    table["superficie_km2"] = table["superficie_km2"].fillna(measured)
    table = table.rename_axis("communes").reset_index()
    ready = [joined(table, name, rule.needs).set_index("communes") for name, rule in RULES.items()]
    return pd.concat([table.set_index("communes"), *ready], axis=1).reset_index()


def level_table(niveau: Niveau, sums: Sums, published: pd.DataFrame, facts: pd.DataFrame, atlas: Atlas) -> LevelTable:
    """Assemble the table of a level from the sums of its ingredients, the figures published for it, and the facts of the communes."""
    frame, known = _computed(sums.whole), _computed(sums.known)
    if niveau is Niveau.COMMUNE:
        for column in _PER_COMMUNE:
            frame[column] = known[column] = facts[column].reindex(frame.index)
    for table in (frame, known):
        for name, described in context_columns().items():
            if described.construction == PUBLISHED:
                table[name] = published[name].reindex(table.index) if name in published else np.nan
        _place(table, niveau, atlas)
    names = list(context_columns())
    frame, known = frame[names], known[names]
    # Of single communes both say the same: one table, not two.
    return LevelTable(frame, frame if known.equals(frame) else known, _missing(sums)[names].astype(np.int32), sums.members)


def _computed(sums: pd.DataFrame) -> pd.DataFrame:
    columns = context_columns()
    simple = sums[[name for name in columns if columns[name].construction == SUM]]
    return pd.concat([simple, apply_rules(sums)], axis=1)


def _missing(sums: Sums) -> pd.DataFrame:
    table = pd.DataFrame(0, index=sums.missing.index, columns=list(context_columns()))
    for name, described in context_columns().items():
        if described.construction == SUM:
            table[name] = sums.missing[name]
        elif name in RULES:
            table[name] = sums.missing[f"{name}.{RULES[name].needs[0]}"]
    return table


def _place(table: pd.DataFrame, niveau: Niveau, atlas: Atlas) -> None:
    """Add the nature of the EPCI, and the place of a commune in it."""
    table["epci_nature"] = None
    table[["epci_rang", "rang_dans_epci", "part_dans_epci_pct"]] = np.nan
    levels = atlas.levels[atlas.levels["niveau"] == str(Niveau.EPCI)].set_index("code")
    if niveau is Niveau.EPCI:
        table["epci_nature"] = levels["nature"].reindex(table.index).astype(object)
    elif niveau is Niveau.COMMUNE:
        epci = atlas.communes["epci"].reindex(table.index)
        table["epci_nature"] = epci.map(levels["nature"]).astype(object).where(epci != "", None)
        within = table["population"].where(epci != "").groupby(epci)
        table["rang_dans_epci"] = within.rank(ascending=False, method="min")
        table["part_dans_epci_pct"] = table["population"].where(epci != "") / within.transform("sum") * 100
    table["epci_rang"] = table["epci_nature"].map(EPCI_RANKS).astype(float)
