"""A document for pages: which stretches of it are read upright and which turned on their side, and what pages leave out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeVar

from rolemap.reports.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Notes,
    PageBreak,
    Paragraph,
    Picture,
    SignatureBlock,
    Table,
    plain,
)
from rolemap.reports.typesetting import size

One = TypeVar("One")

UPRIGHT = 100
"""How many characters of a table an upright page holds side by side; one that needs more is read on a turned page."""

ENOUGH = 18
"""How many characters of a column's text stand well on a line; longer text is broken into lines."""

AIR = 2
"""The room between two columns, in characters."""

SHORT_CONTENTS = 24
"""With more headings the list of contents has its pages to itself."""

FLAT = 0.3
"""How high a picture is at most beside its width that stands on a turned page with the table that follows it."""

SLIGHT = 2
"""Up to how many paragraphs a section has that is of few words."""

FEW_ROWS, FEW_LETTERS = 9, 1200
"""A table of no more rows and characters is not broken over two pages."""

LED_IN = (Table, Picture, Bullets, SignatureBlock)
"""What the words before it stay with."""


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
    """Return the document in stretches (see `turned`), as pages show it (see `for_pages`)."""
    return turned(for_pages(document))


def turned(blocks: Iterable[Block]) -> tuple[Stretch, ...]:
    """Return blocks in stretches. A section with something wide is wide from its heading, or from after its pictures.

    So is one of few words before it, which would else stand alone on a page.
    """
    found: list[Stretch] = []
    parts = [one for section in _sections(blocks) for one in _parts(section)]
    for one, after in zip_longest(parts, parts[1:]):
        wide = one.wide or (after is not None and after.wide and _is_slight(one.blocks))
        if found and found[-1].wide == wide:
            found[-1] = Stretch(wide, (*found[-1].blocks, *one.blocks))
        else:
            found.append(Stretch(wide, one.blocks))
    return tuple(_trimmed(found))


def leading_in(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """Yield each block with whether it is a paragraph that leads in what follows, and so stays on its page.

    So is the one before it, where there are two.
    """
    level = 0
    for block, after, next_ in zip_longest(blocks, blocks[1:], blocks[2:]):
        level = block.level if isinstance(block, Heading) else level
        deeper = isinstance(after, Heading) and after.level > level
        leads = deeper or isinstance(after, LED_IN)
        two = isinstance(after, Paragraph) and isinstance(next_, LED_IN)
        yield block, isinstance(block, Paragraph) and (leads or two)


def together(parties: Sequence[One], on_one_page: int) -> list[list[One]]:
    """Return who signs on the same page: all of a few, else at least the first two and the last two."""
    found = list(parties)
    if len(found) <= on_one_page:
        return [found]
    return [found[:2], *([one] for one in found[2:-2]), found[-2:]]


def is_short(table: Table) -> bool:
    """Return whether a table is so short that it is not broken over two pages."""
    letters = sum(len(plain(value)) for row in table.rows for value in row)
    return len(table.rows) <= FEW_ROWS and letters <= FEW_LETTERS


def kept(table: Table) -> set[int]:
    """Return the rows that stand on the page of what follows: all of a short table, else the first and the last two."""
    last = len(table.rows) - 1
    found = set(range(last)) if is_short(table) else ends(len(table.rows))
    return found | {last} if table.note else found


def ends(number: int) -> set[int]:
    """Return which of some lines stand on the page of the next: the first and the last but one."""
    return {0, number - 2} if number > 1 else set()


def has_long_contents(document: Document) -> bool:
    """Return whether the list of contents has its pages to itself."""
    return document.contents and len(document.headings) > SHORT_CONTENTS


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


def _parts(section: tuple[Block, ...]) -> Iterator[Stretch]:
    """Yield a section as one stretch; as two if it has pictures that stand better upright before something wide."""
    wide = next((at for at, block in enumerate(section) if _is_wide(block)), None)
    if wide is not None and any(_is_tall(block) for block in section[:wide]):
        yield Stretch(False, section[:wide])
        yield Stretch(True, section[wide:])
    else:
        yield Stretch(wide is not None, section)


def _is_slight(section: Sequence[Block]) -> bool:
    """Return whether a section is a heading with a paragraph or two."""
    words = [block for block in section if isinstance(block, Paragraph)]
    return (
        isinstance(section[0], Heading)
        and 0 < len(words) <= SLIGHT
        and all(isinstance(block, Heading | Paragraph) for block in section)
    )


def _is_wide(block: Block) -> bool:
    if isinstance(block, Picture):
        return block.wide
    return isinstance(block, Table) and (block.wide or _letters(block) > UPRIGHT)


def _is_tall(block: Block) -> bool:
    """Return whether a block is a picture that would fill most of a turned page."""
    if not isinstance(block, Picture):
        return False
    broad, high = size(block.svg)
    return high * block.width > broad * FLAT


def _letters(table: Table) -> int:
    """Return how many characters a table needs side by side."""
    return sum(_needs(table, at) + AIR for at in range(len(table.columns)))


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
