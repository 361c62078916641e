"""What the register is worth is counted on its rows, and nobody is never turned into zero percent."""

import numpy as np
import pytest

from ess_map.actors import query
from ess_map.actors.quality import assess
from ess_map.actors.selection import Selection


@pytest.fixture(scope="module")
def principal(register, atlas):
    return assess(register, query.mask(register, atlas, Selection()))


def test_every_breakdown_adds_up_to_the_total(principal):
    assert sum(principal.precisions.values()) == principal.total
    assert sum(principal.years.values()) == principal.total
    assert sum(principal.famille_origines.values()) == principal.famille_known


def test_counts_are_those_of_the_table(principal, register):
    frame = register.frame[register.frame["registre"] == "principal"]
    assert principal.total == len(frame)
    assert principal.with_siret == (frame["siret"] != "").sum()
    assert principal.theme_known == (frame["themes"] != "").sum()
    assert principal.placed == frame["longitude"].notna().sum()
    assert principal.merged == frame["source"].map(lambda text: len(text.split("|")) > 1).sum()


def test_years_come_from_the_latest_to_the_oldest(principal):
    assert list(principal.years) == sorted(principal.years, reverse=True)


def test_a_share_of_nobody_is_not_zero(register):
    nobody = assess(register, np.zeros(len(register), dtype=bool))
    assert nobody.share(nobody.placed) is None
    assert nobody.years == {}
