"""The raw public files of the context, with the defects that are known of them."""

import pytest

from ess_map.sources import cog, comparateur, movements, observatoire, revenus
from ess_map.sources.context_build import published_figures
from ess_map.sources.context_units import carry_units, whole_successors
from ess_map.territories.lineage import Lineage
from tests.indicators.embedded import RAW

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not RAW.is_dir(), reason="the raw public files are not beside the repository"),
]


@pytest.fixture(scope="module")
def real_lineage():
    communes, parts = cog.read_communes(RAW), cog.read_parts(RAW)
    holders = dict(zip(parts["code"], parts["commune"], strict=True))
    return Lineage(movements.read_movements(RAW), frozenset(communes["code"]), holders)


@pytest.fixture(scope="module")
def read():
    return comparateur.read_comparateur(RAW)


def test_every_line_of_the_comparateur_is_accounted_for(read):
    counts = read.counts
    kept = counts["lignes_lues"] - counts["lignes_de_communes_deleguees_ecartees"] - counts["lignes_en_double_ecartees"]
    # 45 arrondissements make three communes.
    assert kept - counts["arrondissements_additionnes"] + 3 == len(read.table) == 34_934
    assert read.table["code"].is_unique


def test_no_resident_is_lost_on_the_way_to_the_communes_of_today(read, real_lineage):
    days = dict.fromkeys(comparateur.TERRITORY.values(), comparateur.COG)
    days |= dict.fromkeys(comparateur.CENSUS.values(), comparateur.COG_CENSUS)
    units, counts = carry_units(read.table, days, real_lineage)
    for column in comparateur.COLUMNS:
        assert units[column].sum() == pytest.approx(read.table[column].sum())
    assert counts["codes_perdus"] == 0


def test_mayotte_has_no_census_rather_than_no_inhabitant(read):
    mayotte = read.table[read.table["code"].str.startswith("976")].set_index("code")
    assert len(mayotte) == 17
    assert mayotte[["population_2021", "menages_2021", "actifs_15_64_2021", "superficie_km2"]].isna().all(axis=None)
    assert mayotte.loc["97611", "naissances_2022"] == 3301


def test_the_six_villages_destroyed_in_1916_do_have_nobody(read):
    villages = read.table.set_index("code").loc[["55039", "55050", "55139", "55189", "55239", "55307"]]
    assert (villages["population_2021"] == 0).all()
    assert (villages["superficie_km2"] > 0).all()


def test_a_restored_commune_has_no_household_of_its_own(read):
    restored = read.table.set_index("code").loc[["85165", "85212"]]
    assert (restored["population_2021"] > 1000).all()
    assert restored["menages_2021"].isna().all()


def test_medians_of_merged_communes_are_not_kept(real_lineage):
    same = whole_successors(revenus.read_revenus(RAW)["code"], revenus.COG, real_lineage)
    assert "93066" not in same  # Saint-Denis took Pierrefitte in 2025
    assert "93059" not in same
    assert same["27058"] == "27676"  # Les Trois Lacs only changed its seat
    assert same["35238"] == "35238"


@pytest.fixture(scope="module")
def published(real_lineage):
    return published_figures(revenus.read_revenus(RAW), observatoire.read_observatoire(RAW), real_lineage)


def test_the_undated_medians_are_those_of_2021_wherever_both_are_known():
    """The file carries no year; this is why its identity card may say what it looks like."""
    undated = revenus.read_revenus(RAW).set_index("code")["revenu_median"]
    shares = observatoire.read_observatoire(RAW)
    dated = shares[(shares["colonne"] == "revenu_median") & (shares["niveau"] == "commune")].set_index("code")["valeur"]
    both = dated.index.intersection(undated.dropna().index)
    assert len(both) > 2100
    # Four communes merged in between.
    assert (dated[both] != undated[both]).sum() == 4


def test_a_published_figure_is_unique_and_known_exactly_when_it_says_so(published):
    table, _ = published
    assert not table.duplicated(["niveau", "code", "colonne"]).any()
    assert (table["valeur"].notna() == (table["etat"] == "publie")).all()


def test_a_dated_median_is_preferred(published):
    table, _ = published
    medians = table[table["colonne"] == "revenu_median"].set_index(["niveau", "code"])
    assert medians.loc[("commune", "35238"), ["source", "millesime"]].to_list() == ["observatoire_territorial_2026", "2021"]
    assert medians.loc[("commune", "35002"), ["source", "millesime"]].to_list() == ["revenus_medians_communes", "non précisé"]


def test_every_row_of_the_undated_file_is_accounted_for(published, real_lineage):
    _, counts = published
    incomes = revenus.read_revenus(RAW)
    assert counts["lignes_lues"] == len(incomes) == 34_926
    kept = counts["communes_publiees"] + counts["communes_secretes"]
    changed = {code for code in incomes["code"] if real_lineage.heirs(code, revenus.COG)} - set(
        whole_successors(incomes["code"], revenus.COG, real_lineage)
    )
    assert kept + counts["arrondissements_ecartes"] + len(changed) == len(incomes)
    assert kept + counts["communes_au_perimetre_modifie"] + counts["communes_absentes"] == 34_875


def test_the_mainland_row_is_the_mean_of_its_departements():
    """Its own population cannot be used; its shares can, and they are those of the 96 mainland départements."""
    shares = observatoire.read_observatoire(RAW)
    mine = shares[shares["colonne"] == "part_75_ans_et_plus_pct"]
    departements = mine[mine["niveau"] == "departement"]
    assert len(departements) == 96
    mainland = mine.loc[mine["niveau"] == "metropole", "valeur"].item()
    assert departements["valeur"].min() < mainland < departements["valeur"].max()
