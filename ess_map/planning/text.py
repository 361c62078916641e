"""Texts that users type, as they are stored."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

SHORT, LONG = 200, 2000
"""Letters of a line and of a text."""


def storable(text: Any) -> Any:
    """Drop what UTF-8 cannot hold (half a character) and the blanks around; everything else is kept as it was typed."""
    return text.encode("utf-8", "ignore").decode("utf-8").strip() if isinstance(text, str) else text


Short = Annotated[str, Field(max_length=SHORT), BeforeValidator(storable)]
Long = Annotated[str, Field(max_length=LONG), BeforeValidator(storable)]
