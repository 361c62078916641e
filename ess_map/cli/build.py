"""`build --raw DIR`: rebuilds the data folder from the public files, as published."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ess_map import settings
from ess_map.cli.answer import Answer
from ess_map.sources import build
from ess_map.territories import manifest
from ess_map.typography import number

if TYPE_CHECKING:
    import argparse


def run(args: argparse.Namespace) -> Answer:
    """Build, then list what was written with its hash."""
    out = settings.current().data_dir if args.out is None else args.out
    sys.stderr.write(f"Construction des données dans {out} (quelques minutes)…\n")
    build.build(args.raw, out)
    written = manifest.read(out)
    sizes = {name: (out / name).stat().st_size for name in written}
    weight = number(sum(sizes.values()) / 1_000_000, 1)
    return Answer(
        document={
            "dossier": str(out),
            "fichiers": [{"nom": name, "octets": sizes[name], "sha256": digest} for name, digest in written.items()],
        },
        lines=(
            *(f"{name}  {number(sizes[name])} octets" for name in written),
            f"{len(written)} fichiers, {weight} Mo. Vérification\u00a0: python -m ess_map check",
        ),
    )
