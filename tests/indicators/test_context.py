"""The context of real territories: exact sums, no median that nobody published, and what is missing said with its number."""

import math
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ess_map.errors import SourceError, UnknownTerritoryError
from ess_map.indicators.context import Context
from ess_map.indicators.context_columns import PUBLISHED, SUM
from ess_map.territories.model import Niveau
from tests.indicators.embedded import atlas, context

LEVELS = [niveau for niveau in Niveau if niveau is not Niveau.COMPOSE]
SUMS = [name for name, column in context().columns.items() if column.construction == SUM]
EPCI = tuple(atlas().levels.query("niveau == 'epci'")["code"])
SPLIT_EPCI = f"epci:{atlas().communes.loc['85084', 'epci']}"
"""It holds the three communes that Essarts-en-Bocage was split into."""


@pytest.mark.parametrize("niveau", LEVELS)
def test_a_level_has_every_territory_once(niveau):
    frame = context().frame(niveau)
    expected = atlas().communes.index if niveau is Niveau.COMMUNE else atlas().levels.query("niveau == @niveau.value")["code"]
    assert list(frame.index) == sorted(expected)
    assert list(frame.columns) == list(context().columns)


@pytest.mark.parametrize("niveau", LEVELS)
def test_no_figure_is_infinite_nor_negative_where_it_cannot_be(niveau):
    numbers = context().frame(niveau).select_dtypes("number")
    assert not np.isinf(numbers.to_numpy(dtype=float)).any()
    signed = ["evolution_population_pct_an", "solde_naturel_pour_mille"]
    assert (numbers.drop(columns=signed).fillna(0) >= 0).all(axis=None)
    percents = [name for name in numbers if name.endswith("_pct")]
    assert (numbers[percents].fillna(0) <= 100).all(axis=None)


@pytest.mark.parametrize(("niveau", "above"), [(Niveau.EPT, "epci:200054781"), (Niveau.DEPARTEMENT, "region:53")])
@pytest.mark.parametrize("column", SUMS)
def test_parts_add_up_to_the_whole(niveau, above, column):
    parts = context().frame(niveau).loc[[ref.code for ref in atlas().children(above, niveau)], column]
    outside = context().frame(Niveau.COMMUNE).loc["75056", column] if niveau is Niveau.EPT else 0
    assert parts.sum() + outside == pytest.approx(context().row(above)[column])


