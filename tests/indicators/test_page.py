"""The page of the diagnosis: every number carries its source and its year."""

import dataclasses
import re

import pytest

from ess_map.indicators.figures import SIGNS
from ess_map.indicators.model import CHAPITRES, Affichage, Fiabilite, Verdict
from ess_map.indicators.page import HEADLINES, diagnosis, lead
from ess_map.indicators.page_model import DiagnosisPage, Role
from ess_map.indicators.portrait import question_of
from tests.indicators.embedded import atlas
from tests.indicators.observed import evidence

PLACES = [
    "epci:243500139",
    "commune:01001",
    "commune:75056",
    "departement:976",
    "region:53",
    "france:FR",
    "compose:97611,35238",
    "zone_emploi:0051",
]
TEXTS_ABOUT_THE_PAGE = {"chapeau", "perimetre", "notices"}
"""Sentences that count figures or name sources and their years themselves."""


def page(territoire, references=None, **options):
    question, near = question_of(evidence(), territoire, references, **options)
    return diagnosis(evidence(), question, near)


def carriers(node, source="", year="", path="page"):
    """Walk the model; yield every number or text with a figure, with the source and year of what holds it."""
    if dataclasses.is_dataclass(node):
        source, year = getattr(node, "source", source), getattr(node, "millesime", year)
        for field in dataclasses.fields(node):
            if path == "page" and field.name in TEXTS_ABOUT_THE_PAGE:
                continue
            yield from carriers(getattr(node, field.name), source, year, f"{path}.{field.name}")
    elif isinstance(node, tuple | list):
        for number, item in enumerate(node):
            yield from carriers(item, source, year, f"{path}[{number}]")
    elif (isinstance(node, int | float) and not isinstance(node, bool)) or (
        isinstance(node, str) and re.search(r"\d", node) and not path.endswith((".code", ".territoire", ".id", ".reference"))
    ):
        yield path, node, source, year


@pytest.mark.parametrize("territoire", PLACES)
def test_every_number_carries_its_source_and_its_year(territoire):
    found = list(carriers(page(territoire)))
    assert len(found) > 1000
    for path, number, source, year in found:
        # The rule of an indicator and the names of places hold figures that belong to no value.
        if ".indicateur" in path or path.endswith((".nom", ".titre", ".libelle", ".libelle_modalite")):
            continue
        assert source.strip(), f"{path}: {number}"
        assert year.strip(), f"{path}: {number}"


@pytest.mark.parametrize("territoire", PLACES)
def test_the_page_is_complete(territoire):
    found = page(territoire)
    assert [chapter.id for chapter in found.chapitres] == list(CHAPITRES)
    assert all(chapter.blocs for chapter in found.chapitres)
    assert len({figure.id for chapter in found.chapitres for figure in chapter.figures}) == sum(
        len(c.figures) for c in found.chapitres
    )
    assert [figure.id for figure in found.principaux] == list(HEADLINES)
    assert found.nom == atlas().get(territoire).nom


@pytest.mark.parametrize("territoire", PLACES)
def test_a_card_says_in_words_what_it_shows(territoire):
    for chapter in page(territoire).chapitres:
        for figure in chapter.figures:
            assert figure.nombre
            assert figure.phrase
            assert figure.fiabilite_mots.startswith("fiabilité")
            assert (figure.valeur.valeur is None) == (figure.nombre in {"Sans donnée", "Secret"})
            assert (figure.fiabilite is Fiabilite.SANS_OBJET) == (figure.valeur.valeur is None)
            assert "nan" not in figure.phrase.lower().split()
            if figure.verdict in {Verdict.AU_DESSUS, Verdict.AU_DESSOUS}:
                assert figure.verdict_mots
                assert figure.signe == SIGNS[figure.verdict]


def test_texts_are_set_in_french():
    """No plain apostrophe, no space that could break before a sign, no hyphen for a minus."""
    for chapter in page("epci:243500139").chapitres:
        for figure in chapter.figures:
            for text in (figure.titre, figure.phrase, figure.definition, figure.question, *figure.avertissements):
                names = [name for _, name, _ in figure.valeur.rang.valeurs] if figure.valeur.rang else []
                for name in names:
                    text = text.replace(name, "")  # noqa: PLW2901 - the names of places are the publisher's
                assert "'" not in text
                assert not re.search(r"(?<![\u202f\u00a0\d])[;!?%](?!\w)", text.replace(" ; ", "")), text
                assert not re.search(r" [:;!?%»]|« ", text), text


