"""The full report: what a board reads to know who leads on what, where that is open, and what to decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from rolemap.reports.blocks import Block, Document, Heading, Notes, PageBreak, Paragraph, Table
from rolemap.reports.figures import Figures, document
from rolemap.reports.sections import (
    agreed,
    changed,
    deciding,
    health,
    leading,
    load,
    noticed,
    pictured,
    sheets,
    sourced,
    worded,
)


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the report: what it is called, its content, and whether there is anything to say.

    One about a `theme` alone is a detail where nothing is noticed under it, nor anything told `beside` it.
    """

    title: str
    blocks: Callable[[Figures], Iterator[Block]]
    applies: Callable[[Figures], bool] = lambda _: True
    headed: bool = True
    theme: str = ""
    beside: Callable[[Figures], object] = lambda _: ()

    def silent(self, figures: Figures) -> bool:
        """Return whether it only says that nothing is noticed."""
        return bool(self.theme) and not figures.themed(self.theme) and not self.beside(figures)


def build(figures: Figures) -> Document:
    """Return the full report, without the sections that `figures.left_out` names."""
    found = document(figures, "full-report", "Who leads on what", _blocks(figures))
    return replace(found, subtitle=" · ".join(filter(None, (found.subtitle, _choice(figures)))))


def _choice(figures: Figures) -> str:
    """Return in words which sections were chosen ("without: Pictures"), so that nobody takes a part for the whole."""
    titles = {name: one.title for name, one in SECTIONS.items() if one.applies(figures)}
    kept = [title for name, title in titles.items() if name not in figures.left_out]
    without = [title for name, title in titles.items() if name in figures.left_out]
    if not without:
        return ""
    return f"without: {'; '.join(without)}" if len(without) < len(kept) else f"only: {'; '.join(kept)}"


def _blocks(figures: Figures) -> Iterator[Block]:
    for name, section in SECTIONS.items():
        if name in figures.left_out or not section.applies(figures):
            continue
        if section.headed:
            yield Heading(1, section.title, detail=section.silent(figures))
        yield from section.blocks(figures)


def _summary(figures: Figures) -> Iterator[Block]:
    opening = list(health.opening(figures))
    yield from opening
    yield Notes(
        "To ask the room: does this match what you see? Which of these would change your week if it were settled?"
    )
    yield Heading(2, "What needs a decision")
    yield from deciding.urgent(figures, opening)
    yield Notes("To ask the room: who takes each of these away, and by when?")
    yield PageBreak()
    yield Heading(2, f"How clear it is, by {' and '.join(health.told_by(figures))}")
    yield from health.charts(figures)
    yield Notes("To ask the room: where does this surprise you, and what is behind it?")


def _agreements(figures: Figures) -> Iterator[Block]:
    agreements = agreed.chosen(figures)
    for block in agreed.register(figures, agreements):
        yield replace(block, aside=True) if isinstance(block, Table) else block
    yield Notes("To ask the room: which agreements that you work under are missing here?")
    if agreements:
        yield Heading(2, "Due")
        yield from agreed.due(figures, agreements)
        yield Notes("To ask the room: who looks at each of these before its day?")
    if agreements or figures.themed("AGR"):
        yield Heading(2, "Noticed about agreements", detail=not figures.themed("AGR"))
        yield from noticed.theme(figures, "AGR")


def _load(figures: Figures) -> Iterator[Block]:
    yield from load.load(figures)
    yield Notes("To ask the room: who would take over if one of these were away for a month?")
    yield from noticed.theme(figures, "LOAD")


def _words(figures: Figures) -> Iterator[Block]:
    yield from worded.words(figures)
    yield Notes("To ask the room: which of these do you mean, and does your neighbour mean the same?")
    for block in noticed.theme(figures, "DEF"):
        yield block if figures.themed("DEF") or not isinstance(block, Paragraph) else replace(block, aside=True)


def _decisions(figures: Figures) -> Iterator[Block]:
    yield from noticed.theme(figures, "DEC")
    yield from noticed.accepted(figures)


def _theme(code: str) -> Callable[[Figures], Iterator[Block]]:
    return lambda figures: noticed.theme(figures, code)


SECTIONS: Mapping[str, Section] = {
    "summary": Section("Summary", _summary),
    "how-to-read": Section("How to read this report", sourced.reading),
    "who-leads": Section("Who leads on what", leading.leading),
    "pictures": Section("Pictures", pictured.pictures),
    "gaps": Section("Gaps", _theme("GAP"), theme="GAP"),
    "overlaps": Section("Overlaps", _theme("OVL"), theme="OVL"),
    "agreements": Section("Agreements and reviews", _agreements),
    "accountability": Section("Accountability", _theme("ACC"), theme="ACC"),
    "load": Section("Load and single points", _load),
    "words": Section("Words that differ", _words),
    "decisions": Section("Decisions", _decisions, theme="DEC", beside=lambda figures: figures.accepted),
    "loose-ends": Section("Loose ends of the changes", _theme("CHG"), lambda figures: bool(figures.themed("CHG"))),
    "changes": Section("What has changed", changed.changed, lambda figures: figures.earlier is not None),
    "sources": Section("Sources, method and limits", sourced.sources),
    "data": Section("Tables for other tools", sheets.sheets, lambda figures: figures.bulk, headed=False),
}
"""Every section by the name that leaves it out, in the order of the report."""
