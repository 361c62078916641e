"""What the register is worth, here and in the whole country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.actors import model, query
from ess_map.actors.quality import assess
from ess_map.actors.selection import Selection
from ess_map.typography import fr, number, percent
from ess_map.ui import data_messages, messages
from ess_map.ui.components.place_words import shown_name
from ess_map.ui.markup import esc
from ess_map.ui.selection_state import current
from ess_map.ui.state import resources

if TYPE_CHECKING:
    from ess_map.actors.quality import Quality
    from ess_map.territories.model import TerritoryRef


def show() -> None:
    """Draw the table: one column for the territory chosen, one for the country."""
    known, selection = resources(), current().selection
    columns = [(messages.FRANCE_ENTIERE, _assess(None))]
    if selection.territoire is not None:
        name = shown_name(known.atlas.get(selection.territoire), selection.nom)
        columns.insert(0, (name, _assess(selection.territoire)))
    head = "".join(f'<th scope="col" class="n">{esc(name, 40)}</th>' for name, _ in columns)
    lines = [measured(quality) for _, quality in columns]
    body = "".join(
        f'<tr><th scope="row">{esc(title)}</th>{"".join(f"<td class=n>{esc(line[title])}</td>" for line in lines)}</tr>'
        for title in lines[0]
    )
    ages = "".join(f'<p class="note suite">{esc(age(name, quality))}</p>' for name, quality in columns)
    st.html(
        f'<h2 class="inter">{data_messages.QUALITE}</h2><p class="note">{data_messages.QUALITE_NOTE}</p><div class="large"><table class="simple">'
        f'<thead><tr><th scope="col">Information</th>{head}</tr></thead><tbody>{body}</tbody></table></div>{ages}'
    )


def _assess(ref: TerritoryRef | None) -> Quality:
    known = resources()
    return assess(known.register, query.mask(known.register, known.atlas, Selection(territoire=ref)))


def measured(quality: Quality) -> dict[str, str]:
    """Say each measure: French words -> value."""
    precise = quality.precisions["adresse"] + quality.precisions["rue"]
    shares = {
        "Commune connue": quality.in_commune,
        "Placés sur la carte": quality.placed,
        "Placés à l’adresse ou à la rue": precise,
        "Siret connu": quality.with_siret,
        "Famille connue": quality.famille_known,
        f"Famille {model.ORIGINES_FAMILLE['nom']}": quality.famille_origines["nom"],
        "Thème connu": quality.theme_known,
        "Connus par plusieurs listes": quality.merged,
    }
    return {"Acteurs": number(quality.total)} | {title: percent(n, quality.total) for title, n in shares.items()}


def age(name: str, quality: Quality) -> str:
    """Say how old the information is, by year of the latest source of each actor."""
    said = ", ".join(f"{year} ({number(n)})" for year, n in quality.years.items())
    return fr(f"{name}, année de la source la plus récente de chaque acteur : {said or 'aucun acteur'}.")
