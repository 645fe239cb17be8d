"""Agreements over time as HTML: a bar from beginning to end, marks for signing and review, and a line for the day shown.

The table of the register says the same, so the picture is hidden from screen readers but for its sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rolemap.graph import RoleGraph
from rolemap.model import Agreement
from rolemap.pictures.years import Span, Stretch, span
from rolemap.ui.safe import Html, html, joined
from rolemap.ui.words import count, long_date

RESTS = Html('<span class="rm-key rm-bar-key rm-rests"></span> not in force on the day shown ')

REVIEWS = Html('<span class="rm-key">◆</span> review ')
SIGNED = Html('<span class="rm-key">✎</span> signed ')

FEW_YEARS = 5
"""Of more years than these every second one is written where there is little room."""


def stretches(graph: RoleGraph, agreements: Sequence[Agreement]) -> list[Stretch]:
    """Return the agreements that give any date as lines of a picture of years, those that begin first at the top."""
    found = [_stretch(graph, one) for one in agreements]
    return sorted((one for one in found if one.days), key=lambda one: (one.start or date.min, min(one.days)))


def _stretch(graph: RoleGraph, one: Agreement) -> Stretch:
    """Return an agreement as a line; where no beginning is recorded it begins with its first signature."""
    signed = tuple(dict.fromkeys(day for day in (one.signed_on, *one.signed.values()) if day))
    return Stretch(
        name=one.title,
        start=one.start or min(signed, default=None),
        until=one.until,
        signed=signed,
        review=one.review,
        stands=graph.view.in_use(one),
    )


def timeline(graph: RoleGraph, agreements: Sequence[Agreement]) -> Html:
    """Return the agreements that give any date as rows on one line of years; a sentence says how many give none."""
    dated = stretches(graph, agreements)
    silent = len(agreements) - len(dated)
    none = f" {count(silent, 'agreement gives', 'agreements give')} no date and cannot be drawn." if silent else ""
    if not dated:
        return (
            html("<p>None of these agreements gives a date.</p>")
            if agreements
            else html("<p>No agreement is shown.</p>")
        )
    whole = span(graph.on, dated)
    said = (
        f"{count(len(dated), 'agreement')} from {whole.first.year} to {whole.last.year}; "
        f"the line is {long_date(graph.on)}.{none}"
    )
    return html(
        '<p>{said}</p><p class="rm-quiet" aria-hidden="true"><span class="rm-key rm-bar-key"></span> in force '
        "{rests}{reviews}{signatures}"
        '<span class="rm-key">│</span> the day shown</p>'
        '<div class="rm-time" aria-hidden="true"><div class="rm-time-row rm-years{many}"><span></span>'
        '<span class="rm-track">{years}</span></div>{rows}</div>',
        said=said,
        rests="" if all(one.stands or not one.lasts for one in dated) else RESTS,
        reviews=REVIEWS if any(one.review for one in dated) else "",
        signatures=SIGNED if any(one.signed for one in dated) else "",
        many=" rm-many" if len(whole.years) > FEW_YEARS else "",
        years=_years(whole),
        rows=joined(_row(one, graph.on, whole) for one in dated),
    )


def _at(day: date, whole: Span) -> float:
    return round(100 * whole.share(day), 2)


def _years(whole: Span) -> Html:
    return joined(
        html('<span class="rm-year" style="left:{at}%">{year}</span>', at=_at(date(year, 1, 1), whole), year=year)
        for year in whole.years
    )


def _row(one: Stretch, on: date, whole: Span) -> Html:
    marks = [_mark("✎", "signed", day, whole) for day in one.signed]
    marks += [_mark("◆", "review", one.review, whole)] if one.review else []
    return html(
        '<div class="rm-time-row"><span class="rm-time-name">{title}</span><span class="rm-track">{bar}{marks}'
        '<span class="rm-now" style="left:{now}%"></span></span></div>',
        title=one.name,
        bar=_bar(one, whole) if one.lasts else "",
        marks=joined(marks),
        now=_at(on, whole),
    )


def _bar(one: Stretch, whole: Span) -> Html:
    start, end = one.start or whole.first, one.until or whole.last
    return html(
        '<span class="rm-span{begun}{open} rm-{status}" style="left:{left}%;width:{width}%"></span>',
        begun="" if one.start else " rm-begun",
        open="" if one.until else " rm-open",
        status="stands" if one.stands else "rests",
        left=_at(start, whole),
        width=max(0.6, round(_at(end, whole) - _at(start, whole), 2)),
    )


def _mark(symbol: str, what: str, day: date, whole: Span) -> Html:
    return html(
        '<span class="rm-mark" style="left:{at}%" title="{what} {day}">{symbol}</span>',
        at=_at(day, whole),
        what=what.capitalize(),
        day=long_date(day),
        symbol=symbol,
    )
