"""How two graphs differ, as the pages What if and Compare show it: counts side by side, sentences by what matters, rows."""

from __future__ import annotations

from collections.abc import Sequence

from rolemap.changes import Comparison
from rolemap.findings.words import listed
from rolemap.graph import Cell
from rolemap.pictures.palette import state_key
from rolemap.reports.difference import TITLES, Group, Section, in_short, names, sections
from rolemap.reports.difference_cells import Name
from rolemap.ui.glance import state_counts
from rolemap.ui.leads.details import badge
from rolemap.ui.safe import Html, html, joined
from rolemap.ui.tables import bullets, table
from rolemap.ui.words import word

OPENED = 4
"""How many sections are shown open; the rest are folded under their counts."""

MOST_LINES = 60
"""How many sentences of a section are shown; the download has them all."""

NEED = (
    "Where a body of the kind that needs a lead comes or goes, the need comes or goes with it: the totals then differ."
)

HEAD = ("What became of it", "Responsibility", "Area", "State before", "State after", "Led by before", "Led by after")


def short(comparison: Comparison) -> Html:
    """Return what differs in a few sentences with counts."""
    return html('<p class="rm-lead">{said}</p>', said=" ".join(in_short(comparison)))


def counts(comparison: Comparison, before: str, after: str) -> Html:
    """Return how many squares are in each state on both sides, and the difference, as a table."""
    old, new = state_counts(comparison.old.cells), state_counts(comparison.new.cells)
    rows: list[tuple[object, ...]] = [
        (badge(key), f"{old[key]:,}", f"{new[key]:,}", _more(new[key] - old[key])) for key in old
    ]
    needed = (sum(old.values()), sum(new.values()))
    rows.append(("All that need a lead", f"{needed[0]:,}", f"{needed[1]:,}", _more(needed[1] - needed[0])))
    found = table("Squares that need a lead, by state", ("State", before, after, "Difference"), rows)
    return found if needed[0] == needed[1] else html('{found}<p class="rm-quiet">{note}</p>', found=found, note=NEED)


def _more(number: int) -> str:
    return "no change" if not number else f"{'+' if number > 0 else '−'}{abs(number):,}"


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
