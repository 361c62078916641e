"""The calendar of a roadmap: deadlines and the national moments of the year, on screen and as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from ess_map.exports.cells import portable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ess_map.cases.corpus import Corpus, Moment
    from ess_map.planning.roadmap import Roadmap

_FOLD = 74
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_DECEMBER = 12


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """A day, or a month, and what happens then."""

    debut: date
    fin: date
    """Last day, included."""
    titre: str
    detail: str
    uid: str
    mensuel: bool = False
    """Whether only the month is known."""


def events(roadmap: Roadmap, corpus: Corpus, today: date) -> tuple[Event, ...]:
    """Give the deadlines, and the coming moments whose month is known, in order."""
    deadlines = [
        Event(action.echeance, action.echeance, action.titre, f"Pilote : {action.pilote or 'non précisé'}", f"action-{action.id}")
        for action in roadmap.actions
        if action.echeance is not None and action.statut != "abandonne"
    ]
    return tuple(sorted([*deadlines, *_moments(corpus, today)]))


def undated(corpus: Corpus) -> tuple[Moment, ...]:
    """Give the national moments whose month no document says."""
    return tuple(moment for moment in corpus.moments.values() if moment.mois is None)


def _moments(corpus: Corpus, today: date) -> Iterable[Event]:
    for key, moment in corpus.moments.items():
        if moment.mois is not None:
            year = today.year + (moment.mois < today.month)
            first = date(year, moment.mois, 1)
            last = date(year + moment.mois // _DECEMBER, moment.mois % _DECEMBER + 1, 1) - timedelta(days=1)
            yield Event(first, last, moment.nom, moment.phrase, f"moment-{key}-{year}", mensuel=True)


def icalendar(found: Sequence[Event], name: str, now: datetime) -> bytes:
    """Write events as an iCalendar file, whole days; `now` is aware, in UTC."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Atlas ESS//Feuille de route//FR", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_text(name)}")
    for event in found:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{event.uid}@atlas-ess",
            f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{event.debut:%Y%m%d}",
            f"DTEND;VALUE=DATE:{event.fin + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_text(event.titre)}",
            f"DESCRIPTION:{_text(event.detail)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line)).encode()


def _text(text: str) -> str:
    return portable(text).translate(_ESCAPES)


def _folded(line: str) -> Iterable[str]:
    """Cut a line at 75 bytes, between characters; the next ones open with a space."""
    current, size = "", 0
    for sign in line:
        weight = len(sign.encode())
        if size + weight > _FOLD:
            yield current
            current, size = " ", 1
        current, size = current + sign, size + weight
    yield current
