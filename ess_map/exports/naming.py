"""Names of the files that leave: readable, and safe on every system."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ess_map.exports.context import ExportContext

_LONGEST = 60
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"})


def slug(text: str) -> str:
    """Give lower-case ASCII letters, digits and single hyphens, at most 60 characters; possibly nothing."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.translate(_LIGATURES)) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:_LONGEST].rstrip("-")


def file_name(context: ExportContext, extension: str) -> str:
    """Name an export, `atlas-ess_<territoire>_<date>.<extension>`: name of the territory, else its reference."""
    place = slug(context.nom) or slug(context.territoire) or "territoire"
    return f"atlas-ess_{place}_{context.jour.isoformat()}.{extension}"
