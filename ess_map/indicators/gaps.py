"""What stands out: strengths and gaps of a territory beside a reference, ranked, each with its uncertainty and its caution."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from ess_map.actors.model import FAMILLES_PLURIEL, THEMES
from ess_map.indicators import sentences
from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.formulas.difference import benjamini_hochberg, cohen_h, rate_difference_p, rate_ratio_interval
from ess_map.indicators.inquiry import Inquiry
from ess_map.indicators.model import Affichage, Comparison, Verdict
from ess_map.indicators.perimeters import ABSENCE
from ess_map.indicators.valuing import value_of
from ess_map.typography import count, fr, number

if TYPE_CHECKING:
    from ess_map.indicators.evidence import Evidence
    from ess_map.indicators.inquiry import Apart, Question
    from ess_map.indicators.model import Indicator, Value
    from ess_map.territories.model import TerritoryRef

NOT_A_MARK = "Un écart n’est pas une note : il ouvre une question."
RISK = 0.05
WORTH = 0.2
"""Gap of Cohen (h) from which a difference of coverage is worth a line: a small effect."""
_COUNTED = (("densite_acteurs", ""), ("densite_insertion", ""), ("densite_theme", "theme"), ("densite_famille", "famille"))
_COVERED = (("eloignement_acteurs", ""), ("eloignement_theme", "theme"), ("habitants_sans_insertion", ""))


class Nature(StrEnum):
    """Which way a gap goes."""

    FORCE = "force"
    MANQUE = "manque"


@dataclass(frozen=True, slots=True)
class Ecart:
    """One thing that stands out. Cases, levers and workshops speak of it by its `id`."""

    id: str
    """Stable: indicator and modality (« densite_theme.MOB »); with the territory and the reference it names the gap for good."""
    nature: Nature
    territoire: TerritoryRef
    reference: TerritoryRef
    theme: str
    """Code of the theme it is about, "" for none."""
    famille: str
    """Code of the family it is about, "" for none."""
    valeur: Value
    """The value and everything that goes with it: source, vintage, reliability, interval."""
    valeur_reference: float
    ecart: float
    """Value minus reference, in the unit of the indicator."""
    effet: float
    """Size that orders the list, on a scale shared by rates and shares; the sure part of it for a rate. Never negative."""
    intervalle: tuple[float, float] | None
    """95 % interval of the ratio of the two rates; None for a measured coverage."""
    p_ajustee: float | None
    """Probability adjusted for the number of gaps looked at; None for a measured coverage."""
    acteurs: tuple[int, ...]
    """Rows of the register behind the value, in alphabetical order."""
    titre: str
    phrase: str
    """What is seen, without the title: « 31 acteurs recensés, quand 11,2 seraient attendus… »."""
    prudence: str

    @property
    def cle(self) -> str:
        """Name the gap for good: territory, reference, identifier."""
        return f"{self.territoire}/{self.reference}/{self.id}"


def gaps_for(evidence: Evidence, question: Question) -> tuple[Ecart, ...]:
    """
    List what stands out between a territory and its main reference.

    Parameters
    ----------
    evidence
        What is known.
    question
        Its first reference is the one that counts.

    Returns
    -------
    ecarts
        The surest and largest first; empty without a comparable reference. Rates are kept when their gap is larger than chance,
        all gaps looked at together (Benjamini-Hochberg, 5 %); coverages from a small effect up (Cohen's h of 0.2). There is no
        global score: gaps do not add up.
    """
    if not question.references or question.references[0] == question.territoire:
        return ()
    return evidence.remember(("gaps", question), lambda: _gaps(evidence, question))


def _gaps(evidence: Evidence, question: Question) -> tuple[Ecart, ...]:
    inquiry = Inquiry(evidence, question)
    reference = question.references[0]
    apart = inquiry.apart[reference]
    if apart is None or not inquiry.sources or reference in inquiry.incomparable:
        return ()
    found = [*_counted(inquiry, apart), *_covered(inquiry)]
    return tuple(sorted(found, key=lambda gap: (-round(gap.effet, 9), gap.id)))


def _counted(inquiry: Inquiry, apart: Apart) -> list[Ecart]:
    """Compare rates, keep those that chance does not explain."""
    known = catalogue()
    looked = [(known[name], code, kind) for name, kind in _COUNTED for code in (known[name].modalites or {"": ""})]
    counts = [_two_counts(inquiry, indicator, code, apart) for indicator, code, _ in looked]
    seen = [position for position, found in enumerate(counts) if found is not None and found[0] + found[2] > 0]
    adjusted = benjamini_hochberg([rate_difference_p(*found) for p in seen if (found := counts[p]) is not None])
    gaps = []
    for position, p_value in zip(seen, adjusted, strict=True):
        found = counts[position]
        if found is not None and p_value < RISK:
            indicator, code, kind = looked[position]
            ratio = rate_ratio_interval(*found)
            if not ratio[0] <= 1 <= ratio[1]:
                gaps += _rate_gap(inquiry, indicator, code, kind, ratio, float(p_value))
    return gaps


def _two_counts(inquiry: Inquiry, indicator: Indicator, code: str, apart: Apart) -> tuple[float, float, float, float] | None:
    measure = inquiry.measure(indicator, code)
    here, there = apart
    found = tuple(float(column[side]) for side in (here, there) for column in (measure.numerateur, measure.denominateur))
    usable = not any(math.isnan(number) for number in found) and found[1] > 0 and found[3] > 0
    return (found[0], found[1], found[2], found[3]) if usable else None


def _rate_gap(
    inquiry: Inquiry, indicator: Indicator, code: str, kind: str, ratio: tuple[float, float], p_value: float
) -> list[Ecart]:
    value, main = _value(inquiry, indicator, code)
    if value.taux is None or main is None or main.valeur is None:
        return []
    above = ratio[0] > 1
    # The bound nearest to equality: what the gap is at least worth.
    sure = math.log(ratio[0]) if above else -math.log(ratio[1])
    times = (
        f"{number(ratio[0], 1)} à {number(ratio[1], 1)} fois"
        if math.isfinite(ratio[1])
        else f"au moins {number(ratio[0], 1)} fois"
    )
    expected = main.valeur / indicator.par * (value.denominateur or 0.0)
    said = (
        f"{sentences.counted(value.numerateur or 0.0, indicator)}, quand {number(expected, 1)} seraient attendus au taux de la "
        f"référence, {main.nom} : soit {times} le taux du reste de la comparaison (intervalle à 95 %)."
    )
    return [
        _ecart(
            inquiry,
            value,
            main,
            kind=kind,
            above=above,
            effet=sure,
            intervalle=ratio,
            p_value=p_value,
            said=said,
            feature=_feature(indicator, code),
        )
    ]


def _covered(inquiry: Inquiry) -> list[Ecart]:
    """Compare coverages: they are measured, no chance is modelled; only their size counts."""
    known, gaps = catalogue(), []
    for name, kind in _COVERED:
        for code in known[name].modalites or {"": ""}:
            value, main = _value(inquiry, known[name], code)
            if value.taux is None or main is None or main.valeur is None or main.verdict is Verdict.NON_COMPARABLE:
                continue
            effect = cohen_h(min(value.taux / 100, 1.0), min(main.valeur / 100, 1.0))
            if abs(effect) >= WORTH:
                said = f"{_covered_here(value)}, contre {number(main.valeur, 1)} % pour {main.nom}."
                gaps.append(
                    _ecart(
                        inquiry,
                        value,
                        main,
                        kind=kind,
                        above=effect < 0,
                        effet=abs(effect),
                        intervalle=None,
                        p_value=None,
                        said=said,
                        feature=_behind(name, code),
                    )
                )
    return gaps


def _covered_here(value: Value) -> str:
    """Say the part of a territory that is concerned: a share, or people where there are too few for a share."""
    people = count(round(value.numerateur or 0), "habitant")
    if value.affichage is Affichage.EFFECTIF:
        return f"{people} sur {number(value.denominateur)}"
    return f"{number(value.taux, 1)} % ({people})"


def _ecart(
    inquiry: Inquiry, value: Value, main: Comparison, *, kind: str, above: bool, effet: float,
    intervalle: tuple[float, float] | None, p_value: float | None, said: str, feature: str,
) -> Ecart:  # fmt: skip
    rows = inquiry.evidence.rows(inquiry.main.places, 0, inquiry.sources, feature) if feature else np.array([], dtype=np.intp)
    taux, reference = value.taux or 0.0, main.valeur or 0.0
    return Ecart(
        id=value.id, nature=Nature.FORCE if above else Nature.MANQUE, territoire=value.territoire,
        reference=inquiry.question.references[0],
        theme=value.modalite if kind == "theme" and value.modalite in THEMES else "",
        famille=value.modalite if kind == "famille" and value.modalite in FAMILLES_PLURIEL else "",
        valeur=value, valeur_reference=reference, ecart=taux - reference, effet=effet, intervalle=intervalle, p_ajustee=p_value,
        acteurs=tuple(int(row) for row in rows), titre=fr(value.indicateur.titre(value.modalite)), phrase=fr(said), prudence=fr(NOT_A_MARK if above else ABSENCE),
    )  # fmt: skip


def _value(inquiry: Inquiry, indicator: Indicator, code: str) -> tuple[Value, Comparison | None]:
    value = value_of(inquiry, indicator, code)
    wanted = str(inquiry.question.references[0])
    return value, next((found for found in value.comparaisons if found.reference == wanted), None)


def _feature(indicator: Indicator, code: str) -> str:
    """Name what is counted by a rate."""
    return {"densite_acteurs": "total", "densite_insertion": "insertion"}.get(
        indicator.id, f"{indicator.id.removeprefix('densite_')}.{code}"
    )


def _behind(name: str, code: str) -> str:
    """Name the actors of the territory that a coverage speaks of."""
    return {"eloignement_acteurs": "total", "habitants_sans_insertion": "insertion"}.get(name, f"theme.{code}")
