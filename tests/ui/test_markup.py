"""A text that is not ours enters our HTML as text, whatever it holds."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.ui.markup import esc, family_sign, href, isolated, label, link, plain

HOSTILE = [
    "{{ 7*7 }}", "{% for x in y %}", "Asso {#1", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "`${alert(1)}`",
    '" onmouseover="alert(1)', "' autofocus onfocus='x", "&lt;b&gt;", "\u202egnitset\u202c", "a\x00b", "x" * 10_000,
    "![](https://exemple.fr/x.png)", ":material/home:", ":red[alerte]", "$x^2$", "[lien](javascript:alert(1))", "</td></tr></table>",
]  # fmt: skip
anything = st.one_of(st.text(max_size=80), st.sampled_from(HOSTILE))


class Reader(HTMLParser):
    """What a browser would see: tags, and text."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.text = [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


@given(anything)
def test_an_escaped_text_opens_no_tag_and_reads_back(text):
    seen = read(f"<p>{esc(text)}</p>")
    assert [tag for tag, _ in seen.tags] == ["p"]
    assert seen.text == plain(text)


@given(anything)
def test_an_escaped_text_stays_inside_its_attribute(text):
    seen = read(f'<p title="{esc(text)}">')
    assert seen.tags == [("p", {"title": plain(text)})]


@given(st.text(max_size=60))
def test_control_characters_are_shown_not_kept(text):
    assert not any(ord(sign) < 0x20 or ord(sign) == 0x7F for sign in plain(text))


@given(anything, st.integers(1, 50))
def test_a_cut_text_says_so_and_fits(text, limit):
    cut = plain(text, limit)
    assert len(cut) <= limit
    assert cut == plain(text) or cut.endswith("…")


@given(anything)
def test_a_name_is_alone_in_its_direction(text):
    assert [tag for tag, _ in read(isolated(text)).tags] == ["bdi"]


@given(anything)
def test_a_label_leaves_no_markdown_sign_alone(text):
    escaped, signs = label(text), set("*_`[]()<>#!$:~|\\&^+=-{}\"'")
    position = 0
    while position < len(escaped):
        if escaped[position] == "\\":
            position += 2
            continue
        assert escaped[position] not in signs
        position += 1


values = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
parameters = st.dictionaries(st.sampled_from(["territoire", "q", "nom", "zone"]), values)


@given(parameters)
def test_a_link_carries_its_parameters_whole_and_stays_in_the_product(params):
    address = unescape(href("carte", params, "fiche"))
    assert address.startswith("./carte")
    assert not urlsplit(address).netloc
    assert dict(parse_qsl(urlsplit(address).query, keep_blank_values=True)) == params


def test_a_link_is_one_element():
    seen = read(link("<b>Rennes</b>", "", {"territoire": "commune:35238"}))
    assert seen.tags[0] == ("a", {"class": "lien", "href": "./?territoire=commune:35238"})
    assert seen.text == "Rennes"


@pytest.mark.parametrize("code", ["association", '"><script>'])
def test_a_sign_is_hidden_from_screen_readers(code):
    (tag, attributes), *rest = read(family_sign(code)).tags
    assert (tag, rest) == ("i", [])
    assert attributes["aria-hidden"] == "true"
