"""Agreements: the register, what is due in the coming year, and the money they move."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from rolemap.findings.papers import why_over
from rolemap.findings.words import counted, day, listed, namer
from rolemap.graph import RoleGraph
from rolemap.model import AGREEMENT_OVER, Agreement, Money
from rolemap.reports.blocks import Align, Block, Column, Number, Paragraph, Run, Shared, Table, Text, Value, When, text
from rolemap.reports.figures import Figures
from rolemap.reports.words import STATUSES, agreement_kind, kind_name, lower_first, upper_first

IS_LAW = "law"
"""What the field `binding` says of a type of agreement that is law itself."""

MANY_ALIKE = 4
"""From how many parties of one type on the register says their number and not their names."""

MOST_COVERED = 5
"""How many responsibilities the register names for one agreement."""

PERIODS = {"year": "Each year", "month": "Each month", "whole": "In all", "term": "The whole term"}
"""What a sum of money is for, in words; other periods are said as the map says them."""

AHEAD = timedelta(days=365)
"""How far ahead dates are said to be due."""


def chosen(figures: Figures) -> tuple[Agreement, ...]:
    """Return the agreements the report is about: all of them, or those that cover a place it looks at."""
    found = figures.landscape.agreements.values()
    wanted = figures.wanted
    if not (wanted.levels or wanted.areas or wanted.pillars):
        return tuple(found)
    covering = {id for cell in figures.cells for id in cell.agreements}
    return tuple(one for one in found if one.id in covering)


def register(figures: Figures, agreements: Iterable[Agreement]) -> Iterator[Block]:
    """Yield the register as a table, and how many are in force, in words."""
    found = list(agreements)
    if not found:
        yield Paragraph(text("No agreement is recorded."))
        return
    graph, name = figures.graph, namer(figures.graph)
    standing = sum(graph.view.in_use(one) for one in found)
    said = (
        f"{counted(len(found), 'agreement is', 'agreements are')} recorded; {standing} can stand behind a lead today."
    )
    yield Paragraph(text(said))
    yield Table(
        name="Agreements",
        caption="The register of agreements",
        columns=(
            Column("Agreement", 2.4),
            Column("Between", 2.4),
            Column("Covers", 2.6, detail=True),
            Column("State", 1.3),
            Column("From", 1.1, detail=True),
            Column("Until", 1.1),
            Column("Review", 1.1),
            Column("Signed by", 1.2, detail=True),
        ),
        rows=tuple(_row(graph, one, name) for one in found),
        wide=True,
        shared=Shared("Agreements", "The register of agreements", (), split=(("Agreement", "Kind"),)),
    )


def _row(graph: RoleGraph, one: Agreement, name: Callable[[str], str]) -> tuple[Value, ...]:
    kind = agreement_kind(graph, one)
    told = kind.lower() in one.title.lower()
    return (
        (Run(one.title), Run(f"\n{kind}")) if kind and not told else text(one.title),
        text(between(graph, one, name)),
        text(covers(graph, one)),
        text(state(graph, one)),
        when(one.start, "Not given"),
        when(one.until, one.term or "Not given"),
        when(one.review, "Not given"),
        text(signatures(graph, one)),
    )


def between(graph: RoleGraph, one: Agreement, name: Callable[[str], str]) -> str:
    """Return the parties by name; many of one type as their number ("Unitary council (10)")."""
    known = graph.landscape.organisations
    types = Counter(known[party].type for party in one.parties if party in known)
    said: dict[str, None] = {}
    for party in one.parties:
        kind = known[party].type if party in known else ""
        many = kind and types[kind] >= MANY_ALIKE
        said[f"{kind_name(graph, kind)} ({types[kind]})" if many else name(party)] = None
    return "; ".join(said) or "Nobody recorded"


def covers(graph: RoleGraph, one: Agreement) -> str:
    """Return what an agreement covers: each responsibility once, with its areas unless it is the map's own; few of many."""
    at: dict[str, list[str]] = {}
    for cover in one.covers:
        where = one.where(cover)
        named = where and where != graph.landscape.info.area
        at.setdefault(cover.responsibility, []).extend([graph.landscape.title(where)] if named else [])
    said = [
        f"{graph.landscape.title(id)} ({listed(areas, 6)})" if areas else graph.landscape.title(id)
        for id, areas in at.items()
    ]
    if len(said) > MOST_COVERED:
        return f"{len(said)} responsibilities, among them: {'; '.join(said[: MOST_COVERED - 1])}"
    return "; ".join(said) or "Nothing recorded"


