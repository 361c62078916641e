"""Names that broke maps, templates, spreadsheets or parsers somewhere; the strategies that mix them."""

from hypothesis import strategies as st

HOSTILE = (
    "{{ 7*7 }}",
    "Asso {#1",
    "{%10 %}",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "`${alert(1)}`",
    "${7*7}",
    "=cmd|' /C calc'!A0",
    "+33 1 02 03 04 05",
    "-2+3+cmd",
    "@SUM(1;1)",
    "＝1+1",
    "\t=1+1",
    "\u202eessA\u202c d’Auray",
    "A" * 10_000,
    "avant\x00après",
    "ligne 1\nligne 2\r\nligne 3\rligne 4",
    'Les « Amis » de "l’école"; section n° 2, dite \\"B\\"',
    "'=déjà protégé",
    "NA",
    "null",
    "😀 Épicerie œuvre — 日本語 \u202e",
    "\ufeff=BOM",
    "_x0041_ _x000D_",
    "\ud800 seul",
    "  espaces  ",
    "&amp; &#61;1",
    "'; DROP TABLE acteurs; --",
    "1e5",
    "00042",
)

characters = st.characters(codec=None, exclude_categories=())
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(characters, max_size=40),
    st.text(st.sampled_from("'=+-@\t\r\n ;\"|＝\x00\u200b"), max_size=8),
)
