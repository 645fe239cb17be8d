"""Who works with whom: a grid of the organisations that share responsibilities, and what any two of them share."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from rolemap.graph import Cell, RoleGraph
from rolemap.graph.together import ANY, Ground, Pair, Together, pair_of
from rolemap.pictures.heat import heat
from rolemap.pipeline import Analysis
from rolemap.ui import boxes, cached, filterbar, kept, pictured, state
from rolemap.ui.filters import describe
from rolemap.ui.leads import bonds, pairsview, tools
from rolemap.ui.leads.across import name_of
from rolemap.ui.leads.intotable import square_in_table
from rolemap.ui.safe import html, markdown
from rolemap.ui.tables import MOST, table
from rolemap.ui.words import count

MOST_LINKS = 12
"""How many squares of two bodies can be opened from here."""


def show(analysis: Analysis) -> None:
    """Show who works with whom in the squares the filters let through."""
    graph = analysis.graph
    grounds = frozenset(map(Ground, kept.keep_many(state.GROUND, list(Ground)))) or ANY
    seen = cached.who_with_whom(state.chosen_map(), state.on(), state.filters(), grounds)
    found, cells = seen.found, seen.cells
    body, pair = _choosers(graph, found)
    filterbar.shown_sentence(
        f"{len(cells):,} of {count(len(graph.cells), 'square')} looked at.", describe(graph, state.filters())
    )
    if not found.pairs:
        _nothing(graph, cells)
        return
    st.html(html('<p class="rm-lead">{said}</p>', said=bonds.sentence(graph, found, body)))
    if body and not found.partners(body):
        return
    _left_out(bonds.left_out(found, body))
    with st.container(key="desk"):
        with st.container(key="boardside"):
            content = pairsview.payload(graph, found, bonds.drawn(found, body))
            pairsview.show_pairs(content, "~".join(pair) if pair else "", _choose)
        if pair:
            with st.container(key="side"):
                st.button(
                    "Close", icon=":material/close:", on_click=_choose, args=("",), type="tertiary", key="close-square"
                )
                one, other = (pair[1], pair[0]) if body == pair[1] else pair
                st.html(bonds.details(seen, one, other))
                _squares(seen, pair)
    _below(seen, body)


def _choosers(graph: RoleGraph, found: Together) -> tuple[str, Pair | None]:
    """Show the boxes for one organisation and for another, and return the first with the pair that is open.

    One that was chosen stays, also where what counts or a filter leaves nobody with whom it works.
    """
    title = graph.landscape.title
    body = kept.keep(state.BODY, {*found.bodies, *graph.landscape.organisations})
    offered = {*found.bodies, body} - {""}
    opened = kept.keep(state.PAIR, {"~".join(pair) for pair in found.pairs})
    pair = _pair(opened) if opened else None
    boxes.give(state.OTHER_BODY, next((id for id in pair if id != body), None) if pair and body in pair else None)
    with st.grid(2, min_column_width=230, gap="small", key="body-filters") as grid:
        with grid.cell():
            st.selectbox(
                "Organisation",
                sorted(offered, key=title),
                index=None,
                key=state.BODY,
                format_func=title,
                placeholder=f"All {len(found.bodies):,}: choose one, or a number in the grid",
                filter_mode="contains",
            )
        with grid.cell():
            if body and found.partners(body):
                st.selectbox(
                    "With",
                    sorted((id for id, _ in found.partners(body)), key=title),
                    index=None,
                    key=state.OTHER_BODY,
                    format_func=title,
                    placeholder="Type to search",
                    on_change=_with,
                    args=(body,),
                    filter_mode="contains",
                )
    kept.remember(state.BODY, state.PAIR)
    filterbar.choose_pills("What counts", state.GROUND, list(Ground), lambda key: bonds.GROUNDS[Ground(key)])
    return body, pair


def _pair(opened: str) -> Pair:
    one, _, other = opened.partition("~")
    return one, other


def _with(body: str) -> None:
    other = st.session_state.get(state.OTHER_BODY)
    st.session_state[state.PAIR] = "~".join(pair_of(body, other)) if other else ""


def _choose(opened: str) -> None:
    st.session_state[state.PAIR] = opened


def _left_out(said: str) -> None:
    if said:
        st.info(said, icon=":material/info:")


def _squares(seen: bonds.Seen, pair: Pair) -> None:
    """Show buttons that open the first squares that two bodies share."""
    shared = seen.between(pair)
    if not shared:
        return
    title = seen.graph.landscape.title
    with st.expander(f"Open a square ({min(len(shared), MOST_LINKS)} of {len(shared):,})"):
        for meeting in shared[:MOST_LINKS]:
            cell = meeting.cell
            st.button(
                markdown(f"{title(cell.responsibility)} in {title(cell.area)}"),
                key=f"square-{name_of(cell)}",
                on_click=square_in_table,
                args=(name_of(cell),),
                type="tertiary",
                icon=":material/table_view:",
            )


def _below(seen: bonds.Seen, body: str) -> None:
    """Show the same as a table, and the downloads: the picture, and every square as CSV."""
    pairs = bonds.ranked(seen.found, body)
    with st.expander(f"The same in a table ({count(len(pairs), 'pair')})"):
        rows = seen.first_rows(body)
        st.html(table("Those that share most first", bonds.HEAD, rows))
        if len(pairs) > MOST:
            st.markdown(f"And {count(len(pairs) - MOST, 'more pair')}; the download has them all.")
    bodies = bonds.drawn(seen.found, body)
    pictured.downloads(
        "who-works-with-whom",
        lambda: heat([seen.graph.landscape.title(id) for id in bodies], pairsview.numbers(seen.found, bodies)),
        "grid",
        pictured.of(seen.graph, describe(seen.graph, state.filters())),
        lambda: bonds.sheet(seen, body),
    )


def _nothing(graph: RoleGraph, cells: Sequence[Cell]) -> None:
    if not cells:
        tools.nothing_shown(graph)
        return
    st.info(
        "No two organisations share a responsibility here: nobody is recorded as delivering, contributing to or accountable "
        "for what another leads on, and no agreement in force covers it. Record who helps under “delivers” and “contributes”.",
        icon=":material/lightbulb:",
    )
