"""Two places side by side: the same responsibilities, who leads in each, and where that differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import streamlit as st

from rolemap.exchange.tables import csv_text
from rolemap.graph import Cell, RoleGraph
from rolemap.graph.alike import counted, differing
from rolemap.pictures.palette import state_key
from rolemap.ui import boxes, kept, state
from rolemap.ui.filenames import named
from rolemap.ui.leads.board import areas_in_order
from rolemap.ui.leads.boardview import lead_text
from rolemap.ui.leads.details import badge
from rolemap.ui.safe import Html, html, markdown
from rolemap.ui.tables import table
from rolemap.ui.words import count, word

Pair = tuple[str, Cell | None, Cell | None]
"""A responsibility with its squares in two places; None where nothing is needed or said."""


def places(graph: RoleGraph) -> tuple[str, str] | None:
    """Show the boxes for two areas of the map, and return what is chosen; None where these are not two."""
    areas = areas_in_order(graph, {cell.area for cell in graph.cells})
    if len(areas) < 2:
        st.info("This map has no two areas with responsibilities to compare.", icon=":material/lightbulb:")
        return None
    title = graph.landscape.title
    first, second = _usual(graph, areas)
    with st.container(horizontal=True, key="place-filters"):
        one = _place("One place", state.ONE_PLACE, areas, first, title)
        other = _place("Another place", state.OTHER_PLACE, areas, second if second != one else first, title)
    kept.remember(state.ONE_PLACE, state.OTHER_PLACE)
    if one == other:
        st.info(
            f"Both boxes name {markdown(title(one))}. Choose another place in one of them.", icon=":material/lightbulb:"
        )
        return None
    return one, other


def _place(name: str, key: str, areas: Sequence[str], usual: str, title: Callable[[str], str]) -> str:
    chosen = kept.keep(key, areas) or usual
    boxes.give(key, chosen)
    st.selectbox(name, areas, key=key, format_func=title, filter_mode="contains")
    return chosen


def _usual(graph: RoleGraph, areas: Sequence[str]) -> tuple[str, str]:
    """Return two areas worth comparing first: those of the most common level in which most leads are needed."""
    level = Counter(graph.landscape.areas[area].level for area in areas).most_common(1)[0][0]
    needed = Counter(cell.area for cell in graph.needed if cell.level == level)
    found = [area for area, _ in needed.most_common(2)]
    one, other, *_ = [*found, *(area for area in areas if area not in found)]
    return one, other


def pairs(graph: RoleGraph, one: str, other: str) -> tuple[Pair, ...]:
    """Return every responsibility that either place has a square for, in the order of the map."""
    works = dict.fromkeys(cell.responsibility for cell in graph.cells if cell.area in (one, other))
    return tuple((work, graph.cell(work, one), graph.cell(work, other)) for work in works)


def differ(graph: RoleGraph, pair: Pair) -> bool:
    """Return whether the state or the kind of lead differs: each place's own director of public health is the same kind."""
    _, one, other = pair
    if one is None or other is None:
        return one is not other
    return counted(one) != counted(other) or differing(graph, (one, other))


def results(graph: RoleGraph, one: str, other: str) -> None:
    """Show where two places differ, in a sentence with counts and a table; what is alike is folded away."""
    found = pairs(graph, one, other)
    apart = [pair for pair in found if differ(graph, pair)]
    same = [pair for pair in found if not differ(graph, pair)]
    names = (graph.landscape.title(one), graph.landscape.title(other))
    sure = [sum(bool(cell and cell.sure) for cell in side) for side in zip(*(pair[1:] for pair in found), strict=True)]
    said = (
        f"{names[0]} and {names[1]} differ in {len(apart):,} of {count(len(found), 'responsibility', 'responsibilities')}: "
        f"in who leads, by kind of post or body, or in how clear that is. Clear and backed: {sure[0]:,} in {names[0]}, "
        f"{sure[1]:,} in {names[1]}."
    )
    st.html(html('<p class="rm-lead">{said}</p>', said=said))
    st.header("Where they differ", anchor=False)
    if apart:
        st.html(_table(graph, apart, names))
    else:
        st.markdown("They do not differ.")
    if same:
        with st.expander(f"Where they are alike ({count(len(same), 'responsibility', 'responsibilities')})"):
            st.html(_table(graph, same, names))
    st.download_button(
        f"Download {count(len(found), 'responsibility', 'responsibilities')} as CSV",
        lambda: csv_text(_head(names), [_line(graph, pair) for pair in found]).encode("utf-8-sig"),
        file_name=named(f"{one}-and-{other}", ".csv"),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def _table(graph: RoleGraph, found: Sequence[Pair], names: tuple[str, str]) -> Html:
    rows = [(graph.landscape.title(work), *(_said(graph, cell) for cell in (one, other))) for work, one, other in found]
    return table(count(len(rows), "responsibility", "responsibilities"), ("Responsibility", *names), rows)


def _said(graph: RoleGraph, cell: Cell | None) -> Html:
    if cell is None:
        return html("{none}", none="Nothing is needed or said here")
    return html("{badge} {lead}", badge=badge(state_key(cell)), lead=lead_text(graph, cell))


def _head(names: tuple[str, str]) -> tuple[str, ...]:
    return (
        "Responsibility",
        *(f"{what}, {name}" for name in names for what in ("State", "Who leads")),
        "Do they differ?",
    )


def _line(graph: RoleGraph, pair: Pair) -> list[str]:
    sides = [
        text for cell in pair[1:] for text in ((word(state_key(cell)), lead_text(graph, cell)) if cell else ("", ""))
    ]
    return [graph.landscape.title(pair[0]), *sides, "yes" if differ(graph, pair) else "no"]
