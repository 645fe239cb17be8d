"""Side by side: one responsibility in every place that has it; or, with no responsibility chosen, where places differ most."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from rolemap.graph import Cell, RoleGraph
from rolemap.graph.alike import Alike, side_by_side
from rolemap.pipeline import Analysis
from rolemap.ui import cached, filterbar, kept, state
from rolemap.ui.choosers import choose_one
from rolemap.ui.filenames import named
from rolemap.ui.filters import describe, matching
from rolemap.ui.leads import across, tools
from rolemap.ui.leads.intotable import places_in_table
from rolemap.ui.rowsview import OpenTable, show_rows
from rolemap.ui.safe import html, markdown
from rolemap.ui.tables import MOST
from rolemap.ui.words import count

WAYS_IN = 8
"""How many responsibilities in which places differ are offered while none is chosen."""


def show(analysis: Analysis) -> None:
    """Show the responsibility chosen in every place the filters let through."""
    graph = analysis.graph
    found = matching(graph, state.filters())
    chosen = _chooser(graph, found)
    here = [cell for cell in found if cell.responsibility == chosen]
    everywhere = [cell for cell in graph.cells if cell.responsibility == chosen] if chosen else found
    said = f"{len(here) if chosen else len(found):,} of {count(len(everywhere if chosen else graph.cells), 'square')} shown."
    filterbar.shown_sentence(said, describe(graph, state.filters()))
    if not found:
        tools.nothing_shown(graph)
    elif not chosen:
        _ways_in(graph)
    elif not here:
        filterbar.nothing_let_through(
            f"The filters leave out every place where this is needed: {markdown(graph.landscape.title(chosen))}. "
            "Clear them, or take one away."
        )
    else:
        _places(analysis, side_by_side(graph, here))


def _chooser(graph: RoleGraph, found: Sequence[Cell]) -> str:
    landscape = graph.landscape
    chosen = kept.keep(state.SIDE_BY_SIDE, {cell.responsibility for cell in graph.cells})
    offered = sorted({*(cell.responsibility for cell in found), *([chosen] if chosen else [])}, key=landscape.title)
    many = count(len(offered), "responsibility", "responsibilities")
    choose_one(f"One of {many} in every place", state.SIDE_BY_SIDE, {id: landscape.title(id) for id in offered})
    kept.remember(state.SIDE_BY_SIDE)
    return chosen


def _choose(responsibility: str) -> None:
    st.session_state[state.SIDE_BY_SIDE] = responsibility


def _ways_in(graph: RoleGraph) -> None:
    """Offer the responsibilities in which most places stand otherwise than the others of their level."""
    if len({cell.area for cell in graph.cells}) == 1:
        st.info(
            "This map has one place, so there is nothing to set beside it. Choose a responsibility to see how it stands, or "
            "compare two maps on the page Compare.",
            icon=":material/compare_arrows:",
        )
        return
    ranked = cached.most_apart(state.chosen_map(), state.on(), state.filters())
    if not ranked:
        st.info(
            "Choose a responsibility to see it in every place. No two places of one level differ among those shown.",
            icon=":material/compare_arrows:",
        )
        return
    st.markdown("**Choose a responsibility** to see it in every place, or start with one in which places differ:")
    with st.container(gap="xsmall", key="ways-in"):
        for id, number, whole in ranked[:WAYS_IN]:
            st.button(
                f"{markdown(graph.landscape.title(id))}: {number:,} of {count(whole, 'place')} {_differ(number)} from most",
                key=f"across-{id}",
                on_click=_choose,
                args=(id,),
                type="tertiary",
                icon=":material/arrow_forward:",
            )


def _places(analysis: Analysis, found: Sequence[Alike]) -> None:
    graph = analysis.graph
    for level in found:
        st.html(html('<p class="rm-lead">{said}</p>', said=across.sentence(graph, level)))
    law = graph.landscape.responsibilities[found[0].standings[0].cell.responsibility].law.reference
    if law:
        st.html(html('<p class="rm-quiet">The law: {law}</p>', law=law))
    with st.container(key="desk"):
        with st.container(key="boardside"):
            for level in found:
                _level(graph, level)
        if state.open_square():
            with st.container(key="side"):
                tools.side(analysis)
    state.remember_square()
    with st.container(horizontal=True, key="across-downloads"):
        st.download_button(
            f"Download {count(sum(len(level.standings) for level in found), 'place')} as CSV",
            lambda: across.sheet(graph, found).encode("utf-8-sig"),
            file_name=named("side-by-side", ".csv"),
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
        areas = [one.cell.area for level in found for one in level.standings]
        st.button(
            "Everything in these places",
            icon=":material/table_view:",
            on_click=places_in_table,
            args=(areas,),
            type="tertiary",
            help="The table with these places as columns, and only the rows in which they differ.",
        )


def _differ(number: int) -> str:
    return "differs" if number == 1 else "differ"


def _more(level: Alike) -> str:
    more = len(level.standings) - MOST
    return f" The first {MOST} are shown; the download has them all." if more > 0 else ""


def _level(graph: RoleGraph, level: Alike) -> None:
    apart = sum(one.differs for one in level.standings)
    name = graph.landscape.title(level.level) or "No level recorded"
    said = (
        f"{apart:,} {_differ(apart)} from most, listed first"
        if apart
        else "none apart from most"
        if level.usual is not None
        else "no answer more usual than another"
    )
    table = OpenTable(
        caption=f"{name}: {count(len(level.standings), 'place')}, {said}. A place opens its square.{_more(level)}",
        head=across.HEAD,
        rows=across.rows(graph, level),
    )
    show_rows(f"rows-{level.level or 'none'}", table, state.open_name(), state.show_square)
