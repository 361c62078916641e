"""Carte: filters, list and sheet say the same thing, and everything chosen is in the address."""

from __future__ import annotations

import pytest

from ess_map.actors import query
from ess_map.actors.selection import parse
from ess_map.territories.model import Niveau
from ess_map.typography import number
from ess_map.ui.list_order import PAGE
from ess_map.ui.state import resources

EPCI = "epci:243500139"


def kept(**params):
    known = resources()
    selection, _ = parse(params, known.atlas, known.register)
    return query.rows(known.register, known.atlas, selection)


def counter(page):
    return next(part.proto.body for part in page.app.get("html") if 'class="total"' in part.proto.body)


def pills(page, key):
    return next(group for group in page.app.get("button_group") if group.key == key)


@pytest.mark.parametrize(
    "params",
    [
        {"territoire": EPCI},
        {"territoire": "departement:2A"},
        {"territoire": "region:04", "theme": "ECO"},
        {"territoire": "commune:75056", "famille": "association"},
        {"territoire": "compose:33514,33240", "complement": "1"},
        {"territoire": EPCI, "q": "relais", "vue": "liste"},
        {"zone": "cercle:-1.67,48.11,5000"},
        {},
    ],
)
def test_the_counter_the_list_and_the_query_agree(visit, params):
    page, rows = visit("carte", **params), kept(**params)
    assert f">{number(len(rows))} acteur" in counter(page)
    names = resources().register.frame["nom"].take(rows[:PAGE])
    for name in names:
        assert name[:60] in page.words
    assert page.html.count('<th scope="row">') == min(PAGE, len(rows))


def test_a_filter_goes_to_the_address_and_comes_off_with_its_chip(visit):
    page = visit("carte", territoire=EPCI)
    pills(page, "_famille").set_value(["association"]).run()
    assert page.address == {"territoire": EPCI, "famille": "association"}
    assert f">{number(len(kept(territoire=EPCI, famille='association')))} acteur" in counter(page)
    assert f"./carte?territoire={EPCI}" in page.links


def test_free_text_goes_to_the_address(visit):
    page = visit("carte", territoire=EPCI)
    page.app.text_input(key="_texte").set_value("  relais ").run()
    assert page.address == {"territoire": EPCI, "q": "relais"}


def test_clearing_takes_every_filter_off_and_keeps_the_territory(visit):
    page = visit("carte", territoire=EPCI, famille="association", theme="ECO", q="relais", zone="cercle:-1.67,48.11,5000")
    page.app.button(key="effacer_filtres").click().run()
    assert page.address == {"territoire": EPCI}


def test_without_filter_there_is_nothing_to_clear(visit):
    assert visit("carte", territoire=EPCI).app.button(key="effacer_filtres").disabled


def test_an_unknown_filter_is_ignored_and_said(visit):
    page = visit("carte", territoire=EPCI, famille="association,licorne", tri="taille", page="dix")
    assert page.words.count("Un filtre de cette adresse n’existe pas") == 3
    assert f">{number(len(kept(territoire=EPCI, famille='association')))} acteur" in counter(page)


def test_filters_that_keep_nobody_say_how_to_go_back(visit):
    page = visit("carte", territoire=EPCI, q="zzzzzzzz")
    assert "Aucun acteur ne correspond à ces filtres." in page.words
    assert f"./carte?territoire={EPCI}" in page.links
    assert ">0 acteur<" in counter(page)


def test_the_list_and_the_sheet_follow_the_actor_of_the_address(visit):
    rows = kept(territoire="region:53")
    actor = resources().register.sheet(int(rows[3 * PAGE + 2]))
    page = visit("carte", territoire="region:53", acteur=actor.identifiant)
    assert f"Page 4 sur {number(-(-len(rows) // PAGE))}" in page.words
    marked = page.html.split('class="choisi"')[1].split("</tr>")[0]
    assert actor.nom[:40] in marked
    assert "D’où vient chaque information" in page.words
    assert any(link.startswith("https://annuaire-entreprises.data.gouv.fr/") for link in page.links) == bool(actor.lien_officiel)


def test_an_error_is_reported_to_who_publishes_the_list_unless_an_address_is_set(visit, monkeypatch):
    actor = resources().register.sheet(int(kept(territoire=EPCI)[0]))
    page = visit("carte", territoire=EPCI, acteur=actor.identifiant)
    assert "Elle se corrige dans la liste publiée" in page.words
    for source in actor.sources:
        assert resources().cards[source].producteur in page.words
        assert resources().cards[source].url in page.links
    monkeypatch.setattr(resources(), "settings", resources().settings.model_copy(update={"report_to": "mailto:x@exemple.fr"}))
    page = visit("carte", territoire=EPCI, acteur=actor.identifiant)
    assert "Elle se corrige dans la liste publiée" not in page.words
    assert any(link.startswith("mailto:x@exemple.fr?subject=") for link in page.links)


