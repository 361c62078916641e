"""How a figure of the diagnosis is written: its number with its unit, its source in short, its reliability in dots and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.model import Affichage, Fiabilite
from ess_map.indicators.perimeters import REGISTRE
from ess_map.typography import FINE
from ess_map.ui import diagnosis_messages as messages
from ess_map.ui.markup import esc

if TYPE_CHECKING:
    from ess_map.indicators.page_model import Figure

_DOTS = {Fiabilite.BONNE: 3, Fiabilite.MOYENNE: 2, Fiabilite.FAIBLE: 1}
_FEMININE = ("structure", "liste", "personne", "association", "coopérative", "mutuelle", "fondation", "société")
_MANY = 2
"""Producers named on a card; more are counted, and named in the table."""


def number_html(figure: Figure) -> str:
    """Write « 35,9 % de la population », the number first; nobody counted is « aucun », never 0."""
    return worded(none_or_number(figure), figure.unite)


def none_or_number(figure: Figure) -> str:
    """Write the number, « Aucun » for a count of the register that found nobody: absent is not zero."""
    if figure.valeur.affichage is not Affichage.EFFECTIF or figure.valeur.valeur != 0:
        return figure.nombre
    return "Aucune" if figure.unite.startswith(_FEMININE) else "Aucun"


def worded(number: str, unit: str) -> str:
    """Write a number large and its unit small; the sign % stays with the number."""
    if unit.startswith("%"):
        number, unit = f"{number}{FINE}%", unit.removeprefix("%").strip()
    small = f"<small>{esc(unit)}</small>" if unit else ""
    return f"{esc(number)}{small}"


def tags(figure: Figure) -> str:
    """Write source, vintage and reliability."""
    doubtful = " douteux" if figure.fiabilite is Fiabilite.FAIBLE else ""
    return (
        f'<div class="etiquettes"><span class="etq trait" title="{esc(figure.source)}">{esc(short_source(figure))}</span>'
        f'<span class="etq trait">{esc(figure.millesime)}</span>'
        f'<span class="etq{doubtful or " trait"}">{_dots(figure.fiabilite)}{esc(figure.fiabilite_mots)}</span></div>'
    )


def short_source(figure: Figure) -> str:
    """Name the producers, or count them when they are many."""
    named = [name.strip() for name in figure.source.split("\u202f;")]
    if len(named) <= _MANY:
        return figure.source
    others = len([source for source in figure.valeur.indicateur.sources if source != REGISTRE])
    others = min(others, len(named) - 1) if REGISTRE in figure.valeur.indicateur.sources else 0
    return messages.producers_of(len(named) - others, others)


def _dots(reliability: Fiabilite) -> str:
    filled = _DOTS.get(reliability)
    if filled is None:
        return ""
    return f'<span class="fiab" aria-hidden="true">{"".join("<i class=p></i>" if n < filled else "<i></i>" for n in range(3))}</span>'
