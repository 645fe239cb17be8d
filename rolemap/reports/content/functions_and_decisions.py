"""The functions and decisions map that every integrated care board must publish: who holds what, and who exercises it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Sized
from functools import partial

from rolemap.findings.words import counted, listed
from rolemap.graph import Cell, RoleGraph
from rolemap.pictures.palette import state_key
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
    Value,
    text,
)
from rolemap.reports.figures import Figures, document
from rolemap.reports.sections import functions_changed, sourced
from rolemap.reports.sections.function_names import Names, exercising, likeness
from rolemap.reports.sections.function_picture import picture
from rolemap.reports.sections.functions import (
    IDLE,
    Function,
    answers_to,
    dated,
    exercised,
    functions,
    in_law,
    instruments_of,
    law,
    passing_on,
    reports_to,
)
from rolemap.reports.sections.holding import HOW, WORDS, held_by
from rolemap.reports.sections.leading import where
from rolemap.reports.words import chip, short, sources, upper_first

COLUMNS = (
    Column("Function", 2.4),
    Column("Duty or power", 2, detail=True),
    Column("Held by", 2),
    Column("Reserved or delegated", 2),
    Column("By which instrument", 1.7),
    Column("Scope and limits", 1.6, detail=True),
    Column("Reports to", 1.4, detail=True),
    Column("Dates", 1.2, detail=True),
    Column("State", 1.2),
    Column("Source", 1.2, detail=True),
)

MORE = tuple(
    at
    for at, one in enumerate(COLUMNS)
    if one.title in ("By which instrument", "Scope and limits", "Reports to", "Dates")
)
"""What is recorded of a function beside who holds and exercises it, as places of columns."""

FEWEST_APART = 4
"""From how many rows on functions that are reserved, with no more on record, have a table of their own."""

RESERVED = " reserved, with nothing more on record"


SPLIT = (("Function", "Where"), ("Duty or power", "Law"))
"""What a sheet of functions has in columns of their own."""

TERMS = (
    "“Reserved” means that the body that holds a function also uses it; “delegated” that it has handed the use of it to "
    "another and still answers for it. “By which instrument” names the agreement, order or scheme in writing that says so."
)
"""What the words of the field in the headings of the tables mean."""


def build(figures: Figures) -> Document:
    """Return the functions and decisions map."""
    return document(figures, "functions-and-decisions", "Functions and decisions map", _blocks(figures))


def _blocks(figures: Figures) -> Iterator[Block]:
    found = functions(figures)
    yield Heading(1, "About this map")
    yield from _about(figures, found)
    for level in figures.levels:
        here = [one for one in found if one.cell.level == level]
        if here:
            yield Heading(1, figures.landscape.title(level) or "No level recorded")
            yield from _level(figures, figures.landscape.title(level), here)
            yield Notes("To ask the room: is each of these held, and passed on, as it says here?")
    if figures.earlier is not None:
        yield Heading(1, "Changes since last published")
        yield from functions_changed.changed(figures)
    yield Heading(1, "Sources, method and limits")
    yield from sourced.sources(figures)


def _about(figures: Figures, found: Sequence[Function]) -> Iterator[Block]:
    titles = {one.cell.responsibility for one in found}
    if not found:
        yield Paragraph(text("No function in law is recorded in the areas of this map."))
        return
    beside = {one.cell.responsibility for one in found if not in_law(figures.graph, one.cell)}
    also = f", and {len(beside)} that {_rest(beside)} on policy or contract and that an instrument delegates"
    yield Paragraph(
        text(
            f"This map sets out {counted(len(titles) - len(beside), 'function')} in law{also if beside else ''}. "
            f"Counted once in each area, they are {len(found):,}: {listed(_kinds(found), 9)}. "
            "Where the map is silent, it says so."
        )
    )
    yield Paragraph(text(HOW))
    yield Paragraph(text(TERMS))
    other = {cell.responsibility for cell in figures.cells} - titles
    if other:
        many = counted(len(other), "further responsibility rests", "further responsibilities rest")
        words = f"{many} on policy or contract, not on a function in law; the full report has them."
        yield Callout(Tone.NOTE, "What is not here", (Run(words),))


def _rest(found: Sized) -> str:
    return "rests" if len(found) == 1 else "rest"


def _kinds(found: Sequence[Function]) -> Iterator[str]:
    """Yield in words how many functions are exercised in which way; together they are all of them."""
    reserved = sum(one.reserved for one in found)
    handed = sum(bool(one.handed) for one in found)
    cited = sum(one.cited for one in found)
    led = [one for one in found if one.cell.leads and not (one.reserved or one.handed or one.cited)]
    backed = sum(one.backed for one in led)
    idle = sum(one.idle for one in led)
    open_ = len(found) - reserved - handed - cited - len(led)
    for number, words in (
        (reserved, "reserved to the body that holds them"),
        (handed, "delegated by an instrument in force"),
        (cited, "delegated as the law cited says, with no agreement for it on record"),
        (backed, "led on the law or an instrument in force"),
        (len(led) - backed - idle, "led on neither law nor instrument"),
        (idle, f"led {IDLE}"),
        (open_, "without a lead on record"),
    ):
        if number:
            yield f"{number:,} {words}"


def _level(figures: Figures, level: str, found: Sequence[Function]) -> Iterator[Block]:
    names = Names.of(figures, found)
    yield picture(figures.graph, level, found, names)
    grouped: dict[tuple[object, ...], list[Function]] = {}
    for one in found:
        grouped.setdefault(likeness(one, names), []).append(one)
    everywhere: dict[str, list[str]] = {}
    for one in found:
        if one.cell.needed:
            everywhere.setdefault(one.cell.responsibility, []).append(one.cell.area)
    several = len({one.cell.area for one in found}) > 1
    rows = [
        (alike, _row(names, alike, everywhere.get(alike[0].cell.responsibility, []) if several else None))
        for alike in grouped.values()
    ]
    plainly = [each for each in rows if each[0][0].reserved and not any(each[1][at] for at in MORE)]
    if len(plainly) < FEWEST_APART or len(plainly) == len(rows):
        yield _table(rows, level)
        return
    kept = set(map(id, plainly))
    others = [each for each in rows if id(each) not in kept]
    yield _table(others, level, f" {_which([one for alike, _ in others for one in alike])}")
    yield _table(plainly, level, RESERVED)


def _which(found: Sequence[Function]) -> str:
    """Return in words which functions a table holds beside those that are reserved with nothing more on record."""
    others = [one for one in found if not (one.reserved or one.handed or one.cited)]
    words = {
        "delegated": any(one.handed or one.cited for one in found),
        "led by others": any(one.cell.leads for one in others),
        "without a lead on record": not all(one.cell.leads for one in others),
        "with more on record": any(one.reserved for one in found),
    }
    said = [word for word, true in words.items() if true]
    return " or ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def _table(rows: Sequence[tuple[Sequence[Function], tuple[Value, ...]]], level: str, which: str = "") -> Table:
    """Return functions as a table, without the columns that none of them has anything in."""
    used = [at for at in range(len(COLUMNS)) if any(row[at] for _, row in rows)]
    alike = [one for found, _ in rows for one in found]
    unused = [column.title.lower() for at, column in enumerate(COLUMNS) if at not in used]
    return Table(
        name=short(f"{'Reserved' if which == RESERVED else 'Functions'} {level}"),
        caption=f"Functions and decisions: {level}{f',{which}' if which else ''}",
        columns=tuple(COLUMNS[at] for at in used),
        rows=tuple(tuple(row[at] for at in used) for _, row in rows),
        note=_note(alike, unused),
        wide=True,
        brief=which == RESERVED,
        shared=Shared(
            "Functions", "Functions and decisions, level by level", (("Level", text(level)),), _note(alike, ()), SPLIT
        ),
    )


def _note(found: Sequence[Function], unused: Sequence[str]) -> str:
    """Return what stands behind the names of holders, and what an empty place or a column left out says."""
    marks = [words for how, words in WORDS.items() if any(one.held.how == how and one.held.parties for one in found)]
    said = [f"Where the law names nobody, {'; '.join(marks)}."] if marks else []
    said.append("Where a place is empty, nothing is recorded.")
    if unused:
        said.append(f"Nothing is recorded for any of these under: {listed(unused, len(unused))}.")
    return " ".join(said)


def _row(names: Names, alike: Sequence[Function], everywhere: Sequence[str] | None) -> tuple[Value, ...]:
    one, graph = alike[0], names.graph
    holding = names.among(alike, lambda each: each.held.parties)
    leading = names.among(alike, exercising)
    above = names.among(alike, partial(answers_to, graph))
    responsibility = graph.landscape.responsibilities[one.cell.responsibility]
    cells: list[Cell] = [each.cell for each in alike]
    place = "" if everywhere is None else f"\n{where(graph, [cell.area for cell in cells], everywhere)}"
    limits = "\n".join(part for part in (responsibility.scope_note, passing_on(one)) if part)
    return (
        (Run(responsibility.title), Run(place)) if place else text(responsibility.title),
        text(law(graph, one.cell.responsibility)),
        text(upper_first(held_by(graph, one.cell, one.held, holding))),
        text(exercised(one, leading)),
        text(instruments_of(graph, one)),
        text(limits),
        text(upper_first(reports_to(graph, one, above))),
        text(dated(one)),
        chip(state_key(one.cell)),
        text(_source(graph, one, names.sources)),
    )


def _source(graph: RoleGraph, one: Function, numbers: Mapping[str, str]) -> str:
    """Return where it is known from who leads; nothing where that is the law already cited."""
    cited = graph.landscape.responsibilities[one.cell.responsibility].law.reference
    found = (said for said in one.cell.candidates if said.source and said.source != (cited,))
    return next((sources(graph, said, numbers) for said in found), "")
