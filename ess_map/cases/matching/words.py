"""What matching says: why a case, what would carry over, why nothing is proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.model import THEMES
from ess_map.cases.lists import FORMES
from ess_map.cases.matching.weights import weights
from ess_map.typography import capitalized, fr, listing, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.cases.matching.casebook import Casebook
    from ess_map.cases.matching.model import Criterion, LeverToPull, Need
    from ess_map.cases.matching.profile import Profile
    from ess_map.cases.model import Case

NOTHING_ASKED = "Aucun manque n’est mesuré ici face à la référence, et aucun besoin n’est choisi : prenez un thème, un levier, ou une autre référence."
LEVERS_INSTEAD = "Voici les leviers que l’on peut employer sans exemple"
SCHEMES_TOO = "et les dispositifs nationaux ou sans lieu"


def reasons(need: Need, found: Sequence[Criterion]) -> tuple[str, ...]:
    """Give what speaks for a case, the need first; only criteria that are met well enough."""
    least = weights().seuils["raison"]
    met = [c.raison for c in found if c.raison and (c.part is None or c.part >= least or c.id in {"mots", "zonages"})]
    return (*need.origines, *met)


def why(case: Case, need: Need, found: Sequence[Criterion]) -> str:
    """Say in one sentence why a case is proposed: the need as it is measured or chosen, then what brings the places near."""
    said = list(reasons(need, found))
    return fr(f"{capitalized(' ; '.join(said))} ; le cas répond à : {_lowered(case.besoin.phrase.rstrip('.'))}.")


def differences(case: Case, book: Casebook, mine: Profile, found: Sequence[Criterion]) -> tuple[str, ...]:
    """Give what differs here, criterion by criterion, then unemployment when the gap deserves a word."""
    said = [capitalized(c.difference) for c in found if c.difference]
    rates = [place.chomage for place in book.perimeter(case) if place.chomage is not None]
    if rates and mine.chomage is not None:
        near = min(rates, key=lambda rate: abs(rate - mine.chomage))  # type: ignore[operator]  # known just above
        if abs(near - mine.chomage) >= weights().seuils["chomage_points"]:
            said.append(
                f"Chômage au sens du recensement (2021) : {number(near, 1)} % là-bas, {number(mine.chomage, 1)} % chez vous"
            )
    return tuple(fr(sentence) for sentence in said)


def transfers(case: Case, levers: Sequence[LeverToPull]) -> tuple[str, ...]:
    """Say what would carry over here: the levers this level may pull, those to settle first, the form, the partners to find."""
    who = "vos communes et intercommunalités peuvent agir" if levers and levers[0].par_membres else "vous pouvez agir"
    said = [f"« {lever.levier.titre} » : {who}{'' if lever.certain else ', sous condition'}" for lever in levers if lever.peut]
    said += [f"« {lever.levier.titre} » : à préciser pour votre niveau" for lever in levers if not lever.peut]
    if not levers:
        said.append("La source ne dit pas ce qu’une collectivité a fait : à voir avec ceux qui portent le cas")
    if case.forme_juridique in {"scic", "cooperative", "association"}:
        form = FORMES[case.forme_juridique]
        said.append(f"Forme à retrouver ou à créer : {form[:1].lower()}{form[1:]}")
    if case.partenaires:
        said.append(f"Partenaires à chercher, comme là-bas : {' ; '.join(case.partenaires)}")
    return tuple(fr(sentence) for sentence in said)


def abstention(needs: Sequence[Need], here: Sequence[Case], *, schemes: bool) -> str:
    """Say why nothing is proposed, and what is proposed instead; never the least bad case."""
    if not needs:
        return fr(NOTHING_ASKED)
    instead = f"{LEVERS_INSTEAD}{f', {SCHEMES_TOO}' if schemes else ''}."
    if here:
        names = listing([f"« {case.nom} »" for case in here])
        return fr(f"Aucun autre cas du corpus ne répond à ce besoin : {names} est déjà à l’œuvre ici. {instead}")
    named = listing([f"« {need_name(need)} »" for need in needs])
    what = "à ce besoin" if len(needs) == 1 else "à ces besoins"
    return fr(f"Aucun cas du corpus ne répond {what} : {named}. {instead}")


def without_case(needs: Sequence[Need]) -> str:
    """Say which of several needs have no case; "" when each has one."""
    alone = [f"« {need_name(need)} »" for need in needs if not need.cas]
    return fr(f"Aucun cas du corpus pour : {listing(alone)}.") if alone else ""


def need_name(need: Need) -> str:
    """Give the words of a need: its theme, else its lever."""
    return THEMES.get(need.theme) or f"levier {need.levier}"


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
