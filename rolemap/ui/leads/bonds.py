"""Who works with whom, in words: sentences, the list of what two bodies share, and the same as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rolemap.exchange.tables import csv_text
from rolemap.findings.words import counted, listed
from rolemap.graph import Cell, RoleGraph
from rolemap.graph.together import Ground, Meeting, Pair, Together, meetings, pair_of
from rolemap.pictures.palette import state_key
from rolemap.ui.leads.boardview import lead_text
from rolemap.ui.leads.details import badge
from rolemap.ui.safe import Html, html, joined
from rolemap.ui.tables import MOST
from rolemap.ui.words import word

MOST_DRAWN = 24
"""How many organisations the grid draws; the others are in the table and the download."""

MOST_SQUARES = 40
"""How many squares of two bodies are listed; the download has them all."""

HEAD = ("Organisation", "With", "Responsibilities", "Squares", "Where they meet", "Pillars", "On what ground")
GROUNDS = {
    Ground.LEADS: "Lead together",
    Ground.HELPS: "One leads, the other helps or answers",
    Ground.AGREEMENT: "Share an agreement",
}
"""What may count as working together, as people choose it."""

LINE = (
    "Organisation",
    "With",
    "Responsibility",
    "Area",
    "Pillar",
    "State",
    "Who leads",
    "On what ground",
    "Agreements",
)


def drawn(found: Together, body: str) -> tuple[str, ...]:
    """Return the bodies the grid draws: those that share most; with a `body`, it and those it shares most with."""
    if not body:
        return found.bodies[:MOST_DRAWN]
    return (body, *(other for other, _ in found.partners(body)))[:MOST_DRAWN]


def sentence(graph: RoleGraph, found: Together, body: str) -> str:
    """Return in one sentence with how many others a body works and with whom most; without one, for all."""
    title = graph.landscape.title
    body_first = body or (found.bodies[0] if found.bodies else "")
    if not body_first:
        return "No two organisations share a responsibility here."
    others = found.partners(body_first)
    if not others:
        return f"{title(body_first)} shares no responsibility with another organisation here."
    most = [other for other, number in others if number == others[0][1]]
    works = counted(others[0][1], "responsibility", "responsibilities") + (" each" if len(most) > 1 else "")
    whom = listed(map(title, most), 4)
    said = f"{title(body_first)} works with {counted(len(others), 'other')}, most with {whom} ({works})."
    if body:
        return said
    whole = (
        f"{counted(len(found.bodies), 'organisation')} share responsibilities, in {counted(len(found.pairs), 'pair')}."
    )
    return f"{whole} {said}"


def left_out(found: Together, body: str) -> str:
    """Return in words how many bodies the grid leaves out; empty where it draws all."""
    whole = len(found.partners(body)) + 1 if body else len(found.bodies)
    more = whole - MOST_DRAWN
    if more <= 0:
        return ""
    return (
        f"The grid draws the {MOST_DRAWN} that share most; {counted(more, 'more is', 'more are')} in the table and the "
        "download. Choose one, or filters, to see others."
    )


def ranked(found: Together, body: str) -> list[Pair]:
    """Return the pairs, of a body or all, those that share most first; a body stands first in its own."""
    if body:
        return [(body, other) for other, _ in found.partners(body)]
    return sorted(found.pairs, key=lambda pair: (-len(found.pairs[pair]), pair))


@dataclass(frozen=True)
class Seen:
    """Who works with whom in some squares of a map, on some grounds. What is asked of it again is not worked out again."""

    graph: RoleGraph
    cells: tuple[Cell, ...]
    grounds: frozenset[Ground]
    found: Together
    _rows: dict[str, list[list[str]]] = field(default_factory=dict)
    _meetings: dict[Pair, list[Meeting]] = field(default_factory=dict)

    def first_rows(self, body: str) -> list[list[str]]:
        """Return the first rows under `HEAD`, of a body or of all: as many as a table shows."""
        if body not in self._rows:
            self._rows[body] = rows(self, ranked(self.found, body)[:MOST])
        return self._rows[body]

    def between(self, pair: Pair) -> list[Meeting]:
        """Return the squares that two bodies share."""
        if pair not in self._meetings:
            self._meetings.update(self.meetings([pair]))
        return self._meetings[pair]

    def meetings(self, pairs: Iterable[Pair]) -> dict[Pair, list[Meeting]]:
        """Return the squares that each of some pairs shares."""
        return meetings(self.graph, self.cells, (pair_of(*pair) for pair in pairs), self.grounds)


def rows(seen: Seen, pairs: Sequence[Pair]) -> list[list[str]]:
    """Return a row under `HEAD` for each of some pairs."""
    title = seen.graph.landscape.title
    met = seen.meetings(pairs)
    said = []
    for one, other in pairs:
        shared = met[pair_of(one, other)]
        grounds = dict.fromkeys(ground for meeting in shared for ground in meeting.grounds)
        said.append(
            [
                *(title(one), title(other), f"{seen.found.shared(one, other):,}", f"{len(shared):,}"),
                listed(dict.fromkeys(title(meeting.cell.area) for meeting in shared), 4),
                listed(dict.fromkeys(title(meeting.cell.pillar) for meeting in shared if meeting.cell.pillar), 4),
                "; ".join(grounds),
            ]
        )
    return said


def sheet(seen: Seen, body: str) -> str:
    """Return every square that two bodies share as CSV, one line each; with a `body`, only those of it."""
    pairs = ranked(seen.found, body)
    met = seen.meetings(pairs)
    return csv_text(LINE, (line for pair in pairs for line in _lines(seen, pair, met[pair_of(*pair)])))


def _lines(seen: Seen, pair: Pair, shared: Iterable[Meeting]) -> Iterator[list[str]]:
    title = seen.graph.landscape.title
    one, other = pair
    for meeting in shared:
        cell = meeting.cell
        yield [
            *(title(one), title(other), title(cell.responsibility), title(cell.area), title(cell.pillar)),
            *(word(state_key(cell)), lead_text(seen.graph, cell), "; ".join(meeting.grounds)),
            "; ".join(map(title, meeting.agreements)),
        ]


def details(seen: Seen, one: str, other: str) -> Html:
    """Return what two bodies share, as a page beside the grid: in words, then responsibility by responsibility."""
    graph, shared = seen.graph, seen.between(pair_of(one, other))
    title = graph.landscape.title
    works: dict[str, list[Meeting]] = {}
    for meeting in shared:
        works.setdefault(meeting.cell.responsibility, []).append(meeting)
    head = html('<h2>{one} <span class="rm-in">and {other}</span></h2>', one=title(one), other=title(other))
    if not shared:
        return html('<section class="rm-details">{head}<p>They share nothing here.</p></section>', head=head)
    areas = dict.fromkeys(title(meeting.cell.area) for meeting in shared)
    pillars = dict.fromkeys(title(meeting.cell.pillar) for meeting in shared if meeting.cell.pillar)
    papers = dict.fromkeys(title(id) for meeting in shared for id in meeting.agreements)
    facts = (
        ("They meet in", listed(areas, 6)),
        ("Pillars", listed(pillars, 6)),
        ("Agreements", listed(papers, 6) or "none recorded that covers these"),
    )
    return html(
        '<section class="rm-details" aria-label="What the two share">{head}<p>They share {works} in {squares}.</p>'
        '<dl class="rm-facts">{facts}</dl><ul class="rm-list">{listed}</ul>{more}</section>',
        head=head,
        works=counted(len(works), "responsibility", "responsibilities"),
        squares=counted(len(shared), "square"),
        facts=joined(html("<dt>{name}</dt><dd>{said}</dd>", name=name, said=said) for name, said in facts if said),
        listed=joined(_work(graph, id, found) for id, found in list(works.items())[:MOST_SQUARES]),
        more=html('<p class="rm-quiet">And {more} more; the download has them all.</p>', more=len(works) - MOST_SQUARES)
        if len(works) > MOST_SQUARES
        else "",
    )


def _work(graph: RoleGraph, responsibility: str, found: Sequence[Meeting]) -> Html:
    states = dict.fromkeys(state_key(meeting.cell) for meeting in found)
    grounds: dict[Ground, None] = dict.fromkeys(ground for meeting in found for ground in meeting.grounds)
    return html(
        '<li><strong>{title}</strong> {badges}<br><span class="rm-quiet">{where}: {grounds}</span></li>',
        title=graph.landscape.title(responsibility),
        badges=joined((badge(key) for key in states), " "),
        where=listed((graph.landscape.title(meeting.cell.area) for meeting in found), 4),
        grounds="; ".join(grounds),
    )
