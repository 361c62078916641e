"""Mon territoire: a portrait for any territory, a way out of every dead end."""

from __future__ import annotations

import pytest

from ess_map.actors import model
from ess_map.actors.portrait import portrait
from ess_map.typography import number
from ess_map.ui import messages
from ess_map.ui.state import resources


def test_without_a_territory_the_page_asks_for_one_and_gives_three_examples(visit):
    page = visit("")
    assert "Quel territoire regardez-vous" in page.words
    assert [box.key for box in page.app.text_input] == ["territoire"]
    for ref in ("epci:243500139", "commune:01245", "region:04"):
        assert f"./?territoire={ref}" in page.links
    assert "Commune, Ain (01)" in page.words
    assert "Métropole, 43 communes" in page.words.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        ("commune:35238", "Rennes"),
        ("epci:243500139", "Rennes Métropole"),
        ("commune:75056", "Paris"),
        ("departement:2A", "Corse-du-Sud"),
        ("region:04", "La Réunion"),
        ("ept:200057867", ""),
        ("zone_emploi:5312", ""),
        ("france:FR", "France"),
        ("compose:33240,33514", ""),
    ],
)
def test_every_level_has_a_portrait(visit, ref, name):
    known = resources()
    page = visit("", territoire=ref)
    seen = portrait(known.register, known.atlas, known.atlas.parse(ref))
    assert (name or known.atlas.get(ref).nom) in page.words
    assert f"{number(seen.total)} acteur" in page.words
    assert "Registre partiel." in page.words
    assert f"./carte?territoire={ref}" in page.links


def test_the_figures_are_those_of_the_register(visit):
    known = resources()
    seen = portrait(known.register, known.atlas, known.atlas.parse("epci:243500139"))
    page = visit("", territoire="epci:243500139")
    lines = [line for part in page.html.split('<ul class="barres">')[1:] for line in part.split("</ul>")[0].split("<li>")[1:]]
    families, themes = lines[: len(model.FAMILLES)], lines[len(model.FAMILLES) :]
    for line, (code, total) in zip(families, seen.familles.items(), strict=True):
        assert model.FAMILLES_PLURIEL[code] in line
        assert (f"<b>{number(total)}</b>" if total else "au registre</span>") in line
    for line, (code, total) in zip(themes, seen.themes.items(), strict=False):
        assert f">{model.THEMES[code]}</a>" in line
        assert f"<b>{number(total)}</b>" in line
    assert f"{number(seen.communes_avec)} sur {number(seen.communes)}" in page.words


def empty_commune():
    known = resources()
    inhabited = set(known.register.frame.loc[known.register.frame["registre"] == "principal", "code_commune"])
    small = known.atlas.communes["population"].between(30, 50)
    return next(code for code in known.atlas.communes.index[small] if code not in inhabited)


def test_a_commune_without_actors_offers_its_intercommunalite_its_neighbours_and_a_register(visit):
    known, code = resources(), empty_commune()
    page = visit("", territoire=f"commune:{code}")
    assert "Aucun acteur recensé" in page.words
    assert "Absence au registre, pas forcément sur le terrain." in page.words
    epci = next(ref for ref in known.atlas.get(f"commune:{code}").parents if ref.niveau == "epci")
    assert f"./?territoire={epci}" in page.links
    assert any(f"./?territoire={ref}" in page.links for ref in known.atlas.neighbours(f"commune:{code}"))
    assert f"./donnees?territoire=commune:{code}" in page.links


@pytest.mark.parametrize("ref", ["commune:00000", "planete:mars", "epci:", "commune:35238;DROP", "'\"><script>alert(1)</script>"])
def test_an_unknown_territory_is_said_and_the_page_stays_alive(visit, ref):
    page = visit("", territoire=ref)
    assert "Le territoire de cette adresse n’existe pas" in page.words
    assert "Quel territoire regardez-vous" in page.words
    assert "<script>alert" not in page.html


def test_a_former_code_leads_to_the_commune_of_today_and_says_so(visit):
    page = visit("", territoire="commune:01324")
    assert "Bohas-Meyriat-Rignat" in page.words
    assert "fusionné" in page.words


def test_an_arrondissement_leads_to_paris(visit):
    page = visit("", territoire="commune:75111")
    assert "Paris" in page.words


def test_the_name_given_to_a_composed_territory_is_shown_as_text(visit):
    page = visit("", territoire="compose:33514,33240", nom="<img src=x onerror=alert(1)> {{7*7}}")
    assert "<img src=x onerror=alert(1)> {{7*7}}" in page.words
    assert "img" not in page.tags


def test_filters_travel_with_the_links_of_the_head(visit):
    page = visit("", territoire="epci:243500139", theme="MOB")
    assert "./carte?territoire=epci:243500139&theme=MOB" in page.links


def test_the_projected_portrait_hides_what_is_not_for_the_room(visit):
    page = visit("", territoire="epci:243500139", projection="1")
    assert "header" not in page.tags
    assert "Quitter la projection" in page.words


def test_without_data_a_french_sentence_says_what_to_do(visit, damaged):
    page = visit("", territoire="epci:243500139")
    assert "Cette partie de la page n’a pas pu s’afficher" in page.words
    assert "communes.parquet" in page.words
    assert "Traceback" not in page.words


@pytest.mark.parametrize("params", [{}, {"territoire": "epci:243500139"}])
def test_an_address_that_is_no_page_is_said_on_the_first_one(visit, params):
    page = visit("", inconnue="nim<b>porte\u202e" + "x" * 60, **params)
    said = page.words.replace("\u00a0", " ").replace("\u202f", " ")
    assert "Cette adresse n’existe pas : vous êtes sur l’accueil (page demandée : « nim<b>porte" in said
    assert "x" * 40 not in said
    assert "inconnue" not in " ".join(page.links)


def test_what_most_do_is_said_of_those_whose_theme_is_known():
    themes = ["CUL", "CIT", "FOR", "NUM"]
    assert messages.working_at(themes, 2039, 2039).startswith("Ils travaillent surtout à la culture, à la vie associative et")
    partial = messages.working_at(themes, 2039, 1185)
    assert partial.startswith("Parmi les 1\u202f185 dont le thème est connu, les plus nombreux travaillent à la culture")
    assert messages.working_at(themes[:2], 5, 2).startswith("Les 2 dont le thème est connu travaillent à la culture")
    assert messages.working_at(themes[:1], 5, 1) == "Le seul dont le thème est connu travaille à la culture."
    assert messages.working_at(themes[:1], 1, 1) == "Il travaille à la culture."
