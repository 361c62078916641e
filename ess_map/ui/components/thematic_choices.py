"""What the visitor chooses for a choropleth: the indicator, how the territory is cut, how the values are classed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.default_reference import default_reference
from ess_map.indicators.model import CHAPITRES
from ess_map.maps.classes import FEWEST_CLASSES, METHODES, MOST_CLASSES, ClassesError, Methode, read_bounds
from ess_map.maps.theme import USUAL_CLASSES, Theme
from ess_map.maps.theme_parts import NIVEAUX, levels, usual_level
from ess_map.typography import fr
from ess_map.ui.markup import label
from ess_map.ui.state import evidence

if TYPE_CHECKING:
    from ess_map.indicators.model import Indicator
    from ess_map.territories.model import Niveau, TerritoryRef

USUAL = "densite_acteurs"
INDICATEUR, MODALITE, NIVEAU = "theme_indicateur", "theme_modalite", "theme_niveau"
_METHODE, _CLASSES, _BORNES = "theme_methode", "theme_classes", "theme_bornes"


def niveau_of(territoire: TerritoryRef, indicateur: str) -> Niveau | None:
    """Ask at which level the territory is cut, one where the indicator holds at first; None when it has no parts."""
    offered = levels(evidence().atlas, territoire)
    if not offered:
        return None
    if st.session_state.get(NIVEAU) not in offered:
        st.session_state[NIVEAU] = usual_level(
            territoire, tuple(level for level in offered if level in catalogue()[indicateur].niveaux) or offered
        )
    chosen: Niveau | None = st.segmented_control(
        "Découpage", offered, format_func=lambda level: NIVEAUX[level], key=NIVEAU, required=True
    )
    return chosen


def indicator_of(niveau: Niveau, side: str, indicateur: str, modalite: str) -> tuple[str, str]:
    """Ask which indicator, and which modality of it; only those that exist at the level are offered."""
    offered = [found for found in _ordered() if niveau in found.niveaux]
    names = [found.id for found in offered]
    key = f"{INDICATEUR}_{side}"
    if st.session_state.get(key) not in names:
        st.session_state[key] = indicateur if indicateur in names else USUAL if USUAL in names else names[0]
    chosen = catalogue()[
        st.selectbox("Indicateur", names, format_func=lambda name: label(_title(catalogue()[name])), key=key) or names[0]
    ]
    codes = [code for code in chosen.codes(evidence().official) if code]
    if not codes:
        return chosen.id, ""
    key = f"{MODALITE}_{side}_{chosen.id}"
    if st.session_state.get(key) not in codes:
        st.session_state[key] = modalite if modalite in codes else codes[0]
    piece = st.selectbox(
        fr(chosen.dimension.capitalize() or "Part"), codes, format_func=lambda code: label(fr(chosen.nom_modalite(code))), key=key
    )
    return chosen.id, piece or codes[0]


def classes_of() -> tuple[Methode, int, tuple[float, ...], str]:
    """Ask how the values are cut; the last text is a French sentence when the bounds typed cannot be used."""
    methode = st.selectbox("Classes", list(METHODES), format_func=lambda name: METHODES[name], key=_METHODE) or Methode.QUANTILES
    if methode is not Methode.BORNES:
        total = st.select_slider(
            "Nombre de classes",
            range(FEWEST_CLASSES, MOST_CLASSES + 1),
            value=st.session_state.get(_CLASSES, USUAL_CLASSES),
            key=_CLASSES,
        )
        return methode, int(total), (), ""
    typed = st.text_input("Bornes", key=_BORNES, placeholder=fr("0,8 ; 1,5"), max_chars=80)
    try:
        return methode, USUAL_CLASSES, read_bounds(typed), ""
    except ClassesError as error:
        return Methode.QUANTILES, USUAL_CLASSES, (), str(error)


def theme(
    ground: TerritoryRef, niveau: Niveau, chosen: tuple[str, str], reference: TerritoryRef | None,
    classes: tuple[Methode, int, tuple[float, ...], str],
) -> Theme:  # fmt: skip
    """Put the choices together; the usual reference stands for none."""
    methode, total, bornes, _ = classes
    return Theme(
        indicateur=chosen[0], modalite=chosen[1], territoire=ground, niveau=niveau,
        reference=reference or default_reference(evidence().atlas, ground) or ground, methode=methode, classes=total, bornes=bornes,
    )  # fmt: skip


def _ordered() -> list[Indicator]:
    chapters = list(CHAPITRES)
    return sorted(catalogue().values(), key=lambda found: (chapters.index(found.chapitre), found.ordre, found.id))


def _title(indicator: Indicator) -> str:
    return fr(indicator.libelle.replace("{}", f"par {indicator.dimension}") if indicator.dimension else indicator.libelle)
