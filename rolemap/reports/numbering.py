"""Numbers and anchors of headings, tables and pictures, given once so that every format shows the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rolemap.reports.blocks import Block, Heading, Picture, Table


def numbered(blocks: Iterable[Block], *, headings: bool = True) -> tuple[Block, ...]:
    """Return the blocks with headings numbered 1, 1.1, ..., and tables and pictures counted through the report.

    Headings down to the second level get a number, every heading gets an anchor (`section-1-1`), unless it has its own.
    Tables for other tools only, and those beside a picture, get no number. `headings` may leave headings bare.
    """
    return tuple(_numbered(blocks, bare=not headings))


def _numbered(blocks: Iterable[Block], *, bare: bool) -> Iterator[Block]:
    counts = [0, 0, 0, 0]
    tables = pictures = 0
    for block in blocks:
        if isinstance(block, Heading):
            counts[block.level - 1] += 1
            counts[block.level :] = [0] * (len(counts) - block.level)
            number = ".".join(map(str, counts[: block.level]))
            anchor = block.anchor or f"section-{number.replace('.', '-')}"
            yield replace(block, number="" if bare or block.level > 2 else number, anchor=anchor)
        elif isinstance(block, Table) and not block.bulk:
            tables += 1
            yield replace(block, number=f"Table {tables}")
        elif isinstance(block, Picture):
            pictures += 1
            yield replace(block, number=f"Picture {pictures}")
        else:
            yield block
