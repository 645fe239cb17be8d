"""The full report: what a board reads to know who leads on what, where that is open, and what to decide."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.reports.blocks import Block, Document, Heading, Notes, PageBreak
from rolemap.reports.figures import Figures, document
from rolemap.reports.sections import agreed, changed, health, leading, load, noticed, pictured, sheets, sourced, worded


def build(figures: Figures) -> Document:
    """Return the full report."""
    return document(figures, "full-report", "Who leads on what", _blocks(figures))


def _blocks(figures: Figures) -> Iterator[Block]:
    yield Heading(1, "Summary")
    yield from health.opening(figures)
    yield Notes(
        "To ask the room: does this match what you see? Which of these would change your week if it were settled?"
    )
    yield Heading(2, "What needs a decision")
    yield from noticed.urgent(figures)
    yield Heading(2, "How clear it is, by level and pillar")
    yield from health.charts(figures)
    yield Heading(1, "How to read this report")
    yield from sourced.reading(figures)
    yield PageBreak()
    yield Heading(1, "Who leads on what")
    yield from leading.leading(figures)
    yield Heading(1, "Pictures")
    yield from pictured.pictures(figures)
    yield from _noticed(figures)
    if figures.earlier is not None:
        yield Heading(1, "What has changed")
        yield from changed.changed(figures)
    yield Heading(1, "Sources, method and limits")
    yield from sourced.sources(figures)
    if figures.bulk:
        yield from sheets.sheets(figures)


def _noticed(figures: Figures) -> Iterator[Block]:
    agreements = agreed.chosen(figures)
    yield Heading(1, "Gaps")
    yield from noticed.theme(figures, "GAP")
    yield Heading(1, "Overlaps")
    yield from noticed.theme(figures, "OVL")
    yield Heading(1, "Agreements and reviews")
    yield from agreed.register(figures, agreements)
    yield Heading(2, "Due")
    yield from agreed.due(figures, agreements)
    yield Heading(2, "Noticed about agreements")
    yield from noticed.theme(figures, "AGR")
    yield Heading(1, "Accountability")
    yield from noticed.theme(figures, "ACC")
    yield Heading(1, "Load and single points")
    yield from load.load(figures)
    yield from noticed.theme(figures, "LOAD")
    yield Heading(1, "Words that differ")
    yield from worded.words(figures)
    yield from noticed.theme(figures, "DEF")
    yield Heading(1, "Decisions")
    yield from noticed.theme(figures, "DEC")
    yield from noticed.accepted(figures)
    if figures.themed("CHG"):
        yield Heading(1, "Loose ends of the changes")
        yield from noticed.theme(figures, "CHG")
