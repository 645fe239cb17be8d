"""A document as slides: what stands on each, with one message a slide, before any library draws it.

What has no room on a slide is said there, and stands in full in the speaker's notes or in the report itself.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rolemap.reports.blocks import (
    Block,
    Bullets,
    Callout,
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
    plain,
    text,
)
from rolemap.reports.slidetables import ELSEWHERE, Grid, grids
from rolemap.reports.typesetting import size

LINE, LINES = 88, 14
"""How many characters of running text stand on a line of a slide, and how many lines stay legible from the back."""

BETWEEN = 0.4
"""The room between two items, in lines."""

MOST_FIGURES, MOST_SIGNING = 8, 6
"""How many figures, and how many parties that sign, stand on a slide."""

ACROSS, BESIDE, HIGH = 888.0, 554.0, 353.0
"""How wide a picture may be alone and with words at its side, and how high, in points."""

TALL = 0.6
"""A picture that is higher than this share of its width has letters too small for a room: its words stand beside it."""

LEGIBLE = 0.5
"""A picture drawn at less than this share of its size has letters that nobody in a room can read."""

MOST_NAMED = 10
"""How many parts that are left out the last slide names."""

SHORT_LEAD, SHORT_TITLE = 210, 60
"""A paragraph of no more characters stands over the table or picture it leads in, under a title of one line."""


@dataclass(frozen=True, slots=True)
class Words:
    """Running text: each item with whether it is a bullet."""

    items: tuple[tuple[Text, bool], ...]


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
    kept, left_out = _for_a_room(document.blocks)
    blocks = (*_gathered(kept), Heading(0, ""))
    for at, block in enumerate(blocks):
        if isinstance(block, Heading):
            if bare and block.level <= max(names):
                found.append(_slide(names, document, Words(())))
            start, bare = len(found), True
            names = {level: said for level, said in names.items() if level < block.level} | {block.level: _name(block)}
        elif isinstance(block, Notes):
            first = min(start, max(0, len(found) - 1))
            found[first:] = [replace(one, notes=(*one.notes, block.text)) for one in found[first:]]
            start = len(found)
        elif isinstance(block, Words) and _leads_in(block, blocks[at + 1 :], max(names, default=0)):
            bare, lead = False, plain(block.items[0][0])
        elif not isinstance(block, PageBreak):
            bare = False
            made = list(_slides(block, _slide(names, document, Words(()))))
            found += [replace(one, lead=lead if number == 0 else "") for number, one in enumerate(made)]
            lead = ""
    return (*found, *left_out)


def _name(heading: Heading) -> str:
    return f"{heading.number} {heading.text}".strip()


def _for_a_room(blocks: Iterable[Block]) -> tuple[list[Block], list[Slide]]:
    """Return the blocks without the parts that are a detail, and a last slide that says which those are, if any."""
    kept: list[Block] = []
    left: dict[str, list[str]] = {}
    parts: Counter[str] = Counter()
    under, section = 0, ""
    for block in blocks:
        if isinstance(block, Heading):
            section = _name(block) if block.level == 1 else section
            parts[section] += block.level == 2
            if not under or block.level <= under:
                under = block.level if block.detail else 0
                if block.detail:
                    left.setdefault(section, []).append(_name(block))
        if not under:
            kept.append(block)
    return _without_bare(kept, left), list(_left_out(left, parts))


def _left_out(left: Mapping[str, Sequence[str]], parts: Mapping[str, int]) -> Iterator[Slide]:
    said = [
        names[0] if len(names) == 1 else f"{one}: {len(names)} of {parts[one]} parts" for one, names in left.items()
    ]
    more = [f"and {len(said) - MOST_NAMED} more"] if len(said) > MOST_NAMED else []
    items = [(text(one), True) for one in (*said[:MOST_NAMED], *more)]
    if said:
        body = Words(((text(f"For these parts see {ELSEWHERE}:"), False), *items))
        yield Slide("In the report, not on these slides", "", body)


def _without_bare(blocks: Sequence[Block], left: Mapping[str, object]) -> list[Block]:
    """Return the blocks without the headings of sections of which nothing else is kept."""
    after = [*blocks, Heading(0, "")][1:]
    return [
        block
        for block, follows in zip(blocks, after, strict=True)
        if not (isinstance(block, Heading) and _name(block) in left and _ends(block, follows))
    ]


def _ends(heading: Heading, follows: Block) -> bool:
    return isinstance(follows, Heading) and follows.level <= heading.level


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
            yield from _of_table(block, section, _captioned(block.number, block.caption))
        case KeyFigures():
            for at in range(0, len(block.items), MOST_FIGURES):
                yield replace(under, body=KeyFigures(block.items[at : at + MOST_FIGURES]))
        case Picture():
            yield from _of_picture(block, section)
        case Callout():
            ask = (plain(block.runs),) if block.tone is Tone.QUESTION else ()
            yield Slide(block.title or under.title, section, block, ask)
        case Fillable():
            yield Slide(block.label, section, block)
        case SignatureBlock():
            for at in range(0, len(block.parties), MOST_SIGNING):
                yield replace(under, body=SignatureBlock(block.parties[at : at + MOST_SIGNING]))
        case _:
            raise TypeError(f"no such block on slides: {type(block).__name__}")


def _captioned(number: str, caption: str) -> str:
    return f"{number}. {caption}" if number else caption


def _paged(words: Words) -> Iterator[Words]:
    """Yield the text in parts that each fit a slide; an item too long for one is broken between words."""
    items = [(part, bullet) for item, bullet in words.items for part in _parts(item, LINE * LINES)]
    pages = list(_filled(items, LINES + BETWEEN))
    needed = [_needed(part) for part, _ in items]
    even = list(_filled(items, min(LINES + BETWEEN, sum(needed) / len(pages) + max(needed)))) if pages else []
    yield from map(Words, even if len(even) == len(pages) else pages)


def _needed(part: Text) -> float:
    """Return how many lines a text takes on a slide."""
    return math.ceil(max(1, len(plain(part))) / LINE) + plain(part).count("\n") + BETWEEN


def _filled(items: Sequence[tuple[Text, bool]], room: float) -> Iterator[tuple[tuple[Text, bool], ...]]:
    """Yield the items by the slide; words that announce a list stand with its first item."""
    page: list[tuple[Text, bool]] = []
    used = 0.0
    for part, bullet in items:
        needed = _needed(part)
        if page and used + needed > room:
            carried = page[-1:] if len(page) > 1 and plain(page[-1][0]).endswith(":") else []
            yield tuple(page[: len(page) - len(carried)])
            page, used = carried, (1 + BETWEEN) * len(carried)
        page.append((part, bullet))
        used += needed
    if page:
        yield tuple(page)


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


def _of_table(table: Table, section: str, title: str) -> Iterator[Slide]:
    for grid, notes in grids(table):
        yield Slide(title, section, grid, notes)


def fits(svg: str) -> tuple[bool, float]:
    """Return whether words stand beside a picture on a slide, and how large it then is, as a multiple of its own size."""
    broad, high = size(svg)
    tall = high > TALL * broad
    return tall, min((BESIDE if tall else ACROSS) / broad, HIGH / high)


def _of_picture(picture: Picture, section: str) -> Iterator[Slide]:
    """Yield a picture; one whose letters would be too small as its table, or in words."""
    title = _captioned(picture.number, picture.caption)
    if fits(picture.svg)[1] >= LEGIBLE:
        yield Slide(title, section, picture, (picture.alt,))
        return
    said = f"The letters of the picture are too small for a slide; {ELSEWHERE.replace('Excel', 'web page')} shows it."
    if picture.table is None:
        yield Slide(title, section, Words(((text(picture.alt), False), (text(said), False))))
        return
    for one in _of_table(picture.table, section, f"{title}, in words"):
        yield replace(one, notes=(picture.alt, said, *one.notes))
