"""What the page Reports gives: the file in a format, made when asked for, and a preview of it."""

from __future__ import annotations

import logging

import streamlit as st

from rolemap.problems import InvalidMap
from rolemap.reports.export import file_name
from rolemap.reports.figures import Figures
from rolemap.reports.formats import FORMATS, Format
from rolemap.ui import boxes, cached, kept, state
from rolemap.ui.reports import preview
from rolemap.ui.reports.reportasked import Asked
from rolemap.ui.safe import html, markdown

FIRST = "pdf"
MADE = "made-reports"
SEEN = "seen-report"
MOST_MADE = 20
AT_ONCE = 6_000
"""Squares of a map up to which a preview takes less than a second and is made without asking."""
MOST_PREVIEWED = 6_000_000
"""Bytes of a page that a browser still shows at once."""

CALLED = {
    "pdf": "PDF file",
    "word": "Word file",
    "excel": "workbook",
    "slides": "slides",
    "html": "web page",
    "markdown": "Markdown file",
    "csv": "CSV tables",
    "json": "JSON file",
}
"""What a report in each format is called on buttons."""

LIKENESS = {
    "pdf": "The preview is the web page: the PDF says the same, on A4 pages.",
    "word": "The preview is the web page: the Word file says the same, to edit.",
    "slides": "The preview is the web page: the slides say the same in short, one message each, with notes.",
    "excel": "The preview is the web page: the workbook has a sheet for each question, and tables for other tools.",
    "csv": "The preview is the web page: the archive has a file for each table, and tables for other tools.",
    "json": "The preview is the web page: the file says the same for other tools, with more tables.",
    "markdown": "The preview is the web page: the text says the same, for a wiki or a repository.",
}


def output(asked: Asked) -> None:
    """Show what is asked for in a sentence, the format with its download, and the preview."""
    st.html(html('<p class="rm-lead">{sentence}</p>', sentence=asked.sentence()))
    figures = asked.figures()
    form = chosen_format()
    _download(asked, figures, form)
    _preview(asked, figures, form)


def chosen_format() -> Format:
    """Show the formats, and return the one chosen."""
    chosen = kept.keep(state.FORMAT, FORMATS) or FIRST
    boxes.give(state.FORMAT, chosen)
    st.pills(
        "As", list(FORMATS), key=state.FORMAT, format_func=lambda name: FORMATS[name].title, required=True, wrap=True
    )
    kept.remember_as({state.FORMAT: chosen if chosen != FIRST else ""})
    return FORMATS[chosen]


def _download(asked: Asked, figures: Figures, form: Format) -> None:
    """Offer to make the file, or the file once it is made, with its name and size; say why where it cannot be."""
    wanted = f"{asked.key}.{form.name}"
    name = file_name(figures, asked.kind, form)
    called = CALLED[form.name]
    content = made(asked, figures, form, called) if wanted in st.session_state.get(MADE, ()) else None
    with st.container(horizontal=True, vertical_alignment="center", key="report-downloads"):
        if content is None:
            st.button(
                f"Make the {called}",
                on_click=_make,
                args=(wanted,),
                icon=":material/print:",
                type="primary",
                key="make-report",
            )
            _quiet(f"It will be called {name}.")
        else:
            st.download_button(
                f"Download ({size(content)})",
                content,
                file_name=name,
                mime=form.media,
                icon=":material/download:",
                type="primary",
                on_click="ignore",
                key="download-report",
            )
            _quiet(name)


def _quiet(words: str) -> None:
    st.html(html('<p class="rm-quiet">{words}</p>', words=words), width="content")


def _make(wanted: str) -> None:
    st.session_state[MADE] = (*st.session_state.get(MADE, ()), wanted)[-MOST_MADE:]


def made(asked: Asked, figures: Figures, form: Format, called: str) -> bytes | None:
    """Return the file, `called` so, made now or kept from before; None after saying why it cannot be made."""
    try:
        with st.spinner(f"Making the {called}…"):
            return cached.report(asked.key, figures, asked.kind, form.name)
    except Exception as error:  # a fault in one format must not take the page and the other formats with it
        logging.getLogger(__name__).exception("a report could not be made")
        reason = _reason(error)
        st.warning(markdown(f"The {called} cannot be made: {reason}"), icon=":material/error:")
        wanted = f"{asked.key}.{form.name}"
        st.session_state[MADE] = tuple(one for one in st.session_state.get(MADE, ()) if one != wanted)
        return None


def _reason(error: Exception) -> str:
    if isinstance(error, InvalidMap):
        return " ".join(one.sentence for one in error.problems[:3])
    if isinstance(error, ValueError | RuntimeError | OSError) and str(error):
        return str(error).rstrip(".") + "."
    return "something in the map is not understood by this format. Try another format."


def size(content: bytes) -> str:
    """Return the size of a file as people read it: "12 KB", "1.4 MB"."""
    kilobytes = max(1, round(len(content) / 1000))
    return f"{kilobytes} KB" if kilobytes < 1000 else f"{kilobytes / 1000:.1f} MB"


def _preview(asked: Asked, figures: Figures, form: Format) -> None:
    """Show the report as a web page: at once where that is quick, else when asked for."""
    st.header("Preview", anchor=False)
    if len(figures.graph.cells) > AT_ONCE and st.session_state.get(SEEN) != asked.key:
        st.button("Show the preview", on_click=_see, args=(asked.key,), icon=":material/visibility:")
        _quiet("This map is large: the preview takes a while.")
        return
    page = made(asked, figures, FORMATS["html"], "preview")
    if page is None:
        return
    if form.name in LIKENESS:
        _quiet(LIKENESS[form.name])
    if len(page) > MOST_PREVIEWED:
        st.info(f"The web page has {size(page)}, too much to show here. Download it instead.", icon=":material/info:")
        return
    preview.show(page, "Preview of the report")


def _see(key: str) -> None:
    st.session_state[SEEN] = key


def refused(invalid: InvalidMap) -> None:
    """Say why the report cannot be made from what is chosen."""
    reason = " ".join(one.sentence for one in invalid.problems[:3])
    st.warning(markdown(f"This report cannot be made: {reason}"), icon=":material/error:")
