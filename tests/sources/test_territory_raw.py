"""The embedded territory tables are what the official files say: rebuilt here from the raw files, and compared."""

from pathlib import Path

import pandas as pd
import pytest

from ess_map.sources import cog, contours, epci, populations
from ess_map.sources.commune_table import commune_table
from ess_map.sources.contour_carry import carry_contours
from ess_map.sources.level_table import level_table
from ess_map.sources.old_codes import old_codes, old_names
from ess_map.sources.referential import read_referential
from ess_map.sources.territory_cards import territory_cards
from ess_map.territories import check

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
RAW = ROOT.parent / "shared" / "data" / "raw"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not RAW.is_dir(), reason="the raw public files (../shared/data/raw) are not beside the repository"),
]


@pytest.fixture(scope="module")
def ref():
    return read_referential(RAW)


@pytest.fixture(scope="module")
def communes(ref):
    return commune_table(ref)


def embedded(name):
    return pd.read_parquet(DATA / "territoires" / f"{name}.parquet")


def test_the_embedded_communes_are_those_of_the_official_files(communes):
    built = embedded("communes")
    pd.testing.assert_frame_equal(communes, built[list(communes.columns)], check_dtype=False)


def test_the_embedded_levels_are_those_of_the_official_files(ref, communes):
    levels = level_table(ref, communes)
    built = embedded("territoires")
    pd.testing.assert_frame_equal(levels, built[list(levels.columns)], check_dtype=False)


def test_the_embedded_former_codes_and_names_are_those_of_the_movements(ref):
    pd.testing.assert_frame_equal(old_codes(ref), embedded("anciens_codes"), check_dtype=False)
    pd.testing.assert_frame_equal(old_names(ref), embedded("anciens_noms"), check_dtype=False)


def test_the_cog_has_its_official_size(ref):
    assert len(ref.communes) == 34_875
    assert ref.communes["code"].is_unique
    assert (ref.communes["code"].str.len() == 5).all()
    assert ref.parts["type"].value_counts().to_dict() == {"COMD": 2105, "COMA": 471, "ARM": 45}


def test_codes_keep_their_leading_zeros_and_letters(ref):
    assert {"01001", "2A004", "97601"} <= set(ref.communes["code"])
    assert {"01", "2A", "976"} <= set(ref.communes["departement"])


def test_every_code_of_the_movements_is_accounted_for(ref):
    ever = set(ref.movements.loc[ref.movements["type_av"] == "COM", "code_av"])
    ever |= set(ref.movements.loc[ref.movements["type_ap"] == "COM", "code_ap"])
    assert ever - ref.lineage.current <= set(embedded("anciens_codes")["code"])


def test_the_population_file_is_that_of_2023(ref):
    totals = pd.read_csv(DATA / check.TOTALS, sep=";", dtype=str).query("millesime == '2023'")
    raw = pd.read_csv(RAW / populations.FILE, sep=";", dtype=str, keep_default_na=False)
    by_region = raw.assign(n=raw["PMUN"].astype(int)).groupby("REG")["n"].sum()
    assert len(totals) == 7
    assert {row.code: int(row.population) for row in totals.itertuples()} == by_region.loc[list(totals["code"])].to_dict()


def test_the_whole_population_file_is_kept(ref, communes):
    assert communes["population"].sum() == ref.populations["population"].sum()


def test_each_epci_has_the_members_and_the_population_it_publishes():
    members = epci.read_epci_members(RAW)
    assert len(members) == 34_871
    assert members["epci"].nunique() == 1_255
    assert members.drop_duplicates("epci")["nature"].value_counts().to_dict() == {
        "Communauté de communes": 989,
        "Communauté d’agglomération": 230,
        "Métropole": 21,
        "Communauté urbaine": 14,
        "Métropole (collectivité à statut particulier)": 1,
    }


def test_the_boundaries_of_2024_are_carried_to_the_cog_2026(ref):
    published = contours.read_contours_2024(RAW)
    carried = carry_contours(published, ref.lineage)
    assert len(published) == 34_935
    assert len(carried.geometries) == 34_871
    assert carried.borrowed == dict.fromkeys(["15031", "15035", "15047", "15171"], "15141")
    # These four changed their seat, hence their code: the contour is there, under the former one.
    assert carried.renumbered == {"12218": "12076", "14581": "14011", "69114": "69159", "49126": "49069"}
    gone = set(published.index) - set(carried.geometries.index)
    assert len(gone) == 68
    assert sum(len(codes) - 1 for codes in carried.merged.values()) == 64


def test_departements_and_regions_are_read_with_their_seat():
    departements, regions = cog.read_departements(RAW), cog.read_regions(RAW)
    assert (len(departements), len(regions)) == (101, 18)
    assert departements.set_index("code").loc["2A"].to_dict() == {"nom": "Corse-du-Sud", "region": "94", "chef_lieu": "2A004"}


def test_every_source_has_a_complete_identity_card(ref):
    cards = territory_cards(RAW, ref, 34_935)
    assert len({card.id for card in cards}) == len(cards) == 13
    for card in cards:
        assert card.titre
        assert card.producteur
        assert card.licence == "Licence Ouverte 2.0"
        assert card.millesime
        assert card.perimetre.endswith(".")
        assert card.lignes > 0
        assert len(card.sha256) == 64
        assert card.registre == ""
