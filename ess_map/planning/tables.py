"""The tables that leave: actions, self-assessment, actors to buy from. Rows of texts; every format writes the same ones."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.actors.model import FAMILLES, THEMES, TYPES
from ess_map.cases.lists import AXES
from ess_map.exports.cells import neutralise, portable
from ess_map.indicators.catalogue import catalogue
from ess_map.planning.assessment import REPONSES, Answer
from ess_map.planning.roadmap import STATUTS
from ess_map.typography import NON_PRECISE, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from ess_map.actors.register import Register
    from ess_map.cases.lever import Lever
    from ess_map.cases.library import Library
    from ess_map.planning.assessment import Assessment
    from ess_map.planning.roadmap import Action, Roadmap

MOST_SOURCED = 2000
"""Actors listed to buy from; the map exports every one."""


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table of texts."""

    titre: str
    colonnes: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]


def actions_table(roadmap: Roadmap, library: Library) -> Table:
    """Give one row an action; what is empty is « non précisé »."""
    columns = (
        "Action", "Statut", "Pilote", "Élue ou élu", "Partenaires du registre", "Autres partenaires", "Échéance", "Budget (€)",
        "Indicateur de suivi", "Besoin", "Leviers", "Cas", "Note",
    )  # fmt: skip
    return Table("Actions", columns, tuple(_action(action, library) for action in roadmap.actions))


def _action(action: Action, library: Library) -> tuple[str, ...]:
    levers = [f"{name} {library.levers[name].titre}" if name in library.levers else name for name in action.leviers]
    cases = [f"{name} {library.cases[name].nom}" if name in library.cases else name for name in action.cas]
    cells = (
        action.titre,
        STATUTS[action.statut],
        action.pilote,
        action.elu,
        " ; ".join(partner.nom for partner in action.partenaires),
        action.autres_partenaires,
        "" if action.echeance is None else f"{action.echeance:%d/%m/%Y}",
        "" if action.budget is None else number(action.budget, 0 if action.budget.is_integer() else 2),
        indicator_words(action.indicateur),
        THEMES.get(action.besoin, action.besoin),
        " ; ".join(levers),
        " ; ".join(cases),
        action.note,
    )
    return tuple(portable(cell) or NON_PRECISE for cell in cells)


def indicator_words(name: str) -> str:
    """Name an indicator of the catalogue; free words come back as they are."""
    known = catalogue().get(name)
    return known.libelle.replace("{}", "…") if known is not None else name


def assessment_table(assessment: Assessment, questions: Sequence[Lever]) -> Table:
    """Give one row a question of the self-assessment."""
    rows = []
    for lever in questions:
        answer = assessment.reponses.get(lever.id, Answer())
        said = REPONSES[answer.reponse] if answer.reponse else "sans réponse"
        axis = AXES[lever.axe] if lever.axe is not None else "Gouvernance"
        rows.append((lever.id, axis, lever.titre, lever.question or "", said, portable(answer.comment), portable(answer.preuve)))
    columns = ("Numéro", "Axe", "Proposition", "Question", "Réponse", "Comment", "Preuve")
    return Table(f"Autodiagnostic du {assessment.jour:%d/%m/%Y}", columns, tuple(rows))


def sourcing_table(register: Register, rows: Sequence[int]) -> Table:
    """List actors by sector, with their form, to find suppliers; an actor of several sectors is under each."""
    frame: pd.DataFrame = register.frame.iloc[list(rows)]
    found: list[tuple[str, ...]] = []
    for actor in frame.itertuples():
        themes = [THEMES.get(code, code) for code in _codes(actor.themes)] or [f"thème {NON_PRECISE}"]
        types = " ; ".join(TYPES.get(code, code) for code in _codes(actor.types)) or NON_PRECISE
        cells = (
            str(actor.nom),
            FAMILLES.get(str(actor.famille), str(actor.famille)),
            types,
            str(actor.commune),
            str(actor.siret),
        )
        found += [(theme, *(portable(cell) or NON_PRECISE for cell in cells)) for theme in themes]
    columns = ("Secteur", "Nom", "Famille", "Type de structure", "Commune", "Siret")
    return Table("Achats responsables", columns, tuple(sorted(found)[:MOST_SOURCED]))


def _codes(value: object) -> Iterable[str]:
    """Read a field of several values: a text cut by `|`, or a list."""
    if isinstance(value, str):
        return [part for part in value.split("|") if part]
    return [str(part) for part in value] if value is not None else []  # type: ignore[attr-defined]  # a list of the register


def as_csv(table: Table) -> bytes:
    """Write a table as CSV: UTF-8 with BOM, `;`, no cell that a spreadsheet would compute."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.colonnes)
    writer.writerows([neutralise(portable(cell)) for cell in row] for row in table.lignes)
    return out.getvalue().encode("utf-8-sig")
