"""The official tables: read from excerpts of the published files, checked against the whole ones when they are there."""

import hashlib
import shutil
import tomllib
from pathlib import Path

import pandas as pd
import pytest

from ess_map.errors import SchemaError, SourceError
from ess_map.indicators.employment import SECTEURS_A5, Employment
from ess_map.indicators.published import Published
from ess_map.sources import clap_ess, flores_zones, key_figures, official_build
from ess_map.territories.model import FRANCE, Niveau, TerritoryRef

ROOT = Path(__file__).resolve().parents[2]
RAW = ROOT.parent / "shared/data/raw"
# Lines of « ess_part_emploi_departements.csv », as published.
CLAP = """code_departement,departement,part_emploi_ess_2014_pct,part_emploi_ess_2008_pct
01,Ain,11.595393329568596,10.53
02,Aisne,10.9498031496063,9.93
971,Guadeloupe,11.0,10.97
"""
# The zone of Alençon in « exdeco_pivot_flores_a5.parquet », and a sector that the file lacks in 2023.
A5 = {"AZ": (1142, 1156), "BE": (5581, 5619), "FZ": (2846, 2838), "GU": (14_245, 14_172), "OQ": (19_979, 20_736)}
A21 = {"A": (1142, 1156.0), "B": (79, None)}


@pytest.fixture
def raw(tmp_path):
    folder = tmp_path / "raw"
    for name in (*clap_ess.FILES, *flores_zones.FILES):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / clap_ess.FILES[0]).write_text(CLAP, encoding="utf-8")
    for column, sectors, name in (("a5", A5, flores_zones.FILES[0]), ("a21", A21, flores_zones.FILES[1])):
        rows = [
            {"code_ze": "0051", column: code, "eff_22": before, "eff_23": after, "lib": ""}
            for code, (before, after) in sectors.items()
        ]
        pd.DataFrame(rows).to_parquet(folder / name)
    return folder


def test_shares_are_read_with_their_year_and_codes_stay_text(raw):
    table = clap_ess.read_clap_ess(raw)
    assert table["departement"].tolist() == ["01", "01", "02", "02", "971", "971"]
    assert table.set_index(["departement", "millesime"]).loc[("01", "2008"), "part_pct"] == 10.53


def test_a_share_that_is_not_one_is_refused(raw):
    path = raw / clap_ess.FILES[0]
    path.write_text(CLAP.replace("10.97", "1097"), encoding="utf-8")
    with pytest.raises(SchemaError, match="entre 0 et 100"):
        clap_ess.read_clap_ess(raw)


def test_jobs_are_read_and_what_is_missing_stays_missing(raw):
    table = flores_zones.read_flores_zones(raw)
    known = table.set_index(["nomenclature", "secteur", "millesime"])["effectif"]
    assert known["A5", "OQ", "2023"] == 20_736
    assert pd.isna(known["A21", "B", "2023"])
    assert known["A21", "B", "2022"] == 79


@pytest.mark.parametrize("name", flores_zones.FILES)
def test_a_missing_or_damaged_file_is_named(raw, name):
    (raw / name).write_bytes(b"PAR1 broken")
    with pytest.raises(SourceError, match="illisible"):
        flores_zones.read_flores_zones(raw)
    (raw / name).unlink()
    with pytest.raises(SourceError, match="introuvable"):
        flores_zones.read_flores_zones(raw)


def test_a_sector_given_twice_is_refused(raw):
    path = raw / flores_zones.FILES[0]
    table = pd.read_parquet(path)
    pd.concat([table, table.head(1)]).to_parquet(path)
    with pytest.raises(SchemaError, match="double"):
        flores_zones.read_flores_zones(raw)


def test_the_build_gives_the_marts_and_their_cards(raw, tmp_path):
    out = tmp_path / "data"
    official_build.build(raw, out)
    published, employment = Published.load(out), Employment.load(out)
    ain = TerritoryRef(Niveau.DEPARTEMENT, "01")
    assert published.get("part_emploi_ess_clap", "", ain).millesime == "2014"
    assert published.get("part_emploi_ess_clap", "", ain, "2008").valeur == 10.53
    assert published.get("part_emploi_ess", "total", FRANCE).valeur == 10.6
    assert published.get("part_emploi_ess", "prive", FRANCE).valeur == 13.7
    assert published.get("part_emploi_ess", "total", ain) is None
    assert employment.of_places([TerritoryRef(Niveau.ZONE_EMPLOI, "0051")], "2023")[0].tolist() == [
        A5[code][1] for code in SECTEURS_A5
    ]
    cards = tomllib.loads((out / "sources.toml").read_text(encoding="utf-8"))
    assert set(cards) == {clap_ess.ID, flores_zones.ID, key_figures.ID}
    for card in cards.values():
        assert card["producteur"]
        assert card["perimetre"]
        assert card["lignes"] > 0
    assert cards[clap_ess.ID]["sha256"] == hashlib.sha256(CLAP.encode()).hexdigest()


def test_two_builds_give_the_same_bytes(raw, tmp_path):
    digests = []
    for name in ("one", "two"):
        official_build.build(raw, tmp_path / name)
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        digests.append({path.relative_to(tmp_path / name): hashlib.sha256(path.read_bytes()).hexdigest() for path in files})
    assert digests[0] == digests[1]


def test_key_figures_kept_by_hand_are_not_overwritten(raw, tmp_path):
    out = tmp_path / "data"
    official_build.build(raw, out)
    path = out / key_figures.FILES[0]
    path.write_text(path.read_text(encoding="utf-8").replace("10.6", "10.7"), encoding="utf-8")
    official_build.build(raw, out)
    assert Published.load(out).get("part_emploi_ess", "total", FRANCE).valeur == 10.7


def test_every_key_figure_names_its_source_and_its_reserve():
    table = key_figures.read_key_figures(ROOT / "data")
    assert table["id"].tolist() == ["K01", "K02", "K03", "K04", "K05"]
    assert table["valeur"].tolist() == ["2700000", "10.6", "13.7", "152979", "207894"]
    for column in ("objet", "millesime", "source_citee", "document", "reserve"):
        assert (table[column] != "").all()


@pytest.mark.shared
@pytest.mark.skipif(not RAW.is_dir(), reason="les fichiers publics bruts ne sont pas à côté du dépôt")
def test_the_embedded_marts_are_those_of_the_published_files(tmp_path):
    (tmp_path / "officiel").mkdir()
    shutil.copy(ROOT / "data" / key_figures.FILES[0], tmp_path / key_figures.FILES[0])
    official_build.build(RAW, tmp_path)
    for name in ("valeurs_publiees.parquet", "emploi_zones.parquet"):
        assert (tmp_path / "officiel" / name).read_bytes() == (ROOT / "data/officiel" / name).read_bytes()


@pytest.mark.shared
@pytest.mark.skipif(not RAW.is_dir(), reason="les fichiers publics bruts ne sont pas à côté du dépôt")
def test_shares_of_sectors_in_france_are_those_that_the_file_publishes():
    jobs = Employment.load(ROOT / "data").of_places([FRANCE], "2023")[0]
    published = pd.read_parquet(RAW / flores_zones.FILES[0]).groupby("a5")["fr_pct_23"].first()
    assert (jobs / jobs.sum() * 100).round(2).tolist() == published.reindex(list(SECTEURS_A5)).tolist()
