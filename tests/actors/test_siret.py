"""A SIREN or a SIRET is either valid as Insee says, or not read at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.actors.siret import is_public_siren, is_siren, is_siret, luhn, read_siren, read_siret

digits = st.text("0123456789", min_size=1, max_size=20)


def completed(body):
    """Add the one figure that makes a run of digits satisfy Luhn."""
    return next(body + last for last in "0123456789" if luhn(body + last))


sirens = st.text("0123456789", min_size=8, max_size=8).map(completed).filter(lambda text: text.strip("0"))
sirets = sirens.flatmap(lambda siren: st.text("0123456789", min_size=4, max_size=4).map(lambda nic: completed(siren + nic)))


@pytest.mark.parametrize("siren", ["356000000", "775672272", "732829320"])
def test_known_sirens_are_valid(siren):
    assert is_siren(siren)


@pytest.mark.parametrize("siret", ["35600000000048", "73282932000074", "77567227221138"])
def test_known_sirets_are_valid(siret):
    assert is_siret(siret)


def test_an_establishment_of_la_poste_follows_its_own_rule():
    assert is_siret("35600000009075")
    assert not luhn("35600000009075")
    assert not is_siret("35600000009076")


def test_the_rule_of_la_poste_is_for_nobody_else():
    assert sum(map(int, "73282932000072")) % 5 == 0
    assert not is_siret("73282932000072")


@given(digits)
def test_luhn_refuses_any_single_wrong_figure(text):
    valid = completed(text)
    for position in range(len(valid)):
        for figure in "0123456789":
            if figure != valid[position]:
                assert not luhn(valid[:position] + figure + valid[position + 1 :])


@given(sirets)
def test_a_valid_siret_is_read_whatever_its_spaces(siret):
    spaced = f" {siret[:3]} {siret[3:6]}\u00a0{siret[6:9]} {siret[9:]} "
    assert read_siret(spaced) == siret
    assert read_siren(siret[:9]) == siret[:9]


@given(sirets)
def test_a_siret_stored_as_a_number_gets_its_zeros_back(siret):
    assert read_siret(f"{int(siret)}.0", numeric=True) == siret
    if siret.startswith("0"):
        assert read_siret(str(int(siret))) == ""


@given(st.text(max_size=30))
def test_any_text_gives_a_valid_number_or_nothing(text):
    siret, siren = read_siret(text), read_siren(text)
    assert siret == "" or is_siret(siret)
    assert siren == "" or is_siren(siren)


@pytest.mark.parametrize(
    "text", ["", "0", "000000000", "00000000000000", "12345678901234", "7328293200007", "٧٣٢٨٢٩٣٢٠", "732 829 321"]
)
def test_what_is_not_a_number_is_not_read(text):
    assert read_siret(text) == ""
    assert read_siren(text) == ""


def test_public_bodies_have_their_own_series():
    assert is_public_siren("213502388")
    assert is_public_siren("130026032")
    assert not is_public_siren("775672272")
    assert not is_public_siren("")
