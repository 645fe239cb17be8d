"""Every picture as files: as dots (PNG), as vectors (SVG) and as numbers (CSV), all made on this machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from rolemap.graph import RoleGraph
from rolemap.pictures.svg import framed
from rolemap.reports.typesetting import dots
from rolemap.ui.filenames import named
from rolemap.ui.words import long_date


def downloads(
    name: str, svg: Callable[[], str], what: str, caption: str, sheet: Callable[[], str] | None = None
) -> None:
    """Offer a picture as PNG and SVG, and its numbers as CSV where there is a `sheet`; each is made when asked for.

    `name` is that of the files; `what` says which picture ("chart by level"); `caption`, from `of` or `over`, is
    written under it, so that it still says what it shows once it has left the app.
    """
    with st.container(horizontal=True, key=f"files-{name}"):
        st.download_button(
            f"The {what} as PNG",
            lambda: png(svg(), caption),
            file_name=named(name, ".png"),
            mime="image/png",
            icon=":material/image:",
            on_click="ignore",
            key=f"png-{name}",
            help="A picture for slides and documents, made on this machine.",
        )
        st.download_button(
            f"The {what} as SVG",
            lambda: framed(svg(), caption).encode("utf-8"),
            file_name=named(name, ".svg"),
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
                file_name=named(name, ".csv"),
                mime="text/csv",
                icon=":material/download:",
                on_click="ignore",
                key=f"csv-{name}",
            )


def png(svg: str, caption: str) -> bytes:
    """Return a picture with its caption as PNG."""
    return dots(framed(svg, caption))


def of(graph: RoleGraph, filters: str = "", what: str = "") -> str:
    """Return the caption of a picture: what it shows, under which filters, of which map, and as at when.

    `what` is a sentence or empty; `filters` are in words, empty where there are none.
    """
    return _caption(what, filters, graph.landscape.info.name, long_date(graph.on))


def over(graph: RoleGraph, days: Sequence[date], what: str) -> str:
    """Return the caption of a picture of a map on several days, first to last."""
    return _caption(
        what, "", graph.landscape.info.name, " to ".join(dict.fromkeys(map(long_date, (days[0], days[-1]))))
    )


def _caption(what: str, filters: str, name: str, when: str) -> str:
    parts = (what, f"Filters: {filters}." if filters else "", f"{name}, as at {when}.", "Made with rolemap.")
    return " ".join(part for part in parts if part)
