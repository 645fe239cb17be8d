"""The picture as an element of the page: its choosers, the component that draws it, and what stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitAPIException

from rolemap.exchange.tables import csv_text
from rolemap.graph import Node, NodeKind, RoleGraph
from rolemap.pictures.focus import FEW, MOST, Focus
from rolemap.pictures.interactive import html as stand_alone
from rolemap.pictures.legend import legend
from rolemap.pictures.palette import STATES
from rolemap.pictures.scene import Scene, words
from rolemap.pictures.static import svg
from rolemap.pictures.values import Drawing, Shape
from rolemap.ui import cached, filterbar, pictured, state
from rolemap.ui.choosers import choose_one
from rolemap.ui.filenames import named
from rolemap.ui.filters import Filters, choices
from rolemap.ui.leads.tools import square_link
from rolemap.ui.map.picturedetails import shape_details
from rolemap.ui.parts import part
from rolemap.ui.remembered import remembered
from rolemap.ui.safe import markdown
from rolemap.ui.words import count, label

COMPONENT = "rolemap.network"

FRAME = """
<div class="picture">
  <div class="tools" role="group" aria-label="View of the picture">
    <button type="button" data-do="in" aria-label="Nearer">+</button>
    <button type="button" data-do="out" aria-label="Farther">−</button>
    <button type="button" data-do="wide">Full width</button>
    <button type="button" data-do="whole">Whole picture</button>
  </div>
  <div class="frame" role="application" tabindex="0"></div>
  <p class="live" aria-live="polite"></p>
