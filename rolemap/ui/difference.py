"""How two graphs differ, as the pages What if and Compare show it: counts side by side, sentences by what matters, rows."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from rolemap.changes import Comparison
from rolemap.exchange.tables import csv_text
from rolemap.findings.words import listed
from rolemap.graph import Cell
from rolemap.pictures.palette import state_key
from rolemap.reports.difference import TITLES, Group, Section, in_short, names, sections
from rolemap.reports.difference_cells import Name
from rolemap.reports.difference_needs import Needs, needs
from rolemap.ui.glance import state_counts
from rolemap.ui.leads.details import badge
from rolemap.ui.safe import Html, html, joined
from rolemap.ui.tables import bullets, table
from rolemap.ui.words import count, word

OPENED = 4
"""How many sections are shown open; the rest are folded under their counts."""

MOST_LINES = 60
"""How many sentences of a section are shown; the download has them all."""

NOT_COUNTED = "not counted"

DUE = "Of that, because the need came or went"

HEAD = ("What became of it", "Responsibility", "Area", "State before", "State after", "Led by before", "Led by after")


def short(comparison: Comparison) -> Html:
    """Return what differs with counts: what matters most as a sentence, the rest as a list."""
    first, *rest = in_short(comparison)
    return html('<p class="rm-lead">{first}</p>{rest}', first=first, rest=bullets(rest) if rest else "")


def counts(comparison: Comparison, before: str, after: str) -> Html:
    """Return how many squares are in each state on both sides, and the difference, as a table.

    Where a need came or went, a column says how much of each difference is due to that, and rows say why.
    """
    old, new = state_counts(comparison.old.cells), state_counts(comparison.new.cells)
    found = needs(comparison)
    gone = state_counts(one.before for one in (*found.lapsed, *found.ended) if one.before)
    come = state_counts(one.after for one in found.begun if one.after)
    numbers: list[tuple[object, int, int, int]] = [
        (badge(key), old[key], new[key], come[key] - gone[key]) for key in old
    ]
    whole = (sum(old.values()), sum(new.values()), sum(come.values()) - sum(gone.values()))
    numbers.append(("All that need a lead", *whole))
    rows = [
        (what, f"{one:,}", f"{other:,}", _more(other - one), *((_more(part),) if found else ()))
        for what, one, other, part in numbers
    ]
    head = ("State", before, after, "Difference", *((DUE,) if found else ()))
    return table("Squares that need a lead, by state", head, [*rows, *_why(found)])


def _why(found: Needs) -> list[tuple[object, ...]]:
    """Return a row for each reason why squares are counted on one side only."""
    rows: list[tuple[object, ...]] = []
    for what, gone, come in (
        ("Had a lead, and no body of the right kind is left", len(found.lapsed), 0),
        ("Need no lead any more for another reason", len(found.ended), 0),
        ("Need a lead now, and did not", 0, len(found.begun)),
    ):
        if gone or come:
            before, after = (f"{one:,}" if one else NOT_COUNTED for one in (gone, come))
            rows.append((what, before, after, _more(come - gone), _more(come - gone)))
    return rows


def _more(number: int) -> str:
    return "no change" if not number else f"{'+' if number > 0 else '−'}{abs(number):,}"


def download(comparison: Comparison, name: str) -> None:
    """Offer the squares that differ as CSV, in a file of this name; nothing where none does."""
    if comparison.cells:
        st.download_button(
            f"Download {count(len(comparison.cells), 'square that differs', 'squares that differ')} as CSV",
            lambda: csv_text(HEAD, rows(comparison)).encode("utf-8-sig"),
            file_name=name,
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )


def story(comparison: Comparison) -> Html:
    """Return the sentences by what matters: the first sections open, the rest folded under their counts."""
    return told(sections(comparison))


def told(found: Sequence[Section]) -> Html:
    """Return sections as HTML: the first ones open, the rest folded under their counts."""
    return joined(_section(one, opened=number < OPENED) for number, one in enumerate(found))


def _section(one: Section, *, opened: bool) -> Html:
    body, left = [], MOST_LINES
    for group in one.groups:
        if left > 0:
            body.append(_group(group, left))
            left -= len(group.lines)
    more = len(one.lines) - MOST_LINES
    rest = html('<p class="rm-quiet">And {more} more; the download has them all.</p>', more=more) if more > 0 else ""
    return html(
        "{start}<summary><h3>{title} ({number})</h3></summary>{body}{rest}</details>",
        start=Html('<details class="rm-change" open>') if opened else Html('<details class="rm-change">'),
        title=one.title,
        number=f"{one.number:,}",
        body=joined(body),
        rest=rest,
    )


def _group(group: Group, most: int) -> Html:
    head = html("<p>{head}:</p>", head=group.heading) if group.head else ""
    return html("{head}{lines}", head=head, lines=bullets(group.lines[:most]))


def rows(comparison: Comparison) -> list[list[str]]:
    """Return a row under `HEAD` for each square that differs."""
    name = names(comparison)
    return [
        [
            TITLES[one.change],
            name(one.responsibility),
            name(one.area),
            _state(one.before),
            _state(one.after),
            _leads(name, one.before),
            _leads(name, one.after),
        ]
        for one in comparison.cells
    ]


def _state(cell: Cell | None) -> str:
    return word(state_key(cell)) if cell else "Not needed"


def _leads(name: Name, cell: Cell | None) -> str:
    return listed(map(name, cell.leads), 6) if cell else ""
