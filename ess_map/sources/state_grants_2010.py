"""Associations funded by the State in 2010 (annex « jaune » to the finance bill for 2012): the complementary register."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ess_map.actors.siret import read_siren
from ess_map.sources.actor_rows import actor_rows
from ess_map.sources.raw_table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

ID = "etat_subventions_2010"
FILES = ("etat-subventions-associations-2010/plf2012_associations_subventionnees_2010.csv.gz",)

_WITH_PLACE = re.compile(r"^(?P<nom>.*\S)\s+-\s*(?P<dep>\d[\dAB]\d?)(?:\s+(?P<ville>\S.*))?$")
_CITY_ALONE = re.compile(r"^(?P<nom>.*\S)\s+-\s{2,}(?P<ville>[A-ZÀ-Ý].{2,})$")
_OVERSEAS = (
    (re.compile(r"\(?\b(?:de |en |la |a la |ile de )*la reunion\b\)?|\(?\breunion\b\)?", re.IGNORECASE), "974"),
    (re.compile(r"\(?\b(?:en |la )?guadeloupe\b\)?", re.IGNORECASE), "971"),
    (re.compile(r"\(?\b(?:en |la )?martinique\b\)?", re.IGNORECASE), "972"),
    (re.compile(r"\(?\b(?:en |la )?guyane\b\)?", re.IGNORECASE), "973"),
    (re.compile(r"\(?\bmayotte\b\)?", re.IGNORECASE), "976"),
)
_OUT_OF_COG = re.compile(r"miquelon|\bspm\b|barth[ée]l[ée]my|saint[- ]martin$|noum[ée]a|papeete|wallis|futuna", re.IGNORECASE)
_ABROAD = "99"


def read(raw: Path) -> pd.DataFrame:
    """
    Read the grants; one row a line of the file.

    Notes
    -----
    Each association has a line of total, then one a budget line: all have the same SIREN and name, so that the identity
    rule makes them one actor. The place is read in « NOM - 06 COMMUNE »; 97 and 20 stand for several départements.
    """
    table = read_table(raw / FILES[0], ("SIREN", "ASSOCIATION"), separator=";")
    parsed = {text: split_place(text) for text in table["ASSOCIATION"].unique()}
    places = [parsed[text] for text in table["ASSOCIATION"]]
    siren = table["SIREN"].map(read_siren)
    total = table["SIREN"].str.startswith("T")
    rejected = ["total" if grand else refused(dep, ville) for grand, (_, dep, ville) in zip(total, places, strict=True)]
    return actor_rows(
        len(table),
        nom=[nom for nom, _, _ in places],
        siren=siren,
        statut="association",
        ville=[ville for _, _, ville in places],
        departement_declare=[dep for _, dep, _ in places],
        date_source="2010",
        rejet=rejected,
        alertes=["siren_invalide" if number == "" else "" for number in siren],
    )


def split_place(text: str) -> tuple[str, str, str]:
    """
    Split « NOM - 06 COMMUNE » into name, département and commune; empty texts for what is not written.

    Examples
    --------
    >>> split_place("1.2.3 ARCHITECTE - 75 PARIS 14"), split_place("A.S.G.E.C.A.T. -  ILLZACH"), split_place("LES BLONGIOS")
    (('1.2.3 ARCHITECTE', '75', 'PARIS 14'), ('A.S.G.E.C.A.T.', '', 'ILLZACH'), ('LES BLONGIOS', '', ''))
    """
    if found := _WITH_PLACE.match(text):
        dep, ville = found["dep"], (found["ville"] or "").strip()
        for pattern, code in _OVERSEAS:
            if dep.startswith("97") and pattern.search(_unaccented(ville)):
                dep, ville = code, pattern.sub("", _unaccented(ville)).strip()
        return found["nom"], dep, ville
    if found := _CITY_ALONE.match(text):
        return found["nom"], "", found["ville"].strip()
    return text, "", ""


def refused(dep: str, ville: str) -> str:
    """Say why a place is out of reach: abroad, or in a collectivité that the list of communes leaves out."""
    if dep == _ABROAD:
        return "etranger"
    return "hors_perimetre" if dep.startswith("98") or (dep.startswith("97") and _OUT_OF_COG.search(ville)) else ""


def _unaccented(text: str) -> str:
    return text.translate(str.maketrans("éÉèÈêÊ", "eEeEeE"))
