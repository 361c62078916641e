"""Every indicator of a territory, beside its references and among its comparables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.comparables import comparables
from ess_map.indicators.default_reference import default_reference
from ess_map.indicators.inquiry import Inquiry, Question
from ess_map.indicators.model import Verdict
from ess_map.indicators.reach import DEFAULT_KM
from ess_map.indicators.valuing import value_of
from ess_map.territories.model import FRANCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ess_map.indicators.comparables_model import Comparables
    from ess_map.indicators.evidence import Evidence
    from ess_map.indicators.model import Indicator, Standing, Value
    from ess_map.territories.model import TerritoryRef

AMONG_COMPARABLES = "comparables"
"""A reference that is not a territory: the median of the comparable ones."""
USUAL = 8
_ROUNDED = 6


def indicators_for(
    evidence: Evidence,
    territoire: TerritoryRef | str,
    references: Sequence[TerritoryRef | str] | None = None,
    *,
    nombre: int = USUAL,
    poids: Mapping[str, float] | None = None,
    distance_km: int = DEFAULT_KM,
    chosen: Sequence[str] | None = None,
    nom: str = "",
) -> tuple[Value, ...]:
    """
    Evaluate every indicator of the catalogue for one territory.

    Parameters
    ----------
    evidence
        What is known.
    territoire
        Any territory.
    references
        Territories, or « comparables », to compare with, the main one first; the level above when None; none when empty.
    nombre, poids
        How many comparable territories, and the weights that choose them (`comparables`); 0 for none.
    distance_km
        Distance of the indicators of coverage, one of `reach.DISTANCES_KM`.
    chosen
        Identifiers of indicators; all of them when None.
    nom
        Name given to a composed territory.

    Returns
    -------
    values
        One an indicator and modality, in the order of the catalogue; a value that is unknown is there, with its reason.

    Raises
    ------
    UnknownTerritoryError
        If a territory does not exist.
    ComparisonError
        If a weight, or the number of comparables, cannot be used.
    """
    question, _ = question_of(evidence, territoire, references, nombre=nombre, poids=poids, distance_km=distance_km, nom=nom)
    return answer(evidence, question, chosen)


def answer(evidence: Evidence, question: Question, chosen: Sequence[str] | None = None) -> tuple[Value, ...]:
    """Evaluate indicators for a question already laid out; the last questions are remembered."""
    known = catalogue()
    wanted = tuple(known.values()) if chosen is None else tuple(known[name] for name in chosen)
    return evidence.remember(("values", question, chosen and tuple(chosen)), lambda: _values(evidence, question, wanted))


def _values(evidence: Evidence, question: Question, wanted: tuple[Indicator, ...]) -> tuple[Value, ...]:
    inquiry = Inquiry(evidence, question)
    return tuple(value_of(inquiry, indicator, code) for indicator in wanted for code in indicator.codes(evidence.official))


def question_of(
    evidence: Evidence,
    territoire: TerritoryRef | str,
    references: Sequence[TerritoryRef | str] | None = None,
    *,
    nombre: int = USUAL,
    poids: Mapping[str, float] | None = None,
    distance_km: int = DEFAULT_KM,
    nom: str = "",
) -> tuple[Question, Comparables | None]:
    """
    Lay out a question: canonical references, the usual one when none is asked, and the comparable territories.

    Returns
    -------
    question, comparables
        The latter None when there are none: France, or a territory without inhabitants.

    Raises
    ------
    UnknownTerritoryError
        If a territory does not exist.
    ComparisonError
        If a weight, or the number of comparables, cannot be used.
    """
    ref = evidence.atlas.parse(str(territoire))
    usual = default_reference(evidence.atlas, ref)
    asked = list(references) if references is not None else [usual] if usual is not None else []
    others = [evidence.atlas.parse(str(text)) for text in asked if str(text) != AMONG_COMPARABLES]
    near = _comparables(evidence, ref, nombre, poids) if nombre else None
    question = Question(
        territoire=ref,
        references=tuple(dict.fromkeys(others)),
        comparables=near.refs if near is not None else (),
        aux_comparables=len(others) < len(asked),
        distance_km=distance_km,
        nom=nom,
    )
    return question, near


def _comparables(evidence: Evidence, ref: TerritoryRef, nombre: int, poids: Mapping[str, float] | None) -> Comparables | None:
    """Find them; None for France and for a territory where nobody lives, of which the rest is computed."""
    if ref == FRANCE or not evidence.atlas.get(ref).population:
        return None
    key = ("comparables", ref, nombre, None if poids is None else tuple(sorted(poids.items())))
    return evidence.note(key, lambda: comparables(evidence.context, ref, nombre, poids))


def document(value: Value) -> dict[str, Any]:
    """Give the JSON object of a value, as the command `indicateurs` writes it."""
    main = value.comparaison
    comparable = main is not None and main.verdict not in {Verdict.NON_COMPARABLE, Verdict.SANS_DONNEE} and _as_rate(value)
    return {
        "id": value.id,
        "libelle": value.indicateur.titre(value.modalite),
        "chapitre": str(value.indicateur.chapitre),
        "valeur": _rounded(value.valeur),
        "unite": value.unite,
        "affichage": str(value.affichage),
        "valeur_reference": _rounded(main.valeur) if main is not None and _as_rate(value) else None,
        "ecart": _rounded(main.ecart) if main is not None and comparable else None,
        "verdict": None if main is None else str(main.verdict),
        "intervalle": None if value.intervalle is None or not _as_rate(value) else [_rounded(bound) for bound in value.intervalle],
        "numerateur": _rounded(value.numerateur),
        "denominateur": _rounded(value.denominateur),
        "rang": None if value.rang is None else value.rang.rang,
        "comparables": None if value.rang is None else _standing(value.rang),
        "references": [
            {"territoire": c.reference, "nom": c.nom, "valeur": _rounded(c.valeur), "ecart": _rounded(c.ecart),
             "verdict": str(c.verdict), "motif": c.motif, "millesime": c.millesime}
            for c in value.comparaisons
        ],
        "repli": None if value.repli is None else {
            "territoire": str(value.repli.territoire), "nom": value.repli.nom, "valeur": _rounded(value.repli.valeur),
            "millesime": value.repli.millesime, "mediane": _rounded(value.repli.mediane),
        },
        "source": value.source,
        "sources": list(value.sources),
        "millesime": value.millesime,
        "fiabilite": str(value.fiabilite),
        "secret": value.secret,
        "motif": value.motif,
        "phrase": value.phrase,
        "avertissements": list(value.avertissements),
    }  # fmt: skip


def _as_rate(value: Value) -> bool:
    return value.affichage.value == "taux"


def _standing(found: Standing) -> dict[str, Any]:
    return {
        "nombre": found.nombre,
        "valeur": _rounded(found.valeur),
        "mediane": _rounded(found.mediane),
        "q1": _rounded(found.q1),
        "q3": _rounded(found.q3),
        "valeurs": [{"territoire": str(ref), "nom": nom, "valeur": _rounded(value)} for ref, nom, value in found.valeurs],
        "sources": list(found.sources),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _ROUNDED)
