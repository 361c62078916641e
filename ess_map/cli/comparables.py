"""`comparables --territoire T`: the territories most like one, and the figures that made them so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map import settings
from ess_map.cli.answer import Answer
from ess_map.indicators.comparables import comparables
from ess_map.indicators.comparables_variables import chosen_weights, read_weights
from ess_map.indicators.context import Context
from ess_map.territories.atlas import Atlas
from ess_map.typography import capitalized, count, number

if TYPE_CHECKING:
    import argparse

    from ess_map.indicators.comparables_model import Comparables


def run(args: argparse.Namespace) -> Answer:
    """Find them; France, a territory without inhabitants and an unusable weight are refusals."""
    now = settings.current()
    weights = chosen_weights(read_weights(args.poids) if args.poids else None)
    atlas = Atlas.load(now.data_dir)
    territory = atlas.asked(args.territoire)
    found = comparables(Context.load(now.data_dir, atlas), territory.ref, args.nombre, weights)
    notices = [*territory.notices, *found.notices]
    document = found.document() | {"nom": territory.nom, "avertissements": notices}
    return Answer(document=document, lines=_lines(territory.nom, found), notices=tuple(notices))


def _lines(nom: str, found: Comparables) -> tuple[str, ...]:
    near = count(len(found.comparables), "territoire comparable", "territoires comparables")
    lines = [f"{near} à {nom} ({found.territoire}), parmi {count(found.candidats, 'candidat')}"]
    for comparable in found.comparables:
        lines.append(f"{comparable.nom} ({comparable.ref}), écart {number(comparable.distance, 2)}")
        lines += [f"    = {capitalized(reason)}" for reason in comparable.raisons]
        lines += [f"    ≠ {capitalized(difference)}" for difference in comparable.differences]
    return tuple(lines)
