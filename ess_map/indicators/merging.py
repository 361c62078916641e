"""What if these territories merged: each before, the whole after, measured the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ess_map.errors import ComparisonError
from ess_map.indicators.inquiry import Inquiry, Question
from ess_map.indicators.valuing import value_of
from ess_map.territories.model import Niveau, TerritoryRef
from ess_map.typography import fr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.indicators.evidence import Evidence
    from ess_map.indicators.model import Indicator, Value


class Merger(NamedTuple):
    """One indicator before and after."""

    avant: tuple[Value, ...]
    """One a territory, in the order asked, compared with the whole."""
    apres: Value


def merged(evidence: Evidence, refs: Sequence[TerritoryRef | str]) -> TerritoryRef:
    """
    Give the territory that a merger would make.

    Raises
    ------
    UnknownTerritoryError
        If a territory does not exist.
    ComparisonError
        If there are fewer than two different territories.
    """
    found = {evidence.atlas.parse(str(ref)) for ref in refs}
    if len(found) < 2:  # noqa: PLR2004 - one territory merges with nobody
        raise ComparisonError(fr("Choisissez au moins deux territoires différents."))
    codes = sorted({code for ref in found for code in evidence.atlas.members(ref)})
    return evidence.atlas.parse(str(TerritoryRef(Niveau.COMPOSE, ",".join(codes))))


def merger(evidence: Evidence, refs: Sequence[TerritoryRef | str], indicators: Sequence[Indicator]) -> tuple[Merger, ...]:
    """
    Evaluate indicators before and after a merger.

    Parameters
    ----------
    evidence
        What is known.
    refs
        Territories that would merge.
    indicators
        Entries of the catalogue.

    Returns
    -------
    mergers
        One an indicator and modality. The sources counted are those that cover the whole, for each part as for the whole.

    Raises
    ------
    UnknownTerritoryError
        If a territory does not exist.
    ComparisonError
        If there are fewer than two different territories.
    """
    whole = merged(evidence, refs)
    parts = tuple(dict.fromkeys(evidence.atlas.parse(str(ref)) for ref in refs))
    after = Inquiry(evidence, Question(whole))
    before = [Inquiry(evidence, Question(part, (whole,))) for part in parts]
    return tuple(
        Merger(tuple(value_of(inquiry, indicator, code) for inquiry in before), value_of(after, indicator, code))
        for indicator in indicators
        for code in indicator.codes(evidence.official)
    )
