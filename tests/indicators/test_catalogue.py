"""Every indicator has all its parts, and the page that describes them is current."""

import ast
import re
import string
from pathlib import Path

import numpy as np
import pytest

from ess_map.indicators import catalogue as package
from ess_map.indicators import document
from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.model import CHAPITRES, Loi
from ess_map.indicators.perimeters import REGISTRE, TABLE
from ess_map.indicators.reading import Reading
from ess_map.territories.model import Niveau
from tests.indicators.embedded import ROOT, atlas
from tests.indicators.observed import cards, evidence

FILES = sorted(Path(package.__file__).parent.glob("[a-z]*.py"))
INDICATORS = list(catalogue().values())
FIELDS = {"territoire", "valeur", "nombre", "numerateur", "denominateur", "modalite", "minuscule", "km"}
ONE_OF_EACH_LEVEL = [
    "commune:35238", "epci:243500139", "ept:200057867", "zone_emploi:0051", "departement:2A", "region:53", "france:FR",
    "compose:35238,97611",
]  # fmt: skip


def ids(indicator):
    return indicator.id


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_holds_one_indicator_named_after_it(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = [n for n in ast.walk(tree) if isinstance(n, ast.Assign) and getattr(n.targets[0], "id", "") == "INDICATOR"]
    assert len(named) == 1
    assert path.stem in catalogue()


def test_the_catalogue_holds_nothing_but_its_files():
    assert {path.stem for path in FILES} == set(catalogue())


@pytest.mark.parametrize("indicator", INDICATORS, ids=ids)
def test_an_indicator_has_all_its_parts(indicator):
    for text in (
        indicator.libelle,
        indicator.definition,
        indicator.formule,
        indicator.perimetre,
        indicator.millesimes,
        indicator.regle.texte,
    ):
        assert text.strip()
    assert indicator.question.endswith("?")
    assert indicator.definition.endswith(".")
    assert indicator.perimetre.endswith(".")
    assert indicator.sources
    assert indicator.niveaux
    assert indicator.chapitre in CHAPITRES
    assert not indicator.prudence or indicator.prudence.endswith(".")


@pytest.mark.parametrize("indicator", INDICATORS, ids=ids)
def test_the_reading_sentence_names_the_territory_and_the_value(indicator):
    fields = {name for _, name, _, _ in string.Formatter().parse(indicator.lecture) if name}
    assert fields <= FIELDS
    assert "territoire" in fields
    assert fields & {"valeur", "nombre"}
    assert indicator.lecture.endswith(".")
    if "nombre" in fields or "numerateur" in fields:
        assert indicator.compte[0]


@pytest.mark.parametrize("indicator", [i for i in INDICATORS if i.compte[0]], ids=ids)
def test_the_sentence_of_a_count_names_the_territory_the_count_and_the_modality(indicator):
    fields = {name for _, name, _, _ in string.Formatter().parse(indicator.lecture_compte) if name}
    assert {"territoire", "numerateur"} <= fields <= FIELDS - {"valeur", "nombre", "modalite"}
    assert not indicator.modalites or "minuscule" in fields


@pytest.mark.parametrize("indicator", INDICATORS, ids=ids)
def test_modalities_have_a_place_in_the_title_and_a_name(indicator):
    assert bool(indicator.modalites) == ("{}" in indicator.libelle) == bool(indicator.dimension)
    assert not indicator.modalites or {"{modalite}", "{minuscule}"} & set(re.findall(r"\{\w+\}", indicator.lecture))
    assert all(re.fullmatch(r"[\w+-]+", code) for code in indicator.modalites)


@pytest.mark.parametrize("indicator", INDICATORS, ids=ids)
def test_a_rate_that_chance_moves_can_be_shown_as_a_count(indicator):
    if indicator.loi is not Loi.AUCUNE:
        assert indicator.compte[0]
        assert indicator.par > 1
        assert REGISTRE in indicator.sources or indicator.id == "densite_etablissements_ess"


@pytest.mark.parametrize("indicator", INDICATORS, ids=ids)
def test_every_source_has_its_identity_card(indicator):
    assert set(indicator.sources) <= {*cards(), REGISTRE, TABLE}


@pytest.mark.parametrize("indicator", INDICATORS, ids=ids)
def test_an_indicator_answers_for_every_level_at_once_and_says_why_it_does_not(indicator):
    places = evidence().places([atlas().parse(ref) for ref in ONE_OF_EACH_LEVEL])
    reading = Reading(evidence(), places, evidence().every_source, reference=6)
    for code in indicator.codes(evidence().official):
        measure = indicator.mesure(reading, code)
        assert len(measure) == len(ONE_OF_EACH_LEVEL)
        assert ((measure.motif == "") == ~np.isnan(measure.valeur)).all()
        assert not np.isinf(measure.valeur[~np.isnan(measure.valeur)]).any()


@pytest.mark.parametrize("indicator", INDICATORS, ids=ids)
def test_levels_declared_are_those_that_can_have_a_value(indicator):
    if TABLE in indicator.sources or indicator.niveaux == tuple(Niveau):
        return
    refs = [ref for ref in ONE_OF_EACH_LEVEL if Niveau(ref.split(":")[0]) not in indicator.niveaux]
    places = evidence().places([atlas().parse(ref) for ref in refs])
    measure = indicator.mesure(Reading(evidence(), places, evidence().every_source), indicator.codes(evidence().official)[0])
    assert np.isnan(measure.valeur).all()


@pytest.mark.parametrize("indicator", [i for i in INDICATORS if i.par == 100], ids=ids)
def test_a_percentage_of_a_count_stays_a_percentage(indicator):
    refs = [atlas().parse(f"departement:{code}") for code in ("01", "2B", "59", "75", "974", "976")]
    reading = Reading(evidence(), evidence().places(refs), evidence().every_source)
    for code in indicator.codes(evidence().official):
        values = indicator.mesure(reading, code).valeur
        assert ((values >= 0) & (values <= 100 + 1e-9) | np.isnan(values)).all()


def test_shares_of_families_sum_to_the_whole():
    reading = Reading(evidence(), evidence().places([atlas().parse("region:11")]), evidence().every_source)
    for name in ("part_famille", "part_taille"):
        indicator = catalogue()[name]
        total = sum(indicator.mesure(reading, code).valeur[0] for code in indicator.modalites)
        assert np.isnan(total) or total == pytest.approx(100)


def test_the_page_of_the_indicators_is_current():
    """Run `python -m ess_map.indicators.document` after a change of the catalogue."""
    assert document.PAGE == ROOT / "docs/INDICATEURS.md"
    assert document.PAGE.read_text(encoding="utf-8") == document.page()


def test_every_indicator_has_its_section():
    sections = re.findall(r"^### (\w+)$", document.page(), flags=re.MULTILINE)
    assert sections == list(catalogue())
