"""A document as slides: what stands on each, with one message a slide, before any library draws it.

What has no room on a slide is said there, and stands in full in the speaker's notes or in the report itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rolemap.reports.blocks import (
    Block,
    Bullets,
    Callout,
    Chip,
    Column,
    Document,
    Fillable,
    Heading,
    KeyFigures,
    Notes,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    SignatureBlock,
    Table,
    Text,
    Tone,
    Value,
    plain,
    text,
)
from rolemap.reports.columns import AIR, fitted

LINE, LINES = 88, 9
"""How many characters of running text stand on a line of a slide, and how many lines stay legible from the back."""

TABLE_LINE, TABLE_LINES = 118, 17
"""The same for a table, whose text is smaller: characters across all columns, and lines under the header."""

MOST_LINES = 5
"""How many lines of a cell are shown."""

MOST_SLIDES = 2
"""How many slides a table may fill; a room reads no more of it."""

MOST_FIGURES = 8
"""How many figures stand on a slide."""

SHORT_LEAD, SHORT_TITLE = 170, 60
"""A paragraph of no more characters stands over the table or picture it leads in, under a title of one line."""


@dataclass(frozen=True, slots=True)
class Words:
    """Running text: each item with whether it is a bullet."""

    items: tuple[tuple[Text, bool], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of a table. `widths` are those of its columns in characters, `rest` says what is not shown, if anything."""

    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[Value, ...], ...]
    rest: str = ""


Body = Words | Grid | KeyFigures | Picture | Callout | Fillable | SignatureBlock


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its title, the section it belongs to, what it shows, the speaker's notes, and words that lead it in."""

    title: str
    section: str
    body: Body
    notes: tuple[str, ...] = ()
    lead: str = ""


def slides(document: Document) -> tuple[Slide, ...]:
    """Return the slides of a document, without the first one that says its title."""
    found: list[Slide] = []
    names: dict[int, str] = {}
    start, bare, lead = 0, False, ""
    blocks = (*_gathered(document.blocks), Heading(0, ""))
    for at, block in enumerate(blocks):
        if isinstance(block, Heading):
            if bare and block.level <= max(names):
                found.append(_slide(names, document, Words(())))
            start, bare = len(found), True
            name = f"{block.number} {block.text}".strip()
            names = {level: said for level, said in names.items() if level < block.level} | {block.level: name}
        elif isinstance(block, Notes):
            first = min(start, max(0, len(found) - 1))
            found[first:] = [replace(one, notes=(*one.notes, block.text)) for one in found[first:]]
        elif isinstance(block, Words) and _leads_in(block, blocks[at + 1 :], max(names, default=0)):
            bare, lead = False, plain(block.items[0][0])
        elif not isinstance(block, PageBreak):
            bare = False
            made = list(_slides(block, _slide(names, document, Words(()))))
            found += [replace(one, lead=lead if number == 0 else "") for number, one in enumerate(made)]
            lead = ""
    return tuple(found)


def _leads_in(words: Words, after: Sequence[Block | Words], level: int) -> bool:
    """Return whether words are one short sentence that leads in a table or picture, maybe under a deeper heading."""
    said = [plain(item) for item, bullet in words.items if not bullet]
    rest = after[1:] if isinstance(after[0], Heading) and after[0].level > level else after
    table = rest[0] if rest else None
    captioned = isinstance(table, Table | Picture) and len(_captioned(table.number, table.caption)) <= SHORT_TITLE
    return captioned and len(said) == len(words.items) == 1 and len(said[0]) <= SHORT_LEAD


def _slide(names: dict[int, str], document: Document, body: Body) -> Slide:
    """Return a slide under headings: the deepest is its title, the widest its section."""
    said = [name for _, name in sorted(names.items()) if name]
    return Slide(said[-1] if said else document.title, said[0] if len(said) > 1 else "", body)


def _gathered(blocks: Iterable[Block]) -> Iterator[Block | Words]:
    """Yield the blocks with paragraphs and bullets that follow each other put together."""
    items: list[tuple[Text, bool]] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            items.append((block.runs, False))
        elif isinstance(block, Bullets):
            items += [(item, True) for item in block.items]
        elif not (isinstance(block, Table) and block.bulk):
            if items:
                yield Words(tuple(items))
                items = []
            yield block
    if items:
        yield Words(tuple(items))


def _slides(block: Block | Words, under: Slide) -> Iterator[Slide]:
    """Yield the slides of a block; `under` is an empty slide with the title and section of its heading."""
    section = under.section or under.title
    match block:
        case Words():
            for words in _paged(block):
                yield replace(under, body=words)
        case Table():
            yield from _of_table(block, section)
        case KeyFigures():
            for at in range(0, len(block.items), MOST_FIGURES):
                yield replace(under, body=KeyFigures(block.items[at : at + MOST_FIGURES]))
        case Picture():
            yield Slide(_captioned(block.number, block.caption), section, block, (block.alt,))
        case Callout():
            ask = (plain(block.runs),) if block.tone is Tone.QUESTION else ()
            yield Slide(block.title or under.title, section, block, ask)
        case Fillable():
            yield Slide(block.label, section, block)
        case SignatureBlock():
            yield replace(under, body=block)
        case _:
            raise TypeError(f"no such block on slides: {type(block).__name__}")


