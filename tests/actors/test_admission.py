"""Public bodies, persons and what proves nothing stay out of the register, each with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ess_map.actors.admission import PROOF_NEEDED, REJETS, fictitious_siren, is_person, refusal

PRIVATE, PUBLIC = "775672272", "213502388"


def why(rules, nom, *, siren="", categorie="", statut="", labels=(), known=False):
    return refusal(rules, nom=nom, siren=siren, categorie=categorie, statut=statut, labels=frozenset(labels), known=known)


@pytest.mark.parametrize(
    "nom",
    [
        "MAIRIE DE RENNES", "COMMUNE DE LILLE", "CCAS DE SAINTES", "Centre Communal d’Action Sociale", "CTRE COM ACTION SOCIALE",
        "COMMUNAUTE DE COM ARC SUD", "Département du Gers", "DEPARTEMENT DE L'AISNE", "Préfecture", "SYNDICAT MIXTE DU BASSIN", "GIP INSERTION",
    ],
)  # fmt: skip
def test_a_public_body_without_number_is_known_by_its_name(rules, nom):
    assert why(rules, nom) == why(rules, nom, statut=PROOF_NEEDED) == "organisme_public"


@pytest.mark.parametrize("categorie", ["4110", "7210", "7361"])
def test_a_public_legal_category_is_refused_whatever_the_name(rules, categorie):
    assert why(rules, "ASSOCIATION X", categorie=categorie) == "organisme_public"


def test_a_siren_of_the_public_series_is_refused(rules):
    assert why(rules, "LES AMIS", siren=PUBLIC) == "organisme_public"


@pytest.mark.parametrize("nom", ["Communauté Emmaüs", "Mission locale", "Association des amis de la bibliothèque"])
def test_an_actor_that_only_mentions_a_public_body_enters(rules, nom):
    assert why(rules, nom) == ""


def test_a_private_siren_clears_a_name_that_sounds_public_unless_proof_is_needed(rules):
    assert why(rules, "LYCEE SAINT JOSEPH", siren=PRIVATE) == ""
    assert why(rules, "LYCEE SAINT JOSEPH") == "organisme_public"
    assert why(rules, "LYCEE SAINT JOSEPH", siren=PRIVATE, statut=PROOF_NEEDED) == "organisme_public"


def test_where_proof_is_needed_a_word_or_another_source_is_required(rules):
    assert why(rules, "Le Patio", statut=PROOF_NEEDED) == "statut_non_etabli"
    assert why(rules, "Association Le Patio", statut=PROOF_NEEDED) == ""
    assert why(rules, "Le Patio", statut=PROOF_NEEDED, siren=PRIVATE, known=True) == ""
    assert why(rules, "France Services du Val", statut=PROOF_NEEDED, siren=PRIVATE, known=True) == ""


@pytest.mark.parametrize(
    ("categorie", "labels", "expected"), [("5710", (), "forme_hors_ess"), ("5710", ("ess_sirene",), ""), ("5499", ("siae",), "")]
)
def test_a_company_enters_only_with_a_quality_of_the_ess(rules, categorie, labels, expected):
    assert why(rules, "BALUCHON", categorie=categorie, labels=labels) == expected


@pytest.mark.parametrize(
    ("categorie", "expected"),
    [
        ("1000", "personne_physique"),
        ("3120", "etranger"),
        ("6220", "forme_hors_ess"),
        ("8410", "forme_hors_ess"),
        ("9220", ""),
        ("9300", ""),
    ],
)
def test_the_legal_category_decides(rules, categorie, expected):
    assert why(rules, "X", categorie=categorie) == why(rules, "X", categorie=categorie, statut=PROOF_NEEDED) == expected


def test_a_form_to_be_settled_enters_where_the_source_is_of_the_ess_only(rules):
    assert why(rules, "X", categorie="9150") == ""
    assert why(rules, "CABINET AVOCATS", categorie="9224", statut=PROOF_NEEDED) == "forme_a_trancher"


@pytest.mark.parametrize(
    "nom", ["M. Jean Exemple", "Mme Exemple", "MONSIEUR EXEMPLE", "Exemple écrivain public", "Exemple auto-entrepreneur"]
)
def test_a_natural_person_is_refused(rules, nom):
    assert is_person(nom)
    assert why(rules, nom) == "personne_physique"


@pytest.mark.parametrize("nom", ["M’Lire", "MJC", "Medianes", "Maître Renard", "Association Mme de Sévigné"])
def test_a_name_that_opens_like_a_person_may_be_an_association(rules, nom):
    assert why(rules, nom) in {"", "personne_physique"}
    assert why(rules, nom, statut="association") == ""


@pytest.mark.parametrize("nom", ["", "   ", "24400054300011", "962721", "…", "!!!"])
def test_what_is_not_a_name_is_refused(rules, nom):
    assert why(rules, nom) == "sans_nom"


@pytest.mark.parametrize("nom", ["42", "1024", "104", "V3M"])
def test_a_short_number_may_be_a_name(rules, nom):
    assert why(rules, nom, siren=PRIVATE, categorie="9220") == ""


def test_a_trial_line_is_refused_where_proof_is_needed(rules):
    assert why(rules, "Konexio Paris (à supprimer)", statut=PROOF_NEEDED) == "essai"


def test_the_filler_numbers_of_the_state_are_not_numbers(rules):
    assert fictitious_siren(rules, nom="AEROCLUB DE PICARDIE", siren="219000106", statut="association")
    assert fictitious_siren(rules, nom="ASSOCIATION ELAN", siren=PUBLIC, statut="association")
    assert not fictitious_siren(rules, nom="COMMUNE DE BELFORT", siren="219000106", statut="association")
    assert not fictitious_siren(rules, nom="UNIVERSITE DE NANTES", siren=PUBLIC, statut="association")
    assert not fictitious_siren(rules, nom="ASSOCIATION ELAN", siren=PUBLIC, statut="")
    assert not fictitious_siren(rules, nom="ASSOCIATION ELAN", siren=PRIVATE, statut="association")


@given(nom=st.text(max_size=60), statut=st.sampled_from(["", "association", PROOF_NEEDED]), known=st.booleans(), data=st.data())
def test_every_line_enters_or_has_a_reason_of_the_list(rules, nom, statut, known, data):
    categorie = data.draw(st.sampled_from(["", *rules.categories]))
    siren = data.draw(st.sampled_from(["", PRIVATE, PUBLIC]))
    reason = why(rules, nom, siren=siren, categorie=categorie, statut=statut, known=known)
    assert reason == "" or reason in REJETS
