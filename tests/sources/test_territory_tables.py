"""Reading an official table and building ours, on small excerpts that break one rule at a time."""

import gzip
import zipfile

import openpyxl
import pandas as pd
import pytest

from ess_map.actors import cards as card_reading
from ess_map.actors.cards import SourceCard
from ess_map.errors import SchemaError, SourceError
from ess_map.sources import build, cards, contours, epci, populations, zrr
from ess_map.sources.parquet import write_parquet
from ess_map.sources.raw_table import read_table

HEADER = [
    "dept", "siren", "raison_sociale", "nature_juridique", "mode_financ", "nb_membres", "total_pop_tot", "total_pop_mun", "dep_com",
    "insee", "siren_membre", "nom_membre", "ptot_2025", "pmun_2025",
]  # fmt: skip
ROWS = [
    ["01", "200029999", "CC Rives de l'Ain", "CC", "FPU", "2", "30", "20", "01", "01304", "210103040", "Pont-d'Ain", "15", "12"],
    ["01", "200029999", "CC Rives de l'Ain", "CC", "FPU", "2", "30", "20", "01", "01199", "210101994", "Jujurieux", "15", "8"],
]


@pytest.fixture
def epci_book(tmp_path):
    def write(rows, header=HEADER):
        path = tmp_path / epci.FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        book = openpyxl.Workbook()
        for row in [header, *rows]:
            book.active.append(row)
        book.save(path)
        return tmp_path

    return write


def changed(column, value):
    rows = [list(row) for row in ROWS]
    rows[0][HEADER.index(column)] = value
    return rows


def test_the_members_of_an_epci_are_read_in_french_words(epci_book):
    members = epci.read_epci_members(epci_book(ROWS))
    assert members.to_dict("records")[0] == {
        "epci": "200029999",
        "departement": "01",
        "nom": "CC Rives de l'Ain",
        "nature": "Communauté de communes",
        "code": "01199",
        "siren": "210101994",
    }


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (changed("nature_juridique", "SIVU"), "nature juridique inconnue «\u00a0SIVU\u00a0»"),
        (changed("pmun_2025", "13"), "composition incomplète de l’EPCI 200029999"),
        (ROWS[:1], "composition incomplète de l’EPCI 200029999"),
    ],
    ids=["nature", "sum", "member"],
)
def test_an_epci_that_contradicts_itself_is_refused(epci_book, rows, said):
    with pytest.raises(SchemaError) as caught:
        epci.read_epci_members(epci_book(rows))
    assert said in str(caught.value)


