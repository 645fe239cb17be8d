"""What rolemap notices, as numbered items with the question for the room, what matters most first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rolemap.findings import Severity
from rolemap.findings.themes import THEMES
from rolemap.findings.words import day, listed
from rolemap.reports.blocks import Block, Column, Heading, Notes, Paragraph, Shared, Table, When, text
from rolemap.reports.figures import Figures, Numbered
from rolemap.reports.sections.bounds import first_rows, within
from rolemap.reports.words import SEVERITIES, short

BRIEF = 240
"""How many characters of an item the summary shows."""

ROOM = 60
"""How many characters more it shows for the end of a title in quotation marks."""

SHEET = "What is noticed, what matters most first under each heading"
"""What a sheet of all items holds."""

ABOUT = {
    "GAP": "Where a lead is needed and none is recorded, or the lead may not hold.",
    "OVL": "Where more than one party is seen to lead, or the accounts differ.",
    "AGR": "Where a lead rests on no agreement, or on one that has ended, waits for a signature or is due for review.",
    "ACC": "Where it is not clear to whom a lead answers, or with whose money it acts.",
    "LOAD": "Where much hangs on one post, or a post or partner has no part.",
    "DEF": "Where people use the same word and mean different things.",
    "DEC": "Decisions about findings that are due to be looked at again.",
    "CHG": "What still names something that the changes end or merge.",
}
"""What each theme is about."""

NOTHING = {
    "GAP": "No gap is noticed: wherever a lead is needed, one is recorded.",
    "OVL": "No overlap is noticed: the accounts of who leads agree.",
    "AGR": "Nothing is noticed about agreements.",
    "ACC": "Nothing is noticed about to whom leads answer, or with whose money they act.",
    "LOAD": "Nothing is noticed about how much hangs on whom.",
    "DEF": "Nothing further is noticed about words.",
    "DEC": "No decision about a finding is due to be looked at again.",
    "CHG": "No loose end is noticed.",
}
"""What is said under a theme where nothing is noticed."""

FEWEST_SHARED = 4
"""From how many items on a question that all of a table share is asked before it and not beside each."""

MANY_ALIKE = 6
"""So many items in a row with the same question have a table that asks it once."""

MANY = {
    Severity.ERROR: "These need a decision",
    Severity.WARNING: "These are worth a look",
    Severity.PROMPT: "Questions worth asking",
}

SHORTLY = {Severity.ERROR: "to decide", Severity.WARNING: "to look at", Severity.PROMPT: "to ask"}
"""The same for the name of a sheet or a file."""


NUMBERS = (
    "The numbers (G1, O1) are those of this report, and the same in every kind of report of the same map on the same day "
    "that is narrowed in the same way. A report of another day, area or level may count afresh."
)
"""How the numbers of items are to be read."""

COUNTED = {
    Severity.ERROR: ("needs a decision", "need a decision"),
    Severity.WARNING: ("is worth a look", "are worth a look"),
    Severity.PROMPT: ("is a question worth asking", "are questions worth asking"),
}
"""What is said of one item of a severity, and of several."""


def brief(message: str, most: int = BRIEF) -> str:
    """Return what is noticed, cut after a whole name where it is longer than `most` characters; a title is not cut."""
    if len(message) <= most:
        return message
    kept = max(message.rfind("; ", 0, most), message.rfind(", ", 0, most))
    kept = kept if kept > most / 2 else message.rfind(" ", 0, most)
    kept = kept if kept > 0 else most
    if message.count("“", 0, kept) > message.count("”", 0, kept):
        end = message.find("”", kept) + 1
        kept = end if 0 < end <= most + ROOM else kept
    return f"{message[:kept]} …"


def theme(figures: Figures, *themes: str) -> Iterator[Block]:
    """Yield what is noticed under some themes: a table for each severity, and the first question as a speaker's note."""
    found = figures.themed(*themes)
    if not found:
        yield Paragraph(text(" ".join(NOTHING[one] for one in themes)))
        return
    yield Paragraph(text(" ".join(ABOUT[one] for one in themes)))
    yield from tables(found, THEMES[themes[0]])
    yield Notes(f"To ask the room: {found[0].group.first.question}")


def tables(found: Sequence[Numbered], name: str) -> Iterator[Block]:
    """Yield a table for each severity that occurs; items that follow each other and ask the same have one of their own."""
    for severity in Severity:
        here = [one for one in found if one.group.first.severity is severity]
        for at, part in enumerate(_asked_alike(here)):
            sheet = f"{name} {SHORTLY[severity]}{f' {at + 1}' if at else ''}"
            shared = Shared(
                "Noticed", SHEET, (("Under", text(name)), ("How much it matters", text(SEVERITIES[severity])))
            )
            yield from _table(
                part, short(sheet), f"{name}: {MANY[severity].lower()}{', continued' if at else ''}", shared
            )


def _asked_alike(found: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """Yield items in parts: `MANY_ALIKE` or more in a row with the same question as one, and what is between them."""
    between: list[Numbered] = []
    for _, run in groupby(found, key=lambda one: one.group.first.question):
        alike = list(run)
        if len(alike) < MANY_ALIKE:
            between += alike
            continue
        if between:
            yield between
        yield alike
        between = []
    if between:
        yield between


def _table(found: Sequence[Numbered], name: str, caption: str, sheet: Shared) -> Iterator[Block]:
    """Yield items with their questions; a question that all of them share is asked once, before the table."""
    rows, note = first_rows(found)
    columns = (Column("No.", 0.5), Column("What is noticed", 4), Column("To ask", 3, detail=True, spoken=True))
    questions = {one.group.first.question for one in found}
    shared = len(questions) == 1 and len(found) >= FEWEST_SHARED
    if shared:
        yield Paragraph(text(f"To ask of {found[0].number} to {found[-1].number}: {questions.pop()}"))
    items = [(text(one.number), text(within(one.group.message)), text(one.group.first.question)) for one in rows]
    yield Table(
        name=name,
        caption=caption,
        columns=columns[:-1] if shared else columns,
        rows=tuple(item[:-1] if shared else item for item in items),
        note=note,
        brief=found[0].group.first.severity is not Severity.ERROR,
        shared=replace(sheet, said=(*sheet.said, ("To ask", text(found[0].group.first.question)))),
    )


def accepted(figures: Figures, level: int = 2) -> Iterator[Block]:
    """Yield the decisions to live with a finding, under their heading; nothing where there are none."""
    found = [(one, one.accepted) for one in figures.accepted if one.accepted is not None]
    if found:
        yield Heading(level, "Decided to live with")
        yield Table(
            name="Decided",
            caption="Findings people decided to live with",
            columns=(Column("What is noticed", 3), Column("Why", 2), Column("Whose decision", 1.2), Column("Until", 1)),
            rows=tuple(
                (
                    text(one.message),
                    text(decision.reason),
                    text(figures.landscape.title(decision.owner)),
                    When(decision.until, day(decision.until)) if decision.until else text("No end given"),
                )
                for one, decision in found
            ),
        )
        yield Notes("To ask the room: does each reason still hold?")


def severities(found: Iterable[Numbered]) -> str:
    """Return how many items there are of each severity, in words ("23 need a decision and 7 are questions worth asking")."""
    items = list(found)
    counts = [(severity, sum(one.group.first.severity is severity for one in items)) for severity in Severity]
    return listed((f"{number} {COUNTED[severity][number > 1]}" for severity, number in counts if number), 3)
