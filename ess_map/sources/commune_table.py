"""The table of communes: hierarchy, population, postcodes and zonings, all carried to the COG 2026."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ess_map.errors import SchemaError
from ess_map.sources import acv, postal_codes, pvd, zones_emploi, zrr

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from ess_map.sources.referential import Referential
    from ess_map.territories.lineage import Lineage


def commune_table(ref: Referential) -> pd.DataFrame:
    """
    Assemble what is known of each commune, boundaries excepted.

    Returns
    -------
    communes
        One row a commune in force, sorted by code: `code`, `nom`, `departement`, `region`, `epci`, `ept`, `zone_emploi`,
        `population` (Int64), `population_millesime`, `codes_postaux`, `siren`, `zrr`, `pvd`, `acv`. Text is never null.

    Raises
    ------
    SchemaError
        If a table names a commune that is not in force, or a commune has no zone d'emploi.
    """
    members = ref.epci_members.set_index("code")
    _refuse_strangers("epcicom.xlsx", members.index, ref)
    _refuse_strangers("ept_2025.csv", ref.ept_members["code"], ref)
    table = ref.communes.copy()
    codes = table["code"]
    table["epci"] = codes.map(members["epci"]).fillna("")
    table["ept"] = codes.map(ref.ept_members.set_index("code")["ept"]).fillna("")
    table["zone_emploi"] = codes.map(_zones_emploi(ref)).fillna("")
    population = _populations(ref)
    table["population"] = codes.map(population["population"]).astype("Int64")
    table["population_millesime"] = codes.map(population["millesime"]).fillna("non précisé")
    table["codes_postaux"] = codes.map(_postal_codes(ref)).fillna("")
    table["siren"] = codes.map(members["siren"]).fillna("")
    table["zrr"] = codes.map(_zrr(ref)).fillna("")
    table["pvd"] = codes.isin(_carried(ref.pvd["code"], pvd.COG, ref.lineage))
    table["acv"] = codes.isin(_carried(ref.acv["code"], acv.COG, ref.lineage))
    homeless = list(codes[table["zone_emploi"] == ""])
    if homeless:
        raise SchemaError("zones d’emploi 2020", [f"aucune zone pour la commune {code}" for code in homeless])
    return table


def _refuse_strangers(name: str, codes: Iterable[str], ref: Referential) -> None:
    strangers = sorted(set(codes) - ref.lineage.current)
    if strangers:
        raise SchemaError(name, [f"commune absente du COG 2026 «\u00a0{code}\u00a0»" for code in strangers])


def _zones_emploi(ref: Referential) -> dict[str, str]:
    """Give each commune the zone of the commune that keeps its code; a restored one has the zone of the commune it left."""
    found: dict[str, str] = {}
    rows = list(zip(ref.zones_emploi["code"], ref.zones_emploi["zone_emploi"], strict=True))
    for code, zone in rows:
        for heir in ref.lineage.heirs(code, zones_emploi.COG):
            found.setdefault(heir, zone)
    # Second pass: a merger of two zones keeps that of the commune whose code goes on.
    found.update({code: zone for code, zone in rows if code in ref.lineage.current})
    return found


def _populations(ref: Referential) -> pd.DataFrame:
    """Sum the arrondissements of Paris, Lyon and Marseille, published one by one, into their commune."""
    arrondissements = ref.parts[ref.parts["type"] == "ARM"].set_index("code")["commune"]
    table = ref.populations.copy()
    table["code"] = table["code"].map(arrondissements).fillna(table["code"])
    _refuse_strangers("donnees_communes.csv", table["code"], ref)
    return table.groupby("code").agg(population=("population", "sum"), millesime=("millesime", "first"))


def _postal_codes(ref: Referential) -> dict[str, str]:
    """Join the postcodes of a commune, of the communes merged into it and of its arrondissements."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, postcode in zip(ref.postal_codes["code"], ref.postal_codes["code_postal"], strict=True):
        for heir in ref.lineage.heirs(code, postal_codes.COG) or ref.lineage.resolve(code):
            found[heir].add(postcode)
    return {code: "|".join(sorted(postcodes)) for code, postcodes in found.items()}


def _zrr(ref: Referential) -> dict[str, str]:
    """Class a merged commune C or NC when all its parts were so, else PC, the publisher's own word for such a case."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, zone in zip(ref.zrr["code"], ref.zrr["zrr"], strict=True):
        for heir in ref.lineage.heirs(code, zrr.COG) or ref.lineage.resolve(code):
            found[heir].add(zone)
    return {code: zones.pop() if len(zones) == 1 else "PC" for code, zones in found.items()}


def _carried(codes: Iterable[str], since: str, lineage: Lineage) -> set[str]:
    carried = {code: lineage.carry(code, since) or next(iter(lineage.resolve(code)), "") for code in codes}
    lost = sorted(code for code, successor in carried.items() if not successor)
    if lost:
        raise SchemaError("zonages", [f"commune inconnue «\u00a0{code}\u00a0»" for code in lost])
    return set(carried.values())
