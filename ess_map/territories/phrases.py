"""The French sentences of this room: why an answer was given, what is shown in place of what was asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ess_map.typography import arrondissement

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENDED = frozenset({"fusion", "fusion-association", "commune nouvelle"})
_MOST_CODES = 10
"""Codes that fit in a sentence."""
_RENUMBERED = frozenset({"changement de département", "transfert du chef-lieu"})


@dataclass(frozen=True, slots=True)
class OldCode:
    """A code that is not a commune in force."""

    code: str
    nom: str
    successeurs: tuple[str, ...]
    date_effet: str
    """ISO day, or "" when the source gives none."""
    motif: str

    @property
    def year(self) -> str:
        """Year of the event, "" when not dated."""
        return self.date_effet[:4]


def merged(old: OldCode, successor: str) -> str:
    """
    Say what became of a former commune.

    Examples
    --------
    >>> merged(OldCode("01324", "Rignat", ("01245",), "1974-01-01", "fusion-association"), "Bohas-Meyriat-Rignat")
    'Rignat a fusionné avec Bohas-Meyriat-Rignat en 1974'
    """
    when = f" en {old.year}" if old.year else ""
    if old.motif == "arrondissement municipal":
        return f"{arrondissement(old.nom)} fait partie de la commune de {successor}"
    if old.motif == "commune nouvelle":
        return f"{old.nom} a fusionné{when} dans la commune nouvelle {successor}"
    if old.motif in _ENDED:
        return f"{old.nom} a fusionné avec {successor}{when}"
    if old.motif in _RENUMBERED:
        return f"{old.code} est l’ancien code de {old.nom} ({old.motif}{when})"
    return f"{old.nom} a été supprimée{when}, son territoire est dans {successor}"


def renamed(nom: str, successor: str, date_effet: str, motif: str) -> str:
    """Say that a commune bore another name."""
    when = f" en {date_effet[:4]}" if date_effet else ""
    if motif == "changement de nom":
        return f"{nom} a pris le nom de {successor}{when}"
    if motif == "commune déléguée":
        return f"{nom} est une commune déléguée de {successor}"
    return f"{nom} a fusionné{when} et s’appelle {successor}"


def replaced(old: OldCode, successor: str) -> str:
    """Notice shown with the commune in force when its former code was asked."""
    sentence = merged(old, successor)
    if old.motif == "arrondissement municipal":
        return f"{arrondissement(old.nom)}\u00a0: nous affichons la commune entière, {successor}."
    if old.motif in _ENDED:
        return f"Cette commune a fusionné\u00a0: nous affichons la commune actuelle. {sentence}."
    return f"Ce code n’est plus en vigueur\u00a0: nous affichons la commune actuelle. {sentence}."


def no_successor(old: OldCode, heirs: tuple[str, ...]) -> str:
    """Reason why a former code leads to no single commune."""
    if heirs:
        return (
            f"{old.nom} ({old.code}) a été supprimée en {old.year} et son territoire partagé entre {_join(heirs)}"
            "\u00a0: choisissez l’une de ces communes."
        )
    if old.motif.startswith("commune de "):
        return f"{old.nom} est une {old.motif} de l’atlas (101 départements)."
    return f"{old.nom} n’est plus une commune d’un département français depuis {old.year}."


def borrowed_contour(nom: str, former: str) -> str:
    """Notice of a restored commune that has no boundary of its own yet."""
    return (
        f"{nom} a été rétablie après 2024\u00a0: son contour n’est pas encore publié, "
        f"elle est montrée dans celui de {former}, dont elle faisait partie."
    )


def lent_contour(nom: str, restored: tuple[str, ...]) -> str:
    """Notice of a commune whose boundary still holds communes restored since."""
    return (
        f"Le contour de {nom} contient encore {_join(restored)}, communes rétablies après 2024 dont le contour n’est pas publié."
    )


def mixed_vintages(millesime: str) -> str:
    """Notice of a population made of several vintages."""
    return f"La population additionne des millésimes différents selon les communes\u00a0: {millesime}."


def replaced_in_composition(pairs: tuple[tuple[OldCode, str], ...]) -> str:
    """Notice of a composed territory some of whose codes were former ones."""
    return f"Codes remplacés par la commune actuelle\u00a0: {_join(tuple(f'{old.code} ({nom})' for old, nom in pairs))}."


def unknown_communes(codes: Sequence[str]) -> str:
    """Reason why a composed territory is refused: the codes that no commune has."""
    more = f" et {len(codes) - _MOST_CODES} autres" if len(codes) > _MOST_CODES else ""
    return f"communes inconnues\u00a0: {', '.join(codes[:_MOST_CODES])}{more}."


def left_out_of_composition(codes: Sequence[str]) -> str:
    """Notice of a composed territory some of whose codes are of no commune."""
    return f"Codes laissés de côté dans ce territoire, {unknown_communes(codes)}"


def composed_name(names: tuple[str, ...]) -> str:
    """
    Name a composed territory from its communes, the most populated first.

    Examples
    --------
    >>> composed_name(("Rennes", "Cesson-Sévigné", "Bruz", "Betton"))
    'Rennes, Cesson-Sévigné et 2 autres communes'
    """
    if len(names) <= 3:  # noqa: PLR2004 - three names still read at a glance
        return _join(names)
    return f"{names[0]}, {names[1]} et {len(names) - 2} autres communes"


def _join(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} et {words[-1]}"
