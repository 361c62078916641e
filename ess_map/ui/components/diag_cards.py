"""Cards of the indicators: number, verdict, reading line, source, vintage, reliability, and the table behind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from ess_map.charts import reading_line, rows
from ess_map.exports.naming import slug
from ess_map.indicators.model import Affichage, Verdict
from ess_map.indicators.page_model import Point, Role
from ess_map.typography import capitalized, fr, listing, number
from ess_map.ui import diagnosis_messages as messages
from ess_map.ui import style
from ess_map.ui.boundary import guarded
from ess_map.ui.components import diag_table, panel
from ess_map.ui.components.diag_words import number_html, short_source, tags
from ess_map.ui.markup import esc
from ess_map.ui.messages import PRODUIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ess_map.indicators.page_model import Bloc, Figure, ReadingLine

_TABLE_WIDTH = 720
_NARROW = 320
"""Pixels under which two cards do not stand side by side."""


def known(figure: Figure) -> bool:
    """Tell whether there is something to show on a card: a value, a secret, or the last value of a wider level."""
    return figure.valeur.valeur is not None or figure.valeur.secret or figure.valeur.repli is not None


def show(blocs: Sequence[Bloc]) -> None:
    """Draw the blocks of a chapter, two cards a row; a block with modalities takes the row."""
    single = [bloc.figures[0] for bloc in blocs if len(bloc.figures) == 1 and known(bloc.figures[0])]
    figures(single)
    for bloc in blocs:
        if len(bloc.figures) > 1 and any(known(figure) for figure in bloc.figures):
            with st.container(key=f"fil_{bloc.indicateur}"):
                _modalities(bloc)
    missing(blocs)


def figures(cards: Sequence[Figure]) -> None:
    """Draw cards two a row."""
    if not cards:
        return
    grid = st.grid(columns=2, min_column_width=_NARROW, gap=("xsmall", "large"))
    for figure in cards:
        with grid.cell(), st.container(key=f"fil_{figure.id}", height="stretch"):
            _card(figure)


@st.fragment
@guarded
def _card(figure: Figure) -> None:
    st.html(heading(figure))
    if figure.ligne is not None:
        chart(figure)
    with st.container(key=f"bas_{figure.id}", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(tags(figure) + (images(figure.titre, figure) if figure.ligne is not None else ""))
        panel.show(
            messages.TABLEAU, lambda: diag_table.of_figure(figure), key=f"tableau_{figure.id}", icon=":material/table:",
            width=_TABLE_WIDTH,
        )  # fmt: skip


def images(titre: str, figure: Figure) -> str:
    """Write the buttons that save the chart of a card, with its title and its source in it; the script of the page hears them."""
    head = fr(f"{figure.valeur.nom} : {titre}" + (f" ({figure.unite})" if figure.unite else ""))
    told = fr(f"{short_source(figure)} ; {figure.millesime} ; {figure.fiabilite_mots}. {PRODUIT}.")
    buttons = " ".join(
        f'<button type="button" class="lien" data-image="{kind}" '
        f'aria-label="{esc(messages.IMAGE_NOM.format(format=kind.upper(), titre=titre))}">{kind.upper()}</button>'
        for kind in ("svg", "png")
    )
    name = f"atlas-ess_{slug(titre)}_{slug(figure.valeur.nom)}"
    return f'<p class="images" data-nom="{esc(name)}" data-titre="{esc(head)}" data-source="{esc(told)}">{messages.IMAGE} {buttons}</p>'


def heading(figure: Figure) -> str:
    """Write title, number, verdict and sentence."""
    return (
        f'<div class="ind"><h3>{esc(figure.titre)}</h3><p class="val">{number_html(figure)}</p>'
        f"<p>{verdict(figure)}{esc(figure.phrase)}</p>{notes(figure)}</div>"
    )


def notes(figure: Figure, *, line: bool = True) -> str:
    """Write what must be read with a figure, and with its line."""
    said = (*figure.avertissements, *(_line_apart(figure) if line else ()))
    return "".join(f'<p class="note alerte">{esc(note)}</p>' for note in said)


def verdict(figure: Figure) -> str:
    """Write the sign and its words; nothing when nothing is compared."""
    if not figure.verdict_mots or figure.valeur.valeur is None or figure.valeur.affichage is Affichage.EFFECTIF:
        return ""
    sign = f'<i aria-hidden="true">{figure.signe}</i> ' if figure.signe else ""
    return f'<span class="verdict">{sign}{esc(figure.verdict_mots)}.</span> '


def _line_apart(figure: Figure) -> tuple[str, ...]:
    """Say it when the line, measured with fewer sources, does not show the figures of the card."""
    if figure.ligne is None or not figure.ligne.note:
        return ()
    drawn = {point.territoire: point.valeur for point in figure.ligne.points}
    said = {str(figure.valeur.territoire): figure.valeur.valeur} | {c.reference: c.valeur for c in figure.valeur.comparaisons}
    apart = any(ref in drawn and value is not None and drawn[ref] != value for ref, value in said.items())
    return (messages.LIGNE_A_PART,) if apart else ()


def chart(figure: Figure, *, scale: float = 1.0) -> None:
    """Draw the reading line of a figure that has one, with its equivalent in words."""
    if figure.ligne is None:
        return
    line = _completed(figure, figure.ligne)
    drawn = reading_line.reading_line(line, figure.titre, style.mode(), scale=scale)
    said = reading_line.described(line, figure.titre, figure.valeur.nom)
    st.vega_lite_chart(spec=drawn, theme=None, alt=said, key=f"ligne_{figure.id}")


def _completed(figure: Figure, line: ReadingLine) -> ReadingLine:
    """Put the median of its level beside a borrowed value, and the reference that lends it only once."""
    kept = figure.valeur.repli
    if kept is None or figure.valeur.valeur is not None:
        return line
    points = tuple(p for p in line.points if p.role is not Role.REFERENCE or p.territoire != str(kept.territoire))
    if kept.mediane is not None:
        text = number(kept.mediane, figure.valeur.indicateur.decimales)
        points = (Point(Role.MEDIANE, "", messages.MEDIANE_DU_NIVEAU, kept.mediane, text), *points)
    return replace(line, points=points)


@st.fragment
@guarded
def _modalities(bloc: Bloc) -> None:
    drawn = rows.drawable(bloc.figures)
    st.html(
        f'<div class="ind"><h3>{esc(capitalized(bloc.titre))}</h3><p>{esc(bloc.question)} {esc(_apart(bloc))}</p>'
        f"{_of_rows(bloc, drawn)}</div>"
    )
    if drawn:
        specification = rows.rows(rows.lines(drawn), bloc.titre, style.mode())
        st.vega_lite_chart(spec=specification, theme=None, alt=rows.described(drawn, bloc.titre), key=f"rangs_{bloc.indicateur}")
    else:
        st.html(diag_table.counts(bloc))
    with st.container(key=f"bas_{bloc.indicateur}", horizontal=True, vertical_alignment="center", gap="small"):
        first = next(figure for figure in bloc.figures if known(figure))
        st.html(tags(first) + (images(capitalized(bloc.titre), first) if drawn else ""))
        panel.show(
            messages.TABLEAU, lambda: diag_table.of_bloc(bloc), key=f"tableau_{bloc.indicateur}", icon=":material/table:",
            width=_TABLE_WIDTH,
        )  # fmt: skip


def _of_rows(bloc: Bloc, drawn: tuple[Figure, ...]) -> str:
    """Write what must be read with the rows: modalities without row, sources counted, cautions of the indicator."""
    said = list(dict.fromkeys(warning for figure in drawn for warning in figure.avertissements))
    left = [figure.libelle_modalite for figure in bloc.figures if known(figure) and figure not in drawn]
    if drawn and left:
        said.append(messages.without_row(left))
    if any(_line_apart(figure) for figure in drawn):
        said.append(messages.LIGNE_A_PART)
    return "".join(f'<p class="note alerte">{esc(sentence)}</p>' for sentence in said)


def _apart(bloc: Bloc) -> str:
    """Name the modalities that stand apart from the reference."""
    said = []
    for wanted, sign in ((Verdict.AU_DESSUS, "▲ Au-dessus de la référence"), (Verdict.AU_DESSOUS, "▼ Au-dessous")):
        names = [figure.libelle_modalite for figure in bloc.figures if figure.verdict is wanted and figure.ligne is not None]
        if names:
            said.append(f"{sign}\u00a0: {listing(names)}.")
    return " ".join(said)


def missing(blocs: Sequence[Bloc]) -> None:
    """List what could be computed and is not known here, with the reason: absent is not zero, and not hidden."""
    unknown = [bloc for bloc in blocs if not any(known(figure) for figure in bloc.figures)]
    if not unknown:
        return
    lines = "".join(
        f'<tr><th scope="row">{esc(capitalized(bloc.titre))}</th><td>{esc(bloc.figures[0].valeur.motif or bloc.figures[0].phrase)}</td>'
        f"<td>{esc(bloc.figures[0].source)}</td><td>{esc(bloc.figures[0].millesime)}</td></tr>"
        for bloc in unknown
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Indicateur", "Pourquoi", "Source", "Millésime"))
    st.html(
        f'<details class="manquants"><summary>{esc(messages.SANS_DONNEE)} ({len(unknown)})</summary>'
        f'<p class="note">{esc(messages.SANS_DONNEE_NOTE)}</p><div class="large"><table class="simple"><thead><tr>{head}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div></details>"
    )
