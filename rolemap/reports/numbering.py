"""Numbers and anchors of headings, tables and pictures, given once so that every format shows the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rolemap.reports.blocks import Block, Heading, Picture, Table

NUMBER = re.compile(r"(.*?)(\d+)")
"""The number of an item, of a table or alone: what stands before it, and which it is."""

A_RANGE = 3
"""From how many numbers in a row on the first and the last are said."""


def in_a_row(numbers: Iterable[str]) -> list[list[str]]:
    """Return numbers of one kind ("G6", "7") in groups of such as follow one another."""
    rows: list[list[str]] = []
    for number in numbers:
        before, now = NUMBER.fullmatch(rows[-1][-1]) if rows else None, NUMBER.fullmatch(number)
        if before and now and (now[1], int(now[2])) == (before[1], int(before[2]) + 1):
            rows[-1].append(number)
        else:
            rows.append([number])
    return rows


def ranges(numbers: Iterable[str]) -> list[str]:
    """Return numbers with three or more in a row as one: "G6 to G12", "O3", "O4"."""
    rows = in_a_row(numbers)
    return [said for row in rows for said in ([f"{row[0]} to {row[-1]}"] if len(row) >= A_RANGE else row)]


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
