"""Which needs count for a territory: the one asked, those voiced, those that measured gaps open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.model import THEMES
from ess_map.cases.matching.model import Need
from ess_map.cases.matching.weights import weights
from ess_map.indicators.gaps import Nature
from ess_map.typography import fr

if TYPE_CHECKING:
    from ess_map.cases.library import Library
    from ess_map.cases.matching.model import Request
    from ess_map.indicators.gaps import Ecart


_FAR = {"eloignement_theme": "aucun acteur « {} » recensé", "habitants_sans_insertion": "aucune structure d’insertion{}"}
"""Indicators of coverage -> what is not found there."""


def needs_of(request: Request, library: Library) -> tuple[Need, ...]:
    """
    Lay out the needs that count, the strongest first.

    A theme or a lever that is asked is the only need. Otherwise each theme with a measured gap is one, weighed by the size of its
    largest gap, and each voiced theme is one, of full weight.
    """
    if request.theme or request.levier:
        return (_asked(request, library),)
    gaps = gaps_by_theme(request.ecarts, Nature.MANQUE)
    largest = max((found[0].effet for found in gaps.values()), default=0.0)
    voiced = {need.theme: _words(request, need.theme) for need in request.exprimes if need.theme}
    least = weights().besoin["ecart_minimal"]
    found = []
    for theme in THEMES:
        mine = gaps.get(theme, ())
        if theme not in voiced and not mine:
            continue
        size = max(least, mine[0].effet / largest) if mine else 0.0
        origins = [measured(gap, request.distance_km) for gap in mine[:1]] + ([_said(voiced[theme])] if theme in voiced else [])
        found.append(Need(theme, "", 1.0 if theme in voiced else size, tuple(origins), mine, voiced.get(theme, "")))
    return tuple(sorted(found, key=lambda need: (-need.poids, list(THEMES).index(need.theme))))


def gaps_by_theme(gaps: tuple[Ecart, ...], nature: Nature) -> dict[str, tuple[Ecart, ...]]:
    """Gather gaps of one nature by the theme of the need they open, the largest first."""
    found: dict[str, list[Ecart]] = {}
    for gap in gaps:
        theme = gap.theme or weights().ecarts.get(gap.id.partition(".")[0], "")
        if theme and gap.nature is nature:
            found.setdefault(theme, []).append(gap)
    return {theme: tuple(sorted(mine, key=lambda gap: (-gap.effet, gap.id))) for theme, mine in found.items()}


def measured(gap: Ecart, km: int) -> str:
    """Say a measured gap in a sentence: « écart mesuré : aucun acteur « Mobilité » recensé à moins de 15 km pour 62 %… »."""
    far, seen = _FAR.get(gap.id.partition(".")[0]), gap.phrase.rstrip(".")
    if far is not None:
        return fr(f"écart mesuré : {far.format(THEMES.get(gap.theme, ' recensée'))} à moins de {km} km pour {seen}")
    return fr(f"écart mesuré : {gap.titre[:1].lower()}{gap.titre[1:]}, {seen}")


def _asked(request: Request, library: Library) -> Need:
    theme, origins = request.theme, []
    gaps: tuple[Ecart, ...] = ()
    if request.levier:
        origins.append(fr(f"levier choisi : {library.levers[request.levier].titre}"))
    if theme:
        gaps = gaps_by_theme(request.ecarts, Nature.MANQUE).get(theme, ())
        strengths = gaps_by_theme(request.ecarts, Nature.FORCE).get(theme, ())
        origins.append(_origin(theme, gaps, strengths, request.distance_km))
    text = _words(request, theme)
    if text:
        origins.append(_said(text))
    return Need(theme, request.levier, 1.0, tuple(origins), gaps, text)


def _origin(theme: str, gaps: tuple[Ecart, ...], strengths: tuple[Ecart, ...], km: int) -> str:
    if gaps:
        return measured(gaps[0], km)
    chosen = f"besoin choisi : {THEMES[theme]}"
    if strengths:
        return fr(f"{chosen} (au registre, ce thème est plutôt une force chez vous)")
    return fr(f"{chosen} (aucun écart mesuré sur ce thème)")


def _words(request: Request, theme: str) -> str:
    return " ".join(need.texte for need in request.exprimes if need.texte and need.theme in {theme, ""})


def _said(text: str) -> str:
    return fr(f"besoin exprimé : « {text} »") if text else "besoin exprimé"
