"""The table of levels above the commune: EPCI, EPT, zones d'emploi, départements, régions, France."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ess_map.territories.model import Niveau

if TYPE_CHECKING:
    from ess_map.sources.referential import Referential


def level_table(ref: Referential, communes: pd.DataFrame) -> pd.DataFrame:
    """
    Name every territory above the commune and sum its members.

    Parameters
    ----------
    ref
        The official tables.
    communes
        Table of communes with their parents and population.

    Returns
    -------
    levels
        Sorted by level (finest first) then code: `niveau`, `code`, `nom`, `nature`, `departement` ("" above or across), `chef_lieu`
        ("" when the source names none), `population` (Int64, null if a member has none), `population_millesime`, `n_communes`.
    """
    frames = [_with_members(named, niveau, communes) for niveau, named in _named(ref, communes).items()]
    return pd.concat(frames, ignore_index=True)


def _named(ref: Referential, communes: pd.DataFrame) -> dict[Niveau, pd.DataFrame]:
    epci = ref.epci_members.drop_duplicates("epci")[["epci", "nom", "nature", "departement"]]
    ept = ref.ept_members.drop_duplicates("ept")[["ept", "nom"]]
    zones = ref.zones_emploi.drop_duplicates("zone_emploi")[["zone_emploi", "nom"]]
    departements = ref.departements.assign(departement=ref.departements["code"])
    return {
        Niveau.EPT: ept.set_axis(["code", "nom"], axis=1).assign(nature="Établissement public territorial"),
        Niveau.EPCI: epci.rename(columns={"epci": "code"}),
        Niveau.ZONE_EMPLOI: zones[zones["zone_emploi"].isin(communes["zone_emploi"])]
        .set_axis(["code", "nom"], axis=1)
        .assign(nature="Zone d’emploi"),
        Niveau.DEPARTEMENT: departements[["code", "nom", "departement", "chef_lieu"]].assign(nature="Département"),
        Niveau.REGION: ref.regions[["code", "nom", "chef_lieu"]].assign(nature="Région"),
        Niveau.FRANCE: pd.DataFrame({"code": ["FR"], "nom": ["France"], "nature": ["Pays"]}),
    }


def _with_members(named: pd.DataFrame, niveau: Niveau, communes: pd.DataFrame) -> pd.DataFrame:
    key = pd.Series("FR", index=communes.index) if niveau is Niveau.FRANCE else communes[str(niveau)]
    groups = communes[key != ""].groupby(key[key != ""])
    members = pd.DataFrame(
        {
            # A sum with a hole is no sum.
            "population": groups["population"].sum().where(groups["population"].count() == groups.size()),
            "population_millesime": groups["population_millesime"].agg(_vintages),
            "n_communes": groups.size(),
            "_departement": groups["departement"].agg(_only),
        }
    )
    table = named.sort_values("code").merge(members, left_on="code", right_index=True, validate="one_to_one")
    columns = ["code", "nom", "nature", "departement", "chef_lieu", *members.columns]
    table = table.reindex(columns=columns, fill_value="")
    if niveau in {Niveau.EPT, Niveau.ZONE_EMPLOI}:
        table["departement"] = table["_departement"]
    table.insert(0, "niveau", str(niveau))
    return table.drop(columns="_departement")


def _only(values: pd.Series) -> str:
    found = set(values)
    return found.pop() if len(found) == 1 else ""


def _vintages(values: pd.Series) -> str:
    return " et ".join(sorted(set(values), reverse=True))