def test_a_workbook_that_is_not_one_is_named(tmp_path):
    with pytest.raises(SourceError, match="introuvable"):
        epci.read_epci_members(tmp_path)
    path = tmp_path / epci.FILE
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a workbook")
    with pytest.raises(SourceError, match="illisible"):
        epci.read_epci_members(tmp_path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("nothing.txt", "")
    with pytest.raises(SourceError, match="illisible"):
        epci.read_epci_members(tmp_path)


def test_every_value_is_text_and_nothing_is_guessed_missing(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("code,nom,note\n01001,NA,\n2A004, Nul ,x\n", encoding="utf-8-sig")
    table = read_table(path, ("code", "nom", "note"))
    assert table.to_dict("list") == {"code": ["01001", "2A004"], "nom": ["NA", "Nul"], "note": ["", "x"]}


def test_columns_come_back_in_the_order_asked(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("a;b;c\n1;2;3\n", encoding="utf-8")
    assert list(read_table(path, ("c", "a"), separator=";").columns) == ["c", "a"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("t.csv", b""), ("t.csv", b"\xff\xfe\x00\xe9"), ("t.csv.gz", b"not gzip"), ("t.csv.gz", gzip.compress(b"a,b\n1,2\n")[:10])],
    ids=["empty", "encoding", "not gzip", "cut gzip"],
)
def test_an_unreadable_file_is_named(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError, match=r"t\.csv.*illisible"):
        read_table(tmp_path / name, ("a",))


def test_every_missing_column_of_a_raw_file_is_named(tmp_path):
    path = tmp_path / zrr.FILE
    path.parent.mkdir()
    path.write_bytes(gzip.compress(b"code,classement\n01001,C\n"))
    with pytest.raises(SchemaError) as caught:
        zrr.read_zrr(tmp_path)
    assert len(caught.value.problems) == 2


def test_the_codes_of_mayotte_are_put_together_again(tmp_path):
    (tmp_path / "cog-2026").mkdir()
    (tmp_path / populations.FILE).write_text("COM;PMUN\n35238;230890\n", encoding="utf-8")
    (tmp_path / populations.FILE_MAYOTTE).write_text("DEP;CODCOM;PMUN\n976;611;71437\n", encoding="utf-8")
    table = populations.read_populations(tmp_path)
    assert table.to_dict("records") == [
        {"code": "35238", "population": 230_890, "millesime": "2023"},
        {"code": "97611", "population": 71_437, "millesime": "2017"},
    ]


@pytest.mark.parametrize(
    "features",
    [
        [{"properties": {}, "geometry": {"type": "Point", "coordinates": [0, 0]}}],
        [{"properties": {"code": "01001"}, "geometry": {"type": "Point", "coordinates": [0, 0]}}] * 2,
    ],
    ids=["no code", "twice"],
)
def test_boundaries_without_a_code_of_their_own_are_refused(tmp_path, features):
    folder = tmp_path / contours.FOLDER_2024
    folder.mkdir()
    document = pd.Series({"features": features}).to_json()
    (folder / "dep01.geojson.gz").write_bytes(gzip.compress(document.encode()))
    with pytest.raises(SchemaError, match="vide ou en double"):
        contours.read_contours_2024(tmp_path)


def test_a_folder_without_boundaries_is_named(tmp_path):
    with pytest.raises(SourceError, match="introuvable"):
        contours.read_contours_2024(tmp_path)
    (tmp_path / contours.FOLDER_2024).mkdir()
    (tmp_path / contours.FOLDER_2024 / "dep01.geojson.gz").write_bytes(b"{")
    with pytest.raises(SourceError, match="illisible"):
        contours.read_contours_2024(tmp_path)


def test_a_build_without_raw_files_says_so(tmp_path):
    with pytest.raises(SourceError, match="--raw"):
        build.build(tmp_path / "nowhere", tmp_path)


def test_the_same_table_gives_the_same_bytes(tmp_path):
    table = pd.DataFrame({"code": ["01001", ""], "n": pd.array([1, None], dtype="Int64"), "x": [0.5, None]})
    write_parquet(table, tmp_path / "one.parquet")
    write_parquet(table.copy(), tmp_path / "two.parquet")
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()
    assert not list(tmp_path.glob("*.part"))
    back = pd.read_parquet(tmp_path / "one.parquet")
    assert list(back["code"]) == ["01001", ""]
    assert back["n"].isna().tolist() == [False, True]


def card(identifier, **facts):
    blank = {"titre": "T", "producteur": "P", "licence": "L", "millesime": "2020", "cog": "", "url": "", "releve_le": "", "perimetre": "",
             "couverture": (), "lignes": 0, "sha256": "", "fichiers": (), "registre": ""}  # fmt: skip
    return SourceCard(id=identifier, **(blank | facts))


def test_cards_are_merged_sorted_and_read_back_as_written(tmp_path):
    hostile = 'Un « titre » avec "guillemets", \\ et\nun retour'
    cards.write_cards(tmp_path, [card("b", titre=hostile, couverture=("france:FR", "region:11")), card("c", lignes=3)])
    cards.write_cards(tmp_path, [card("a"), card("c", lignes=4)])
    found = card_reading.load(tmp_path)
    assert list(found) == ["a", "b", "c"]
    assert found["b"] == card("b", titre=hostile, couverture=("france:FR", "region:11"))
    assert found["c"].lignes == 4


def test_the_order_of_the_builds_does_not_change_the_cards(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    cards.write_cards(one, [card("a")])
    cards.write_cards(one, [card("b")])
    cards.write_cards(other, [card("b")])
    cards.write_cards(other, [card("a")])
    assert (one / "sources.toml").read_bytes() == (other / "sources.toml").read_bytes()


def test_the_hash_of_several_files_depends_on_each_and_not_on_their_order(tmp_path):
    paths = [tmp_path / name for name in ("a", "b")]
    for path in paths:
        path.write_text(path.name)
    whole = cards.fingerprint(paths)
    assert cards.fingerprint(reversed(paths)) == whole
    assert cards.fingerprint(paths[:1]) != whole
    paths[1].write_text("changed")
    assert cards.fingerprint(paths) != whole
    with pytest.raises(SourceError, match="introuvable"):
        cards.fingerprint([tmp_path / "nowhere"])