def state(graph: RoleGraph, one: Agreement) -> str:
    """Return how an agreement stands on the day, in the words that every report and page has for it.

    One that is over says so first and then its status, where that says something else: "Ended on 31 March 2026, recorded
    as under review".
    """
    said = STATUSES.get(one.status, one.status) or "Not given"
    if is_law(graph, one) and one.binds:
        said = "Law"
    over = why_over(graph, one).removeprefix("has been ").removeprefix("has ")
    if over:
        told = "" if one.status in AGREEMENT_OVER or not one.status else f", recorded as {lower_first(said)}"
        return f"{upper_first('replaced' if over == 'superseded' else over)}{told}"
    if one.start and one.start > graph.on:
        return f"{said}, begins on {day(one.start)}"
    return f"{said}, still in force" if one.status == "under-review" else said


def state_within(graph: RoleGraph, one: Agreement) -> str:
    """Return the same for the middle of a sentence."""
    said = state(graph, one)
    return f"{said[:1].lower()}{said[1:]}"


def is_law(graph: RoleGraph, one: Agreement) -> bool:
    """Return whether an agreement is of a type that is law itself, which nobody signs (docs/model.md, agreement_types)."""
    known = graph.landscape.agreement_types.get(one.type)
    return known is not None and known.binding == IS_LAW


def signatures(graph: RoleGraph, one: Agreement) -> str:
    """Return how many parties have signed (see `signed`); of law, that nobody has to."""
    return "Nobody has to: law" if is_law(graph, one) else signed(one)


def signed(one: Agreement) -> str:
    """Return how many parties have signed: "All, 1 April 2025", "Both, the last on 1 April 2025" or "2 of 4".

    Of one party alone it is the day; who is not a party does not count.
    """
    alone = len(one.parties) == 1
    if one.signed_on:
        return day(one.signed_on) if alone else f"All, {day(one.signed_on)}"
    days = [one.signed[party] for party in one.parties if party in one.signed]
    if not one.signed or not one.parties:
        return "Nobody recorded" if one.status != "agreed" else "Agreed, not signed"
    if len(days) < len(one.parties):
        return f"{len(days)} of {len(one.parties)}"
    last = day(max(days))
    return last if alone else f"{'Both' if len(days) == 2 else f'All {len(days)}'}, the last on {last}"


def when(found: date | None, otherwise: str = "") -> Value:
    """Return a date as a cell, or other words where there is none."""
    return When(found, day(found)) if found else text(otherwise)


def due(figures: Figures, agreements: Iterable[Agreement]) -> Iterator[Block]:
    """Yield the ends and reviews that are past or fall in the coming year, the earliest first."""
    on = figures.graph.on
    rows = [(found, one.title, what) for one in agreements for what, found in ends(figures, one)]
    if not rows:
        yield Paragraph(text("No review and no end falls in the coming year."))
        return
    yield Table(
        name="Due",
        caption=f"Reviews and ends passed, or due before {day(on + AHEAD)}",
        columns=(Column("Agreement", 4), Column("What", 1), Column("When", 1.4), Column("Has it passed?", 1.2)),
        rows=tuple(
            (text(title), text(what), When(found, day(found)), text("Passed" if found < on else "To come"))
            for found, title, what in sorted(rows)
        ),
    )


def ends(figures: Figures, one: Agreement) -> Iterator[tuple[str, date]]:
    """Yield "Review" and "Ends" of an agreement that binds, with their dates, where past or within the coming year."""
    on = figures.graph.on
    if not one.binds or one.id in figures.graph.view.replaced:
        return
    ran_out = one.ended(on)
    for what, found in (("Review", None if ran_out else one.review), ("Ends", one.until)):
        if found is not None and found <= on + AHEAD:
            yield what, found


def money(figures: Figures, agreements: Iterable[Agreement]) -> Iterator[Block]:
    """Yield the money that agreements move; nothing where none is recorded."""
    graph = figures.graph
    rows = [(one, sum_) for one in agreements for sum_ in one.funding]
    if rows:
        yield Table(
            name="Money",
            caption="Money in agreements",
            columns=(
                Column("Agreement", 3),
                Column("Amount", 1.4, Align.RIGHT),
                Column("For what time", 1),
                Column("From", 2),
                Column("To", 2),
                Column("Pooled", 0.8, detail=True),
            ),
            rows=tuple((text(one.title), *_money(graph, sum_)) for one, sum_ in rows),
        )


def _money(graph: RoleGraph, one: Money) -> tuple[Value, ...]:
    title = graph.landscape.title
    return (
        amount(one.amount, one.currency),
        text(PERIODS.get(one.period, one.period[:1].upper() + one.period[1:])),
        text(title(one.giver)),
        text(title(one.to)),
        text("yes" if one.pooled else ""),
    )


def amount(number: float | None, currency: str) -> Number | Text:
    """Return a sum of money as a cell; words where no amount is given."""
    if number is None:
        return text("Not given")
    shown = f"{number:,.2f}".removesuffix(".00")
    return Number(number, f"£{shown}" if currency == "GBP" else f"{shown} {currency}")
