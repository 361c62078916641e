"""Where errors stop: a French sentence in place of what could not be drawn, the rest of the page alive."""

from __future__ import annotations

import functools
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import streamlit as st

from ess_map.errors import EssMapError
from ess_map.ui import messages
from ess_map.ui.markup import esc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

P = ParamSpec("P")
T = TypeVar("T")

_LOG = logging.getLogger("ess_map.ui")


@contextmanager
def boundary() -> Iterator[None]:
    """
    Draw what follows, or say in French why it cannot be drawn.

    An expected error says what happened and what to do; any other is logged whole and says nothing of itself on the page.
    Streamlit's own control flow (rerun, stop) is not an `Exception` and goes through.
    """
    try:
        yield
    except EssMapError as error:
        _LOG.warning("%s: %s", type(error).__name__, error)
        show(str(error))
    except Exception:  # noqa: BLE001 - the outermost boundary: logged whole, said in one sentence
        _LOG.exception("unexpected error")
        show(messages.PANNE_INATTENDUE)


def guarded(function: Callable[P, T]) -> Callable[P, T | None]:
    """Put a fragment or a callback inside a boundary of its own: they run again without the rest of the script."""

    @functools.wraps(function)
    def inside(*args: P.args, **kwargs: P.kwargs) -> T | None:
        answer: list[T] = []  # a context manager that swallows an error: there may be no answer
        with boundary():
            answer.append(function(*args, **kwargs))
        return answer[0] if answer else None

    return inside


def show(sentence: str) -> None:
    """Show an error in its place."""
    st.html(f'<div class="panne" role="alert"><h2>{esc(messages.PANNE)}</h2><p>{esc(sentence)}</p></div>')
