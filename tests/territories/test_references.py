"""A reference is read from any honest writing, and refused with a reason otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.errors import UnknownTerritoryError
from ess_map.territories.model import Niveau, TerritoryRef
from ess_map.territories.references import MAX_COMPOSED


@pytest.fixture(scope="module")
def every_ref(atlas):
    wider = [
        TerritoryRef(Niveau(niveau), code) for niveau, code in zip(atlas.levels["niveau"], atlas.levels["code"], strict=True)
    ]
    return [*(TerritoryRef(Niveau.COMMUNE, code) for code in atlas.communes.index), *wider]


def test_every_reference_reads_as_itself(atlas, every_ref):
    assert all(atlas.parse(str(ref)) == ref for ref in every_ref)


@given(rows=st.lists(st.integers(0, 34_874), min_size=1, max_size=40))
def test_a_composed_reference_reads_as_itself_whatever_the_order_and_the_repeats(atlas, rows):
    codes = list(atlas.communes.index[rows])
    ref = atlas.parse("compose:" + ",".join(codes))
    assert ref.code == ",".join(sorted(set(codes)))
    assert atlas.parse(str(ref)) == ref


@given(st.text())
def test_any_text_is_read_or_refused_with_a_sentence(atlas, text):
    try:
        sentence = str(atlas.parse(text))
    except UnknownTerritoryError as error:
        sentence = str(error)
    assert sentence.startswith("Territoire inconnu") or str(atlas.parse(sentence)) == sentence
    assert sentence.replace("\u00a0", " ").isprintable()


@given(st.sampled_from(list(Niveau)), st.text(max_size=20))
def test_any_code_at_any_level_is_read_or_refused(atlas, niveau, code):
    try:
        ref = atlas.parse(f"{niveau}:{code}")
    except UnknownTerritoryError:
        return
    assert ref.niveau is niveau


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("departement:2a", "departement:2A"),
        (" Commune : 35238 ", "commune:35238"),
        ("france:fr", "france:FR"),
        ("compose:35051, 35238\n35051", "compose:35051,35238"),
        ("compose:01324,01245", "compose:01245"),
        ("compose:75111;69381|35238", "compose:35238,69123,75056"),
        ("commune:75111", "commune:75056"),
        ("commune:69381", "commune:69123"),
        ("commune:13201", "commune:13055"),
        ("epci:200046977", "epci:200046977"),
        ("commune:35238\x00\u202e", "commune:35238"),
    ],
)
def test_a_reference_is_brought_to_its_canonical_form(atlas, written, canonical):
    assert str(atlas.parse(written)) == canonical


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "niveau:code"),
        ("35238", "niveau:code"),
        ("commune:", "niveau:code"),
        ("village:35238", "niveau:code"),
        ("commune:99999", "aucune commune"),
        ("epci:35238", "n’existe pas"),
        ("region:99", "n’existe pas"),
        ("compose:", "niveau:code"),
        ("compose:,;", "au moins un code"),
        ("compose:35238,99999,ABC", "99999, ABC"),
        ("commune:08227", "partagé entre Guignicourt-sur-Vence (08203) et Touligny (08454)"),
        ("commune:97123", "n’est plus une commune"),
        ("commune:97502", "Saint-Pierre-et-Miquelon"),
    ],
)
def test_a_wrong_reference_is_refused_with_its_reason(atlas, written, reason):
    with pytest.raises(UnknownTerritoryError, match="Territoire inconnu") as caught:
        atlas.parse(written)
    assert reason in str(caught.value)


def test_many_unknown_codes_are_named_ten_at_most(atlas):
    with pytest.raises(UnknownTerritoryError, match="et 15 autres"):
        atlas.parse("compose:" + ",".join(f"990{n:02}" for n in range(25)))


def test_a_composed_territory_has_a_largest_size(atlas):
    codes = list(atlas.communes.index[: MAX_COMPOSED + 1])
    assert len(atlas.members("compose:" + ",".join(codes[:-1]))) == MAX_COMPOSED
    with pytest.raises(UnknownTerritoryError, match="au plus 2\u202f000 communes"):
        atlas.parse("compose:" + ",".join(codes))
