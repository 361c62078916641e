"""A page must not wait: all indicators with comparables, cold and warm, on the embedded register."""

import time

import pytest

from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.layer import layer
from ess_map.indicators.portrait import answer, question_of
from ess_map.territories.model import Niveau
from tests.indicators.embedded import atlas, context
from tests.indicators.observed import cards, employment, evidence, published, register

COLD_S, WARM_S = 0.3, 0.05
PLACES = ["commune:35238", "epci:243500139", "epci:200054781", "departement:33", "region:53"]


def fresh():
    """Give evidence that remembers nothing; register and context are those already loaded."""
    from ess_map.indicators.evidence import Evidence

    known = Evidence.of(atlas(), register(), cards(), context(), published(), employment())
    known.warm()
    return known


def seconds(work):
    """Measure the time of this process alone: the machine of the tests is shared, and its other tenants are not our subject."""
    start = time.process_time()
    work()
    return time.process_time() - start


def whole(known, territoire):
    question, _ = question_of(known, territoire)
    return answer(known, question)


@pytest.fixture(scope="module")
def loaded():
    """Load what a process loads once: the tables of each level, and the standard scales of the comparables."""
    for territoire in PLACES:
        whole(evidence(), territoire)
    catalogue()


@pytest.mark.parametrize("territoire", PLACES)
def test_all_indicators_with_comparables(territoire, loaded):
    cold, warm = [], []
    for _ in range(3):
        known = fresh()
        cold.append(seconds(lambda known=known: whole(known, territoire)))
        warm.append(seconds(lambda known=known: whole(known, territoire)))
    assert min(cold) <= COLD_S
    assert max(warm) <= WARM_S


def test_one_indicator_over_the_communes_of_a_region(loaded):
    """What a choropleth of four thousand communes asks of Python."""
    refs = atlas().children(atlas().parse("region:44"), Niveau.COMMUNE) + atlas().children(
        atlas().parse("region:76"), Niveau.COMMUNE
    )
    assert len(refs) > 4000
    assert min(seconds(lambda: layer(evidence(), "densite_acteurs", "", refs[:4000])) for _ in range(3)) <= 0.5