def test_a_line_holds_the_comparables_the_reference_and_the_territory():
    line = page("epci:243500139").figure("chomage").ligne
    roles = [point.role for point in line.points]
    assert (roles.count(Role.COMPARABLE), roles.count(Role.REFERENCE), roles[-1]) == (8, 1, Role.TERRITOIRE)
    assert line.source
    assert line.unite


def test_a_band_surrounds_the_territory():
    for chapter in page("epci:243500139").chapitres:
        for figure in chapter.figures:
            if figure.ligne is not None and figure.ligne.bande is not None:
                low, high = figure.ligne.bande
                own = [p.valeur for p in figure.ligne.points if p.role is Role.TERRITOIRE]
                assert low <= own[0] <= high


def test_a_value_shown_as_a_count_has_no_line():
    figures = [f for c in page("commune:01001").chapitres for f in c.figures]
    counts = [f for f in figures if f.valeur.affichage is Affichage.EFFECTIF]
    assert counts
    assert all(figure.ligne is None for figure in counts)


def test_a_borrowed_value_is_a_point_of_its_own():
    figure = page("epci:243500139").figure("part_emploi_ess_clap")
    assert [point.role for point in figure.ligne.points if point.role is Role.EMPRUNT] == [Role.EMPRUNT]
    assert not [point for point in figure.ligne.points if point.role is Role.TERRITOIRE]


def test_a_line_with_fewer_sources_says_so_and_stays_coherent():
    figure = page("commune:75056", ["region:11"]).figure("densite_acteurs")
    assert figure.valeur.numerateur > 1000
    own = next(point.valeur for point in figure.ligne.points if point.role is Role.TERRITOIRE)
    assert own == figure.valeur.rang.valeur < figure.valeur.valeur
    assert "seules comptent les sources" in figure.ligne.note
    reference = next(point.valeur for point in figure.ligne.points if point.role is Role.REFERENCE)
    assert reference < figure.valeur.comparaison.valeur


def test_the_lead_counts_the_headlines():
    text = page("epci:243500139").chapeau
    assert text.startswith("Face à la référence (Ille-et-Vilaine), sur 9 indicateurs\u00a0:")
    assert sum(int(n) for n in re.findall(r"(\d+) (?:au-dess|trop|sans)", text)) == 9
    assert lead("", ()) == page("france:FR").chapeau == ""


def test_the_table_behind_a_figure_has_the_territory_its_references_and_its_comparables():
    table = page("epci:243500139", ["departement:35", "region:53"]).figure("chomage").tableau
    assert [row[0] for row in table.lignes] == ["territoire", "référence", "référence", *["comparable"] * 8]
    assert all(len(row) == len(table.colonnes) for row in table.lignes)


def test_tables_of_blocs_have_one_row_a_modality():
    for chapter in page("epci:243500139").chapitres:
        for bloc in chapter.blocs:
            assert len(bloc.tableau.lignes) == len(bloc.figures)
            assert all(len(row) == len(bloc.tableau.colonnes) for row in bloc.tableau.lignes)


def test_comparables_come_with_their_reasons():
    cards = page("epci:243500139").comparables
    assert len(cards) == 8
    assert all(card.raisons and card.source and card.millesime for card in cards)
    assert page("france:FR").comparables == ()


def test_strengths_and_gaps_are_apart():
    found = page("epci:243500139")
    assert found.forces or found.manques
    assert all(card.ecart.nature == "force" for card in found.forces)
    assert all(card.prudence.startswith("Absence au registre") for card in found.manques)


def test_the_perimeter_names_what_is_counted():
    assert "Registre partiel" in page("epci:243500139").perimetre
    assert isinstance(page("commune:01001"), DiagnosisPage)


def test_a_page_is_remembered():
    assert page("epci:243500139") is page("epci:243500139")
    assert page("epci:243500139", nombre=5) is not page("epci:243500139")
