"""What a room need not see twice: of a picture and its table one stands on a slide, and the notes speak of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rolemap.reports.blocks import Block, Heading, Notes, PageBreak, Paragraph, Picture, Table, plain
from rolemap.reports.deck.notes import told
from rolemap.reports.deck.pictures import HIGH, parts_of
from rolemap.reports.deck.tables import TABLE_LINES, brief, grids


def for_notes(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks with notes in place of what is `aside`, and headings of pictures nobody could read as a detail.

    Of a picture followed by a table aside, the table is shown if it stands whole on one slide or the picture cannot be
    read, else the picture; a note names the other one, and of a table what is open.
    """
    before: Block | None = None
    for at, (block, follows) in enumerate(pairwise((*blocks, PageBreak()))):
        pictured, before = before if isinstance(before, Picture) else None, block
        if isinstance(block, Picture) and _is_aside(follows):
            if not _tabled(block, follows):
                yield block
        elif isinstance(block, Table) and block.aside:
            yield from _one_of_two(pictured, block)
        elif isinstance(block, Paragraph) and block.aside:
            yield Notes(plain(block.runs))
        elif isinstance(block, Heading) and not block.detail and _only_unreadable(blocks[at + 1 :]):
            yield replace(block, detail=True)
        else:
            yield block


def _is_aside(block: Block) -> bool:
    return isinstance(block, Table) and block.aside


def _tabled(picture: Picture, table: Block) -> bool:
    """Return whether the table is shown and not the picture."""
    return isinstance(table, Table) and (_whole(table) or not parts_of(picture, HIGH))


def _whole(table: Table) -> bool:
    found = list(grids(table, (TABLE_LINES, TABLE_LINES), 1))
    return len(found) == 1 and not found[0][0].rest


def _one_of_two(pictured: Picture | None, table: Table) -> Iterator[Block]:
    if pictured and _tabled(pictured, table):
        yield replace(table, aside=False, brief=True)
        yield Notes(f"The report also shows this as {pictured.number or 'a picture'}.")
        return
    named = f"{table.number}, {table.caption}" if table.number else table.caption
    less, _ = brief(table)
    has_states = any(told((row,), "") for row in less.rows) if pictured else False
    yield Notes(
        "\n".join(told(less.rows, f"What is open, of {named}, in the report:"))
        if has_states
        else f"The report also has {named}."
    )


def _only_unreadable(after: Sequence[Block]) -> bool:
    """Return whether all up to the next heading are pictures that nobody in a room could read, and there is one."""
    found = False
    for block in after:
        if isinstance(block, Heading):
            break
        if not isinstance(block, Picture | Notes | PageBreak) or (isinstance(block, Picture) and parts_of(block, HIGH)):
            return False
        found = found or isinstance(block, Picture)
    return found
