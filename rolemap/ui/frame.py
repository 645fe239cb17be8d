"""What surrounds every page: navigation, the map and date in use, the style sheet, the footer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from rolemap import __version__
from rolemap.problems import InvalidMap
from rolemap.ui import arrival, cached, kept, maps, problemlist, saved, state
from rolemap.ui.safe import html, markdown
from rolemap.ui.search import searchview
from rolemap.ui.style import page_css

PAGES = Path(__file__).parent / "pages"
ICON = Path(__file__).parent / "assets" / "icon.png"

ATTRIBUTION = (
    "The England catalogue contains Office for National Statistics and NHS England data licensed under the Open Government "
    "Licence v3.0, via the geographr package © 2021 British Red Cross (MIT). Council and combined authority names "
    "© mySociety, CC BY 4.0. The full terms are on the page Maps."
)

ORDER = (
    ("maps.py", "Maps", ":material/folder_open:"),
    ("leads.py", "Who leads on what", ":material/table_view:"),
    ("map.py", "Map", ":material/hub:"),
    ("gaps.py", "Gaps and overlaps", ":material/rule:"),
    ("parties.py", "Roles and organisations", ":material/badge:"),
    ("agreements.py", "Agreements", ":material/handshake:"),
    ("glossary.py", "Words", ":material/menu_book:"),
    ("whatif.py", "What if", ":material/alt_route:"),
    ("compare.py", "Compare", ":material/compare_arrows:"),
    ("reports.py", "Reports", ":material/print:"),
    ("search.py", "Search", ":material/search:"),
)
"""File, title and icon of every page, in the order of the menu."""

FIRST = "leads.py"
"""The page the app opens on."""


def pages() -> list[Page]:
    """Return the pages of the menu."""
    return [
        st.Page(PAGES / file, title=title, icon=icon, default=file == FIRST)
        for file, title, icon in ORDER
        if (PAGES / file).exists()
    ]


def paths(known: Iterable[Page]) -> dict[str, Page]:
    """Return pages by their part of the address; the first page's is empty."""
    return {page.url_path: page for page in known}


def style() -> None:
    """Put the style sheet into the page."""
    st.html(page_css())


def sidebar(known: Mapping[str, Page], page: Page) -> None:
    """Show the map in use, the date it is read as at and the saved views. `page` is the one that is open."""
    try:
        chosen = state.chosen_map()
        state.remember_in_address(chosen)
        info = cached.landscape(chosen).info
        title, note = info.name, chosen.origin
    except InvalidMap:
        title, note = "No map", "The map in use cannot be read"
    st.html(html('<div class="rm-chosen"><small>{note}</small><strong>{title}</strong></div>', note=note, title=title))
    st.page_link(PAGES / "maps.py", label="Change map", icon=":material/swap_horiz:")
    searchview.box()
    day = kept.keep_day(state.ON, date.today())
    st.date_input(
        "As at",
        min_value=kept.EARLIEST,
        max_value=kept.LATEST,
        key=state.ON,
        format="DD/MM/YYYY",
        help="Everything is shown as it stands on this day: what has not begun or has ended is left out.",
    )
    kept.remember_as({state.ON: "" if day == date.today() else day.isoformat()})
    if day != date.today():
        st.caption("What the map gives no dates for counts on every day.")
    saved.show(known, page)


def notice() -> None:
    """Say where the map that a link names is not open here, which one is shown instead, and what to do."""
    named = state.missing_map()
    if not named:
        return
    try:
        chosen = state.chosen_map()
        title = cached.landscape(chosen).info.title or "the first example"
    except InvalidMap:
        return  # the page says what is wrong with the map in use, and a link to another is the lesser matter
    why = (
        "It was uploaded, and what is uploaded is gone when its session ends: upload the same files again on the page "
        "Maps and this link will work."
        if named.startswith(maps.UPLOADED)
        else f"No map here is called “{named[:80]}”."
    )
    with st.container(border=True, key="map-notice"):
        said = f"**The map in this link is not open here.** {markdown(why)} Shown instead: **{markdown(title)}**."
        st.markdown(said)
        with st.container(horizontal=True):
            st.page_link(PAGES / "maps.py", label="Open a map", icon=":material/folder_open:")
            st.button(
                f"Go on with {markdown(title)}",
                key="go-on",
                type="tertiary",
                on_click=state.choose_map,
                args=(chosen.id,),
            )


def unreadable(invalid: InvalidMap) -> None:
    """Say what is wrong with the map in use, and where to choose another."""
    st.title("This map cannot be read", anchor=False)
    st.html(problemlist.as_list(invalid.problems, ()))
    st.page_link(PAGES / "maps.py", label="Choose another map", icon=":material/swap_horiz:")


def footer(page: Page) -> None:
    """Show the version and the attributions of the data, and bring the address of the open page up to date."""
    st.html(
        html(
            '<footer class="rm-footer"><p>rolemap {version}. Nothing you open or upload is sent anywhere else.</p>'
            "<p>{attribution}</p></footer>",
            version=__version__,
            attribution=ATTRIBUTION,
        )
    )
    arrival.show(page.url_path)
