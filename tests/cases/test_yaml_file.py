"""A card is plain YAML: what is not plain is refused with its line, and nothing is guessed."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ess_map.cases.yaml_file import MAX_BYTES, UnreadableYamlError, parse, read


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("001", "001"),
        ("2A", "2A"),
        ("2024-06-01", "2024-06-01"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("yes", "yes"),
        ("no", "no"),
        ("oui", "oui"),
        ("31234567800012345", "31234567800012345"),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("10.6", 10.6),
        ("true", True),
        ("false", False),
        ("~", None),
        ("", None),
        ('""', ""),
        ('"12"', "12"),
        ("'true'", "true"),
    ],
)
def test_a_code_or_a_date_stays_a_text_and_only_plain_numbers_are_numbers(written, value):
    assert parse(f"champ: {written}\n").value == {"champ": value}


def test_a_list_and_a_mapping_keep_their_lines():
    file = parse("a: 1\nb:\n  - x\n  - c: 2\n    d: >-\n      long\n      texte\ne: {f: 3, g: 4}\n")
    assert file.value == {"a": 1, "b": ("x", {"c": 2, "d": "long texte"}), "e": {"f": 3, "g": 4}}
    assert [file.line(where) for where in (("a",), ("b",), ("b", 0), ("b", 1, "d"), ("e", "g"))] == [1, 2, 3, 5, 8]


def test_the_line_of_what_is_missing_is_that_of_what_should_hold_it():
    file = parse("a: 1\nb:\n  c: 2\n")
    assert file.line(("b", "absent")) == 2
    assert file.line(("absent",)) == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: &x 2\nc: 3\n", 2, "renvois"),
        ("a: 1\nb: 2\nc: *x\n", 3, "renvois"),
        ("a: 1\nb: !!python/object/apply:os.system [ls]\n", 2, "étiquette"),
        ("a: !!binary aGVsbG8=\n", 1, "étiquette"),
        ("a: 1\nb: 2\na: 3\n", 3, "deux fois"),
        ("a: 1\n---\na: 2\n", 2, "plusieurs fiches"),
        ("a: 1\nb: texte : avec deux points\n", 2, "guillemets"),
        ("a: 1\n\tb: 2\n", 2, "invalide"),
        ("a: [1, 2\n", 2, "invalide"),
        ("a: 1\n? [x]\n: 2\n", 2, "nom de champ"),
        ("a: 1\nb: \x07\n", 2, "caractère"),
        ("a: " + "[" * 40 + "]" * 40 + "\n", 1, "imbriquée"),
        ("a: " + "[" * 60_000, 1, "imbriquée"),
    ],
)
def test_what_a_card_does_not_need_is_refused_with_its_line(text, line, words):
    with pytest.raises(UnreadableYamlError, match=words) as refusal:
        parse(text)
    assert refusal.value.line == line


def test_a_file_that_is_not_utf_8_or_too_large_is_refused(tmp_path):
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("a: 1\nb: café\n".encode("cp1252"))
    with pytest.raises(UnreadableYamlError, match="UTF-8") as refusal:
        read(latin)
    assert refusal.value.line == 2
    large = tmp_path / "large.yaml"
    large.write_bytes(b"a: " + b"x" * MAX_BYTES)
    with pytest.raises(UnreadableYamlError, match="dépasse"):
        read(large)
    with pytest.raises(UnreadableYamlError, match="ouvert"):
        read(tmp_path / "absent.yaml")


def test_a_byte_order_mark_is_not_a_character_of_the_first_field(tmp_path):
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbfid: C01\n")
    assert read(path).value == {"id": "C01"}


@given(st.text(max_size=200))
def test_whatever_is_typed_gives_a_value_or_a_sentence(text):
    refused = None
    try:
        parse(text)
    except UnreadableYamlError as refusal:
        refused = refusal
    assert refused is None or (refused.line >= 1 and str(refused).endswith("."))


keys = st.from_regex(r"[a-z_]{1,8}", fullmatch=True)
written = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=20),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(keys, written, min_size=1, max_size=4))
def test_what_is_written_between_quotation_marks_is_what_is_read(value):
    assert parse(yaml.dump(_listed(value), default_style='"', allow_unicode=True)).value == value


def _listed(value):
    """Turn tuples into the lists that YAML knows."""
    if isinstance(value, dict):
        return {key: _listed(inner) for key, inner in value.items()}
    return [_listed(inner) for inner in value] if isinstance(value, tuple) else value
