"""The documented tables of `data/acteurs/regles`: every line a code or a word, what we read in it, and the reason."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.actors import model
from ess_map.actors.words import WordTable
from ess_map.errors import SchemaError, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FOLDER = "acteurs/regles"

PERIMETRES = ("ess", "a_trancher", "commercial", "hors_ess", "public", "personne_physique", "etranger")

_REMEDY = "Reprenez le dossier «\u00a0data\u00a0» du dépôt."


@dataclass(frozen=True, slots=True)
class LegalCategory:
    """A catégorie juridique of Insee and what it says of the family."""

    code: str
    libelle: str
    famille: str
    """Key of `model.FAMILLES`, empty outside the perimeter."""
    perimetre: str
    """One of `PERIMETRES`."""
    type: str
    """Key of `model.TYPES` that the category names (Scop, Cuma, fondation…), or empty."""
    raison: str


@dataclass(frozen=True)
class Rules:
    """Every table, ready to be asked."""

    categories: Mapping[str, LegalCategory]
    naf_themes: Mapping[str, tuple[str, ...]]
    type_themes: Mapping[str, tuple[str, ...]]
    type_families: Mapping[str, str]
    family_words: WordTable[str]
    family_openings: WordTable[str]
    false_friends: WordTable[str]
    type_words: WordTable[str]
    theme_words: WordTable[tuple[str, ...]]
    public_openings: WordTable[str]
    """Opening of a name -> « certain » or « probable »."""
    public_words: WordTable[str]
    company_words: WordTable[str]


def load(rules_dir: Path) -> Rules:
    """
    Read the tables of a folder.

    Raises
    ------
    SourceError
        If a table is missing or unreadable.
    SchemaError
        If a table names a family, a theme, a type or a perimeter that does not exist; every problem is listed.
    """
    categories = {
        row["code"]: LegalCategory(row["code"], row["libelle"], row["famille"], row["perimetre"], row["type"], row["raison"])
        for row in read_rows(rules_dir, "categories_juridiques.csv")
    }
    families = read_rows(rules_dir, "mots_familles.csv")
    public = read_rows(rules_dir, "mots_publics.csv")
    rules = Rules(
        categories=categories,
        naf_themes=_themes(rules_dir, "naf_themes.csv", "naf"),
        type_themes=_themes(rules_dir, "types_themes.csv", "type"),
        type_families={row["type"]: row["famille"] for row in read_rows(rules_dir, "types_familles.csv") if row["famille"]},
        family_words=WordTable.of({row["mot"]: row["famille"] for row in families if row["place"] == "partout"}),
        family_openings=WordTable.of({row["mot"]: row["famille"] for row in families}, at_start=True),
        false_friends=WordTable.of({row["expression"]: row["raison"] for row in read_rows(rules_dir, "mots_faux_amis.csv")}),
        type_words=WordTable.of({row["mot"]: row["type"] for row in read_rows(rules_dir, "mots_types.csv")}),
        theme_words=WordTable.of(_themes(rules_dir, "mots_themes.csv", "mot")),
        public_openings=WordTable.of({row["mot"]: row["certitude"] for row in public if row["place"] == "debut"}, at_start=True),
        public_words=WordTable.of({row["mot"]: row["certitude"] for row in public if row["place"] == "partout"}),
        company_words=WordTable.of({row["mot"]: row["raison"] for row in read_rows(rules_dir, "mots_societes.csv")}),
    )
    _check(rules)
    return rules


def read_rows(rules_dir: Path, name: str) -> list[dict[str, str]]:
    """
    Read one table as it is written, with its reasons.

    Raises
    ------
    SourceError
        If the table is missing or unreadable.
    """
    path = rules_dir / name
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(str(path), "manque ou est illisible", _REMEDY) from error


def _themes(rules_dir: Path, name: str, key: str) -> dict[str, tuple[str, ...]]:
    return {row[key]: tuple(part for part in row["themes"].split("|") if part) for row in read_rows(rules_dir, name)}


def _check(rules: Rules) -> None:
    families = [*rules.type_families.values(), *rules.family_words.meanings.values()]
    families += [category.famille for category in rules.categories.values() if category.famille]
    tables = (rules.naf_themes, rules.type_themes, rules.theme_words.meanings)
    themes = [theme for table in tables for values in table.values() for theme in values]
    types = [*rules.type_themes, *rules.type_families, *rules.type_words.meanings.values()]
    types += [category.type for category in rules.categories.values() if category.type]
    problems = _unknown("famille", families, model.FAMILLES) + _unknown("thème", themes, model.THEMES)
    problems += _unknown("type", types, model.TYPES)
    problems += _unknown("périmètre", (category.perimetre for category in rules.categories.values()), PERIMETRES)
    if problems:
        raise SchemaError(FOLDER, problems)


def _unknown(kind: str, values: Iterable[str], allowed: Iterable[str]) -> list[str]:
    return [f"{kind} inconnu «\u00a0{value}\u00a0»" for value in sorted(set(values) - set(allowed))]
