"""The data of a map: every place, statement, party, agreement and finding as tables, for other tools."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.reports.blocks import Block, Bullets, Document, Heading, Paragraph, Run, text
from rolemap.reports.figures import Figures, document
from rolemap.reports.sections import health, sheets, sourced

ELSEWHERE = "The data is in the files that Excel, CSV and JSON make; this page only says what they hold."
"""What a file for reading says first."""


def build(figures: Figures) -> Document:
    """Return the data."""
    return document(figures, "data", "Data", _blocks(figures))


def _blocks(figures: Figures) -> Iterator[Block]:
    tables = list(sheets.sheets(figures))
    yield Heading(1, "What is here")
    if not figures.bulk:
        yield Paragraph(text(ELSEWHERE, bold=True))
    yield Paragraph(text(health.sentence(figures)))
    yield Paragraph(text("Excel, CSV and JSON hold these tables:"))
    yield Bullets(tuple((Run(one.name, bold=True), Run(f": {one.caption} ({len(one.rows):,} rows)")) for one in tables))
    if figures.bulk:
        yield from health.charts(figures)
        yield Heading(1, "How to read it")
        yield from sourced.reading(figures)
        yield Heading(1, "Sources, method and limits")
        yield from sourced.sources(figures)
        yield from tables
