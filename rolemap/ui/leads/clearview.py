"""How clear: the states of squares as a bar for each level and each pillar, with a sentence and a table that say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import streamlit as st

from rolemap.exchange.tables import csv_text
from rolemap.graph import Cell
from rolemap.model.words import percent
from rolemap.pipeline import Analysis
from rolemap.reports.blocks import Picture, Table, plain
from rolemap.reports.sections.health import BY, clarity, groups
from rolemap.ui import filterbar, glance, pictured, state
from rolemap.ui.filters import describe, matching
from rolemap.ui.leads import tools
from rolemap.ui.leads.board import Tally, tally
from rolemap.ui.safe import Html, html, joined
from rolemap.ui.tables import table
from rolemap.ui.words import count, share

Group = tuple[str, list[Cell]]
"""A level or pillar by name, with its squares that need a lead."""

STATE_KEPT = "A state is chosen above: the bars count the other states too, so that shares stay shares of the whole."


def show(analysis: Analysis) -> None:
    """Show how clear the squares are that the filters let through, whatever their state."""
    graph = analysis.graph
    filters = state.filters()
    cells = tuple(cell for cell in matching(graph, replace(filters, states=())) if cell.needed)
    filterbar.shown_sentence(
        f"{len(cells):,} of {count(len(graph.needed), 'square')} that need a lead counted.", describe(graph, filters)
    )
    if not cells:
        tools.nothing_shown(graph)
        return
    if filters.states:
        st.info(STATE_KEPT, icon=":material/info:")
    st.html(glance.legend({key: number for key, number in glance.state_counts(cells).items() if number}))
    caption = pictured.of(graph, describe(graph, replace(filters, states=())))
    for word, picture in zip(BY, clarity(graph.landscape, cells), strict=True):
        _chart(word, groups(graph.landscape, cells, word), picture, caption)


def sentence(word: str, found: Sequence[Group]) -> str:
    """Return where it is clearest who leads and where least, with shares and counts."""
    shares = [(percent(one.sure, one.needed), name, share(one.sure, one.needed)) for name, one in _tallied(found)]
    if len(shares) == 1:
        return f"All of it is at one {word}, {shares[0][1]}: {shares[0][2]} clear and backed."
    best, least = max(shares), min(shares)
    if best[0] == least[0]:
        return f"Each {word} is equally clear: {best[0]}% clear and backed."
    return f"Clearest is {best[1]}, {best[2]} clear and backed; least clear is {least[1]}, {least[2]}."


def _tallied(found: Sequence[Group]) -> Iterator[tuple[str, Tally]]:
    for name, cells in found:
        yield name, tally(cells)


def bars(found: Sequence[Group]) -> Html:
    """Return a bar for each group: its parts with the symbols of their states, and all counts in words under it."""
    return html('<ul class="rm-shares">{items}</ul>', items=joined(_bar(name, cells) for name, cells in found))


def _bar(name: str, cells: Sequence[Cell]) -> Html:
    found = tally(cells)
    return glance.share_bar(name, glance.state_counts(cells), share(found.sure, found.needed))


def _chart(word: str, found: Sequence[Group], picture: Picture, caption: str) -> None:
    st.header(f"By {word}", anchor=False)
    st.html(html('<p class="rm-lead">{said}</p>{bars}', said=sentence(word, found), bars=bars(found)))
    if picture.table is not None:
        head, rows = as_text(picture.table)
        with st.expander(f"The same in a table, by {word}"):
            st.html(table(picture.table.caption, head, rows))
        pictured.downloads(
            f"how-clear-by-{word}", lambda: picture.svg, f"chart by {word}", caption, lambda: csv_text(head, rows)
        )


def as_text(found: Table) -> tuple[list[str], list[list[str]]]:
    """Return the names of the columns of a table of a report, and its rows as text."""
    return [column.title for column in found.columns], [[plain(value) for value in row] for row in found.rows]
