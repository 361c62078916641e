"""Building the page of the diagnosis: chapters, gaps, comparables, all below any screen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ess_map.actors.model import ZONAGES
from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.context_columns import context_columns
from ess_map.indicators.figures import SIGNS, bloc, figure
from ess_map.indicators.gaps import Nature, gaps_for
from ess_map.indicators.inquiry import Inquiry
from ess_map.indicators.model import CHAPITRES, Verdict
from ess_map.indicators.page_model import Chapter, ComparableCard, DiagnosisPage, Fact, Figure, GapCard
from ess_map.indicators.portrait import answer
from ess_map.indicators.provenance import producers, years
from ess_map.territories.model import Niveau
from ess_map.typography import count, fr, listing, number

if TYPE_CHECKING:
    from ess_map.indicators.comparables_model import Comparables
    from ess_map.indicators.evidence import Evidence
    from ess_map.indicators.gaps import Ecart
    from ess_map.indicators.inquiry import Question
    from ess_map.indicators.model import Value

HEADLINES = (
    "densite_acteurs", "densite_insertion", "part_emploi_ess_clap", "eloignement_acteurs", "habitants_sans_insertion", "chomage",
    "niveau_vie_median", "densite_population", "evolution_population",
)  # fmt: skip
"""Figures that the lead counts, in their order."""
_ZONINGS = (("zrr", "zrr_2022"), ("pvd", "pvd_2021"), ("acv", "acv_2025"))


def diagnosis(evidence: Evidence, question: Question, near: Comparables | None = None) -> DiagnosisPage:
    """
    Build the page.

    Parameters
    ----------
    evidence
        What is known.
    question, near
        As `portrait.question_of` gives them.

    Returns
    -------
    page
        Frozen; the last pages are remembered.
    """
    return evidence.remember(("page", question), lambda: _page(evidence, question, near))


def _page(evidence: Evidence, question: Question, near: Comparables | None) -> DiagnosisPage:
    inquiry = Inquiry(evidence, question)
    figures = [figure(value, evidence) for value in answer(evidence, question)]
    by_id = {found.id: found for found in figures}
    headlines = tuple(by_id[name] for name in HEADLINES if name in by_id)
    gaps = [_gap_card(gap) for gap in gaps_for(evidence, question)]
    territory = evidence.atlas.get(question.territoire)
    return DiagnosisPage(
        territoire=question.territoire, nom=inquiry.names[question.territoire], reference=_reference_name(inquiry),
        chapeau=lead(_reference_name(inquiry), headlines), perimetre=perimeter(inquiry), principaux=headlines,
        chapitres=_chapters(figures), faits=facts(evidence, question),
        forces=tuple(card for card in gaps if card.ecart.nature is Nature.FORCE),
        manques=tuple(card for card in gaps if card.ecart.nature is Nature.MANQUE),
        comparables=_comparable_cards(evidence, near),
        notices=(*territory.notices, *(near.notices if near is not None else ()), *_incomparable(inquiry)),
    )  # fmt: skip


def _reference_name(inquiry: Inquiry) -> str:
    if inquiry.question.aux_comparables:
        return "médiane des territoires comparables"
    refs = inquiry.question.references
    return inquiry.names[refs[0]] if refs else ""


def lead(reference: str, figures: tuple[Figure, ...]) -> str:
    """
    Count how the headline figures stand.

    Examples
    --------
    >>> lead("Bretagne", ())
    ''
    """
    if not reference or not figures:
        return ""
    tally = Counter(_stand(found.valeur) for found in figures)
    words = {
        "above": f"{tally['above']} au-dessus",
        "below": f"{tally['below']} au-dessous",
        "close": f"{tally['close']} trop {'proche' if tally['close'] == 1 else 'proches'} pour conclure",
        "none": f"{tally['none']} sans donnée comparable",
    }
    said = listing([words[name] for name in words if tally[name]], last="et")
    return fr(f"Face à la référence ({reference}), sur {count(len(figures), 'indicateur')} : {said}.")


def _stand(value: Value) -> str:
    main = value.comparaison
    if main is None:
        return "none"
    return {Verdict.AU_DESSUS: "above", Verdict.AU_DESSOUS: "below", Verdict.PROCHE: "close"}.get(main.verdict, "none")


def perimeter(inquiry: Inquiry) -> str:
    """Say which sources of the register the comparisons count, and of when."""
    names = inquiry.source_names(inquiry.sources)
    cards = inquiry.evidence.cards
    if not names:
        return fr("Aucune source du registre ne couvre tout ce territoire : les acteurs recensés ne sont ni comptés ni comparés.")
    titles = listing([cards[name].titre if name in cards else name for name in names])
    lists = "une liste" if len(names) == 1 else f"{len(names)} listes"
    return fr(
        f"Registre partiel. Les comparaisons comptent {lists} ({years(cards, names)}) qui couvrent à la fois le territoire et sa "
        f"référence : {titles}."
    )


def _chapters(figures: list[Figure]) -> tuple[Chapter, ...]:
    by_indicator: dict[str, list[Figure]] = {}
    for found in figures:
        by_indicator.setdefault(found.valeur.indicateur.id, []).append(found)
    known = catalogue()
    blocs = [bloc(known[name], tuple(mine)) for name, mine in by_indicator.items()]
    return tuple(
        Chapter(chapter, title, tuple(b for b in blocs if known[b.indicateur].chapitre is chapter))
        for chapter, title in CHAPITRES.items()
    )


def facts(evidence: Evidence, question: Question) -> tuple[Fact, ...]:
    """Give what is known of the territory that is not an indicator: its nature, its zonings, what it lacks."""
    territory = evidence.atlas.get(question.territoire)
    column = context_columns()["epci_nature"]
    found = [Fact("Nature", territory.nature, producers(evidence.cards, column.sources), column.millesime)]
    if question.territoire.niveau is not Niveau.COMMUNE:
        found.append(
            Fact("Communes", number(len(territory.communes)), producers(evidence.cards, column.sources), column.millesime)
        )
    for name, card in _ZONINGS:
        communes = int(getattr(territory.zonages, name))
        source = producers(evidence.cards, [card])
        year = context_columns()[f"part_population_{name}_pct"].millesime
        found.append(Fact(ZONAGES[name], f"{count(communes, 'commune')} sur {number(len(territory.communes))}", source, year))
    return tuple(found)


def _gap_card(gap: Ecart) -> GapCard:
    sign = SIGNS[Verdict.AU_DESSUS if gap.ecart > 0 else Verdict.AU_DESSOUS]
    return GapCard(gap, gap.titre, sign, gap.phrase, gap.prudence, gap.valeur.source, gap.valeur.millesime)


def _comparable_cards(evidence: Evidence, near: Comparables | None) -> tuple[ComparableCard, ...]:
    if near is None:
        return ()
    source, vintage = producers(evidence.cards, near.sources), years(evidence.cards, near.sources)
    return tuple(
        ComparableCard(found.ref, found.nom, number(found.distance, 2), found.raisons, found.differences, source, vintage)
        for found in near.comparables
    )


def _incomparable(inquiry: Inquiry) -> tuple[str, ...]:
    names = sorted(inquiry.names[ref] for ref in inquiry.incomparable)
    if not names:
        return ()
    return (fr(f"Les acteurs recensés ici ne se comparent pas à ceux de {listing(names)} : aucune liste ne couvre les deux."),)
