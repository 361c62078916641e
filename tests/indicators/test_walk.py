"""Every EPCI, every département and five hundred communes drawn at random: no page fails."""

import math
import random

import pytest

from ess_map.indicators.gaps import gaps_for
from ess_map.indicators.model import Fiabilite
from ess_map.indicators.page import diagnosis
from ess_map.indicators.portrait import answer, question_of
from ess_map.territories.model import FRANCE, Niveau
from tests.indicators.embedded import atlas
from tests.indicators.observed import evidence

EPCI = atlas().children(FRANCE, Niveau.EPCI)
COMMUNES = random.Random(2026).sample(atlas().children(FRANCE, Niveau.COMMUNE), 500)  # noqa: S311 -- the same draw each time
WIDER = [
    *atlas().children(FRANCE, Niveau.DEPARTEMENT),
    *atlas().children(FRANCE, Niveau.REGION),
    *atlas().children(FRANCE, Niveau.EPT),
]
PAGES = [*EPCI[::60], *COMMUNES[::30], *WIDER[::10]]


@pytest.fixture(scope="module", autouse=True)
def prepared():
    evidence().warm()


def check(values):
    for value in values:
        assert (value.valeur is None) == bool(value.motif)
        assert (value.fiabilite is Fiabilite.SANS_OBJET) == (value.valeur is None)
        assert value.valeur is None or math.isfinite(value.valeur)
        assert value.phrase
        assert value.source
        assert value.millesime


def test_there_are_as_many_epci_as_in_france():
    assert len(EPCI) > 1250


@pytest.mark.parametrize("start", range(0, len(EPCI), 100))
def test_every_epci_has_its_values(start):
    for ref in EPCI[start : start + 100]:
        question, _ = question_of(evidence(), ref, nombre=0)
        check(answer(evidence(), question))


@pytest.mark.parametrize("start", range(0, len(COMMUNES), 100))
def test_every_commune_drawn_has_its_values(start):
    for ref in COMMUNES[start : start + 100]:
        question, _ = question_of(evidence(), ref, nombre=0)
        check(answer(evidence(), question))


def test_every_departement_region_and_ept_has_its_values():
    for ref in WIDER:
        question, _ = question_of(evidence(), ref, nombre=0)
        check(answer(evidence(), question))


@pytest.mark.parametrize("ref", PAGES, ids=str)
def test_a_whole_page_with_its_comparables_and_gaps(ref):
    question, near = question_of(evidence(), ref)
    found = diagnosis(evidence(), question, near)
    check([figure.valeur for chapter in found.chapitres for figure in chapter.figures])
    assert len(found.forces) + len(found.manques) == len(gaps_for(evidence(), question))
