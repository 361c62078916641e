"""What a selection keeps is what one would keep by hand, and every count is the count of a list."""

import dataclasses
import time

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ess_map.actors import query
from ess_map.actors.names import fold
from ess_map.actors.selection import FACETS, Selection, facet_values
from ess_map.territories.model import Niveau
from tests.actors.strategies import TERRITORIES, ZONES, cleared, selections

slow = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40)

COLUMNS = {
    "famille": "famille", "theme": "themes", "type": "types", "label": "labels", "effectif": "effectif", "source": "source",
    "zonage": "zonages",
}  # fmt: skip


@pytest.fixture(scope="session")
def records(register):
    """Give the register as plain dictionaries, with the text in which words are looked for."""
    rows = register.frame.to_dict("records")
    for row in rows:
        row["texte"] = (
            " ".join(fold(row[name]) for name in ("nom", "autres_noms", "commune")) + f" {row['siret'] or row['siren']}"
        )
    return rows


def kept_by_hand(records, atlas, selection):
    """Decide row by row, in plain Python, what a selection keeps."""
    members = None if selection.territoire is None else set(atlas.members(selection.territoire))
    words = query.words(selection.q)
    decisions = []
    for row in records:
        keep = selection.complement or row["registre"] == "principal"
        keep &= members is None or _in_territory(row, selection.territoire, members)
        for facet, field in FACETS.items():
            chosen = set(getattr(selection, field))
            keep &= not chosen or bool(chosen & set(row[COLUMNS[facet]].split("|")))
        keep &= all(word in row["texte"] for word in words)
        if keep and selection.zone is not None:
            point = {"lon": np.array([row["longitude"]]), "lat": np.array([row["latitude"]])}
            keep &= bool(selection.zone.contains(**point)[0])
        decisions.append(keep)
    return np.array(decisions)


def _in_territory(row, ref, members):
    if ref.niveau is Niveau.FRANCE or row["code_commune"] in members:
        return True
    if "75056" in members and not row["code_commune"] and row["departement"] == "75":  # Paris is the whole of its département
        return True
    return (ref.niveau is Niveau.DEPARTEMENT and row["departement"] == ref.code) or (
        ref.niveau is Niveau.REGION and row["region"] == ref.code
    )


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(complement=True),
        Selection(familles=("mutuelle", "cooperative"), themes=("SOC",)),
        Selection(types=("aci",), zonages=("pvd",), q="insertion"),
        Selection(q="Régie de quartier", complement=True),
        Selection(zone=ZONES[0], themes=("CUL", "SPO")),
        Selection(zone=ZONES[3], complement=True),
        Selection(sources=("geiq_2026",), labels=("geiq",)),
        Selection(effectifs=("11", "12")),
        Selection(q="introuvable xyzzy"),
    ],
)
def test_a_selection_keeps_what_one_would_keep_by_hand(register, atlas, records, selection):
    assert (query.mask(register, atlas, selection) == kept_by_hand(records, atlas, selection)).all()


@pytest.mark.parametrize("text", TERRITORIES)
def test_a_territory_keeps_the_actors_of_its_communes(register, atlas, records, text):
    selection = Selection(territoire=atlas.parse(text), complement=True)
    kept = query.mask(register, atlas, selection)
    assert (kept == kept_by_hand(records, atlas, selection)).all()


@slow
@given(data=st.data())
def test_rows_are_the_mask_in_order_without_repetition(register, atlas, data):
    selection = data.draw(selections(atlas, register))
    rows, kept = query.rows(register, atlas, selection), query.mask(register, atlas, selection)
    assert sorted(rows.tolist()) == np.flatnonzero(kept).tolist()
    names = [fold(name) for name in register.frame["nom"].iloc[rows]]
    assert names == sorted(names)
    assert (query.rows(register, atlas, selection) == rows).all()


@slow
@given(data=st.data())
def test_a_count_is_the_length_of_the_list_it_leads_to(register, atlas, data):
    selection = data.draw(selections(atlas, register))
    facet = data.draw(st.sampled_from(list(FACETS)))
    field, counts = FACETS[facet], query.counts(register, atlas, selection)
    assert set(counts) == set(FACETS)
    assert tuple(counts[facet]) == facet_values(register)[facet]
    value = data.draw(st.sampled_from(facet_values(register)[facet]))
    alone = dataclasses.replace(cleared(selection, field), **{field: (value,)})
    assert counts[facet][value] == query.mask(register, atlas, alone).sum()


@slow
@given(data=st.data())
def test_one_more_filter_never_adds_an_actor(register, atlas, data):
    selection = data.draw(selections(atlas, register))
    wider = query.mask(register, atlas, dataclasses.replace(selection, q="", zone=None, familles=()))
    assert not (query.mask(register, atlas, selection) & ~wider).any()


def test_families_and_unspecified_values_add_up_to_the_total(register, atlas):
    selection = Selection(complement=True)
    kept = query.mask(register, atlas, selection)
    counts, missing = query.counts(register, atlas, selection), query.unspecified(register, kept)
    for facet in ("famille", "effectif"):
        assert sum(counts[facet].values()) + missing[facet] == len(register)
    assert missing["theme"] == (register.frame["themes"] == "").sum()


def test_every_actor_is_in_france_and_in_at_most_one_region(register, atlas):
    regions = [atlas.parse(f"region:{code}") for code in atlas.levels.loc[atlas.levels["niveau"] == "region", "code"]]
    masks = [query.within(register, atlas, ref) for ref in regions]
    assert query.within(register, atlas, atlas.parse("france:FR")).all()
    assert np.sum(masks, axis=0).max() == 1
    assert np.sum(masks) == (register.frame["departement"] != "").sum() == len(register)


@pytest.mark.parametrize("typed", ["{siret}", "{a} {b} {c} {d}", "{siren}", " {a}\u00a0{b}\u00a0{c} "])
def test_a_number_is_found_however_it_is_typed(register, atlas, typed):
    row = int(np.flatnonzero(register.frame["siret"] != "")[0])
    siret = register.frame["siret"].iloc[row]
    q = typed.format(siret=siret, siren=siret[:9], a=siret[:3], b=siret[3:6], c=siret[6:9], d=siret[9:])
    assert row in query.rows(register, atlas, Selection(q=q, complement=True))


def test_a_name_is_found_without_its_accents_and_with_its_commune(register, atlas):
    found = query.rows(register, atlas, Selection(q="REGIE quartier RENNES"))
    plain = query.rows(register, atlas, Selection(q="rennes régie   QUARTIER"))
    assert found.tolist() == plain.tolist()


def test_a_bitset_gives_the_mask_back(register, atlas):
    kept = query.mask(register, atlas, Selection(themes=("MOB",)))
    bits = np.unpackbits(np.frombuffer(query.bitset(kept), np.uint8), bitorder="little")[: len(kept)]
    assert (bits.astype(bool) == kept).all()


@pytest.mark.parametrize(
    "selection", [Selection(), Selection(q="association paris", themes=("CUL",), complement=True), Selection(zone=ZONES[1])]
)
def test_a_query_takes_a_few_milliseconds(register, atlas, selection):
    def best(ask):
        times = []
        for _ in range(15):
            start = time.perf_counter()
            ask(register, atlas, selection)
            times.append(time.perf_counter() - start)
        return min(times)

    assert best(query.rows) < 0.015
    assert best(query.counts) < 0.015
