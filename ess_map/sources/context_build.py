"""Building the context marts: what official tables say of the people and the ground of each territory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pandas as pd

from ess_map.sources import cog, comparateur, movements, observatoire, revenus
from ess_map.sources.cards import write_cards
from ess_map.sources.context_cards import context_cards
from ess_map.sources.context_units import carry_units, whole_successors
from ess_map.sources.parquet import write_parquet
from ess_map.territories.lineage import Lineage

if TYPE_CHECKING:
    from pathlib import Path

PUBLISHED, SECRET, OTHER_GROUND = "publie", "secret", "perimetre_modifie"
"""What a published figure is: known; masked by its producer; of a ground that is not that of the commune any more."""
_PUBLISHED_COLUMNS = ["niveau", "code", "colonne", "valeur", "source", "millesime", "etat"]


def build(raw: Path, out: Path) -> None:
    """
    Build `contexte/ingredients.parquet`, `contexte/publies.parquet`, their account `contexte/bilan.json`, and the cards.

    Parameters
    ----------
    raw
        Folder of the public files, as published.
    out
        Data folder to fill.

    Raises
    ------
    SourceError
        If a file is missing or unreadable.
    SchemaError
        If a table breaks its contract.
    """
    communes, parts = cog.read_communes(raw), cog.read_parts(raw)
    lineage = Lineage(
        movements.read_movements(raw), frozenset(communes["code"]), dict(zip(parts["code"], parts["commune"], strict=True))
    )
    read = comparateur.read_comparateur(raw)
    days = dict.fromkeys(comparateur.TERRITORY.values(), comparateur.COG)
    days |= dict.fromkeys(comparateur.CENSUS.values(), comparateur.COG_CENSUS)
    ingredients, carried = carry_units(read.table, days, lineage)
    incomes, shares = revenus.read_revenus(raw), observatoire.read_observatoire(raw)
    published, medians = published_figures(incomes, shares, lineage)
    folder = out / "contexte"
    write_parquet(ingredients, folder / "ingredients.parquet")
    write_parquet(published, folder / "publies.parquet")
    account = {
        comparateur.ID: read.counts | carried | _unknown_communes(ingredients, lineage.current),
        revenus.ID: medians,
        observatoire.ID: {"chiffres_lus": len(shares), "chiffres_gardes": int((published["source"] == observatoire.ID).sum())},
    }
    (folder / "bilan.json").write_text(json.dumps(account, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    lines = {
        comparateur.ID: read.counts["lignes_lues"],
        revenus.ID: len(incomes),
        observatoire.ID: shares[["niveau", "code"]].drop_duplicates().shape[0],
    }
    write_cards(out, context_cards(raw, lines))


def published_figures(incomes: pd.DataFrame, shares: pd.DataFrame, lineage: Lineage) -> tuple[pd.DataFrame, dict[str, int]]:
    """
    Gather the figures that no sum can give: shares of the Observatoire, then the undated medians where it has none.

    Returns
    -------
    published
        Unique by level, code and column, sorted: `niveau`, `code` (in force), `colonne`, `valeur` (null unless `etat` is « publie »),
        `source`, `millesime`, `etat` (« publie », « secret », « perimetre_modifie »).
    counts
        What became of the rows of the undated file.
    """
    dated = shares[shares["niveau"] != "arrondissement"].assign(source=observatoire.ID, etat=PUBLISHED)
    dated["millesime"] = dated["colonne"].map(observatoire.VINTAGES)
    since = observatoire.COG
    split = {code for code in dated.loc[dated["niveau"] == "commune", "code"].unique() if len(lineage.heirs(code, since)) > 1}
    moved = (dated["niveau"] == "commune") & dated["code"].isin(split) & dated["colonne"].isin(observatoire.INCOME.values())
    dated.loc[moved, "etat"] = OTHER_GROUND
    dated.loc[moved, "valeur"] = float("nan")
    undated, counts = _medians(incomes, lineage)
    table = pd.concat([dated[_PUBLISHED_COLUMNS], undated], ignore_index=True)
    # The dated figure comes first: at equal ground, a year is worth more than none.
    table = table.drop_duplicates(["niveau", "code", "colonne"])
    return table.sort_values(["niveau", "code", "colonne"], ignore_index=True), counts


def _medians(incomes: pd.DataFrame, lineage: Lineage) -> tuple[pd.DataFrame, dict[str, int]]:
    same_ground = whole_successors(incomes["code"], revenus.COG, lineage)
    whole = incomes[incomes["code"].isin(same_ground)]
    table = pd.DataFrame({"code": whole["code"].map(same_ground), "valeur": whole["revenu_median"]})
    table["etat"] = table["valeur"].isna().map({True: SECRET, False: PUBLISHED})
    others = {heir for code in set(incomes["code"]) - set(same_ground) for heir in lineage.heirs(code, revenus.COG)}
    changed = pd.DataFrame({"code": sorted(others), "valeur": float("nan"), "etat": OTHER_GROUND})
    table = pd.concat([table, changed], ignore_index=True)
    table = table.assign(niveau="commune", colonne="revenu_median", source=revenus.ID, millesime="non précisé")
    arrondissements = sum(not lineage.heirs(code, revenus.COG) for code in incomes["code"])
    counts = {
        "lignes_lues": len(incomes),
        "communes_publiees": int((table["etat"] == PUBLISHED).sum()),
        "communes_secretes": int((table["etat"] == SECRET).sum()),
        "communes_au_perimetre_modifie": len(changed),
        "communes_absentes": len(lineage.current - set(table["code"])),
        "arrondissements_ecartes": arrondissements,
    }
    return table[_PUBLISHED_COLUMNS], counts


def _unknown_communes(ingredients: pd.DataFrame, current: frozenset[str]) -> dict[str, int]:
    sets = [communes.split("|") for communes in ingredients["communes"]]
    return {
        "communes_absentes": len(current.difference(*sets)),
        "communes_scindees_gardees_reunies": len({code for codes in sets if len(codes) > 1 for code in codes}),
    }
