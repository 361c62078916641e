"""One file of `data/` missing or damaged at a time: every page says so in French and shows all that does not need it."""

from __future__ import annotations

import pytest

from ess_map import settings
from ess_map.ui import messages, state
from ess_map.ui.components import locator, register_words

DATA = settings.current().data_dir
PAGES = ("", "carte", "diagnostic", "donnees", "a-propos")
RENNES = "epci:243500139"
DAMAGES = {
    "missing": lambda path: path.unlink(),
    "garbage": lambda path: _rewrite(path, b"\x00\xff ceci n'est pas une table \x00" * 40),
    "cut": lambda path: _rewrite(path, path.read_bytes()[: path.stat().st_size // 2]),
    "empty": lambda path: _rewrite(path, b""),
}
BROKEN = [
    # file, damage, pages that say it, words that the portrait and the map still show
    ("acteurs/registre.parquet", "garbage", set(PAGES), ("480 178", "non précisé")),
    ("acteurs/registre.parquet", "missing", set(PAGES), ("480 178", "non précisé")),
    ("territoires/communes.parquet", "cut", set(PAGES), ("", "")),
    ("territoires/territoires.parquet", "empty", set(PAGES), ("", "")),
    ("territoires/voisins.parquet", "missing", set(PAGES), ("", "")),
    ("territoires/anciens_codes.parquet", "garbage", set(PAGES), ("", "")),
    ("contours/epci_apercu.parquet", "garbage", {"", "carte", "diagnostic"}, ("Que font-ils", "Chartres-de-Bretagne")),
    ("contours/communes_detail.parquet", "cut", {"", "carte", "diagnostic"}, ("Que font-ils", "Chartres-de-Bretagne")),
    ("sources.toml", "garbage", {"", "diagnostic", "donnees"}, ("52 acteurs", "Chartres-de-Bretagne")),
    ("acteurs/bilan.json", "cut", {"donnees"}, ("Que font-ils", "Chartres-de-Bretagne")),
    ("contexte/ingredients.parquet", "garbage", {"", "diagnostic"}, ("Que font-ils", "Chartres-de-Bretagne")),
]


def _rewrite(path, content):
    path.unlink()  # a link: what it points at is the embedded data
    path.write_bytes(content)


def _forget():
    """Forget what this process remembers of other data."""
    settings.current.cache_clear()
    register_words._covered.cache_clear()
    locator._picture.cache_clear()


@pytest.fixture
def broken(tmp_path, monkeypatch):
    for path in DATA.rglob("*"):
        target = tmp_path / path.relative_to(DATA)
        target.mkdir(parents=True, exist_ok=True) if path.is_dir() else target.symlink_to(path)

    def damage(name, how):
        DAMAGES[how](tmp_path / name)
        monkeypatch.setenv("ESS_MAP_DATA_DIR", str(tmp_path))
        monkeypatch.setattr(state, "_loaded", None)
        _forget()

    yield damage
    _forget()


@pytest.mark.parametrize(("name", "how", "saying", "alive"), BROKEN)
def test_the_rest_of_every_page_lives(visit, broken, name, how, saying, alive):
    broken(name, how)
    shown = {path: visit(path, **({"territoire": RENNES} if path in {"", "carte", "diagnostic"} else {})) for path in PAGES}
    for path, page in shown.items():
        sentence = f"Le fichier « data/{name} » est {'introuvable' if how == 'missing' else 'endommagé'}."
        assert (sentence in page.words.replace("\u00a0", " ")) == (path in saying), (path, page.words[:600])
        assert "git checkout -- data" in page.words or path not in saying
        assert "Traceback" not in page.html
        assert messages.PANNE_INATTENDUE not in page.words
        assert "./a-propos" in "".join(page.links)
    assert alive[0] in shown[""].words.replace("\u202f", " ")
    assert alive[1] in shown["carte"].words
    assert "Glossaire" in shown["a-propos"].words


def test_a_faulty_card_is_left_out_and_the_other_cases_are_read(visit, broken):
    broken("cas/C18-solidarauto49.yaml", "garbage")
    page = visit("cas", territoire=RENNES, besoin="MOB", tout="1")
    assert "python -m ess_map check" in page.words
    assert "Citiz Lille/Arras" in page.words
    assert "Solidarauto49" not in page.words


def test_without_figures_the_cases_are_read_in_the_order_of_the_library(visit, broken):
    broken("contexte/ingredients.parquet", "garbage")
    page = visit("cas", territoire=RENNES, besoin="MOB", tout="1")
    assert "Les écarts ne peuvent pas être mesurés" in page.words
    assert "Solidarauto49" in page.words
    assert "Soutenir un garage solidaire" in visit("leviers", territoire=RENNES, besoin="MOB").words
