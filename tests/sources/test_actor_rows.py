"""What every reader shares: nobody can be reached through the register, and a text says what it says or nothing."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.sources.actor_rows import (
    NUMBERS,
    TEXTS,
    actor_rows,
    degrees,
    dotted_naf,
    numbered,
    web_address,
    without_contact,
    without_person,
)


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("CHEZ MR EXEMPLE JEAN 34 RUE DES LILAS", "34 RUE DES LILAS"),
        ("MME EXEMPLE ANNE 47 RUE DE LA ROQUETTE", "47 RUE DE LA ROQUETTE"),
        ("CHEZ M. EXEMPLE 12 BD VOLTAIRE", "12 BD VOLTAIRE"),
        ("34 BOULEVARD DE PICPUS CHEZ MME EXEMPLE", "34 BOULEVARD DE PICPUS"),
        ("APPT 3 MLLE EXEMPLE, 5 RUE HAUTE", "APPT 3 5 RUE HAUTE"),
        ("12 rue Madame", "12 rue Madame"),
        ("8 RUE MONSIEUR LE PRINCE", "8 RUE MONSIEUR LE PRINCE"),
        ("3 place de Madame de Sévigné", "3 place de Madame de Sévigné"),
        ("C/O MAISON DES ASSOCIATIONS 4 RUE BASSE", "4 RUE BASSE"),
        ("MR EXEMPLE", ""),
        ("26 Rue des Fougères - Tourlaville", "26 Rue des Fougères - Tourlaville"),
    ],
)
def test_an_address_names_no_person(published, kept):
    assert without_person(published) == kept


@given(st.text(max_size=80))
def test_taking_persons_off_an_address_is_stable(text):
    assert without_person(without_person(text)) == without_person(text)


@pytest.mark.parametrize(
    "contact",
    ["jean@exemple.fr", "jean.exemple @ asso-exemple.org", "01 23 45 67 89", "0123456789", "+33 6.12.34.56.78", "06-12-34-56-78"],
)
def test_a_contact_is_left_out_of_any_text(contact):
    assert contact not in without_contact(f"Écrire à {contact} le matin")
    assert without_contact(f"Écrire à {contact} le matin").split() == ["Écrire", "à", "le", "matin"]


@pytest.mark.parametrize("text", ["12 rue du 8 mai 1945", "35000 RENNES", "73282932000074", "BP 50123", "2 bis, rue"])
def test_what_is_not_a_contact_stays(text):
    assert without_contact(text) == text


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("https://exemple.fr/a?b=1", "https://exemple.fr/a?b=1"), ("HTTP://EXEMPLE.FR", "HTTP://EXEMPLE.FR"), ("www.exemple.fr", "https://www.exemple.fr"),
        ("javascript:alert(1)", ""), ("exemple", ""), ("ftp://exemple.fr", ""), ("https://exemple.fr puis rien", "https://exemple.fr"),
        ('https://exemple.fr"onload="x', "https://exemple.fr"), ("data:text/html,x", ""), ("", ""), ("https://", ""),
    ],
)  # fmt: skip
def test_only_web_addresses_are_kept(published, kept):
    assert web_address(published) == kept


def test_degrees_are_numbers_or_missing():
    read = degrees(pd.Series(["48.5", "-61.55", "", "abc", "0", "0.0", "200", "nan", "inf"]))
    assert read.dropna().tolist() == [48.5, -61.55]


@pytest.mark.parametrize(
    ("code", "written"),
    [("8899B", "88.99B"), ("88.99B", "88.99B"), ("", ""), ("88.99", ""), ("ABCDE", ""), (" 0111z ", "01.11Z")],
)
def test_an_activity_is_written_as_insee_does(code, written):
    assert dotted_naf(code) == written


@pytest.mark.parametrize(
    ("address", "expected"),
    [("12 rue", True), ("12bis rue", True), ("n° 4 rue", True), ("rue 12", False), ("35000 RENNES", False), ("", False)],
)
def test_a_house_number_opens_an_address(address, expected):
    assert numbered(address) is expected


@given(
    st.lists(
        st.fixed_dictionaries(
            {name: st.text(max_size=40) for name in ("nom", "adresse", "site_web", "longitude", "latitude", "qualite")}
        ),
        max_size=5,
    )
)
def test_any_cells_make_a_table_of_one_shape(cells):
    table = actor_rows(len(cells), **{name: [cell[name] for cell in cells] for name in (cells[0] if cells else {})})
    assert list(table.columns) == [*TEXTS, *NUMBERS]
    assert len(table) == len(cells)
    assert not table[list(TEXTS)].isna().any().any()
    assert (table["longitude"].isna() == table["latitude"].isna()).all()
    assert (table.loc[table["longitude"].isna(), "qualite"] == "").all()
