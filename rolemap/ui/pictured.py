"""Every picture as a file: as vectors (SVG) and as dots (PNG), both made on this machine."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from rolemap.reports.typesetting import dots

DPI_HELP = "A picture for slides and documents, made on this machine."


def downloads(name: str, svg: Callable[[], str], what: str, sheet: Callable[[], str] | None = None) -> None:
    """Offer a picture as PNG and SVG, and its numbers as CSV where there is a `sheet`; each is made when asked for.

    `name` is that of the files; `what` says which picture ("chart by level").
    """
    with st.container(horizontal=True, key=f"files-{name}"):
        st.download_button(
            f"The {what} as PNG",
            lambda: dots(svg()),
            file_name=f"{name}.png",
            mime="image/png",
            icon=":material/image:",
            on_click="ignore",
            key=f"png-{name}",
            help=DPI_HELP,
        )
        st.download_button(
            f"The {what} as SVG",
            lambda: svg().encode("utf-8"),
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