def _captioned(number: str, caption: str) -> str:
    return f"{number}. {caption}" if number else caption


def _paged(words: Words) -> Iterator[Words]:
    """Yield the text in parts that each fit a slide; an item too long for one is broken between words."""
    page: list[tuple[Text, bool]] = []
    used = 0.0
    for item, bullet in words.items:
        for part in _parts(item, LINE * LINES):
            needed = math.ceil(max(1, len(plain(part))) / LINE) + plain(part).count("\n") + 0.5
            if page and used + needed > LINES + 0.5:
                carried = page[-1:] if len(page) > 1 and plain(page[-1][0]).endswith(":") else []
                yield Words(tuple(page[: len(page) - len(carried)]))
                page, used = carried, 1.5 * len(carried)
            page.append((part, bullet))
            used += needed
    if page:
        yield Words(tuple(page))


def _parts(item: Text, room: int) -> Iterator[Text]:
    """Yield a text in parts of at most `room` characters, broken at a space where there is one."""
    part: list[Run] = []
    left = room
    for run in item:
        rest = run.text
        while len(rest) > left:
            cut = rest.rfind(" ", left // 2, left) + 1 or left
            part.append(replace(run, text=rest[:cut]))
            yield tuple(part)
            rest, part, left = rest[cut:], [], room
        part.append(replace(run, text=rest))
        left -= len(rest)
    yield tuple(part)


def _brief(table: Table) -> tuple[Table, tuple[str, ...]]:
    """Return a table without the columns that are a detail, and a note for the speaker on those."""
    kept = [at for at, column in enumerate(table.columns) if not column.detail]
    left = [column.title.lower() for column in table.columns if column.detail]
    if not left:
        return table, ()
    rows = tuple(tuple(row[at] for at in kept) for row in table.rows)
    brief = replace(table, columns=tuple(table.columns[at] for at in kept), rows=rows)
    return brief, (f"The report also has: {', '.join(left)}.",)


def _of_table(whole: Table, section: str) -> Iterator[Slide]:
    table, left_out = _brief(whole)
    title = _captioned(table.number, table.caption)
    widths = tuple(fitted(table, TABLE_LINE))
    rooms = [max(4, int(width) - AIR) for width in widths]
    pages = list(_pages(table.rows, rooms))
    shown = sum(len(page) for page in pages[:MOST_SLIDES])
    for at, page in enumerate(pages[:MOST_SLIDES] or [[]], 1):
        last = at == min(len(pages), MOST_SLIDES)
        rest = (
            f"{shown} of {len(table.rows)} rows are shown; the report holds them all."
            if shown < len(table.rows) and last
            else ""
        )
        notes = tuple(_in_full(row, rooms) for row in page if any(map(_is_cut, row, rooms)))
        rows = tuple(tuple(_cut(value, room) for value, room in zip(row, rooms, strict=True)) for row in page)
        said = (
            *((table.note,) if table.note else ()),
            *left_out,
            *(("In full: " + " · ".join(notes),) if notes else ()),
        )
        yield Slide(title, section, Grid(table.columns, widths, rows, rest), said)


def _in_full(row: Sequence[Value], rooms: Sequence[int]) -> str:
    """Return what is cut of a row, after what the row is called, so that the speaker knows of which it is said."""
    cut = [plain(value) for value, room in zip(row, rooms, strict=True) if _is_cut(value, room)]
    name = plain(row[0])
    return " – ".join(cut if cut[0] == name else [name, *cut])


def _pages(rows: Sequence[tuple[Value, ...]], rooms: Sequence[int]) -> Iterator[list[tuple[Value, ...]]]:
    page: list[tuple[Value, ...]] = []
    used = 0.0
    for row in rows:
        needed = 0.5 + max(
            (min(MOST_LINES, _lines(value, room)) for value, room in zip(row, rooms, strict=True)), default=1
        )
        if page and used + needed > TABLE_LINES:
            yield page
            page, used = [], 0.0
        page.append(row)
        used += needed
    if page:
        yield page


def _lines(value: Value, room: int) -> int:
    if isinstance(value, Chip):
        return 1
    return sum(max(1, math.ceil(len(line) / room)) for line in plain(value).split("\n"))


def _is_cut(value: Value, room: int) -> bool:
    return isinstance(value, tuple) and _lines(value, room) > MOST_LINES


def _cut(value: Value, room: int) -> Value:
    """Return a value that fits its cell: a long text ends in an ellipsis."""
    if not _is_cut(value, room):
        return value
    lines = plain(value).split("\n")[:MOST_LINES]
    kept = "\n".join(lines)[: room * MOST_LINES - 1 - room * (len(lines) - 1)]
    whole = kept.rpartition(" ")[0] or kept
    return text(whole.rstrip(" ,;:") + " …")
