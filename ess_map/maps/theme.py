"""What a choropleth is asked to show, as an address that any process can answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from ess_map.errors import EssMapError
from ess_map.indicators.catalogue import catalogue
from ess_map.maps.classes import FEWEST_CLASSES, MOST_CLASSES, Methode, checked
from ess_map.maps.theme_parts import levels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ess_map.territories.atlas import Atlas
    from ess_map.territories.model import Niveau, TerritoryRef

USUAL_CLASSES = 4
_MOST_TEXT = 60_000


class ThemeError(EssMapError):
    """The address of a choropleth asks for something that does not exist."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One indicator over the parts of a territory, and how its values are cut."""

    indicateur: str
    territoire: TerritoryRef
    niveau: Niveau
    modalite: str = ""
    reference: TerritoryRef | None = None
    """For an indicator defined against a reference."""
    methode: Methode = Methode.QUANTILES
    classes: int = USUAL_CLASSES
    bornes: tuple[float, ...] = ()
    """For bounds given by hand, rising."""

    def query(self) -> str:
        """Write the theme as the query of its address: the same theme gives the same text, percent-encoded but for `-._~,:`."""
        values = {
            "bornes": ",".join(f"{borne:.12g}" for borne in self.bornes) if self.methode is Methode.BORNES else "",
            "classes": str(self.classes) if self.methode is not Methode.BORNES else "",
            "indicateur": self.indicateur,
            "methode": self.methode.value,
            "modalite": self.modalite,
            "niveau": self.niveau.value,
            "reference": str(self.reference or ""),
            "territoire": str(self.territoire),
        }
        return urlencode({name: text for name, text in values.items() if text}, safe=",:", quote_via=quote)


def parse(params: Mapping[str, str], atlas: Atlas) -> Theme:
    """
    Read the parameters of an address.

    Raises
    ------
    ThemeError, UnknownTerritoryError, ClassesError
        If they name what does not exist; the sentence is French.
    """
    if sum(map(len, params.values())) > _MOST_TEXT:
        raise ThemeError("Cette adresse est trop longue.")
    indicator = catalogue().get(params.get("indicateur", ""))
    if indicator is None:
        raise ThemeError("Cet indicateur n’existe pas.")
    modalite = params.get("modalite", "")
    if modalite and modalite not in indicator.modalites:
        raise ThemeError("Cet indicateur n’a pas cette modalité.")
    territoire = atlas.parse(params.get("territoire", ""))
    niveau = next((level for level in levels(atlas, territoire) if level.value == params.get("niveau")), None)
    if niveau is None:
        raise ThemeError("Ce territoire ne se découpe pas à ce niveau.")
    reference = params.get("reference", "")
    methode = _methode(params.get("methode", Methode.QUANTILES.value))
    return Theme(
        indicateur=indicator.id, modalite=modalite, territoire=territoire, niveau=niveau,
        reference=atlas.parse(reference) if reference else None, methode=methode,
        classes=_classes(params.get("classes", str(USUAL_CLASSES))),
        bornes=checked(_numbers(params.get("bornes", ""))) if methode is Methode.BORNES else (),
    )  # fmt: skip


def _methode(text: str) -> Methode:
    try:
        return Methode(text)
    except ValueError as error:
        raise ThemeError("Cette façon de faire les classes n’existe pas.") from error


def _classes(text: str) -> int:
    if not (text.isascii() and text.isdigit() and FEWEST_CLASSES <= int(text[:3]) <= MOST_CLASSES):
        raise ThemeError(f"Demandez de {FEWEST_CLASSES} à {MOST_CLASSES} classes.")
    return int(text)


def _numbers(text: str) -> list[float]:
    try:
        return [float(part) for part in text.split(",") if part]
    except ValueError as error:
        raise ThemeError("Une borne de cette adresse n’est pas un nombre.") from error
