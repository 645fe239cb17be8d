"""What rolemap notices, as numbered items with the question for the room, what matters most first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rolemap.findings import Severity
from rolemap.findings.themes import THEMES
from rolemap.findings.words import counted, day
from rolemap.reports.blocks import Block, Bullets, Column, Heading, Notes, Paragraph, Run, Table, text
from rolemap.reports.figures import Figures, Numbered
from rolemap.reports.sections.bounds import first_rows, within
from rolemap.reports.words import SEVERITIES, short

MOST_URGENT = 8
"""How many items that need a decision the summary names; the rest are counted."""

FIRST_OF_THEME = 2
"""How many items of each theme it names before it fills up with those that come first."""

BRIEF = 240
"""How many characters of an item the summary shows."""

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

MANY = {
    Severity.ERROR: "These need a decision",
    Severity.WARNING: "These are worth a look",
    Severity.PROMPT: "Questions worth asking",
}

SHORTLY = {Severity.ERROR: "to decide", Severity.WARNING: "to look at", Severity.PROMPT: "to ask"}
"""The same for the name of a sheet or a file."""


def urgent(figures: Figures) -> Iterator[Block]:
    """Yield the items that need a decision, as a list."""
    found = figures.urgent()
    if not found:
        yield Paragraph(text("Nothing that rolemap notices needs a decision."))
        return
    yield Bullets(tuple((Run(f"{one.number} ", bold=True), Run(brief(one))) for one in _foremost(found)))
    more = len(found) - MOST_URGENT
    others = counted(more, "more needs", "more need") + " a decision. " if more > 0 else ""
    yield Paragraph(text(f"{others}Each stands in full further on, under its number."))


def _foremost(found: Sequence[Numbered]) -> list[Numbered]:
    """Return the items the summary names: the first of every theme, then those that matter most."""
    seen: Counter[str] = Counter()
    first = []
    for one in found:
        seen[one.number[0]] += 1
        if seen[one.number[0]] <= FIRST_OF_THEME:
            first.append(one)
    rest = [one for one in found if one not in first]
    chosen = [*first, *rest][:MOST_URGENT]
    return [one for one in found if one in chosen]


def brief(one: Numbered, most: int = BRIEF) -> str:
    """Return what is noticed, cut after a whole name where it is longer than `most` characters."""
    message = one.group.message
    if len(message) <= most:
        return message
    kept = max(message.rfind("; ", 0, most), message.rfind(", ", 0, most))
    kept = kept if kept > most / 2 else message.rfind(" ", 0, most)
    return f"{message[:kept] if kept > 0 else message[:most]} …"


def theme(figures: Figures, *themes: str) -> Iterator[Block]:
    """Yield what is noticed under some themes: a table for each severity, and the first question as a speaker's note."""
    found = figures.themed(*themes)
    if not found:
        yield Paragraph(text(" ".join(NOTHING[one] for one in themes)))
        return
    yield Paragraph(text(" ".join(ABOUT[one] for one in themes)))
    yield from tables(found, THEMES[themes[0]])
    yield Notes(f"To ask the room: {found[0].group.first.question}")


def tables(found: Sequence[Numbered], name: str) -> Iterator[Table]:
    """Yield a table for each severity that occurs."""
    for severity in Severity:
        here = [one for one in found if one.group.first.severity is severity]
        if here:
            yield _table(here, short(f"{name} {SHORTLY[severity]}"), f"{name}: {MANY[severity].lower()}")


def _table(found: Sequence[Numbered], name: str, caption: str) -> Table:
    rows, note = first_rows(found)
    return Table(
        name=name,
        caption=caption,
        columns=(Column("No.", 0.5), Column("What is noticed", 4), Column("To ask", 3)),
        rows=tuple((text(one.number), text(within(one.group.message)), text(one.group.first.question)) for one in rows),
        note=note,
    )


def accepted(figures: Figures) -> Iterator[Block]:
    """Yield the decisions to live with a finding, under their heading; nothing where there are none."""
    found = [(one, one.accepted) for one in figures.accepted if one.accepted is not None]
    if found:
        yield Heading(2, "Decided to live with")
        yield Table(
            name="Decided",
            caption="Findings people decided to live with",
            columns=(Column("What is noticed", 3), Column("Why", 2), Column("Whose decision", 1.2), Column("Until", 1)),
            rows=tuple(
                (
                    text(one.message),
                    text(decision.reason),
                    text(figures.landscape.title(decision.owner)),
                    text(day(decision.until) if decision.until else "No end given"),
                )
                for one, decision in found
            ),
        )
        yield Notes("To ask the room: does each reason still hold?")


def severities(found: Iterable[Numbered]) -> str:
    """Return how many items there are of each severity, in words."""
    items = list(found)
    counts = [(severity, sum(one.group.first.severity is severity for one in items)) for severity in Severity]
    return "; ".join(f"{SEVERITIES[severity].lower()}: {number}" for severity, number in counts if number)
