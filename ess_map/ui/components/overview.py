"""What pages without figures of their own show of the territory that they carry along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.portrait import portrait
from ess_map.territories.model import FRANCE
from ess_map.typography import fr
from ess_map.ui.components import context_bar, perimeter
from ess_map.ui.components.place_words import shown_name
from ess_map.ui.selection_state import current
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_NOT_PROJECTED = fr(
    "Cette page se lit à l’écran et ne se projette pas : la voici telle quelle. « Projeter » mène à la carte en grand."
)


def bar(page: str, more: Callable[[], Mapping[str, str]] | None = None, notices: Sequence[str] = ()) -> None:
    """
    Draw the context bar of a page, with the actors of the territory chosen, or of the whole country.

    Parameters
    ----------
    page
        Path of this page.
    more
        Gives the parameters of the address that only this page reads.
    notices
        What this page ignored in the address.
    """
    known, choice = resources(), current()
    territory = None if choice.selection.territoire is None else known.atlas.get(choice.selection.territoire)
    seen = portrait(known.register, known.atlas, FRANCE if territory is None else territory.ref)
    name = "" if territory is None else shown_name(territory, choice.selection.nom)
    context_bar.show(choice, name, seen.total, page=page, more=more)
    unprojected = (_NOT_PROJECTED,) if choice.selection.projection else ()
    perimeter.notices((*choice.notices, *notices, *unprojected, *(territory.notices if territory else ())))
