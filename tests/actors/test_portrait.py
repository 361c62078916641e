"""The portrait of a territory counts what the register holds, once, and never turns an absence into a figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ess_map.actors import model
from ess_map.actors.portrait import INSERTION, portrait, totals
from ess_map.actors.register import Register
from ess_map.territories.atlas import Atlas
from ess_map.territories.model import FRANCE, Niveau, TerritoryRef

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def atlas():
    return Atlas.load(DATA)


@pytest.fixture(scope="module")
def register(atlas):
    return Register.load(DATA, atlas)


@pytest.fixture(scope="module")
def epcis(atlas):
    return [TerritoryRef(Niveau.EPCI, code) for code in atlas.levels.loc[atlas.levels["niveau"] == "epci", "code"]]


@settings(max_examples=40, deadline=None)
@given(place=st.integers(0, 10_000))
def test_every_count_agrees_with_the_table(register, atlas, epcis, place):
    ref = epcis[place % len(epcis)]
    seen = portrait(register, atlas, ref)
    rows = register.frame[register.frame["code_commune"].isin(atlas.members(ref))]
    main = rows[rows["registre"] == "principal"]
    assert seen.total == len(main) == sum(seen.familles.values())
    assert seen.complement == len(rows) - len(main)
    assert dict(seen.familles) == {code: int((main["famille"] == code).sum()) for code in model.FAMILLES}
    of_theme = {
        code: int(main["themes"].str.split("|").map(lambda parts, code=code: code in parts).sum()) for code in model.THEMES
    }
    assert dict(seen.themes) == {code: n for code, n in of_theme.items() if n}
    assert list(seen.themes.values()) == sorted(seen.themes.values(), reverse=True)
    assert seen.absents == tuple(code for code, n in of_theme.items() if not n)
    assert seen.sans_theme == int((main["themes"] == "").sum())
    assert seen.insertion == int(main["types"].str.split("|").map(lambda parts: bool(set(parts) & set(INSERTION))).sum())


@settings(max_examples=40, deadline=None)
@given(place=st.integers(0, 10_000))
def test_communes_with_and_without_an_actor_make_the_whole(register, atlas, epcis, place):
    ref = epcis[place % len(epcis)]
    seen = portrait(register, atlas, ref)
    main = register.frame[register.frame["registre"] == "principal"]
    inhabited = set(main["code_commune"])
    assert set(seen.communes_sans) == {code for code in atlas.members(ref) if code not in inhabited}
    assert seen.communes_avec + len(seen.communes_sans) == seen.communes == len(atlas.members(ref))
    people = atlas.communes["population"].reindex(list(seen.communes_sans))
    assert list(people.fillna(0)) == sorted(people.fillna(0), reverse=True)
    assert seen.habitants_sans == (None if people.isna().any() else int(people.sum()))


def test_totals_are_those_of_each_portrait(register, atlas, epcis):
    levels = (Niveau.REGION, Niveau.DEPARTEMENT, Niveau.EPT)
    chosen = [
        FRANCE,
        *epcis[::97],
        *(ref for level in levels for ref in atlas.children(FRANCE, level)),
        atlas.parse("commune:75056"),
    ]
    assert totals(register, atlas, chosen) == {ref: portrait(register, atlas, ref).total for ref in chosen}


def test_the_whole_country_holds_every_actor(register, atlas):
    seen = portrait(register, atlas, FRANCE)
    assert seen.total == int((register.frame["registre"] == "principal").sum())
    assert seen.placed <= seen.total
