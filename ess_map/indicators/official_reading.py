"""Reading an official table brought by a user: text in, checked and protected rows out, every refusal said with its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from ess_map.actors import model
from ess_map.errors import SchemaError, SourceError, UnknownTerritoryError
from ess_map.indicators.official import CHAMPS, KEYS, MEASURES, NOMENCLATURES, TAILLES, OfficialTable
from ess_map.indicators.official_secrecy import secret_rows
from ess_map.indicators.secrecy import INSEE
from ess_map.territories.model import Niveau
from ess_map.typography import fr, number

if TYPE_CHECKING:
    from pathlib import Path

    from ess_map.indicators.secrecy import SecrecyRule
    from ess_map.territories.atlas import Atlas

REQUIRED = ("niveau", "code", "millesime", "champ")
SECRET_MARK = "s"  # noqa: S105 - the mark of statistical secrecy in tables of Insee
_UNKNOWN = frozenset({"", "nd", "n.d.", "nc"})
_OPTIONAL = tuple(name for name in (*KEYS, *MEASURES) if name not in REQUIRED)
_CLOSED: dict[str, frozenset[str]] = {
    "champ": frozenset(CHAMPS),
    "nomenclature": frozenset({"", *NOMENCLATURES}),
    "famille": frozenset({"", *model.FAMILLES}),
    "taille": frozenset({"", *TAILLES}),
}
_PARTS_OF_JOBS = ("femmes", "plus_50", "etp")
_MOST_MESSAGES = 20


@dataclass(frozen=True, slots=True)
class Import:
    """What became of a file."""

    table: OfficialTable
    lues: int
    acceptees: int
    masquees: int
    """Accepted rows that secrecy hides, declared by the producer or deduced here."""
    messages: tuple[str, ...]
    """French sentences: refused rows with their line and the reason, vintages found."""


def read_official_file(path: Path, atlas: Atlas, source: str) -> Import:
    """
    Read a CSV file (UTF-8, `;`).

    Raises
    ------
    SourceError
        If the file is missing or unreadable.
    SchemaError
        If a required column is missing.
    """
    try:
        text = pd.read_csv(path, sep=";", dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise SourceError(str(path), "est introuvable", "Vérifiez son nom.") from error
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise SourceError(str(path), "est illisible", "Enregistrez-le en CSV, UTF-8, séparateur « ; ».") from error
    return read_official(text, atlas, source)


def read_official(text: pd.DataFrame, atlas: Atlas, source: str, rule: SecrecyRule = INSEE) -> Import:
    """
    Check a table and apply secrecy to it.

    Parameters
    ----------
    text
        Every column text: `REQUIRED`, and any of `KEYS` and `MEASURES`.
    atlas
        Territories: former codes are carried to today's, unknown ones refused.
    source
        Producer and survey in French words: « Insee, Flores ».
    rule
        What its producer asks to mask.

    Raises
    ------
    SchemaError
        If a required column, or every measure, is missing.
    """
    problems = [f"colonne absente «\u00a0{name}\u00a0»" for name in REQUIRED if name not in text.columns]
    if not any(name in text.columns for name in MEASURES):
        problems.append(f"aucune mesure\u00a0: il faut au moins une colonne parmi {', '.join(MEASURES)}")
    if problems:
        raise SchemaError("table officielle", problems)
    table = pd.DataFrame({name: text[name].str.strip() if name in text else "" for name in (*KEYS, *MEASURES)}, index=text.index)
    kept, messages = _checked(table.reset_index(drop=True), atlas)
    masked = kept[list(MEASURES)].apply(lambda column: column.str.casefold() == SECRET_MARK).any(axis=1).to_numpy(dtype=bool)
    numbers = kept[list(MEASURES)].apply(lambda column: column.map(_number))
    frame = pd.concat([kept[list(KEYS)], numbers], axis=1).reset_index(drop=True)
    frame["secret"] = secret_rows(frame, masked, atlas.hierarchy, rule)
    frame.loc[frame["secret"], list(MEASURES)] = float("nan")
    years = sorted(frame["millesime"].unique())
    if len(years) > 1:
        messages.append(f"La table contient plusieurs millésimes ({', '.join(years)}) : une comparaison n’en utilise qu’un.")
    hidden = len(messages) - _MOST_MESSAGES
    shown = [*messages[:_MOST_MESSAGES], *([f"… et {number(hidden)} autres messages."] if hidden > 0 else [])]
    return Import(
        table=OfficialTable.of(frame, source, atlas.hierarchy), lues=len(text), acceptees=len(frame),
        masquees=int(frame["secret"].sum()), messages=tuple(fr(message) for message in shown),
    )  # fmt: skip


def _checked(table: pd.DataFrame, atlas: Atlas) -> tuple[pd.DataFrame, list[str]]:
    """Keep the rows that can be used, with territories in force; say why the others cannot."""
    messages: list[str] = []
    kept: list[dict[str, str]] = []
    seen: dict[tuple[str, ...], int] = {}
    for position, row in enumerate(table.to_dict("records")):
        line = position + 2
        clean = {str(name): str(value) for name, value in row.items()}
        reason = _refusal(clean, atlas)
        key = tuple(clean[name] for name in KEYS)
        if not reason and key in seen:
            reason = f"la même ligne existe déjà (ligne {seen[key]})"
        if reason:
            messages.append(f"Ligne {line} refusée : {reason}.")
            continue
        seen[key] = line
        kept.append(clean)
    return pd.DataFrame(kept, columns=[*KEYS, *MEASURES], dtype=object), messages


def _refusal(row: dict[str, str], atlas: Atlas) -> str:
    """Say why a row cannot be used, "" when it can; the code of a territory in force replaces a former one."""
    for name, allowed in _CLOSED.items():
        if row[name] not in allowed:
            return f"{name} inconnu « {row[name][:40]} »"
    if bool(row["secteur"]) != bool(row["nomenclature"]):
        return "secteur et nomenclature vont ensemble"
    if not (len(row["millesime"]) == 4 and row["millesime"].isdigit()):  # noqa: PLR2004 - a year
        return f"millésime illisible « {row['millesime'][:40]} »"
    return _wrong_place(row, atlas) or _wrong_number(row)


def _wrong_place(row: dict[str, str], atlas: Atlas) -> str:
    try:
        ref = atlas.parse(f"{row['niveau']}:{row['code']}")
    except UnknownTerritoryError as error:
        return str(error).rstrip(".")
    if ref.niveau is Niveau.COMPOSE:
        return "un territoire composé ne s’importe pas : il se calcule"
    if ref.niveau is Niveau.COMMUNE and ref.code != row["code"]:
        return f"{row['code']} est un ancien code : additionnez d’abord vers {ref.code}"
    row["niveau"], row["code"] = str(ref.niveau), ref.code
    return ""


def _wrong_number(row: dict[str, str]) -> str:
    for name in MEASURES:
        text = row[name].casefold()
        if text == SECRET_MARK or text in _UNKNOWN:
            continue
        value = _number(text)
        if pd.isna(value) or value < 0:
            return f"{name} : nombre illisible ou négatif « {row[name][:40]} »"
        if name.endswith("_pct") and value > 100:  # noqa: PLR2004 - a percentage
            return f"{name} dépasse 100"
    jobs = _number(row["effectif"])
    over = [name for name in _PARTS_OF_JOBS if not pd.isna(jobs) and _number(row[name]) > jobs]
    return f"{over[0]} dépasse l’effectif" if over else ""


def _number(text: str) -> float:
    """Read a number as French tables write it; NaN for what is not one."""
    compact = text.replace("\u202f", "").replace("\u00a0", "").replace(" ", "").replace(",", ".")
    try:
        value = float(compact)
    except ValueError:
        return float("nan")
    return value if abs(value) < float("inf") else float("nan")
