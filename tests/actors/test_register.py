"""The register is one immutable table in Z-order; a row is an actor for as long as the version stands."""

import shutil

import numpy as np
import pandas as pd
import pytest

from ess_map.actors import schema
from ess_map.actors.register import Register
from ess_map.actors.sheet import ActorSheet
from ess_map.actors.zorder import mercator, morton
from ess_map.errors import SchemaError, SourceError


@pytest.fixture(scope="module")
def stored(data_dir):
    return pd.read_parquet(data_dir / schema.FILE)


def test_placed_rows_come_first_in_z_order(register):
    assert register.placed.tolist() == sorted(register.placed.tolist(), reverse=True)
    codes = morton(register.x[register.placed], register.y[register.placed])
    assert (np.diff(codes.astype(np.int64)) >= 0).all()
    assert not register.x[~register.placed].any()


def test_positions_on_the_map_are_those_of_the_table(register):
    placed = register.frame[register.placed]
    x, y = mercator(lon=placed["longitude"].to_numpy(), lat=placed["latitude"].to_numpy())
    assert (x == register.x[register.placed]).all()
    assert (y == register.y[register.placed]).all()
    assert not (x % 64).any()


def test_mercator_has_the_world_for_square():
    x, y = mercator(lon=np.array([-180.0, 0.0, 180.0]), lat=np.array([85.05112877980659, 0.0, -85.05112877980659]))
    assert x.tolist() == [0, 2**31, 2**32 - 64]
    assert y.tolist() == [0, 2**31, 2**32 - 64]


def test_an_actor_is_found_by_its_identifier(register):
    for row in (0, len(register) // 2, len(register) - 1):
        assert register.row_of(register.frame["identifiant"].iloc[row]) == row
    assert register.row_of("nobody") is None
    assert register.row_of("") is None


def test_the_frame_holds_plain_columns_without_missing_text(register):
    texts = [name for name in register.frame.columns if name not in schema.NUMBERS]
    assert not register.frame[texts].isna().any().any()
    assert not [name for name in register.frame.columns if isinstance(register.frame[name].dtype, pd.CategoricalDtype)]
    assert {"commune", "epci", "code_epci", "departement", "region", "zonages"} <= set(register.frame.columns)


def test_the_table_and_its_columns_cannot_be_changed_by_accident(register):
    with pytest.raises(ValueError, match="read-only"):
        register.x[0] = 1
    with pytest.raises(AttributeError):
        register.version = "other"


def test_the_order_of_the_stored_rows_does_not_matter(stored, atlas, register):
    shuffled = Register.build(stored.sample(frac=1, random_state=7), atlas)
    assert shuffled.version == register.version
    assert shuffled.frame["identifiant"].tolist() == register.frame["identifiant"].tolist()


def test_another_content_is_another_version(stored, atlas, register):
    changed = stored.copy()
    changed.loc[3, "nom"] += "!"
    assert Register.build(changed, atlas).version != register.version
    assert Register.build(stored.iloc[:-1], atlas).version != register.version


def test_a_register_may_be_empty(stored, atlas):
    empty = Register.build(stored.iloc[:0], atlas)
    assert len(empty) == 0
    assert empty.columns()[0].size == 0


def test_a_sheet_says_everything_and_where_it_comes_from(register):
    row = int(np.flatnonzero(register.frame["source"].str.contains("siae_2021", regex=False))[0])
    sheet = register.sheet(row)
    assert isinstance(sheet, ActorSheet)
    assert sheet.nom == register.frame["nom"].iloc[row]
    assert sheet.origines["nom"][0].source in sheet.sources
    assert set(sheet.dates) == set(sheet.sources)
    assert sheet.lien_officiel.endswith(sheet.siret)
    assert not sheet.a_verifier


@pytest.mark.parametrize("row", [-1, 10**9])
def test_a_row_that_does_not_exist_is_refused(register, row):
    with pytest.raises(IndexError):
        register.sheet(row)


def test_an_unplaced_actor_has_no_position_and_is_said_so(register):
    sheet = register.sheet(len(register) - 1)
    assert sheet.longitude is None
    assert sheet.latitude is None
    assert sheet.precision_position == "inconnue"


def test_a_missing_register_is_named(tmp_path, atlas):
    with pytest.raises(SourceError, match=r"registre\.parquet"):
        Register.load(tmp_path, atlas)


def test_a_damaged_register_is_named(tmp_path, data_dir, atlas):
    target = tmp_path / schema.FILE
    target.parent.mkdir(parents=True)
    shutil.copy(data_dir / schema.FILE, target)
    target.write_bytes(target.read_bytes()[:5000])
    with pytest.raises(SourceError, match=r"registre\.parquet"):
        Register.load(tmp_path, atlas)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda table: table.drop(columns=["naf", "nom"]), "naf absente"),
        (lambda table: table.assign(famille="secte"), "famille"),
        (lambda table: table.assign(themes="SOC|XXX"), "themes"),
        (lambda table: table.assign(registre="autre"), "registre"),
        (lambda table: table.assign(identifiant="1"), "identifiant"),
        (lambda table: table.assign(longitude=np.nan), "position"),
        (lambda table: table.assign(nom=None), "nom"),
        (lambda table: table.assign(latitude="48"), "latitude"),
    ],
)
def test_a_table_that_breaks_its_contract_is_refused(stored, change, problem):
    with pytest.raises(SchemaError, match=problem):
        schema.check(change(stored.head(200)))
