"""Names that break templates, markup or layouts are shown as they are written, on every surface of the pages; nothing runs."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pandas as pd
import pytest
from playwright.sync_api import expect

expect.set_options(timeout=20_000)  # the machine that runs the tests may be busy with others

DATA = Path(__file__).resolve().parents[2] / "data"
COMMUNE = "commune:35238"
NAMES = [
    "{{ 7*7 }}", "Asso {#1", "{%10 %}", '<img src=x onerror="window.pwned=1">', "</script><script>window.pwned=1</script>",
    "`${window.pwned=1}`", "${7*7}", "</td></tr></table><h1>Faux titre</h1>", "\u202eessA d’Auray", "A" * 10_000, "avant\x00après",
    "[lien](javascript:window.pwned=1)", "![image](https://exemple.invalid/x.png)", ":material/home: :red[alerte] $x^2$",
    "Les « Amis » de \"l’école\" & 'cie'", "&lt;b&gt;gras&lt;/b&gt;", "<style>*{display:none}</style>", "' onmouseover='window.pwned=1",
    "=cmd|' /C calc'!A0", '<a href="?territoire=commune:75056">piège</a>', "😀 Épicerie 日本語", "null", "NA",
]  # fmt: skip


@pytest.fixture(scope="module")
def hostile(serve_with, tmp_path_factory):
    """Serve the embedded data, the first actors of Rennes renamed."""
    folder = tmp_path_factory.mktemp("donnees")
    for path in DATA.rglob("*"):
        target = folder / path.relative_to(DATA)
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        elif path.name != "registre.parquet":
            target.parent.mkdir(parents=True, exist_ok=True)
            target.symlink_to(path)
    table = pd.read_parquet(DATA / "acteurs/registre.parquet")
    rows = table.index[(table["code_commune"] == "35238") & (table["registre"] == "principal")][: len(NAMES)]
    table.loc[rows, "nom"] = NAMES[: len(rows)]
    table.loc[rows[:5], "adresse"] = NAMES[3:8]
    table.to_parquet(folder / "acteurs/registre.parquet")
    return str(serve_with(ESS_MAP_DATA_DIR=str(folder)).address), list(table.loc[rows, "identifiant"]), NAMES[: len(rows)]


@pytest.fixture
def watched(open_page):
    page, seen = open_page()
    page.on("dialog", lambda dialog: (seen.errors.append(dialog.message), dialog.dismiss()))
    yield page
    assert page.evaluate("window.pwned") is None
    assert seen.errors == []
    assert seen.outside == []


def shown(name: str) -> str:
    """Write a name as the page writes it: control characters as their picture."""
    return name.replace("\x00", "␀")


def test_the_list_shows_every_name_literally(watched, hostile):
    site, _, names = hostile
    listed = []
    for page_number in (1, 2):
        watched.goto(f"{site}/carte?territoire={COMMUNE}&page={page_number}")
        watched.locator(".acteurs tbody tr").first.wait_for()
        listed += watched.locator(".acteurs tbody th a").all_text_contents()
    for name in names:
        assert any(text.rstrip("…") == shown(name)[:109] or text == shown(name) for text in listed), name
    assert watched.locator("h1").count() == 1
    assert watched.locator(".acteurs img, .acteurs script, .acteurs style, .acteurs h1").count() == 0


def test_each_sheet_shows_its_name_literally_and_keeps_the_page_in_shape(watched, hostile):
    site, identifiers, names = hostile
    title = watched.locator(".st-key-fiche h2")
    for page_number in (1, 2):
        watched.goto(f"{site}/carte?territoire={COMMUNE}&page={page_number}")
        watched.locator(".acteurs tbody tr").first.wait_for()
        for identifier, name in zip(identifiers, names, strict=True):
            line = watched.locator(f'.acteurs tbody a[href*="acteur={identifier}#"]')
            if line.count():
                line.click()
                whole = shown(name)
                expect(title).to_have_text(whole if len(whole) <= 600 else whole[:599] + "…", use_inner_text=False)
                assert watched.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
                identifiers = [other for other in identifiers if other != identifier]
                names = [other for other in names if other != name]
    assert identifiers == []


def test_a_hostile_search_and_a_hostile_name_of_territory_are_only_text(watched, hostile):
    site, _, names = hostile
    for name in [names[0], names[3], names[4], names[11], names[16]]:
        watched.goto(f"{site}/carte?territoire=compose:35238,35047&nom={quote(name)}&q={quote(name)}&famille={quote(name)}")
        expect(watched.locator(".puce").first).to_be_visible()
    watched.goto(f"{site}/?territoire=compose:35238,35047&nom={quote('<b>Pays</b> {{7*7}}')}")
    expect(watched.locator(".stApp .titre")).to_have_text("<b>Pays</b> {{7*7}}")


def test_the_search_box_takes_anything(watched, hostile):
    site, _, names = hostile
    watched.goto(site)
    box = watched.locator(".st-key-territoire input")
    for name in [name for name in names if "\x00" not in name]:
        box.fill(name[:3000])
        expect(watched.locator(".st-key-suggestions [data-q]")).to_be_visible()
    box.fill("rennes")
    expect(watched.locator(".st-key-suggestions a").first).to_contain_text("Rennes")
