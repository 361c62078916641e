"""The figures of a diagnosis as a table that leaves: one row an indicator and modality, every one with its source and its year."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import xlsxwriter

from ess_map.exports.cells import neutralise, portable
from ess_map.exports.notice import TITLE
from ess_map.exports.xlsx_file import fitted
from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.model import CHAPITRES, Affichage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ess_map.indicators.page_model import DiagnosisPage, Figure

Cell = str | float | int | None

DICTIONARY: dict[str, str] = {
    "territoire": "Référence du territoire, niveau:code.",
    "nom": "Nom du territoire.",
    "id": "Identifiant de la valeur : indicateur, puis modalité après un point.",
    "chapitre": "Chapitre du portrait.",
    "libelle": "Libellé de l’indicateur.",
    "modalite": "Famille, thème, type… ; vide quand l’indicateur n’en a pas.",
    "valeur": "Valeur que l’on peut montrer ; vide quand elle est inconnue ou secrète, jamais 0 à la place.",
    "unite": "Unité de la valeur.",
    "affichage": "taux, ou effectif quand il y a trop peu d’habitants ou d’acteurs pour un taux.",
    "numerateur": "Numérateur du taux.",
    "denominateur": "Dénominateur du taux.",
    "borne_basse": "Bas de l’intervalle à 95 % du taux ; vide quand aucun hasard n’est modélisé.",
    "borne_haute": "Haut de l’intervalle à 95 % du taux.",
    "reference": "Première référence, niveau:code, ou « comparables » pour leur médiane.",
    "nom_reference": "Nom de la référence.",
    "valeur_reference": "Valeur de la référence, mesurée avec les mêmes sources.",
    "ecart": "Valeur moins référence, dans l’unité (des points pour un pourcentage).",
    "verdict": "au_dessus, au_dessous, proche (trop petit pour conclure), non_comparable ou sans_donnee.",
    "rang": "Rang parmi les comparables, territoire compris ; 1 pour la valeur la plus haute.",
    "comparables": "Nombre de territoires classés, territoire compris.",
    "mediane_comparables": "Médiane des comparables.",
    "fiabilite": "bonne, moyenne, faible ou sans_objet.",
    "secret": "oui quand la valeur est masquée par le secret statistique.",
    "motif": "Pourquoi il n’y a pas de valeur.",
    "source": "Producteurs des données.",
    "millesime": "Années des données.",
    "phrase": "Lecture de la valeur, en français.",
    "avertissements": "Précautions à lire avec la valeur, séparées par une barre verticale.",
}
"""Column -> what it means, in French and in the order of the file."""


def figure_rows(page: DiagnosisPage) -> list[dict[str, Cell]]:
    """
    Lay out every figure of a page.

    Returns
    -------
    rows
        One a figure, keys `DICTIONARY`, in the order of the page; None for what is unknown.
    """
    return [_row(figure) for chapter in page.chapitres for figure in chapter.figures]


def _row(figure: Figure) -> dict[str, Cell]:
    value, main = figure.valeur, figure.valeur.comparaison
    as_rate = value.affichage is Affichage.TAUX
    low, high = value.intervalle if value.intervalle is not None and as_rate else (None, None)
    compared = main if main is not None and as_rate else None
    standing = value.rang
    cells: tuple[Cell, ...] = (
        str(value.territoire), value.nom, value.id, str(value.indicateur.chapitre), _label(figure),
        value.modalite, value.valeur, figure.unite or value.unite, str(value.affichage), value.numerateur, value.denominateur, low, high,
        "" if main is None else main.reference, "" if main is None else main.nom,
        None if compared is None else compared.valeur, None if compared is None else compared.ecart,
        "" if main is None else str(main.verdict),
        None if standing is None else standing.rang, None if standing is None else standing.nombre,
        None if standing is None else standing.mediane,
        str(value.fiabilite), "oui" if value.secret else "non", value.motif, value.source, value.millesime, value.phrase,
        "|".join(value.avertissements),
    )  # fmt: skip
    return dict(zip(DICTIONARY, cells, strict=True))


def _label(figure: Figure) -> str:
    """Name an indicator; one whose table is not imported has no modality to put in its label."""
    indicator = figure.valeur.indicateur
    return indicator.titre(figure.modalite).replace("{}", f"par {indicator.dimension}")


def write_csv(page: DiagnosisPage) -> bytes:
    """Write the figures as CSV: UTF-8 with BOM, `;`, decimal point, formula-safe; an empty cell is unknown."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(DICTIONARY)
    writer.writerows([_text(cell) for cell in row.values()] for row in figure_rows(page))
    return out.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return neutralise(portable(cell)) if isinstance(cell, str) else repr(cell)


