"""The facilitator's sheet: every finding with its question, room for the answer, and where the map says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolemap.findings import Severity
from rolemap.findings.themes import THEMES
from rolemap.findings.words import counted, listed
from rolemap.problems import Location
from rolemap.reports.blocks import (
    Block,
    Callout,
    Column,
    Document,
    Heading,
    Notes,
    Paragraph,
    Run,
    Shared,
    Table,
    Tone,
    text,
)
from rolemap.reports.figures import Figures, Numbered, document
from rolemap.reports.sections import noticed, sheets
from rolemap.reports.sections.bounds import within
from rolemap.reports.words import SEVERITIES, short

MOST_PLACES = 3
"""How many places in the files an item names."""


def build(figures: Figures) -> Document:
    """Return the findings list."""
    return document(figures, "findings-list", "Findings and questions for the room", _blocks(figures))


def _blocks(figures: Figures) -> Iterator[Block]:
    found = figures.groups
    yield Heading(1, "How to use this list")
    if not found:
        yield Paragraph(text("Nothing is noticed in this map."))
        return
    items, notes = counted(len(found), "item"), counted(len(figures.findings), "finding")
    one = "; findings that say the same of several places are one item" if len(found) < len(figures.findings) else ""
    yield Paragraph(
        text(
            f"There are {items} for {notes}{one}: {noticed.severities(found)}. What matters most comes first under each "
            f"heading. {noticed.NUMBERS}"
        )
    )
    words = (
        "Read the item aloud, ask its question, and let people answer before anybody explains. Write down what was agreed, "
        "who will see to it and by when, and tick what is settled. An item is a question about the map, not a judgement of "
        "anybody."
    )
    yield Callout(Tone.QUESTION, "For whoever leads the meeting", (Run(words),))
    for theme, title in THEMES.items():
        here = figures.themed(theme)
        if here:
            yield Heading(1, title)
            yield Paragraph(text(noticed.ABOUT[theme]))
            yield _table(title, here, to_write_in=not figures.bulk)
            yield Notes(f"Start with {here[0].number}: {here[0].group.first.question}")
    yield from noticed.accepted(figures, level=1)
    yield Heading(1, "Where each item is in the map", detail=True)
    yield _places(found)
    if figures.bulk:
        yield sheets.findings(figures)


def _table(title: str, found: Sequence[Numbered], *, to_write_in: bool) -> Table:
    """Return items as a table; one to write in has a box to tick and asks who and by when beside each."""
    box, who = ("\n\N{BALLOT BOX}", "Who:\n\nBy when:") if to_write_in else ("", "")
    return Table(
        name=short(title),
        caption=f"{title}: {counted(len(found), 'item')}",
        columns=(
            Column("No.", 0.5),
            Column("What is noticed", 3.4),
            Column("To ask", 2.4),
            Column("How much it matters", 1.2, detail=True),
            Column("What was agreed", 2.2),
            Column("Who, by when", 1.4, detail=True),
        ),
        rows=tuple(
            (
                text(f"{one.number}{box}"),
                text(within(one.group.message)),
                text(one.group.first.question),
                text(SEVERITIES[one.group.first.severity]),
                (),
                text(who),
            )
            for one in found
        ),
        wide=True,
        foremost=sum(one.group.first.severity is Severity.ERROR for one in found),
        shared=Shared("Noticed", noticed.SHEET, (("Under", text(title)),)),
    )


def _places(found: Sequence[Numbered]) -> Table:
    return Table(
        name="Places in the files",
        caption="Files and lines behind each item",
        columns=(Column("No.", 0.5), Column("Rule", 1.4), Column("Files and lines", 5)),
        rows=tuple(
            (text(one.number), text(f"{one.group.first.code} {one.group.first.name}"), text(_files(one)))
            for one in found
        ),
    )


def _files(one: Numbered) -> str:
    places = dict.fromkeys(place.location for finding in one.group.findings for place in finding.places)
    said = listed(map(_where, list(places)[:MOST_PLACES]), MOST_PLACES)
    more = len(places) - MOST_PLACES
    return f"{said}; {counted(more, 'more place')}" if more > 0 else said


def _where(place: Location) -> str:
    return f"{place.file}, line {place.line}" if place.line else place.file
