"""Context figures that are computed: each one is a rule on sums, so that it holds for a commune as for any set of communes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable

YEARS_OF_CHANGE = 6
"""From the census of 2015 to that of 2021."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule on sums over communes."""

    needs: tuple[str, ...]
    """Ingredients; the rule reads their sums over the communes that have all of them."""
    apply: Callable[..., pd.Series[float]]
    """Takes the sums in the order of `needs`; null where its denominator is null or 0."""


def ratio(part: pd.Series[float], whole: pd.Series[float], *, times: float = 1.0) -> pd.Series[float]:
    """
    Divide, and multiply by `times`.

    Returns
    -------
    ratio
        Same index; null where `whole` is 0 or null: nobody there, no rate.
    """
    return part / whole.where(whole > 0) * times


def annual_change_pct(before: pd.Series[float], after: pd.Series[float], *, years: int = YEARS_OF_CHANGE) -> pd.Series[float]:
    """
    Compute the mean annual change, in percent: the constant rate that leads from `before` to `after`.

    Returns
    -------
    change
        Same index; null where nobody lived before or nobody lives after (no rate leads to 0).

    Examples
    --------
    >>> float(annual_change_pct(pd.Series([100.0]), pd.Series([121.0]), years=2).round(6).iloc[0])
    10.0
    """
    growth = after.where(after > 0) / before.where(before > 0)
    return (growth ** (1 / years) - 1) * 100


def _percent(part: pd.Series[float], whole: pd.Series[float]) -> pd.Series[float]:
    return ratio(part, whole, times=100)


def _natural_balance(births: pd.Series[float], deaths: pd.Series[float], population: pd.Series[float]) -> pd.Series[float]:
    return ratio(births - deaths, population, times=1000)


RULES: dict[str, Rule] = {
    "densite_hab_km2": Rule(("population", "superficie_km2"), ratio),
    "evolution_population_pct_an": Rule(("population_2015", "population_2021"), annual_change_pct),
    "taux_chomage_pct": Rule(("chomeurs_15_64_2021", "actifs_15_64_2021"), _percent),
    "solde_naturel_pour_mille": Rule(("naissances_2022", "deces_2022", "population_2021"), _natural_balance),
    "taille_menages": Rule(("population_2021", "menages_2021"), ratio),
    "distance_prefecture_km": Rule(("habitants_km", "population"), ratio),
    "part_population_zrr_pct": Rule(("population_zrr", "population"), _percent),
    "part_population_pvd_pct": Rule(("population_pvd", "population"), _percent),
    "part_population_acv_pct": Rule(("population_acv", "population"), _percent),
}
"""Column -> its rule."""


def joined(units: pd.DataFrame, name: str, needs: tuple[str, ...]) -> pd.DataFrame:
    """
    Keep, for a rule, the units that have every ingredient it needs.

    A sum of births over some communes must not be divided by a population over others. Where an ingredient is known for a set
    of communes only (a commune split since), the others are summed over that set, and its members no longer stand alone.

    Parameters
    ----------
    units
        `communes` and one number a column.
    name
        Prefix of the columns that come back.
    needs
        Columns of `units`.

    Returns
    -------
    units
        `communes` (same rows), then `name.need` for each need: all known, or all null.
    """
    table = units.set_index("communes")[list(needs)]
    for communes in table.index[table.index.str.contains("|", regex=False)]:
        members = [code for code in communes.split("|") if code in table.index]
        if table.loc[communes].notna().any():
            alone = table.loc[members].sum(min_count=len(communes.split("|")))
            table.loc[communes] = table.loc[communes].fillna(alone)
            table.loc[members] = float("nan")
    table = table.where(table.notna().all(axis=1))
    return table.add_prefix(f"{name}.").reset_index()


def apply_rules(sums: pd.DataFrame) -> pd.DataFrame:
    """Compute every rule from the sums of its own ingredients (columns `rule.need`); one row a territory, one column a rule."""
    return pd.DataFrame(
        {name: rule.apply(*(sums[f"{name}.{need}"] for need in rule.needs)) for name, rule in RULES.items()}, index=sums.index
    )
