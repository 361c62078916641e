"""Banners: what is counted and what is not; what was ignored in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ess_map.ui.markup import esc

if TYPE_CHECKING:
    from collections.abc import Sequence


def banner(paragraphs_html: Sequence[str]) -> None:
    """Show the perimeter; each paragraph is HTML already escaped."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs_html)
    st.html(f'<div class="perimetre" role="note"><i class="info" aria-hidden="true">i</i><div>{body}</div></div>')


def notices(sentences: Sequence[str]) -> None:
    """Say what was ignored or replaced; nothing is drawn when there is nothing to say."""
    with st.container(key="avis"):
        if not sentences:
            return
        body = "".join(f"<p>{esc(sentence)}</p>" for sentence in dict.fromkeys(sentences))
        st.html(f'<div class="perimetre" role="status"><i class="info" aria-hidden="true">i</i><div>{body}</div></div>')
