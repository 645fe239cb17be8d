"""A document for pages: which stretches of it are read upright and which turned on their side, and what pages leave out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rolemap.reports.blocks import Block, Document, Heading, Notes, PageBreak, Picture, Table, plain

UPRIGHT = 100
"""How many characters of a table an upright page holds side by side; one that needs more is read on a turned page."""

ENOUGH = 18
"""How many characters of a column's text stand well on a line; longer text is broken into lines."""

AIR = 2
"""The room between two columns, in characters."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks that follow each other on pages of one kind; `wide` pages are turned on their side."""

    wide: bool
    blocks: tuple[Block, ...]


def for_pages(document: Document) -> tuple[Block, ...]:
    """Return the blocks that pages show: neither speaker's notes nor tables for other tools.

    The table of a picture follows it as a block of its own, and headings never skip a level.
    """
    return tuple(_levelled(_shown(document.blocks)))


def across(items: int) -> int:
    """Return how many of some figures stand side by side, so that no line holds a single one: 5, or 3 and 3."""
    return items if items <= 5 else 3 if items in {6, 9} else 4


def stretches(document: Document) -> tuple[Stretch, ...]:
    """Return the document in stretches. A section with something wide is wide from its heading to the next one."""
    found: list[Stretch] = []
    for section in _sections(for_pages(document)):
        wide = any(_is_wide(block) for block in section)
        if found and found[-1].wide == wide:
            found[-1] = Stretch(wide, (*found[-1].blocks, *section))
        else:
            found.append(Stretch(wide, section))
    return tuple(_trimmed(found))


def _shown(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Notes) or (isinstance(block, Table) and block.bulk):
            continue
        yield block
        if isinstance(block, Picture) and block.table is not None and not block.table.bulk:
            yield block.table


def _levelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with the level of a heading lowered where it would skip one (PDF/UA-1, 7.4.2)."""
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = max(1, min(block.level, level + 1))
            yield block if level == block.level else replace(block, level=level)
        else:
            yield block


def _sections(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """Yield each heading with what follows it; headings that follow each other directly stay together."""
    section: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and not all(isinstance(one, Heading | PageBreak) for one in section):
            yield tuple(section)
            section = []
        section.append(block)
    if section:
        yield tuple(section)


def _is_wide(block: Block) -> bool:
    if isinstance(block, Picture):
        return block.wide
    return isinstance(block, Table) and sum(_needs(block, at) + AIR for at in range(len(block.columns))) > UPRIGHT


def _needs(table: Table, at: int) -> int:
    """Return how many characters a column needs: its longest text or `ENOUGH`, and the longest word of its title."""
    title = max(map(len, table.columns[at].title.split()), default=0)
    return max(title, min(ENOUGH, max((len(plain(row[at])) for row in table.rows), default=0)))


def _trimmed(found: list[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches without page breaks at their ends: a new stretch begins a new page anyway."""
    for at, stretch in enumerate(found):
        blocks = list(stretch.blocks)
        while blocks and at and isinstance(blocks[0], PageBreak):
            blocks.pop(0)
        while blocks and isinstance(blocks[-1], PageBreak):
            blocks.pop()
        if blocks:
            yield Stretch(stretch.wide, tuple(blocks))