@settings(max_examples=60)
@given(st.sampled_from(EPCI), st.randoms(use_true_random=False))
def test_a_territory_cut_in_two_keeps_its_sums(code, random):
    members = list(atlas().members(f"epci:{code}"))
    cut = set(random.sample(members, len(members) // 2)) or set(members)
    pieces = [piece for piece in (cut, set(members) - cut) if piece]
    whole = context().row(f"epci:{code}")
    rows = [context().row(f"compose:{','.join(sorted(piece))}") for piece in pieces]
    for column in SUMS:
        if all(not math.isnan(row[column]) for row in rows):
            assert sum(row[column] for row in rows) == pytest.approx(whole[column])


@given(st.sampled_from(EPCI))
def test_the_same_communes_give_the_same_figures_whatever_they_are_called(code):
    composed = context().row(f"compose:{','.join(atlas().members(f'epci:{code}'))}")
    published = context().row(f"epci:{code}")
    own_place = ["epci_nature", "epci_rang"]
    for column in (name for name in composed.index if name not in own_place):
        assert composed[column] == pytest.approx(published[column], nan_ok=True), column


@pytest.mark.parametrize("niveau", [Niveau.EPCI, Niveau.EPT, Niveau.REGION, Niveau.FRANCE])
def test_a_median_is_never_averaged(niveau):
    for name, column in context().columns.items():
        if column.construction == PUBLISHED:
            assert context().frame(niveau)[name].isna().all(), name


def test_a_median_is_given_where_it_is_published():
    assert context().figure("departement:35", "revenu_median").valeur == 23_690
    assert context().figure("zone_emploi:5302", "revenu_median").millesime == "2021"
    small = context().figure("commune:35002", "revenu_median")
    assert small.millesime == "non précisé"
    assert small.sources == ("revenus_medians_communes",)


def test_unknown_is_said_with_its_number_and_never_zero():
    mayotte = context().figure("departement:976", "taux_chomage_pct")
    assert (mayotte.valeur, mayotte.valeur_partielle, mayotte.etat) == (None, None, "sans_donnee")
    assert (mayotte.membres, mayotte.manquantes) == (17, 17)
    france = context().figure("france:FR", "taux_chomage_pct")
    assert france.valeur is None
    assert france.etat == "partiel"
    assert france.valeur_partielle == pytest.approx(12.08, abs=0.01)
    assert france.notices == ("Calculé sur 34\u202f857 communes sur 34\u202f875\u00a0: 18 communes sans donnée.",)


def test_the_partial_rate_of_france_leaves_the_births_of_mayotte_with_its_people():
    """Mayotte has births but no population of 2021: dividing the first without the second would add 10 773 births to nobody."""
    partial = context().figure("france:FR", "solde_naturel_pour_mille").valeur_partielle
    table = context().frame(Niveau.DEPARTEMENT)[["naissances_2022", "deces_2022", "population_2021"]]
    known = table.drop(index=["976", "27"]).sum()
    assert partial == pytest.approx((known["naissances_2022"] - known["deces_2022"]) / known["population_2021"] * 1000, abs=0.02)
    biased = known["naissances_2022"] + table.loc["976", "naissances_2022"] - known["deces_2022"]
    assert partial < biased / known["population_2021"] * 1000 - 0.1


def test_a_split_commune_has_no_share_of_what_was_counted_together():
    figure = context().figure("commune:85084", "menages_2021")
    assert (figure.valeur, figure.etat) == (None, "perimetre_modifie")
    assert context().figure("commune:85084", "population_2021").valeur == 6807


def test_what_was_counted_together_counts_in_a_territory_that_holds_it_whole():
    row = context().row(SPLIT_EPCI)
    assert set(atlas().members(SPLIT_EPCI)) > {"85084", "85165", "85212"}
    assert row["menages_2021"] > 3712
    assert not math.isnan(row["taux_chomage_pct"])
    part = context().row("compose:85084,85165")
    assert math.isnan(part["menages_2021"])
    assert context().row("compose:85084,85165,85212")["menages_2021"] == 3712


def test_a_village_without_inhabitant_has_a_density_of_zero_and_no_rate():
    row = context().row("commune:55039")
    assert row["population"] == 0
    assert row["densite_hab_km2"] == 0
    assert math.isnan(row["taux_chomage_pct"])
    assert math.isnan(row["evolution_population_pct_an"])


def test_a_secret_value_is_neither_zero_nor_unknown():
    published = pd.read_parquet("data/contexte/publies.parquet")
    code = published.loc[published["etat"] == "secret", "code"].iloc[0]
    figure = context().figure(f"commune:{code}", "revenu_median")
    assert (figure.valeur, figure.etat) == (None, "secret")
    assert figure.notices[0] == "Valeur masquée\u00a0: secret statistique."


def test_small_communes_have_fragile_rates():
    village = context().figure("commune:35002", "taux_chomage_pct")
    assert village.notices == ("Moins de 2\u202f000 habitants\u00a0: ce taux est fragile.",)
    assert context().figure("commune:35238", "taux_chomage_pct").notices == ()


def test_a_measured_area_is_said():
    figure = context().figure("commune:97611", "densite_hab_km2")
    assert figure.valeur > 0
    assert "mesurée sur le contour" in figure.notices[0]
    assert figure.millesime == "2017"
    assert figure.sources == ("populations_mayotte_2017", "comparateur_2024", "contours_communes_2024")
    assert context().figure("commune:97411", "densite_hab_km2").sources == ("populations_2023", "comparateur_2024")
    assert "Superficie" not in "".join(context().figure("commune:97411", "densite_hab_km2").notices)


def test_the_whole_of_france_is_counted():
    """Insee, populations légales 2023, and the census of 2017 for Mayotte."""
    assert context().row("france:FR")["population"] == atlas().get("france:FR").population


def test_places_within_an_epci_follow_the_population():
    frame = context().frame(Niveau.COMMUNE)
    rennes = frame.loc[list(atlas().members("epci:243500139"))].sort_values("population", ascending=False)
    assert rennes["rang_dans_epci"].iloc[0] == 1
    assert rennes["rang_dans_epci"].is_monotonic_increasing
    assert rennes["part_dans_epci_pct"].sum() == pytest.approx(100)


def test_zonings_of_one_commune_are_all_or_nothing():
    shares = context().frame(Niveau.COMMUNE)[[f"part_population_{zoning}_pct" for zoning in ("zrr", "pvd", "acv")]]
    assert set(np.unique(shares.to_numpy())) == {0.0, 100.0}
    assert context().row("epci:243500139")["part_population_acv_pct"] == 0


@pytest.mark.parametrize(
    "ref", ["commune:35238", "commune:97601", "epci:243500139", "region:06", "france:FR", "compose:35238,97411"]
)
def test_every_figure_carries_its_source_its_year_and_its_perimeter(ref):
    for figure in context().figures(ref):
        assert figure.sources
        assert figure.millesime
        assert figure.perimetre
        assert (figure.valeur is None) == (figure.etat != "connu")
        assert figure.etat in {"connu", "sans_objet"} or figure.notices
        assert not any(re.search(" [;:!?%]|'", notice) for notice in figure.notices), figure.notices


def test_a_former_code_is_read_as_the_commune_of_today():
    assert context().row("commune:69152").equals(context().row("commune:69149"))


def test_an_unknown_territory_is_refused():
    with pytest.raises(UnknownTerritoryError):
        context().row("commune:99999")
    with pytest.raises(ValueError, match="one by one"):
        context().frame(Niveau.COMPOSE)


def test_a_missing_mart_is_named(tmp_path):
    with pytest.raises(SourceError, match="contexte/ingredients"):
        Context.load(tmp_path, atlas())
