"""Building the register: every source read, placed, admitted, merged; `data/acteurs` out, with the account of every line."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ess_map.actors import rules as rule_tables
from ess_map.actors import schema
from ess_map.actors.admission import PROOF_NEEDED, fictitious_siren, refusal
from ess_map.actors.assemble import register_table
from ess_map.actors.merge import Cluster, Line, merge
from ess_map.sources.actor_cards import actor_cards
from ess_map.sources.actor_sources import COMPLEMENT, ENRICHMENT, SOURCES
from ess_map.sources.balance import Balance, write_balance
from ess_map.sources.cards import write_cards
from ess_map.sources.france import load_france
from ess_map.sources.parquet import write_parquet
from ess_map.sources.places import out_of_reach
from ess_map.sources.placing import place
from ess_map.sources.siren_facts import SirenFacts, gather_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from ess_map.actors.rules import Rules
    from ess_map.sources.france import France

_NO_PLACE = {
    "code_commune": "",
    "departement": "",
    "precision_position": "inconnue",
    "commune_methode": "",
    "position_methode": "",
}

_OPERATOR = frozenset({"organisme_public", "forme_hors_ess"})

REPOSITORY_RULES = Path(__file__).resolve().parents[2] / "data" / rule_tables.FOLDER


def build(raw: Path, out: Path) -> dict[str, Balance]:
    """
    Build the register of actors; the territory marts of `out` must be there.

    Parameters
    ----------
    raw
        Folder of the public files, as published.
    out
        Data folder to fill.

    Returns
    -------
    balance
        Source -> account of its lines, as written in `acteurs/bilan.json`.

    Raises
    ------
    SourceError
        If a file is missing or unreadable.
    SchemaError
        If a table breaks its contract.
    """
    rules_dir = _rules_dir(out)
    rules = rule_tables.load(rules_dir)
    tables = {source.id: source.read(raw) for source in SOURCES}
    facts = gather_facts(tables, rules)
    france = load_france(raw, out, rules_dir)
    balance = {source.id: Balance(lus=len(tables[source.id])) for source in SOURCES}
    lines: list[Line] = []
    for source in SOURCES:
        if source.id not in ENRICHMENT:
            lines += _admit(source.id, tables[source.id], rules, facts, france, balance[source.id])
    clusters = merge(lines)
    _count(clusters, balance)
    for name in ENRICHMENT:
        _attach(name, tables[name], clusters, balance[name])
    table = register_table(clusters, rules, {*COMPLEMENT, *ENRICHMENT})
    schema.check(table)
    write_parquet(table, out / schema.FILE)
    write_balance(balance, table, out)
    write_cards(out, actor_cards(raw, rules_dir, {name: account.lus for name, account in balance.items()}))
    return balance


def _rules_dir(out: Path) -> Path:
    """Give the rules, those of the repository; a data folder elsewhere gets a copy, so that it explains itself."""
    folder = out / rule_tables.FOLDER
    if folder.resolve() != REPOSITORY_RULES:
        shutil.copytree(REPOSITORY_RULES, folder, dirs_exist_ok=True)
    return REPOSITORY_RULES


def _admit(name: str, table: pd.DataFrame, rules: Rules, facts: SirenFacts, france: France, balance: Balance) -> Iterator[Line]:
    placed = place(table, france.index, france.ground, france.centres)
    for row in _records(placed):
        line = _enriched(_line(name, row), rules, facts)
        reason = row["rejet"] or _refusal(line, rules, facts)
        if reason:
            balance.rejetes[reason] += 1
            continue
        balance.avertis.update(part for part in row["alertes"].split("|") if part)
        if row["siren"] and not line.siren:
            balance.avertis["siren_fictif"] += 1
        yield line


def _refusal(line: Line, rules: Rules, facts: SirenFacts) -> str:
    if line.siren in facts.closed:
        return "ferme"
    reasons = [
        refusal(
            rules,
            nom=nom,
            siren=line.siren,
            categorie=line.categorie_juridique,
            statut=line.statut,
            labels=frozenset(line.labels) | facts.labels.get(line.siren, frozenset()),
            known=line.siren in facts.known,
        )
        for nom in (line.nom, *line.autres_noms)
    ]
    # A place is what runs it: a public operator or a company, named beside it, is enough to refuse.
    reason = reasons[0] or next((reason for reason in reasons[1:] if reason in _OPERATOR), "")
    return reason or out_of_reach(line.code_postal) or ("" if line.place else "sans_lieu")


def _enriched(line: Line, rules: Rules, facts: SirenFacts) -> Line:
    """Add what other sources say of the SIREN; take off a SIREN that is not one."""
    if line.siren and fictitious_siren(rules, nom=line.nom, siren=line.siren, statut=line.statut):
        line = replace(line, siren="", siret="")
    if line.siren and not line.categorie_juridique and line.siren in facts.categories:
        category, source = facts.categories[line.siren]
        line = replace(line, categorie_juridique=category, categorie_source=source)
    if line.statut in {"", PROOF_NEEDED} and line.siren in facts.known and line.siren in facts.stated:
        line = replace(line, statut="association", statut_source=facts.stated[line.siren])
    return line


def _line(name: str, row: Mapping[str, object]) -> Line:
    def text(column: str) -> str:
        return str(row[column])

    def several(column: str) -> tuple[str, ...]:
        return tuple(part for part in text(column).split("|") if part)

    longitude, latitude = row["longitude"], row["latitude"]
    siret = text("siret")
    return Line(
        source=name,
        nom=text("nom"),
        autres_noms=several("autres_noms"),
        siret=siret,
        siren=siret[:9] or text("siren"),
        categorie_juridique=text("categorie_juridique"),
        statut=text("statut"),
        types=several("types"),
        labels=several("labels"),
        naf=text("naf"),
        effectif=text("effectif"),
        adresse=text("adresse"),
        code_postal=text("code_postal"),
        code_commune=text("code_commune"),
        departement=text("departement"),
        longitude=_degrees(longitude),
        latitude=_degrees(latitude),
        precision=text("precision_position"),
        commune_methode=text("commune_methode"),
        position_methode=text("position_methode"),
        site_web=text("site_web"),
        date_source=text("date_source"),
        date_creation=text("date_creation"),
    )


def _records(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    names = [str(name) for name in table.columns]
    for values in table.itertuples(index=False, name=None):
        yield dict(zip(names, values, strict=True))


def _degrees(value: object) -> float | None:
    return round(float(value), 6) if isinstance(value, float) and value == value else None  # noqa: PLR0124 - NaN


def _count(clusters: list[Cluster], balance: dict[str, Balance]) -> None:
    for cluster in clusters:
        balance[cluster.lines[0].source].retenus += 1
        for source, lines in Counter(line.source for line in cluster.lines[1:]).items():
            balance[source].fusionnes += lines


def _attach(name: str, table: pd.DataFrame, clusters: list[Cluster], balance: Balance) -> None:
    """Add to the actors what a source without places says of their SIREN; a line that joins nobody is without place."""
    by_siren: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        if cluster.siren:
            by_siren.setdefault(cluster.siren, []).append(cluster)
    for row in _records(table):
        line = _line(name, {**_NO_PLACE, **row, "longitude": None, "latitude": None})
        joined = by_siren.get(line.siren, []) if line.siren else []
        if row["rejet"] or not joined:
            balance.rejetes[str(row["rejet"]) or "non_rapproche"] += 1
            continue
        balance.fusionnes += 1
        for cluster in joined:
            cluster.lines.append(replace(line, siret=""))
