"""A card is typed with a plain keyboard and shown in French typography."""

import doctest
import re

from hypothesis import given
from hypothesis import strategies as st

from ess_map.cases import prose
from ess_map.cases.model import Case
from ess_map.cases.prose import typeset
from tests.cases.reading import texts

CODES = {"id", "ref", "source", "sources", "url", "competence", "texte", "leviers", "themes", "aussi_dans", "modes"}


def test_the_example_of_the_documentation_is_true():
    assert doctest.testmod(prose).failed == 0


@given(st.text(max_size=80))
def test_setting_twice_changes_nothing_more(text):
    once = typeset(text)
    assert typeset(once) == once


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=80))
def test_only_blanks_apostrophes_and_ellipses_change(text):
    def bare(value):
        return re.sub(r"\s", "", value).replace("'", "’").replace("...", "…")

    assert bare(typeset(text)) == bare(" ".join(text.split()).replace("...", "…"))


def shown(library):
    cards = [*library.cases.values(), *library.levers.values()]
    tables = [entry for name in type(library.corpus).__dataclass_fields__ for entry in getattr(library.corpus, name).values()]
    for card in (*cards, *tables):
        for where, text in texts(card.model_dump(mode="json")):
            if not CODES & set(where):
                yield getattr(card, "id", type(card).__name__), where, text


def test_every_text_of_the_library_is_set_as_it_must_be_shown(library):
    faulty = [
        (card, where, text)
        for card, where, text in shown(library)
        if re.search(r"'|\.\.\.|[^\u202f ][;!?%](?:\s|$)|(?<=\w) [;!?%:»]|« |  |\n| :|\d \d{3}(?!\d)", text)
    ]
    assert not faulty


def test_no_text_uses_a_mark_that_screen_readers_stumble_on(library):
    assert not [(card, text) for card, _, text in shown(library) if re.search(r"\w[·.]e(?:\b|·|\.s)|\(e\)", text)]


def test_a_typed_card_is_shown_set(library):
    assert isinstance(library.cases["C01"], Case)
    assert "\u00a0: sensibilisation" in library.cases["C01"].actions[2]
