"""The themes and types of an actor, read in documented tables: NAF code, type, then words of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors import model

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ess_map.actors.rules import Rules


def themes(rules: Rules, *, nafs: Iterable[str], types: Iterable[str], noms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """
    Say the themes of an actor.

    Parameters
    ----------
    rules
        The documented tables.
    nafs
        NAF codes published by the sources, « 88.99B ».
    types
        Codes of `model.TYPES`.
    noms
        Names of the actor, folded.

    Returns
    -------
    themes
        Theme -> methods that gave it (« naf », « type », « nom »), in the order of `model.THEMES`. The name is read only
        when neither activity nor type says anything: what is published comes before what is deduced.
    """
    found: dict[str, list[str]] = {}
    for naf in nafs:
        _add(found, rules.naf_themes.get(naf, ()), "naf")
    for code in types:
        _add(found, rules.type_themes.get(code, ()), "type")
    if not found:
        for nom in noms:
            for heard in rules.theme_words.find(nom):
                _add(found, heard, "nom")
    return {theme: tuple(found[theme]) for theme in model.THEMES if theme in found}


def types_of_name(rules: Rules, noms: Iterable[str]) -> tuple[str, ...]:
    """Give the types that folded names state (« Régie de quartier », « MJC »…), in the order of `model.TYPES`."""
    heard = {code for nom in noms for code in rules.type_words.find(nom)}
    return tuple(code for code in model.TYPES if code in heard)


def _add(found: dict[str, list[str]], codes: Iterable[str], methode: str) -> None:
    for code in codes:
        methods = found.setdefault(code, [])
        if methode not in methods:
            methods.append(methode)