</div>
"""

HELP = (
    "Arrow keys move from shape to shape, Enter opens the details, Escape closes them, plus and minus zoom, "
    "zero shows the whole picture. The same in a table is below the picture."
)

HEAD = ("Who", "Part", "In")

KIND_ORDER = (NodeKind.ORGANISATION, NodeKind.ROLE, NodeKind.RESPONSIBILITY, NodeKind.AGREEMENT)


def declared() -> Callable[..., Any] | None:
    """Return the component, or None where rolemap is not installed, so that Streamlit cannot find its files."""
    try:
        return st.components.v2.component(COMPONENT, html=FRAME, css="network.css", js="network.js")
    except StreamlitAPIException:
        return None


component = declared()


def focus_choosers(graph: RoleGraph) -> None:
    """Show what the picture can be about, and its filters."""
    offered = choices(graph)
    title = graph.landscape.title
    found = subjects(graph)
    with st.grid(4, min_column_width=150, gap="small", key="picture-filters") as grid:
        with grid.cell():
            meaning = "A role, organisation, responsibility or agreement: what it has no part in is dimmed."
            choose_one("Focus on", state.FOCUS, found, "Everything", meaning=meaning)
        with grid.cell():
            filterbar.choose("Pillar", state.PILLAR, offered.pillars, title, filterbar.PILLARS)
        with grid.cell():
            filterbar.choose("Level", state.LEVEL, offered.levels, title, filterbar.LEVELS)
        with grid.cell():
            filterbar.choose("Area", state.AREA, offered.areas, title)
    with st.container(horizontal=True, vertical_alignment="center", key="more-picture-filters"):
        filterbar.choose_pills("State", state.STATE, list(STATES)[:-1], label)
        filterbar.switch(
            "Draw each one",
            state.EACH,
            "Usually those alike are drawn as one shape, and many responsibilities as one for each pillar.",
        )


@remembered
def subjects(graph: RoleGraph) -> dict[str, str]:
    """Return the node keys a picture can be about with their names, organisations first, in the order of names."""
    nodes = [(key, data["node"]) for key, data in graph.network.nodes(data=True) if data["node"].kind in KIND_ORDER]
    nodes.sort(key=lambda pair: (KIND_ORDER.index(pair[1].kind), pair[1].title.casefold()))
    return {key: _subject(graph, node) for key, node in nodes}


def _subject(graph: RoleGraph, node: Node) -> str:
    bodies = [graph.landscape.title(id) for id in graph.organisations_of(node.id) if node.kind is NodeKind.ROLE]
    return f"{', '.join([node.title, *bodies])} ({node.kind.value})"


def narrowed() -> Filters:
    """Return the filters that the picture has."""
    whole = state.filters()
    return Filters(pillars=whole.pillars, levels=whole.levels, areas=whole.areas, states=whole.states)


def drawing() -> tuple[Drawing, Scene]:
    """Return the drawing of what is chosen, and what the browser needs to show it."""
    filters = state.filters()
    each = bool(st.session_state.get(state.EACH))
    focus = Focus(
        about=st.session_state.get(state.FOCUS) or "",
        levels=filters.levels,
        areas=filters.areas,
        pillars=filters.pillars,
        states=filters.states,
        gather=not each,
        limit=MOST if each else FEW,
    )
    return cached.picture(state.chosen_map(), state.on(), focus)


@part
def desk(graph: RoleGraph, drawn: Drawing, shown: Scene) -> None:
    """Show the picture and what is chosen beside it; choosing a shape runs nothing else of the page again."""
    with st.container(key="desk"):
        with st.container(key="boardside"):
            show_picture(drawn, shown)
        chosen = picked(drawn)
        with st.container(key="side" if chosen else "aside"):
            if chosen:
                side(graph, chosen)
            else:
                hint(drawn)
    state.remember_picture()


def show_picture(drawn: Drawing, shown: Scene) -> None:
    """Show the picture; a click or Enter on a shape is kept as what is chosen.

    Without the component the stand-alone file is shown, in which nothing can be chosen.
    """
    if component is None:
        st.iframe(stand_alone(drawn), height=760)
        return
    shape = picked(drawn)

    def choose() -> None:
        said = st.session_state["picture"].get("selected") or ""
        revision, _, id = said.partition(":")
        if revision == shown["revision"]:
            state.pick_shape(next((one.key for one in drawn.shapes if one.id == id), ""))

    component(
        key="picture",
        data={"scene": shown, "selected": shape.id if shape else "", "help": HELP},
        on_selected_change=choose,
    )


def picked(drawn: Drawing) -> Shape | None:
    """Return the chosen shape, if it is in this picture: itself, or the one that stands for it among others."""
    key = state.picked_shape()
    if not key:
        return None
    return next((one for one in drawn.shapes if one.key == key), None) or drawn.shape_for(key)


def side(graph: RoleGraph, shape: Shape) -> None:
    """Show everything about the chosen shape, and what can be done with it."""
    st.button(
        "Close", icon=":material/close:", on_click=state.pick_shape, args=("",), type="tertiary", key="close-square"
    )
    st.html(shape_details(graph, shape))
    apart = len(shape.stands_for) == 1 and shape.stands_for[0] != st.session_state.get(state.FOCUS)
    if apart and st.button("Focus the picture on this", icon=":material/center_focus_strong:"):
        state.focus_on(*shape.stands_for)
        st.rerun()
    if len(shape.places) == 1:
        square_link("@".join(shape.places[0]), "Open in Who leads on what")


def hint(drawn: Drawing) -> None:
    """Show how to read the picture while nothing is chosen: what to do, and the legend."""
    st.markdown("**Choose a shape** to see who it is, what it leads, with whom and on what authority.")
    st.html(legend(drawn))
    st.markdown("Lines grow with the number led; the number stands at the right of the shape.")


def below(graph: RoleGraph, drawn: Drawing) -> None:
    """Show the same picture as a table, and the downloads: as dots, vectors, numbers, and one file that can be moved in."""
    rows = words(drawn)
    with st.expander(
        f"The same in a table ({count(len(rows), 'line')})", key="picture-table", on_change="rerun"
    ) as folded:
        if not folded.open:
            st.markdown("Opening it fetches the table.")
        elif rows:
            st.dataframe([dict(zip(HEAD, row, strict=True)) for row in rows], hide_index=True)
        else:
            st.markdown("No lines are drawn.")
    caption = pictured.of(graph, what=drawn.sentence)  # which says the filters too
    pictured.downloads("map", lambda: svg(drawn), "picture", caption, lambda: csv_text(HEAD, rows))
    st.download_button(
        "The picture to move in (HTML)",
        lambda: stand_alone(drawn, caption).encode("utf-8"),
        file_name=named("who-leads-on-what", ".html"),
        mime="text/html",
        icon=":material/download:",
        on_click="ignore",
        help="One file that opens in any browser without a connection.",
    )


def said(drawn: Drawing, beside: Callable[[], None]) -> None:
    """Say in words what is shown, and offer to show everything where that is not so; `beside` shows what else is there."""
    with st.container(horizontal=True, vertical_alignment="center", key="shown-picture"):
        st.markdown(markdown(drawn.sentence), width="content")
        if st.session_state.get(state.FOCUS) or state.filters() != Filters():
            st.button(
                "Show everything",
                icon=":material/filter_alt_off:",
                on_click=filterbar.clear_all,
                type="tertiary",
            )
        beside()


def nothing_drawn(graph: RoleGraph) -> None:
    """Say why there is no picture and what to do next."""
    if graph.cells:
        st.info("Nothing matches these filters. Clear them, or take one away.", icon=":material/search_off:")
    else:
        st.info(
            "This map does not say yet who leads on anything. Give it responsibilities and assignments, or open an "
            "example on the page Maps to see how it is done.",
            icon=":material/lightbulb:",
        )
