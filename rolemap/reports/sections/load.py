"""How much hangs on whom: the posts and bodies that lead most, and what would be open without each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rolemap.graph import opened_without
from rolemap.model import Part
from rolemap.model.words import namer_with_body
from rolemap.reports.blocks import Align, Block, Column, Number, Paragraph, Table, Value, text
from rolemap.reports.figures import Figures

MOST = 15
"""How many parties the table lists."""


def load(figures: Figures) -> Iterator[Block]:
    """Yield the parties that lead most, with how many places each would leave without a lead."""
    counts = {part: _counts(figures, part) for part in (Part.LEADS, Part.DELIVERS, Part.ACCOUNTABLE)}
    leads = counts[Part.LEADS]
    if not leads:
        yield Paragraph(text("Nobody is recorded as leading on anything."))
        return
    ranked = sorted(leads, key=lambda id: -leads[id])[:MOST]
    name = namer_with_body(figures.landscape)
    more = len(leads) - len(ranked)
    yield Table(
        name="Load",
        caption="Who leads most",
        columns=(
            Column("Post or body", 4),
            Column("Leads", 1, Align.RIGHT),
            Column("Delivers", 1, Align.RIGHT),
            Column("Accountable", 1.2, Align.RIGHT),
            Column("Open without it", 1.3, Align.RIGHT),
        ),
        rows=tuple((text(name(id)), *_numbers(figures, id, counts)) for id in ranked),
        note="Counted once for each responsibility in each area; posts count for themselves and not for their body. Open "
        "without it: what would have no lead if it went, and with a body its posts."
        + (f" {more} others lead on less and are not listed." if more else ""),
        brief=True,
    )


def _counts(figures: Figures, part: Part) -> Counter[str]:
    """Return in how many places each party plays a part."""
    return Counter(party for cell in figures.cells for party in cell.parties(part))


def _numbers(figures: Figures, id: str, counts: dict[Part, Counter[str]]) -> Iterator[Value]:
    for found in (*(count[id] for count in counts.values()), len(opened_without(figures.graph, {id}))):
        yield Number(found, f"{found:,}")