def test_a_page_asked_for_wins_over_the_page_of_the_actor(visit):
    rows = kept(territoire="region:53")
    actor = resources().register.sheet(int(rows[3 * PAGE]))
    page = visit("carte", territoire="region:53", acteur=actor.identifiant, page="2")
    assert "Page 2 sur" in page.words


def test_the_sheet_says_when_the_filters_leave_its_actor_out(visit):
    actor = resources().register.sheet(int(kept(territoire=EPCI)[0]))
    page = visit("carte", territoire=EPCI, acteur=actor.identifiant, q="zzzzzzzz")
    assert "Cet acteur ne répond pas aux filtres en cours." in page.words


def test_sorting_is_in_the_address_and_the_table_says_it(visit):
    page = visit("carte", territoire=EPCI, tri="-commune")
    assert 'aria-sort="descending"><a class="lien" href="./carte?territoire=epci:243500139&amp;tri=commune">Commune' in page.html


def test_the_four_formats_are_offered_when_the_panel_is_open(visit):
    page = visit("carte", territoire=EPCI)
    assert page.app.get("download_button") == []
    page.app.session_state["exporter"] = True
    page.app.run()
    keys = [button.key for button in page.app.get("download_button")]
    assert keys == ["export_csv", "export_xlsx", "export_geojson", "export_gpkg", "export_limites"]


def test_pasted_codes_make_a_territory(visit):
    page = visit("carte")
    page.app.session_state["composer"] = True
    page.app.run()
    page.app.text_area(key="_codes").set_value("33514; 33240\n").run()
    assert page.address == {"territoire": "compose:33240,33514"}
    page.app.text_input(key="_nom_compose").set_value("Autour de Gradignan").run()
    assert page.address["nom"] == "Autour de Gradignan"


def test_a_pasted_code_that_does_not_exist_changes_nothing_and_is_named(visit):
    page = visit("carte", territoire=EPCI)
    page.app.session_state["composer"] = True
    page.app.run()
    page.app.text_area(key="_codes").set_value("33514, 99999").run()
    assert page.address == {"territoire": EPCI}
    assert "communes inconnues : 99999" in page.words.replace("\u00a0", " ")


def test_the_radius_of_a_drawn_circle_can_be_typed(visit):
    page = visit("carte", territoire=EPCI, zone="cercle:-1.67,48.11,5000")
    page.app.number_input(key="_rayon").set_value(2.0).run()
    assert page.address["zone"] == "cercle:-1.67000,48.11000,2000"


def test_the_projector_shows_one_question_and_no_filter(visit):
    page = visit("carte", territoire=EPCI, projection="1")
    assert "Où sont les acteurs" in page.words
    assert page.app.get("button_group") == []
    assert f"./carte?territoire={EPCI}" in page.links


def test_the_projector_says_how_precise_the_places_are(visit):
    rows = kept(territoire=EPCI)
    precise = resources().register.frame["precision_position"].take(rows).isin(["adresse", "rue"]).sum()
    words = visit("carte", territoire=EPCI, projection="1").words
    assert f"dont {number(int(precise))} à l’adresse ou à la rue" in words
    assert f"{number(int(len(rows) - precise))} au centre de leur commune" in words


def test_the_projector_never_shows_a_silent_register_as_a_zero(visit):
    assert len(kept(territoire="commune:26274")) == 0
    words = visit("carte", territoire="commune:26274", projection="1").words
    assert "Aucun acteur recensé" in words
    assert "à vérifier avec le terrain" in words
    assert "dont 0" not in words
    around = next(ref for ref in resources().atlas.get("commune:26274").parents if ref.niveau is Niveau.EPCI)
    assert f"{number(len(kept(territoire=str(around))))} acteurs" in words


def test_an_empty_result_explains_itself_beside_the_map_and_once(visit):
    page = visit("carte", territoire=EPCI, q="zzzzzzzz")
    assert page.html.count('class="vide"') == 1
    assert page.html.index('class="vide"') < page.html.index("0 acteur sur la carte")


def test_the_summary_says_the_map_in_words(visit):
    page = visit("carte", territoire=EPCI)
    assert f"Carte de Rennes Métropole : {number(len(kept(territoire=EPCI)))} acteurs" in page.words.replace("\u00a0", " ")


def test_without_data_a_french_sentence_says_what_to_do(visit, damaged):
    page = visit("carte", territoire=EPCI)
    assert "n’a pas pu s’afficher" in page.words
    assert "communes.parquet" in page.words
