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
from ess_map.ui.boundary import guarded
from ess_map.ui.diagnosis_state import LONGEST_BOUNDS, change
from ess_map.ui.markup import label
from ess_map.ui.selection_state import align
from ess_map.ui.state import evidence

if TYPE_CHECKING:
    from ess_map.indicators.model import Indicator
    from ess_map.territories.model import Niveau, TerritoryRef
    from ess_map.ui.diagnosis_state import Options

USUAL, USUAL_SECOND = "densite_acteurs", "densite_population"
_INDICATEUR, _MODALITE, _NIVEAU = "theme_indicateur", "theme_modalite", "theme_niveau"
_METHODE, _CLASSES, _BORNES, _TWO = "theme_methode", "theme_classes", "theme_bornes", "theme_deux"
Classing = tuple[Methode, int, tuple[float, ...], str]
"""How values are cut: method, number of classes, own bounds, and what is wrong with them ("" when nothing is)."""
SIDES = ("indicateur", "indicateur2")
"""Parameters of the address that name the figure of the first and of the second map."""


def niveau_of(territoire: TerritoryRef, asked: str, figure: str, *, ask: bool = True) -> Niveau | None:
    """Ask at which level the territory is cut, one where the indicator holds at first; None when it has no parts."""
    offered = levels(evidence().atlas, territoire)
    if not offered:
        return None
    fine = tuple(level for level in offered if level in _indicator(figure).niveaux) or offered
    wanted = next((level for level in offered if level.value == asked), usual_level(territoire, fine))
    if len(offered) == 1 or not ask:
        return wanted
    align(_NIVEAU, wanted)
    chosen: Niveau | None = st.segmented_control(
        "Découpage", offered, format_func=lambda level: NIVEAUX[level], key=_NIVEAU, required=True, on_change=_changed,
        args=("decoupage", _NIVEAU),
    )  # fmt: skip
    return chosen


def projected(territoire: TerritoryRef, asked: Options, figure: str, reference: TerritoryRef | None) -> Theme | None:
    """Give what a projector maps, nothing being asked; None when the figure has no map over this territory."""
    niveau = niveau_of(territoire, "", figure, ask=False)
    if niveau is None or niveau not in _indicator(figure).niveaux:
        return None
    identifier, _, modality = figure.partition(".")
    try:
        bounds = read_bounds(asked.bornes) if asked.methode is Methode.BORNES else ()
        classes: Classing = (asked.methode, asked.classes, bounds, "")
    except ClassesError as error:
        classes = (Methode.QUANTILES, asked.classes, (), str(error))
    return theme(territoire, niveau, (identifier, modality), reference, classes)


def absent(niveau: Niveau, figure: str) -> str:
    """Say that an indicator does not exist at the level of the map; "" when it does."""
    indicator = _indicator(figure)
    return (
        ""
        if niveau in indicator.niveaux
        else fr(f"« {_title(indicator)} » n’existe pas à ce niveau : la carte en montre un autre.")
    )


def _indicator(figure: str) -> Indicator:
    return catalogue()[figure.partition(".")[0]]


def indicator_of(niveau: Niveau, side: str, asked: str, usual: str) -> tuple[str, str]:
    """Ask which indicator, and which modality of it, as `Figure.id` names them; only those that exist at the level are offered."""
    offered = [found for found in _ordered() if niveau in found.niveaux]
    names = [found.id for found in offered]
    identifier, _, modality = asked.partition(".")
    key = f"{_INDICATEUR}_{side}"
    align(key, next((name for name in (identifier, usual, USUAL) if name in names), names[0]))
    name = st.selectbox(
        "Indicateur",
        names,
        format_func=lambda name: label(_title(catalogue()[name])),
        key=key,
        on_change=_changed,
        args=(side, key),
    )
    chosen = catalogue()[name or names[0]]
    codes = [code for code in chosen.codes(evidence().official) if code]
    return chosen.id, _modality(chosen, side, codes, modality) if codes else ""


def _modality(chosen: Indicator, side: str, codes: list[str], asked: str) -> str:
    key = f"{_MODALITE}_{side}_{chosen.id}"
    align(key, asked if asked in codes else codes[0])
    piece = st.selectbox(
        fr(chosen.dimension.capitalize() or "Part"), codes, format_func=lambda code: label(fr(chosen.nom_modalite(code))), key=key,
        on_change=_changed, args=(side, key, f"{chosen.id}."),
    )  # fmt: skip
    return piece or codes[0]


def second_map(asked: str) -> bool:
    """Ask whether another indicator is mapped beside the first."""
    align(_TWO, bool(asked))
    return st.toggle("Comparer avec un autre indicateur", key=_TWO, on_change=_doubled)


def classes_of(asked: Options) -> Classing:
    """Ask how the values are cut; the last text is a French sentence when the bounds typed cannot be used."""
    align(_METHODE, asked.methode)
    first, second = st.columns([1.6, 1])
    methode = (
        first.selectbox(
            "Classes", list(METHODES), format_func=lambda name: METHODES[name], key=_METHODE, on_change=_changed,
            args=("methode", _METHODE),
        )
        or Methode.QUANTILES
    )  # fmt: skip
    if methode is not Methode.BORNES:
        align(_CLASSES, asked.classes)
        counts = list(range(FEWEST_CLASSES, MOST_CLASSES + 1))
        total = second.selectbox("Nombre", counts, key=_CLASSES, on_change=_changed, args=("classes", _CLASSES))
        return methode, int(total or asked.classes), (), ""
    align(_BORNES, asked.bornes)
    typed = second.text_input(
        "Bornes", key=_BORNES, placeholder=fr("0,8 ; 1,5"), max_chars=LONGEST_BOUNDS, on_change=_changed, args=("bornes", _BORNES)
    )
    try:
        return methode, USUAL_CLASSES, read_bounds(typed or ""), ""
    except ClassesError as error:
        return Methode.QUANTILES, USUAL_CLASSES, (), str(error)


@guarded
def _changed(name: str, key: str, before: str = "") -> None:
    value = st.session_state[key]
    change(**{name: f"{before}{value}" if name in SIDES else getattr(value, "value", value) if name == "decoupage" else value})


@guarded
def _doubled() -> None:
    change(indicateur2=USUAL_SECOND if st.session_state[_TWO] else "")


def theme(
    ground: TerritoryRef, niveau: Niveau, chosen: tuple[str, str], reference: TerritoryRef | None,
    classes: Classing,
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
