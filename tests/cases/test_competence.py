"""Who may act, read from the territory that asks."""

import pytest

from ess_map.cases.competence import capacity, may_pull, powers_for
from ess_map.cases.lists import Echelon, Statut

COMMUNE, EPCI, DEPARTEMENT, REGION = Echelon


@pytest.mark.parametrize(
    ("ref", "echelons", "words"),
    [
        ("commune:35238", (COMMUNE,), "se répartissent"),
        ("epci:243500139", (EPCI,), "se répartissent"),
        ("ept:200057867", (EPCI,), "Grand Paris"),
        ("departement:35", (DEPARTEMENT,), ""),
        ("region:53", (REGION,), ""),
        ("commune:75056", (COMMUNE, DEPARTEMENT), "L. 2512-1"),
        ("departement:75", (COMMUNE, DEPARTEMENT), "L. 2512-1"),
        ("epci:200046977", (EPCI, DEPARTEMENT), "L. 3611-1"),
        ("region:94", (DEPARTEMENT, REGION), "L. 4421-1"),
        ("departement:2B", (DEPARTEMENT, REGION), "L. 4421-1"),
        ("departement:972", (DEPARTEMENT, REGION), "L. 7211-1"),
        ("region:03", (DEPARTEMENT, REGION), "L. 7111-1"),
        ("departement:976", (DEPARTEMENT, REGION), "une seule collectivité"),
        ("zone_emploi:5315", (), "n’est pas une collectivité"),
        ("france:FR", (), "n’est pas une collectivité"),
        ("compose:33010,33012", (), "n’est pas une collectivité"),
    ],
)
def test_a_territory_acts_as_the_collectivities_that_it_is(library, atlas, ref, echelons, words):
    found = capacity(atlas.parse(ref), library)
    assert found.echelons == echelons
    assert words in found.notice
    assert bool(words) == bool(found.notice)


@pytest.mark.parametrize(
    ("lever", "echelon", "statut", "texte"),
    [
        ("M3.2", REGION, Statut.OBLIGATOIRE, "loi_notre"),
        ("M3.2", DEPARTEMENT, Statut.OUI, None),
        ("P1.3", REGION, Statut.OBLIGATOIRE, "loi_notre"),
        ("P3.1", COMMUNE, Statut.EXCLUSIF, "loi_notre"),
        ("P3.1", EPCI, Statut.EXCLUSIF, "loi_notre"),
        ("P3.1", DEPARTEMENT, Statut.DELEGATION, "loi_3ds"),
        ("P2.2", COMMUNE, Statut.CONVENTION, "loi_notre"),
        ("P2.1", REGION, Statut.A_PRECISER, None),
        ("M11.3", EPCI, Statut.OUI, "loi_3ds"),
        ("M11.3", REGION, Statut.A_PRECISER, None),
        ("M13.2", DEPARTEMENT, Statut.OUI, None),
        ("M13.4", REGION, Statut.OUI, "rgec"),
        ("M17.5", COMMUNE, Statut.OBLIGATOIRE, "loi_agec_58"),
        ("M17.6", COMMUNE, Statut.OBLIGATOIRE, "ouverture_des_donnees"),
        ("P4.2", REGION, Statut.OUI, None),
        ("P4.3", DEPARTEMENT, Statut.OUI, None),
        ("T2", COMMUNE, Statut.OUI, "loi_notre"),
        ("T2", EPCI, Statut.A_PRECISER, None),
    ],
)
def test_a_lever_says_who_may_pull_it_and_by_which_law(library, lever, echelon, statut, texte):
    power = library.powers(library.levers[lever]).of(echelon)
    assert (power.statut, power.texte) == (statut, texte)


def test_a_lever_may_differ_from_its_rule_for_one_level_alone(library):
    rule = library.corpus.competences["commande_publique"].qui_peut_agir
    powers = library.powers(library.levers["N3"])
    assert "convention" in powers.commune.condition
    assert powers.departement == rule.departement
    assert rule.commune.condition is None


def test_paris_reads_the_powers_of_a_commune_and_of_a_departement(library, atlas):
    found = powers_for(library.levers["P3.1"], atlas.parse("commune:75056"), library)
    assert {echelon: power.statut for echelon, power in found.items()} == {
        COMMUNE: Statut.EXCLUSIF,
        DEPARTEMENT: Statut.DELEGATION,
    }


def test_what_no_document_says_is_neither_yes_nor_no(library):
    assert may_pull(library.levers["P2.1"], COMMUNE, library) is True
    assert may_pull(library.levers["P2.1"], REGION, library) is None
