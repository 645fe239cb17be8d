"""A document as slides: what stands on each, with one message a slide, before any library draws it.

What has no room on a slide is said there, and stands in full in the speaker's notes or in the report itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TypeVar

from rolemap.reports.blocks import (
    Callout,
    Document,
    Fillable,
    Heading,
    KeyFigures,
    Notes,
    PageBreak,
    Picture,
    SignatureBlock,
    Table,
    Tone,
    plain,
    text,
)
from rolemap.reports.deck.aside import for_notes
from rolemap.reports.deck.body import ONE_LINE, Slide, ToFill, Words
from rolemap.reports.deck.few import together
from rolemap.reports.deck.pictures import HIGH, RAISED_HIGH, parts_of
from rolemap.reports.deck.room import Part, for_a_room, gathered, name_of
from rolemap.reports.deck.tables import MOST_SLIDES, RAISED_LINES, TABLE_LINES, UNDER, Grid, grids
from rolemap.reports.deck.text import paged

MOST_FIGURES, MOST_SIGNING, MOST_FILLED = 8, 6, 7
"""How many figures, parties that sign, and things to fill in stand on a slide."""

PICTURED = "the report as Word, PDF or web page"

SHORT_LEAD = 210
"""Words of no more characters stand over the table, picture, figures or lines to sign on that they lead in."""

SHORT_TAIL = 125
"""A sentence stands under the table it follows if with what else is said there it has no more characters."""

One = TypeVar("One")


def slides(document: Document) -> tuple[Slide, ...]:
    """Return the slides of a document, without the first one that says its title."""
    kept, left_out = for_a_room(for_notes(document.blocks))
    plan = _Plan(document.title)
    blocks = (*gathered(kept), Heading(0, ""))
    for at, block in enumerate(blocks):
        plan.add(block, blocks[at + 1 :])
    return (*_parts(together(plan.found, document.title)), *left_out)


def _parts(found: Sequence[Slide]) -> Iterator[Slide]:
    """Yield the slides, each of several of one title that follow each other with which it is."""
    for _, run in groupby(found, key=lambda slide: slide.title):
        group = list(run)
        for at, slide in enumerate(group, 1):
            yield replace(slide, part=f"{at} of {len(group)}") if len(group) > 1 else slide


@dataclass
class _Plan:
    """The slides so far, and where in the document they are.

    `start` is the first slide that notes belong to, `bare` whether the last heading has no slide yet, `lead` and
    `waiting` the words and notes for the next slide.
    """

    title: str
    found: list[Slide] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    start: int = 0
    bare: bool = True
    lead: str = ""
    waiting: tuple[str, ...] = ()

    def add(self, block: Part, after: Sequence[Part]) -> None:
        """Add the slides of the next part of the document."""
        if isinstance(block, Heading):
            self._head(block)
        elif isinstance(block, Notes):
            self._note(block.text)
        elif isinstance(block, Words) and _leads_in(block, after, self.under().title, max(self.names, default=0)):
            self.bare, self.lead = False, " ".join(plain(item) for item, _ in block.items)
        elif isinstance(block, Words) and (table := self._table_before(block)):
            self.found[-1] = replace(self.found[-1], body=replace(table, rest=_under(table, block)))
        elif not isinstance(block, PageBreak):
            self._show(block)

    def under(self) -> Slide:
        """Return an empty slide under the headings: the deepest is its title, the widest its section."""
        said = [name for _, name in sorted(self.names.items()) if name]
        return Slide(said[-1] if said else self.title, said[0] if len(said) > 1 else "", Words(()))

    def _head(self, block: Heading) -> None:
        waiting = self.waiting if self.lead else ()
        if (self.waiting and not self.lead) or (self.bare and self.names and block.level <= max(self.names)):
            self.found.append(replace(self.under(), notes=self.waiting))
        self.start, self.bare, self.waiting = len(self.found), True, waiting
        kept = {level: said for level, said in self.names.items() if level < block.level}
        self.names = kept | {block.level: name_of(block)}

    def _note(self, words: str) -> None:
        """Give the notes to the slides since the last ones, or to the next slide where the heading has none yet."""
        if self.bare or self.lead:
            self.waiting = (*self.waiting, words)
            return
        first = min(self.start, len(self.found) - 1)
        self.found[first:] = [replace(one, notes=(*one.notes, words)) for one in self.found[first:]]
        self.start = len(self.found)

    def _show(self, block: Part) -> None:
        made = list(
            _slides(
                block,
                self.under(),
                led=bool(self.lead),
                most=1 if isinstance(block, Table) and block.brief else MOST_SLIDES,
            )
        )
        if self.lead and not made:
            made, self.lead = [replace(self.under(), body=Words(((text(self.lead), False),)))], ""
        first = [replace(one, lead=self.lead, notes=(*self.waiting, *one.notes)) for one in made[:1]]
        self.found += [*first, *made[1:]]
        self.bare, self.lead, self.waiting = False, "", ()

    def _table_before(self, words: Words) -> Grid | None:
        """Return the table that words follow, if they are one sentence short enough to stand under it."""
        body = self.found[-1].body if self.found and not self.bare and not self.lead else None
        if not isinstance(body, Grid) or len(words.items) > 1 or words.items[0][1]:
            return None
        lines = RAISED_LINES if self.found[-1].raised else TABLE_LINES
        has_room = bool(body.rest) or body.needed + UNDER <= lines
        return body if has_room and len(_under(body, words)) <= SHORT_TAIL else None


def _under(table: Grid, words: Words) -> str:
    """Return what stands under a table with words that follow it."""
    return f"{table.rest} {plain(words.items[0][0])}".strip()


def _leads_in(words: Words, after: Sequence[Part], title: str, level: int) -> bool:
    """Return whether words are a short sentence or two that lead in what follows, maybe under a deeper heading."""
    said = " ".join(plain(item) for item, _ in words.items)
    after = [one for one in after if not isinstance(one, Notes)]
    rest = after[1:] if isinstance(after[0], Heading) and after[0].level > level else after
    if any(bullet for _, bullet in words.items) or len(said) > SHORT_LEAD or not rest:
        return False
    shown = rest[0]
    if isinstance(shown, Table | Picture):
        return len(_captioned(shown.number, shown.caption)) <= ONE_LINE
    return isinstance(shown, KeyFigures | SignatureBlock) and rest is after and len(title) <= ONE_LINE


def _slides(block: Part, under: Slide, *, led: bool, most: int) -> Iterator[Slide]:
    """Yield the slides of a part; `under` is an empty slide with its title and section, `led` says if words lead it in.

    `most` is how many slides a table may fill.
    """
    section = under.section or under.title
    match block:
        case Words():
            for words in paged(block):
                yield replace(under, body=words)
        case Table():
            yield from _of_table(block, section, _captioned(block.number, block.caption), led=led, most=most)
        case KeyFigures():
            for items in _shared_out(block.items, MOST_FIGURES):
                yield replace(under, body=KeyFigures(items))
        case Picture():
            yield from _of_picture(block, section, led=led)
        case Callout():
            ask = (plain(block.runs),) if block.tone is Tone.QUESTION else ()
            yield Slide(block.title or under.title, section, block, ask)
        case Fillable():
            yield Slide(block.label, section, block)
        case ToFill():
            for asked in _shared_out(block.items, MOST_FILLED):
                yield Slide("To fill in", "", ToFill(asked))
        case SignatureBlock():
            for parties in _shared_out(block.parties, MOST_SIGNING):
                yield replace(under, body=SignatureBlock(parties))
        case _:
            raise TypeError(f"no such block on slides: {type(block).__name__}")


def _shared_out(items: Sequence[One], most: int) -> Iterator[tuple[One, ...]]:
    """Yield the items in as few parts of at most `most` as hold them, as even as may be."""
    parts = -(-len(items) // most)
    for at in range(parts):
        yield tuple(items[-(-len(items) * at // parts) : -(-len(items) * (at + 1) // parts)])


def _captioned(number: str, caption: str) -> str:
    return f"{number}. {caption}" if number else caption


def _of_table(table: Table, section: str, title: str, *, led: bool, most: int) -> Iterator[Slide]:
    lines = RAISED_LINES if len(title) <= ONE_LINE else TABLE_LINES
    for grid, notes in grids(table, (TABLE_LINES if led else lines, lines), most):
        yield Slide(title, section, grid, notes)


def _of_picture(picture: Picture, section: str, *, led: bool) -> Iterator[Slide]:
    """Yield a picture; one whose letters would be too small in parts, or as its table, or in words."""
    title = _captioned(picture.number, picture.caption)
    high = HIGH if led or len(title) > ONE_LINE else RAISED_HIGH
    parts = parts_of(picture, high)
    for svg in parts:
        yield Slide(title, section, replace(picture, svg=svg), (picture.alt,))
    if parts:
        return
    said = f"The letters of the picture are too small for a slide; {PICTURED} shows it."
    if picture.table is None:
        yield Slide(title, section, Words(((text(picture.alt), False), (text(said), False))))
        return
    for one in _of_table(picture.table, section, f"{title}, in words", led=led, most=1):
        yield replace(one, notes=(picture.alt, said, *one.notes))
