"""The French sentences of values: what a figure says, beside what, and with which caution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.indicators.model import Verdict
from ess_map.indicators.reliability import FEW_INHABITANTS
from ess_map.typography import FINE, count, fr, listing, number

if TYPE_CHECKING:
    from ess_map.indicators.model import Borrowed, Comparison, Indicator, Standing

WORTH_SAYING = 0.1
"""Expected count under which nothing was expected."""
PLURAL = 2
"""In French, what is under two is singular, 1,9 included."""


def amount(value: float | None, indicator: Indicator) -> str:
    """Write a value with its unit: « 5,6 pour 10 000 habitants », « 12,4 % »."""
    return number(None) if value is None else with_unit(value, number(value, indicator.decimales), indicator.unite)


def with_unit(value: float, figure: str, unite: str) -> str:
    """Put a unit after a figure: a narrow space before %, a plain one before words, that agree with the number; nothing for no unit."""
    if unite.startswith("%"):
        return f"{figure}{FINE}{fr(unite)}"
    first, _, rest = fr(unite).partition(" ")
    if abs(value) < PLURAL and first.endswith("s"):
        first = first[:-1]
    return " ".join(part for part in (figure, first, rest) if part)


def gap(value: float, indicator: Indicator) -> str:
    """Write a gap with its sign: in points for a percentage, else in the unit."""
    figure = number(value, indicator.decimales, signed=True)
    if indicator.unite.startswith("%"):
        return with_unit(value, figure, "points")
    return with_unit(value, figure, indicator.unite)


def counted(value: float, indicator: Indicator) -> str:
    """Write a count with the noun of the numerator."""
    return count(round(value), *indicator.compte)


def lower(label: str) -> str:
    """Give a label as it reads inside a sentence."""
    return label[:1].lower() + label[1:]


def reading(
    indicator: Indicator, modalite: str, *, nom: str, valeur: float, numerateur: float | None, denominateur: float | None, km: int
) -> str:
    """Give the sentence that reads a value."""
    label = indicator.nom_modalite(modalite)
    noun = "" if numerateur is None else counted(numerateur, indicator) if indicator.compte[0] else number(numerateur)
    singular, plural = indicator.compte
    figure = f"{number(valeur, indicator.decimales)} {singular if abs(valeur) < PLURAL else plural}"
    return fr(
        indicator.lecture.format(
            territoire=nom, valeur=amount(valeur, indicator), nombre=figure, numerateur=noun, denominateur=number(denominateur),
            modalite=label, minuscule=lower(label), km=km,
        )
    )  # fmt: skip


def small(
    indicator: Indicator,
    modalite: str,
    *,
    nom: str,
    numerateur: float,
    denominateur: float | None,
    population: float | None,
    km: int,
) -> str:
    """Say a count that stands in place of a rate, and why."""
    label = indicator.nom_modalite(modalite)
    said = indicator.lecture_compte.format(
        territoire=nom,
        numerateur=counted(numerateur, indicator),
        denominateur=number(denominateur),
        minuscule=lower(label),
        km=km,
    ).replace(", .", ".")
    few = population is None or population < FEW_INHABITANTS
    why = "Moins de 2 000 habitants : ce taux est fragile" if few else "Moins de 5 acteurs : un taux serait fragile"
    return fr(f"{said} {why}, seul le nombre est montré.")


def expected(indicator: Indicator, reference: Comparison, exposure: float | None) -> str:
    """Say how many would be counted here at the rate of the reference; "" when it cannot be said."""
    if reference.valeur is None or exposure is None or not exposure > 0:
        return ""
    awaited = reference.valeur / indicator.par * exposure
    if awaited < WORTH_SAYING:
        return ""
    return fr(f"Au taux de la référence, {reference.nom}, on en attendrait {number(awaited, 1)}.")


def comparison(indicator: Indicator, found: Comparison) -> str:
    """Say a value beside its reference."""
    if found.verdict is Verdict.NON_COMPARABLE:
        # That a total is not compared goes without saying each time.
        return (
            fr(f"Non comparable avec la référence, {found.nom} : {lower(found.motif)}")
            if found.motif and indicator.comparable
            else ""
        )
    if found.valeur is None or found.ecart is None:
        return ""
    if found.verdict is Verdict.PROCHE:
        return _close(indicator, found, found.valeur, found.ecart)
    more = "plus" if found.verdict is Verdict.AU_DESSUS else "moins"
    against = "la médiane des " if found.reference == "comparables" else "la référence, "
    return fr(f"C’est {more} que {against}{found.nom} ({amount(found.valeur, indicator)}) : {gap(found.ecart, indicator)}.")


def _close(indicator: Indicator, found: Comparison, valeur: float, ecart: float) -> str:
    if found.reference == "comparables":
        return fr(f"Dans la moitié centrale des territoires comparables (médiane : {amount(valeur, indicator)}).")
    if round(ecart, indicator.decimales) == 0:
        return fr(f"C’est autant que la référence, {found.nom} ({amount(valeur, indicator)}).")
    name = f"{found.nom} ({amount(valeur, indicator)})"
    return fr(f"Face à la référence, {name}, l’écart de {gap(ecart, indicator)} est trop petit pour conclure.")


def standing(indicator: Indicator, found: Standing, shown: float | None) -> str:
    """
    Say where the comparables lie: median and middle half rather than a rank; "" when none is known.

    `shown` is the value written above: when the comparables are measured with fewer sources, the value measured like them is said too.
    """
    if found.mediane is None:
        return ""
    middle = f"la médiane est {_bare(found.mediane, indicator)}"
    if found.q1 is not None and found.q3 is not None:
        low, high = _bare(found.q1, indicator), _bare(found.q3, indicator)
        middle += f" et la moitié centrale {f'va de {low} à {high}' if low != high else f'reste à {low}'}"
    said = f"Chez {_comparables(found)}, {middle}"
    if found.valeur is not None and shown is not None and found.valeur != shown:
        said += f" ; mesuré avec les mêmes sources qu’eux, ce territoire est à {_bare(found.valeur, indicator)}"
    return fr(f"{said}.")


def _comparables(found: Standing) -> str:
    known = sum(value is not None for _, _, value in found.valeurs)
    if known == 1:
        return "le seul territoire comparable dont la valeur est connue"
    return f"les {known} territoires comparables" + (" dont la valeur est connue" if known < len(found.valeurs) else "")


def _bare(value: float, indicator: Indicator) -> str:
    """Write a value without its unit, that has just been said; the sign % stays."""
    return number(value, indicator.decimales) + (f"{FINE}%" if indicator.unite.startswith("%") else "")


def borrowed(indicator: Indicator, found: Borrowed) -> str:
    """Say the last value known at a wider level, and that it does not transpose."""
    middle = f" (médiane de ce niveau : {amount(found.mediane, indicator)})" if found.mediane is not None else ""
    return fr(
        f"Dernière valeur connue : {found.nom} ({found.nature}), {amount(found.valeur, indicator)} en {found.millesime}{middle}. "
        "Elle ne se transpose pas ici."
    )


def sources_said(titles: list[str]) -> str:
    """Say which sources of the register are counted."""
    return fr(f"Sources comptées : {listing(titles)}.")