def write_xlsx(page: DiagnosisPage, *, jour: date, adresse: str) -> bytes:
    """
    Write the figures as a workbook.

    Sheets: figures, gaps, comparables, dictionary (columns and indicators), sources and limits.

    Parameters
    ----------
    page
        As `indicators.page.diagnosis` gives it.
    jour
        Day of the export.
    adresse
        Address of the view.
    """
    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        _sheet(book.add_worksheet("Indicateurs"), DICTIONARY, (row.values() for row in figure_rows(page)), bold)
        _sheet(book.add_worksheet("Ecarts"), _GAP_COLUMNS, _gaps(page), bold)
        _sheet(book.add_worksheet("Comparables"), _NEAR_COLUMNS, _near(page), bold)
        _sheet(book.add_worksheet("Dictionnaire"), ("colonne ou indicateur", "définition"), _dictionary(), bold)
        _sheet(book.add_worksheet(TITLE), ("sujet", "texte"), _notice(page, jour, adresse), bold)
    return out.getvalue()


_GAP_COLUMNS = (
    "id", "nature", "titre", "valeur", "unite", "valeur_reference", "ecart", "effet", "rapport_bas", "rapport_haut", "p_ajustee",
    "acteurs", "phrase", "prudence", "source", "millesime",
)  # fmt: skip
_NEAR_COLUMNS = ("territoire", "nom", "distance", "raisons", "differences", "source", "millesime")


def _gaps(page: DiagnosisPage) -> Iterable[Sequence[Cell]]:
    for card in (*page.manques, *page.forces):
        gap = card.ecart
        low, high = gap.intervalle or (None, None)
        yield (
            gap.id, str(gap.nature), card.titre, gap.valeur.taux, gap.valeur.indicateur.unite, gap.valeur_reference, gap.ecart, gap.effet,
            low, high, gap.p_ajustee, len(gap.acteurs), card.phrase, card.prudence, card.source, card.millesime,
        )  # fmt: skip


def _near(page: DiagnosisPage) -> Iterable[Sequence[Cell]]:
    for card in page.comparables:
        yield (
            str(card.territoire), card.nom, card.distance, "|".join(card.raisons), "|".join(card.differences), card.source,
            card.millesime,
        )  # fmt: skip


def _dictionary() -> Iterable[Sequence[Cell]]:
    yield from DICTIONARY.items()
    for indicator in catalogue().values():
        yield indicator.id, f"{indicator.libelle}. {indicator.definition} Formule : {indicator.formule} Unité : {indicator.unite}"


def _notice(page: DiagnosisPage, jour: date, adresse: str) -> Iterable[Sequence[Cell]]:
    yield "Document", "Atlas ESS, indicateurs d’un territoire"
    yield "Territoire", f"{page.nom} ({page.territoire})"
    yield "Référence", page.reference or "aucune"
    yield "Date de l’export", jour.isoformat()
    yield "Adresse de la vue", adresse
    yield "Périmètre", page.perimetre
    for sentence in page.notices:
        yield "Limite", sentence
    yield "Limite", "Une cellule vide veut dire « inconnu », jamais zéro."
    yield (
        "Limite",
        "Un écart n’est pas une note : il ouvre une question. Une absence au registre n’est pas une absence sur le terrain.",
    )
    seen = dict.fromkeys((figure.source, figure.millesime) for chapter in page.chapitres for figure in chapter.figures)
    for source, vintage in seen:
        yield "Source", f"{source} ({vintage})"
    yield "Chapitres", ", ".join(CHAPITRES.values())


def _sheet(sheet: Any, header: Iterable[str], rows: Iterable[Iterable[Cell]], bold: Any) -> None:
    names = list(header)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(names) - 1, 22)
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, bold)
    for position, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(position, column, fitted(portable(cell)))
            elif cell is not None:
                _number(sheet, position, column, cell)


def _number(sheet: Any, row: int, column: int, cell: float) -> None:
    """Write a number; the bound of a ratio may be infinite, which no spreadsheet holds."""
    if abs(cell) == float("inf"):
        sheet.write_string(row, column, "infini")
    else:
        sheet.write_number(row, column, cell)
