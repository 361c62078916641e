"""« Sources et limites »: the French page that goes with every file, as rows for a sheet and as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.exports.cells import portable

if TYPE_CHECKING:
    from ess_map.exports.context import ExportContext

TITLE = "Sources et limites"
UNKNOWN = "non précisé"
SOURCE_HEADER = ("Source", "Titre", "Producteur", "Licence", "Millésime", "Relevé le", "Périmètre", "Adresse")

ALWAYS = (
    "Une cellule vide veut dire «\u00a0inconnu\u00a0», jamais zéro ni «\u00a0aucun\u00a0».",
    "Les codes (Siret, commune, code postal, NAF) sont du texte\u00a0: ils gardent leurs zéros.",
    "Les valeurs multiples d’une cellule sont séparées par une barre verticale (|).",
    "Longitude et latitude sont en degrés (WGS\u00a084)\u00a0; «\u00a0precision_position\u00a0» dit à quel point s’y fier.",
)
"""What holds for every export, whatever was asked."""


@dataclass(frozen=True, slots=True)
class Notice:
    """The page, ready to be laid out: pairs (heading, text), then one row a source."""

    facts: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, ...], ...]


def notice(context: ExportContext, *, rows: int, remarks: tuple[str, ...] = ()) -> Notice:
    """
    Lay out what a file must say of itself.

    Parameters
    ----------
    context
        The circumstances of the export.
    rows
        Number of actors in the file.
    remarks
        French sentences that only this format has to say (a text that had to be cut, for instance).
    """
    facts = [
        ("Document", "Atlas ESS, liste d’acteurs de l’économie sociale et solidaire"),
        ("Territoire", f"{context.nom} ({context.territoire})"),
        ("Date de l’export", context.jour.isoformat()),
        ("Nombre d’acteurs", str(rows)),
        *(context.filtres or (("Filtres", "aucun"),)),
    ]
    if context.adresse:
        facts.append(("Adresse de la vue", context.adresse))
    facts += [("Limite", sentence) for sentence in (*context.limites, *ALWAYS, *remarks)]
    sources = [
        (card.id, card.titre, card.producteur, card.licence, card.millesime, card.releve_le, card.perimetre, card.url)
        for card in context.sources
    ]
    return Notice(
        facts=tuple((portable(name), portable(text)) for name, text in facts),
        sources=tuple(tuple(portable(cell) or UNKNOWN for cell in row) for row in sources),
    )


def as_text(page: Notice) -> str:
    """Write the page as plain text, one fact a line, one paragraph a source."""
    lines = [TITLE, ""]
    lines += [f"{name}\u00a0: {_line(text)}" for name, text in page.facts]
    for row in page.sources:
        lines += ["", *(f"{name}\u00a0: {_line(cell)}" for name, cell in zip(SOURCE_HEADER, row, strict=True))]
    return "\n".join(lines) + "\n"


def _line(text: str) -> str:
    return " ".join(text.split("\n"))
