"""The blocks a report is made of: frozen values written once by the content and translated by every format.

Text is exactly what the map says: a format escapes it in its own way, and uses `characters.holdable` where it cannot
hold every character. Numbers, anchors, dates and figures are already final: no format counts or names anything itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rolemap.reports.values import Align as Align
from rolemap.reports.values import Chip as Chip
from rolemap.reports.values import Number as Number
from rolemap.reports.values import Run as Run
from rolemap.reports.values import Text as Text
from rolemap.reports.values import Value as Value
from rolemap.reports.values import When as When
from rolemap.reports.values import plain as plain
from rolemap.reports.values import text as text


class Tone(StrEnum):
    """What a callout is for."""

    NOTE = "note"
    QUESTION = "question"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `level` 1 is a section. `number` ("2.1") and `anchor` (a-z, 0-9 and hyphens) are given by numbering.

    `detail` says that all under it is left out, and named, where there is little room (on slides).
    """

    level: int
    text: str
    number: str = ""
    anchor: str = ""
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of runs. One `aside` is told in the notes where there is little room (on slides)."""

    runs: Text
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers. `aside` are the positions of items left out where there is little room (on slides).

    `short` are all items in fewer words, for there; none if they are the same.
    """

    items: tuple[Text, ...]
    aside: frozenset[int] = frozenset()
    short: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` is its share beside those of the other columns, `title` its heading.

    `detail` says that it is left out where there is little room (on slides); if it is `spoken` the notes have it.
    """

    title: str
    width: float = 1
    align: Align = Align.LEFT
    detail: bool = False
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class Shared:
    """A sheet or file that several tables share: its name (at most 28 characters), what it holds, and further columns.

    `said` are those columns with what they say in each row of this table: what is otherwise said by its caption. `note` is
    what of the note of the table holds for the sheet too; empty if all of it does. `split` are columns of which all after the
    first line stands in a further column beside it, with its title.
    """

    name: str
    caption: str
    said: tuple[tuple[str, Value], ...]
    note: str = ""
    split: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table. Its first column heads each row; its header is repeated on every page it runs over.

    `name` is short and plain (at most 28 characters) for a sheet or a file; `note` stands under the table.
    `wide` asks for a page turned on its side.
    `bulk` tables are for reading by other tools: formats for people (pages, slides, web, Markdown) leave them out,
    workbooks, CSV and JSON hold them. They carry no number.
    Where there is little room (on slides) a `brief` one has one slide, and one `aside` none if the picture before it says the
    same; the notes tell what is open. Its `foremost` first rows are shown there in any case. Tables that follow each other
    and have the same name of their `shared` sheet stand on it together.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    note: str = ""
    number: str = ""
    wide: bool = False
    bulk: bool = False
    brief: bool = False
    aside: bool = False
    foremost: int = 0
    shared: Shared | None = None

    def __post_init__(self) -> None:
        """Refuse a table whose rows differ in length from its columns."""
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"{self.caption}: a row has not {len(self.columns)} cells")


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure: "7 of 10" is `number` 7 `of` 10; `of` is None for a plain count. `state` is a palette key or empty."""

    label: str
    number: int
    of: int | None = None
    note: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A few figures side by side."""

    items: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A vector picture. `svg` is a whole SVG document with width, height and viewBox, without scripts or links.

    `alt` says in words what it shows, `table` the same as a table (shown near it by formats that have room).
    `width` is the share of the text's width it wants, from 0 to 1; `wide` asks for a page turned on its side.
    """

    name: str
    caption: str
    alt: str
    svg: str
    table: Table | None = None
    width: float = 1
    wide: bool = False
    number: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """Words set apart in a box."""

    tone: Tone
    title: str
    runs: Text


@dataclass(frozen=True, slots=True)
class Signature:
    """A party that signs; `signed` is when it did, if recorded."""

    party: str
    signed: date | None = None


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Lines for name, position, signature and date, one set for each party."""

    parties: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Fillable:
    """Room to write in by hand or keyboard: a label and how many lines."""

    label: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What the presenter says or asks of the section before it; shown only where a format has speaker's notes."""

    text: str


Block = (
    Heading
    | Paragraph
    | Bullets
    | Table
    | KeyFigures
    | Picture
    | Callout
    | SignatureBlock
    | Fillable
    | PageBreak
    | Notes
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole report. `kind` is a key of `content.KINDS`; `digest` the short form of the map's (see `figures.digest`).

    `provenance` is one sentence for every page's foot: what made the report, of which map, as at which date.
    `contents` says whether a list of contents helps (a page needs none).
    """

    title: str
    subtitle: str
    kind: str
    on: date
    digest: str
    provenance: str
    map_title: str
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    contents: bool = True

    def foot(self, most: int) -> str:
        """Return the provenance for the foot of a page in at most `most` characters; a shorter one still has the digest."""
        if len(self.provenance) <= most:
            return self.provenance
        end = f" Digest of the map {self.digest}."
        kept = self.provenance[: max(0, most - len(end) - 1)]
        sentence, stop, rest = kept.rpartition(". ")
        if stop and len(sentence) > len(rest):
            return f"{sentence}.{end}"
        return f"{kept.rpartition(' ')[0] or kept}…{end}"

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Return every heading in order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    @property
    def tables(self) -> tuple[Table, ...]:
        """Return every table in order, those beside pictures too."""
        found = (block.table if isinstance(block, Picture) else block for block in self.blocks)
        return tuple(one for one in found if isinstance(one, Table))
