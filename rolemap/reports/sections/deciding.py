"""What needs a decision, for the summary of a report: every item in a sentence where a page has room, and more of the first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rolemap.findings.groups import Group
from rolemap.findings.words import counted, listed, namer
from rolemap.graph import RoleGraph
from rolemap.reports.blocks import Block, Bullets, KeyFigures, Paragraph, Run, text
from rolemap.reports.figures import Figures, Numbered
from rolemap.reports.numbering import ranges
from rolemap.reports.sections.noticed import brief
from rolemap.reports.sections.room import ACROSS, lines_of, wrapped

PAGE = 50.5
"""How many lines the page of a summary has below its heading, that of the list and what follows it. Measured as room.PAGE."""

NOTES = 5.0
"""How many of them the notes under figures take."""

ONE_ROW, SECOND_ROW = 5, 3.0
"""How many figures stand side by side, and how many lines a second row of them takes."""

BOXES = 19.0
"""How many of them boxes on changes tried take."""

SLIDE = 14.0
"""How many lines of a page are shown where there is little room."""

SPARE = 3.0
"""How many lines stay free where items are said in full."""

LEAST = 12.0
"""How many lines the list has in any case."""

MARGIN = 6
"""How many letters fewer a line of a list holds."""

FIRST_OF_THEME = 2
"""How many items of each theme are named before the others, where not all have room."""


def urgent(figures: Figures, before: Sequence[Block] = ()) -> Iterator[Block]:
    """Yield the items that need a decision, as a list that with what stands `before` it fills a page.

    Each is a sentence; those that come first are said in full where there is room for all. What has none is counted.
    """
    found = figures.urgent()
    if not found:
        yield Paragraph(text("Nothing that rolemap notices needs a decision."))
        return
    room = max(LEAST, PAGE - _taken(before) - BOXES * bool(figures.tried))
    short = {one.number: sentence(one.group, figures.graph) for one in found}
    shown = _foremost(found, short, room)
    said = _lengthened(shown, short, room - SPARE)
    first = _foremost(shown, short, SLIDE)
    beside = frozenset(at for at, one in enumerate(shown) if one not in first)
    whole, brief_ = (
        tuple((Run(f"{one.number} ", bold=True), Run(words[one.number])) for one in shown) for words in (said, short)
    )
    yield Bullets(whole, beside, brief_)
    more = [one.number for one in found if one not in shown]
    others = (
        f"{counted(len(more), 'more needs', 'more need')} a decision: {listed(ranges(more), len(more))}. "
        if more
        else ""
    )
    yield Paragraph(text(f"{others}Each stands in full further on, under its number."))


def _taken(before: Sequence[Block]) -> float:
    figures = [one for block in before if isinstance(block, KeyFigures) for one in block.items]
    noted = any(one.note for one in figures)
    return lines_of(before) + NOTES * noted + SECOND_ROW * (len(figures) > ONE_ROW)


def _foremost(found: Sequence[Numbered], short: Mapping[str, str], room: float) -> list[Numbered]:
    """Return the items that have room: the first of every theme, then those that matter most; in the order of the report."""
    seen: Counter[str] = Counter()
    first = []
    for one in found:
        seen[one.number[0]] += 1
        if seen[one.number[0]] <= FIRST_OF_THEME:
            first.append(one)
    chosen: list[Numbered] = []
    used = 0.0
    for one in [*first, *(one for one in found if one not in first)]:
        used += _lines(short[one.number])
        if used > room:
            break
        chosen.append(one)
    return [one for one in found if one in chosen]


def _lengthened(shown: Sequence[Numbered], short: Mapping[str, str], room: float) -> dict[str, str]:
    """Return what is said of each item by number: in full, the first ones first, as far as there is room."""
    said = {one.number: short[one.number] for one in shown}
    used = sum(map(_lines, said.values()))
    for one in shown:
        whole = one.group.message
        longer = _lines(whole) - _lines(said[one.number])
        if used + longer <= room:
            said[one.number] = whole
            used += longer
    return said


def sentence(group: Group, graph: RoleGraph) -> str:
    """Return what is noticed without the names it lists at its end; cut only if even that is long.

    What stands within a name or between quotation marks is not taken for the end of the sentence.
    """
    if group.listed:
        return f"{group.headline}."
    said, whole = group.message, _without_names(group, graph)
    for before_names in (", all but ", ": "):
        ends = (found.start() for found in re.finditer(before_names, whole))
        end = next((at for at in ends if said.count("“", 0, at) == said.count("”", 0, at)), 0)
        if end:
            return f"{said[:end]}."
    return brief(said)


def _without_names(group: Group, graph: RoleGraph) -> str:
    """Return the whole sentence with spaces for the names of what it is about, which keeps its length."""
    name, title = namer(graph), graph.landscape.title
    ids = {id for one in group.findings for id in (one.entity, one.area, one.responsibility, *one.parties) if id}
    said = group.message
    for words in sorted({called(id) for id in ids for called in (name, title)}, key=len, reverse=True):
        said = said.replace(words, " " * len(words)) if words else said
    return said


def _lines(said: str) -> float:
    return wrapped(said, ACROSS - MARGIN) + 0.2
