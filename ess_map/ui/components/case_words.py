"""How a case and a lever are said in HTML: places, themes, who may act, where it comes from. Everything is escaped here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.model import THEMES
from ess_map.cases.lists import ECHELLES, ECHELONS, FORMES, STATUTS, Statut
from ess_map.typography import NON_PRECISE, capitalized, fr
from ess_map.ui.markup import esc
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ess_map.cases.lists import Echelon
    from ess_map.cases.model import Case
    from ess_map.cases.powers import Power


def where(case: Case) -> str:
    """Name the places of a case, as the source does; a scheme has none."""
    names = [place.nom for place in case.lieux]
    return fr(", ".join(names)) if names else "Dispositif sans lieu"


def themes(codes: Iterable[str]) -> str:
    """Draw the themes as tags."""
    tags = "".join(f'<span class="etq">{esc(THEMES[code])}</span>' for code in codes)
    return f'<p class="etiquettes">{tags}</p>' if tags else ""


def facts(case: Case) -> str:
    """Say scale, form and year in one line; what the source does not say is « non précisé »."""
    scale = ECHELLES[case.echelle] if case.echelle else f"échelle {NON_PRECISE}e"
    form = FORMES[case.forme_juridique] if case.forme_juridique else f"forme juridique {NON_PRECISE}e"
    year = str(case.annee) if case.annee else f"année {NON_PRECISE}e"
    return esc(capitalized(f"{scale}, {form[:1].lower()}{form[1:]}, {year}"))


def reference(name: str) -> str:
    """Name a source document and its part: « Kit MunicipalESS, fiche 11 »."""
    document, _, part = name.partition("/")
    known = resources().library.corpus.documents.get(document)
    if known is None:
        return name
    return fr(f"{known.titre}, {known.parties[part]}" if part in known.parties else known.titre)


def sources(names: Sequence[str]) -> str:
    """Name several sources in one line."""
    return fr(f"Source : {' ; '.join(dict.fromkeys(reference(name) for name in names))}.")


def powers(pairs: Iterable[tuple[Echelon, Power]]) -> str:
    """Draw who may act as tags; what no document says is « à préciser »."""
    every = list(pairs)
    said = [(echelon, power) for echelon, power in every if power.statut is not Statut.A_PRECISER]
    if not said:
        return '<span class="etq douteux">à préciser</span>'
    return "".join(f'<span class="etq">{esc(_power(echelon, power))}</span>' for echelon, power in said)


def _power(echelon: Echelon, power: Power) -> str:
    return ECHELONS[echelon] if power.statut is Statut.OUI else fr(f"{ECHELONS[echelon]} : {STATUTS[power.statut]}")


def lines(title: str, sentences: Sequence[str], sign: str) -> str:
    """Draw a short list, each line with its sign (✓, ≠, →)."""
    if not sentences:
        return ""
    items = "".join(f'<li data-signe="{sign}">{esc(sentence[:1].upper() + sentence[1:])}</li>' for sentence in sentences)
    return f'<div><h4>{esc(title)}</h4><ul class="signes">{items}</ul></div>'
