"""The functions and decisions map that every integrated care board must publish: who holds what, and who exercises it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from rolemap.findings.words import counted, listed, namer
from rolemap.graph import Cell, RoleGraph
from rolemap.pictures.handing import Handing, handings
from rolemap.pictures.palette import state_key
from rolemap.reports.blocks import (
    Align,
    Block,
    Callout,
    Column,
    Document,
    Heading,
    Notes,
    Number,
    Paragraph,
    Picture,
    Run,
    Table,
    Tone,
    Value,
    text,
)
from rolemap.reports.figures import Figures, document
from rolemap.reports.grounds import with_standing_here
from rolemap.reports.sections import changed, sourced
from rolemap.reports.sections.families import family, own_of_each_area
from rolemap.reports.sections.functions import (
    IDLE,
    Function,
    answers_to,
    dated,
    exercised,
    functions,
    held_by,
    law,
    passing_on,
    reports_to,
)
from rolemap.reports.sections.leading import sort_of, where
from rolemap.reports.words import chip, short, sources

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
        yield from changed.changed(figures)
    yield Heading(1, "Sources, method and limits")
    yield from sourced.sources(figures)


def _about(figures: Figures, found: Sequence[Function]) -> Iterator[Block]:
    titles = {one.cell.responsibility for one in found}
    if not found:
        yield Paragraph(text("No function in law is recorded in the areas of this map."))
        return
    yield Paragraph(
        text(
            f"This map sets out {counted(len(titles), 'function')} in law. Counted once in each area, they are "
            f"{len(found):,}: {listed(_kinds(found), 9)}. Where the map is silent, it says so."
        )
    )
    other = {cell.responsibility for cell in figures.cells} - titles
    if other:
        many = counted(len(other), "further responsibility rests", "further responsibilities rest")
        words = f"{many} on policy or contract, not on a function in law; the full report has them."
        yield Callout(Tone.NOTE, "What is not here", (Run(words),))


def _kinds(found: Sequence[Function]) -> Iterator[str]:
    """Yield in words how many functions are exercised in which way; together they are all of them."""
    reserved = sum(one.reserved for one in found)
    handed = sum(bool(one.handed) for one in found)
    led = [one for one in found if one.cell.leads and not one.reserved and not one.handed]
    backed = sum(one.backed for one in led)
    idle = sum(one.idle for one in led)
    open_ = len(found) - reserved - handed - len(led)
    for number, words in (
        (reserved, "reserved to the body that holds them"),
        (handed, "delegated by an instrument in force"),
        (backed, "led on the law or an instrument in force"),
        (len(led) - backed - idle, "led with neither behind them"),
        (idle, f"led {IDLE}"),
        (open_, "without a lead on record"),
    ):
        if number:
            yield f"{number:,} {words}"


def _level(figures: Figures, level: str, found: Sequence[Function]) -> Iterator[Block]:
    graph = figures.graph
    names = _Names.of(figures, found)
    yield _picture(graph, level, found, names)
    grouped: dict[tuple[object, ...], list[Function]] = {}
    for one in found:
        grouped.setdefault(_likeness(graph, one, names), []).append(one)
    everywhere: dict[str, list[str]] = {}
    for one in found:
        if one.cell.needed:
            everywhere.setdefault(one.cell.responsibility, []).append(one.cell.area)
    several = len({one.cell.area for one in found}) > 1
    rows = [
        _row(graph, alike, names, everywhere.get(alike[0].cell.responsibility, []) if several else None)
        for alike in grouped.values()
    ]
    used = [at for at in range(len(COLUMNS)) if any(row[at] for row in rows)]
    unused = [column.title.lower() for at, column in enumerate(COLUMNS) if at not in used]
    yield Table(
        name=short(f"Functions {level}"),
        caption=f"Functions and decisions: {level}",
        columns=tuple(COLUMNS[at] for at in used),
        rows=tuple(tuple(row[at] for at in used) for row in rows),
        note="Where a place is empty, nothing is recorded."
        + (f" Nothing is recorded for any of these under: {listed(unused, len(unused))}." if unused else ""),
        wide=True,
    )


def _exercising(one: Function) -> Iterable[str]:
    return dict.fromkeys((*one.cell.leads, *(part.to for _, part in one.handed)))


def _parties(graph: RoleGraph, one: Function) -> Iterable[str]:
    return dict.fromkeys((*one.holders, *_exercising(one), *answers_to(graph, one)))


@dataclass(frozen=True, slots=True)
class _Names:
    """What parties are called, by `own` name or `alike`, where one of each area's own stands for its kind; and sources.

    `sorts` are what the parties of a responsibility with a part in one area only have in common with those of others.
    """

    graph: RoleGraph
    own: Callable[[str], str]
    sorts: Mapping[tuple[str, str], str]
    kinds: Mapping[str, Iterable[str]]
    sources: Mapping[str, str]

    @classmethod
    def of(cls, figures: Figures, found: Sequence[Function]) -> _Names:
        """Return the names for some functions: a party with a part in one area only is named by its kind."""
        graph = figures.graph
        areas = Counter(
            party for party, _ in {(party, one.cell.area) for one in found for party in _parties(graph, one)}
        )
        several = len({one.cell.area for one in found}) > 1
        kinds: dict[str, dict[str, None]] = {}
        sorts: dict[tuple[str, str], str] = {}
        for one in found if several else ():
            for party in _parties(graph, one):
                kind = sort_of(graph, party)
                if areas[party] == 1 and kind:
                    sort = family(graph, party, one.cell.responsibility) or kind
                    sorts[one.cell.responsibility, party] = sort
                    kinds.setdefault(sort, {})[kind] = None
        return cls(graph, namer(graph), sorts, kinds, figures.source_numbers)

    def alike(self, one: Function) -> Callable[[str], str]:
        """Return the name of a party of a function: all kinds of its sort at this level."""
        return lambda party: self._name(one, party, self.kinds)

    def among(self, found: Sequence[Function], parties: Callable[[Function], Iterable[str]]) -> Callable[[str], str]:
        """Return the name of a party of the first of some functions, by the kinds that `parties` of these have."""
        if len(found) == 1:
            return self.own
        kinds: dict[str, dict[str, None]] = {}
        for one in found:
            for party in parties(one):
                sort = self.sorts.get((one.cell.responsibility, party), "")
                kinds.setdefault(sort, {})[sort_of(self.graph, party)] = None
        return lambda party: self._name(found[0], party, kinds)

    def _name(self, one: Function, party: str, kinds: Mapping[str, Iterable[str]]) -> str:
        sort = self.sorts.get((one.cell.responsibility, party))
        return own_of_each_area(self.graph, kinds[sort]) if sort else self.own(party)


def _likeness(graph: RoleGraph, one: Function, names: _Names) -> tuple[object, ...]:
    """Return what places of one function must share to stand in one row."""
    name = names.alike(one)
    return (
        *(one.cell.responsibility, state_key(one.cell), one.cell.needed, held_by(graph, one, name)),
        *(exercised(one, name), tuple(agreement.id for agreement in one.instruments), reports_to(graph, one, name)),
    )


def _row(
    graph: RoleGraph, alike: Sequence[Function], names: _Names, everywhere: Sequence[str] | None
) -> tuple[Value, ...]:
    one = alike[0]
    holding = names.among(alike, lambda each: each.holders)
    exercising = names.among(alike, _exercising)
    above = names.among(alike, partial(answers_to, graph))
    responsibility = graph.landscape.responsibilities[one.cell.responsibility]
    cells: list[Cell] = [each.cell for each in alike]
    place = "" if everywhere is None else f"\n{where(graph, [cell.area for cell in cells], everywhere)}"
    limits = "\n".join(part for part in (responsibility.scope_note, passing_on(one)) if part)
    return (
        (Run(responsibility.title), Run(place)) if place else text(responsibility.title),
        text(law(graph, one.cell.responsibility)),
        text(_sentence(held_by(graph, one, holding))),
        text(exercised(one, exercising)),
        text("; ".join(with_standing_here(graph, one.cell, agreement.id) for agreement in one.instruments)),
        text(limits),
        text(_sentence(reports_to(graph, one, above))),
        text(dated(one)),
        chip(state_key(one.cell)),
        text(_source(graph, one, names.sources)),
    )


def _source(graph: RoleGraph, one: Function, numbers: Mapping[str, str]) -> str:
    """Return where it is known from who leads; nothing where that is the law already cited."""
    cited = graph.landscape.responsibilities[one.cell.responsibility].law.reference
    found = (said for said in one.cell.candidates if said.source and said.source != (cited,))
    return next((sources(graph, said, numbers) for said in found), "")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _picture(graph: RoleGraph, level: str, found: Sequence[Function], names: _Names) -> Picture:
    sums: Counter[tuple[str, str, bool]] = Counter()
    for one in found:
        name = names.alike(one)
        holder = _sentence(held_by(graph, one, name)) if one.holders else "No holder recorded"
        exerciser = _sentence("; ".join(map(name, one.cell.leads))) or "No lead is recorded"
        sums[holder, exerciser, one.backed] += 1
    lines = [Handing(*key, number) for key, number in sums.most_common()]
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            text(one.holder),
            text(one.exerciser),
            text("yes" if one.backed else "no"),
            Number(one.number, f"{one.number:,}"),
        )
        for one in lines
    )
    return Picture(
        name=short(f"Who exercises {level}"),
        caption=f"Who holds functions and who exercises them: {level}",
        alt="On the left who holds functions, on the right who exercises them. The numbers count functions in areas; "
        "a dashed line rests on neither law nor an instrument on record. The table says the same.",
        svg=handings(lines),
        table=Table(
            name=short(f"Who exercises {level}"),
            caption=f"Who holds and who exercises: {level}",
            columns=(
                Column("Held by", 3),
                Column("Exercised by", 3),
                Column("On record", 1),
                Column("Functions", 1, Align.RIGHT),
            ),
            rows=rows,
            note="On record: reserved to its holder, or resting on the law or on an instrument in force.",
            wide=True,
        ),
    )
