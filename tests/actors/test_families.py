"""The family comes from what is published, then from a law, then from a word of the name; otherwise it is said to be unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.actors import model
from ess_map.actors.families import TO_SPECIFY, famille, legal_word
from ess_map.actors.names import fold


def family(rules, nom="", *, categorie="", labels=(), types=(), statut=""):
    found = famille(rules, categorie=categorie, labels=labels, types=types, statut=statut, noms=[fold(nom)])
    return found.code, found.origine


@pytest.mark.parametrize(
    ("categorie", "code"),
    [
        ("9220", "association"), ("9260", "association"), ("5195", "association"), ("9222", "association"), ("9300", "fondation"),
        ("8210", "mutuelle"), ("6411", "mutuelle"), ("5458", "cooperative"), ("6316", "cooperative"), ("5196", "cooperative"),
    ],
)  # fmt: skip
def test_the_legal_category_settles_the_family_whatever_the_name(rules, categorie, code):
    assert family(rules, "SARL MUTUELLE FONDATION", categorie=categorie, types=("ei",)) == (code, "categorie_juridique")


@pytest.mark.parametrize("categorie", ["5432", "6532", "5505", "8140", "9150", "9224", "9240", "9900"])
def test_a_category_to_be_settled_is_not_overruled_by_the_name(rules, categorie):
    assert family(rules, "ASSOCIATION DES AMIS", categorie=categorie, statut="association") == (TO_SPECIFY, "")


@pytest.mark.parametrize("categorie", ["5710", "5499", "5599"])
def test_a_company_is_of_the_ess_only_when_it_declares_so(rules, categorie):
    assert family(rules, "COOPERATIVE DU COIN", categorie=categorie) == (TO_SPECIFY, "")
    assert family(rules, "X", categorie=categorie, labels=("ess_sirene",)) == ("societe_commerciale_ess", "declaration")
    assert family(rules, "X", categorie=categorie, labels=("esus", "siae")) == (TO_SPECIFY, "")


def test_an_association_intermediaire_is_an_association_by_law(rules):
    assert family(rules, "EMPLOI 79", types=("ai",)) == ("association", "type")


@pytest.mark.parametrize("kind", ["aci", "ei", "etti", "ea", "geiq", "tiers_lieu", "mediation_numerique", "centre_social"])
def test_other_types_prove_nothing(rules, kind):
    assert family(rules, "LES JARDINS", types=(kind,)) == (TO_SPECIFY, "")


@pytest.mark.parametrize(
    ("nom", "code"),
    [
        ("ASSOCIATION LE RELAIS", "association"), ("ASSOC EMPLOI SERVICE", "association"), ("ASS INTERM DIGNITE", "association"),
        ("Asso Bricol’", "association"), ("L’association des amis", "association"), ("Scop Espaces Verts", "cooperative"),
        ("SCIC Habitat", "cooperative"), ("COOPÉRATIVE LAITIÈRE", "cooperative"), ("CUMA DES DEUX RIVES", "cooperative"),
        ("HARMONIE MUTUELLE", "mutuelle"), ("FONDATION ABBÉ X", "fondation"), ("Fonds de dotation Y", "fondation"),
        ("ASSOCIATION POUR UNE COOPERATIVE", "association"),
    ],
)  # fmt: skip
def test_an_explicit_legal_word_is_heard(rules, nom, code):
    assert family(rules, nom) == (code, "nom")


@pytest.mark.parametrize(
    "nom",
    [
        "BASS CLUB", "ASSURANCES DU SUD", "Maison des associations", "MUTUALITE SOCIALE AGRICOLE DU GARD", "COOP LA MEUTE", "LE COMITE",
        "Les Amis de la Coopérative", "ASSOCIATION SYNDICALE DU CANAL", "LES ASS DU VOLANT", "FEDERATION DES CLUBS", "SCOPE FILMS",
    ],
)  # fmt: skip
def test_what_only_resembles_a_legal_word_is_not_one(rules, nom):
    assert family(rules, nom) == (TO_SPECIFY, "")


def test_the_perimeter_of_a_source_comes_last_and_never_covers_a_possible_company(rules):
    assert family(rules, "JAZZ A POITIERS", statut="association") == ("association", "source")
    assert family(rules, "FONDATION JAZZ", statut="association") == ("fondation", "nom")
    assert family(rules, "BALUCHON", statut="association", types=("ei",)) == (TO_SPECIFY, "")
    assert family(rules, "SNC SOCRA", statut="association") == (TO_SPECIFY, "")
    assert family(rules, "JAZZ", statut="prouver"[:0]) == (TO_SPECIFY, "")


@given(nom=st.text(max_size=60), data=st.data())
def test_a_family_always_says_how_it_is_known(rules, nom, data):
    found = famille(
        rules,
        categorie=data.draw(st.sampled_from(["", "0000", *rules.categories])),
        labels=data.draw(st.lists(st.sampled_from(list(model.LABELS)))),
        types=data.draw(st.lists(st.sampled_from(list(model.TYPES)))),
        statut=data.draw(st.sampled_from(["", "association"])),
        noms=[fold(nom)],
    )
    assert found.code in model.FAMILLES
    assert (found.origine == "") == (found.code == TO_SPECIFY)
    assert found.origine in {"", *model.ORIGINES_FAMILLE}


@given(nom=st.text("abcdefghijklmnopqrstuvwxyz ", max_size=40))
def test_a_legal_word_is_a_whole_word(rules, nom):
    if legal_word(rules, fold(f"x{nom}x")) and not legal_word(rules, fold(nom)):
        raise AssertionError(nom)
