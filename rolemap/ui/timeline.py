"""Agreements over time as HTML: a bar from beginning to end, marks for signing and review, and a line for the day shown.

The table of the register says the same, so the picture is hidden from screen readers but for its sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rolemap.graph import RoleGraph
from rolemap.model import Agreement
from rolemap.ui.safe import Html, html, joined
from rolemap.ui.words import count, long_date

FEWEST_YEARS = 4
"""How many years the line spans at least, so that a mark or two do not fill it."""


def timeline(graph: RoleGraph, agreements: Sequence[Agreement]) -> Html:
    """Return the agreements that give any date as rows on one line of years; a sentence says how many give none."""
    dated = [one for one in agreements if _days(one)]
    silent = len(agreements) - len(dated)
    none = f" {count(silent, 'agreement gives', 'agreements give')} no date and cannot be drawn." if silent else ""
    if not dated:
        return html("<p>None of these agreements gives a date.</p>") if agreements else Html()
    first, last = _span(graph.on, dated)
    rows = joined(_row(graph, one, first, last) for one in sorted(dated, key=lambda one: min(_days(one))))
    said = (
        f"{count(len(dated), 'agreement')} from {first.year} to {last.year}; the line is {long_date(graph.on)}.{none}"
    )
    return html(
        '<p>{said}</p><p class="rm-quiet" aria-hidden="true"><span class="rm-key rm-bar-key"></span> in force '
        '<span class="rm-key">◆</span> review <span class="rm-key">✎</span> signed '
        '<span class="rm-key">│</span> the day shown</p>'
        '<div class="rm-time" aria-hidden="true"><div class="rm-time-row rm-years"><span></span>'
        '<span class="rm-track">{years}</span></div>{rows}</div>',
        said=said,
        years=_years(first, last),
        rows=rows,
    )


def _days(one: Agreement) -> list[date]:
    return [day for day in (one.start, one.until, one.review, one.signed_on, *one.signed.values()) if day]


def _span(on: date, dated: Sequence[Agreement]) -> tuple[date, date]:
    days = [on, *(day for one in dated for day in _days(one))]
    first, last = min(days).year, max(days).year + 1
    return date(first, 1, 1), date(max(last, first + FEWEST_YEARS), 1, 1)


def _at(day: date, first: date, last: date) -> float:
    return round(100 * (day - first).days / (last - first).days, 2)


def _years(first: date, last: date) -> Html:
    every = max(1, -(-(last.year - first.year) // 8))
    marks = (
        html('<span class="rm-year" style="left:{at}%">{year}</span>', at=_at(date(year, 1, 1), first, last), year=year)
        for year in range(first.year, last.year, every)
    )
    return joined(marks)


def _row(graph: RoleGraph, one: Agreement, first: date, last: date) -> Html:
    start, end = one.start or min(_days(one)), one.until or last
    open_end = "" if one.until else " rm-open"
    signed = dict.fromkeys([one.signed_on, *one.signed.values()])
    marks = [_mark("✎", "signed", day, (first, last)) for day in signed if day]
    marks += [_mark("◆", "review", one.review, (first, last))] if one.review else []
    return html(
        '<div class="rm-time-row"><span class="rm-time-name">{title}</span><span class="rm-track">'
        '<span class="rm-span{open} rm-{status}" style="left:{left}%;width:{width}%"></span>{marks}'
        '<span class="rm-now" style="left:{now}%"></span></span></div>',
        title=one.title,
        open=open_end,
        status="stands" if graph.view.in_use(one) else "rests",
        left=_at(start, first, last),
        width=max(0.6, round(_at(end, first, last) - _at(start, first, last), 2)),
        marks=joined(marks),
        now=_at(graph.on, first, last),
    )


def _mark(symbol: str, what: str, day: date, span: tuple[date, date]) -> Html:
    return html(
        '<span class="rm-mark" style="left:{at}%" title="{what} {day}">{symbol}</span>',
        at=_at(day, *span),
        what=what.capitalize(),
        day=long_date(day),
        symbol=symbol,
    )
