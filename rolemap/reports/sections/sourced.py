"""How to read a report, where its map comes from, how it was made, and what it cannot say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from rolemap import __version__
from rolemap.findings import RULES
from rolemap.findings.words import counted, day
from rolemap.model import Source
from rolemap.pictures.palette import STATES
from rolemap.reports.blocks import Align, Block, Bullets, Column, Heading, Notes, Number, Paragraph, Table, Value, text
from rolemap.reports.figures import Figures, states_of
from rolemap.reports.sections.noticed import NUMBERS
from rolemap.reports.words import CONFIDENCES, chip, link


def reading(figures: Figures) -> Iterator[Block]:
    """Yield how to read the report: places, states with their counts, and what stands behind a lead."""
    yield Paragraph(
        text(
            "A lead is the post or body that people look to for making something happen. Leads are counted once for each "
            "responsibility in each area that needs one, and each is in exactly one of these states."
        )
    )
    counts = states_of(figures.needed)
    yield Table(
        name="States",
        caption="The states, and how many leads are in each",
        columns=(Column("State", 1.2), Column("What it means", 5), Column("Leads needed", 1, Align.RIGHT)),
        rows=tuple((chip(key), text(STATES[key].meaning), _number(number)) for key, number in counts.items()),
    )
    yield Paragraph(text("A gap says that this map records no lead. It does not say that nothing is done."))
    backed = (
        "A clear lead is backed when the law names its holder, or when an agreement that is agreed, signed or under review "
        "covers it there."
    )
    yield Paragraph(text(backed), aside=True)
    if figures.groups:
        numbered = f"What is noticed is numbered: G for gaps, O for overlaps, A for agreements. {NUMBERS}"
        yield Paragraph(text(numbered), aside=True)


def _number(value: int) -> Number:
    return Number(value, f"{value:,}")


def sources(figures: Figures) -> Iterator[Block]:
    """Yield the method, the limits and the sources of the map's own entries."""
    yield Heading(2, "How this was made", detail=True)
    yield Bullets(tuple(text(words) for words in _method(figures)))
    yield Heading(2, "What it cannot say")
    yield Bullets(tuple(text(words) for words in _limits(figures)))
    yield Notes("To ask the room: what do you know that is not in any of these papers?")
    yield Heading(2, "Sources", detail=True)
    numbers = figures.source_numbers
    if numbers:
        yield Table(
            name="Sources",
            caption="Sources of this map",
            columns=(Column("No.", 0.5), Column("Source", 4), Column("Publisher", 2), Column("Date", 1.2)),
            rows=tuple((text(number), *_source(figures.landscape.sources[id])) for id, number in numbers.items()),
        )
    else:
        yield Paragraph(text("The map lists no sources."))


def _source(one: Source) -> tuple[Value, ...]:
    return (link(one.title, one.url),), text(one.publisher), text(in_words(one.date))


DATED = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?!\S)")


def in_words(when: str) -> str:
    """Return when a source is of, with a day or month at its beginning in words ("2022-06 (approx.)": June 2022)."""
    found = DATED.match(when)
    if not found:
        return when
    try:
        first = date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return when
    return (day(first) if found[3] else day(first).partition(" ")[2]) + when[found.end() :]


def _method(figures: Figures) -> Iterator[str]:
    landscape = figures.landscape
    yield (
        f"rolemap {__version__} read the map as at {day(figures.graph.on)}, worked out the state of every lead "
        f"that is needed, and asked {len(RULES)} questions of it. No person and no service outside the program took part."
    )
    if landscape.info.uses:
        yield (
            f"Shared words, areas and the law come from the shipped catalogue ({', '.join(landscape.info.uses)}); "
            "everything else is what the map's authors wrote."
        )
    own = [one for one in landscape.assignments if not one.catalogue]
    said = Counter(one.confidence for one in own)
    parts = [f"{said[key]:,} {words}" for key, words in CONFIDENCES.items() if said[key]]
    parts += [f"{said['']:,} where it is not said how sure that is"] if said[""] else []
    if parts:
        yield f"The map has {counted(len(own), 'statement')} of its own on who does what: {'; '.join(parts)}."
    yield f"The digest of the map is SHA-256 {figures.digest}. Another digest means another map."


def _limits(figures: Figures) -> Iterator[str]:
    info = figures.landscape.info
    if info.note:
        yield info.note
    if info.contact:
        yield f"Ask {info.contact} about the map."
    yield "The report says what the map records on its date. It is not legal advice."
    yield "Where the map is silent the report says so; silence is not evidence that nobody leads."
