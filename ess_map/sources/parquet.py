"""Writing marts: zstd Parquet whose bytes depend on the content alone, replaced in one move."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd


def write_parquet(table: pd.DataFrame, path: Path) -> None:
    """
    Write a table without its index.

    Text columns become plain strings, whatever pandas calls them; the pandas metadata is left out, so that two builds of
    the same content give the same bytes. The file appears whole or not at all.
    """
    arrow = pa.Table.from_pandas(table, preserve_index=False)
    fields = [pa.field(f.name, pa.string() if pa.types.is_large_string(f.type) else f.type) for f in arrow.schema]
    write_arrow(arrow.cast(pa.schema(fields)).replace_schema_metadata(None), path)


def write_arrow(table: pa.Table, path: Path, *, row_group_size: int = 1 << 20) -> None:
    """Write an Arrow table with its metadata, atomically."""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_suffix(path.suffix + ".part")
    pq.write_table(table, waiting, compression="zstd", compression_level=19, row_group_size=row_group_size)
    waiting.replace(path)
