"""Words that name an actor on the map: JSON for one label or for a list of names. Text, never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ess_map.actors.model import FAMILLES, PRECISIONS, THEMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ess_map.actors.register import Register

LONGEST_NAME = 160
MOST_NAMES = 200
_FAMILY = {code: position for position, code in enumerate(FAMILLES)}
_TO_CHECK = "Registre complémentaire, à vérifier"


def label(register: Register, row: int) -> dict[str, Any]:
    """
    Give what the card beside a hovered actor says.

    Returns
    -------
    label
        `nom` (at most 160 characters), `famille` (position in `FAMILLES`), `lignes` (French sentences without markup).
    """
    values = register.frame.iloc[row]
    themes = ", ".join(THEMES.get(code, code) for code in values["themes"].split("|") if code)
    place = values["commune"]
    precision = values["precision_position"]
    if precision in {"commune", "arrondissement"}:
        place = f"{place} ({PRECISIONS[precision]})" if place else PRECISIONS[precision]
    lines = [FAMILLES.get(values["famille"], ""), themes, place, _TO_CHECK if values["registre"] == "complement" else ""]
    return {
        "nom": shortened(values["nom"]),
        "famille": _FAMILY.get(values["famille"], 0),
        "lignes": [line for line in lines if line],
    }


def names(register: Register, rows: Iterable[int]) -> dict[str, Any]:
    """
    Give the names of several actors, in the order asked.

    Returns
    -------
    names
        `acteurs`: a list of `row`, `nom`, `famille` (position in `FAMILLES`), `detail`.
    """
    return {"acteurs": [_name(register, row) for row in rows]}


def _name(register: Register, row: int) -> dict[str, Any]:
    values = register.frame.iloc[row]
    detail = ", ".join(part for part in (FAMILLES.get(values["famille"], ""), values["commune"]) if part)
    return {"row": row, "nom": shortened(values["nom"]), "famille": _FAMILY.get(values["famille"], 0), "detail": detail}


def shortened(text: str) -> str:
    """Cut a text to 160 characters, the last one then being an ellipsis."""
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1] + "…"
