"""Every picture as files: as dots (PNG), as vectors (SVG) and as numbers (CSV), all made on this machine."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from rolemap.graph import RoleGraph
from rolemap.pictures.svg import framed
from rolemap.reports.typesetting import dots
from rolemap.ui.words import long_date


def downloads(
    name: str, svg: Callable[[], str], what: str, sheet: Callable[[], str] | None = None, caption: str = ""
) -> None:
    """Offer a picture as PNG and SVG, and its numbers as CSV where there is a `sheet`; each is made when asked for.

    `name` is that of the files; `what` says which picture ("chart by level"); `caption` is written under it.
    """
    with st.container(horizontal=True, key=f"files-{name}"):
        st.download_button(
            f"The {what} as PNG",
            lambda: png(svg(), caption),
            file_name=f"{name}.png",
            mime="image/png",
            icon=":material/image:",
            on_click="ignore",
            key=f"png-{name}",
            help="A picture for slides and documents, made on this machine.",
        )
        st.download_button(
            f"The {what} as SVG",
            lambda: framed(svg(), caption).encode("utf-8"),
            file_name=f"{name}.svg",
            mime="image/svg+xml",
            icon=":material/shape_line:",
            on_click="ignore",
            key=f"svg-{name}",
            help="The same as vectors, which stay sharp at any size and can be edited.",
        )
        if sheet is not None:
            st.download_button(
                "The numbers as CSV",
                lambda: sheet().encode("utf-8-sig"),
                file_name=f"{name}.csv",
                mime="text/csv",
                icon=":material/download:",
                on_click="ignore",
                key=f"csv-{name}",
            )


def png(svg: str, caption: str = "") -> bytes:
    """Return a picture with its caption as PNG."""
    return dots(framed(svg, caption))


def of(graph: RoleGraph) -> str:
    """Return the caption that says of which map a picture is, and as at when."""
    return f"{graph.landscape.info.name}, as at {long_date(graph.on)}. Made with rolemap."
