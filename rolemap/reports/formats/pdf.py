"""A report as PDF: tagged and PDF/UA-1, with bookmarks, its fonts inside, and pictures as vectors.

The page's look is in `pdf.typ`, which gets everything a map says as data. Here blocks become that data.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from functools import singledispatch
from importlib.resources import files
from typing import Any, cast

import typst

from rolemap.model.words import day
from rolemap.pictures.palette import STATES
from rolemap.reports.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Chip,
    Document,
    Fillable,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    Picture,
    SignatureBlock,
    Table,
    Text,
    Value,
    plain,
)
from rolemap.reports.characters import NOT_IN_XML, holdable
from rolemap.reports.columns import AIR, fitted
from rolemap.reports.longwords import Parted, parted
from rolemap.reports.stretches import Stretch, across, has_long_contents, is_short, leading_in, stretches, together
from rolemap.reports.typesetting import FAMILIES, PLAIN, UNSEEN, drawable, named, plainly, size, typeset, unshown

Data = dict[str, Any]

UPRIGHT, TURNED = 482, 728
"""The width of the text of an A4 page in points, upright and turned, between margins of 20 mm."""

LETTER = 4.9
"""About how many points a letter of a table takes, a little on the wide side."""

TALLEST_KEPT = 24
"""A row of a table with more lines may be broken over two pages."""

LINE, AROUND = 12, 9
"""How high a line of a table is, and the room around the lines of a row, in points."""

LONGEST_LIST = 14
"""A list with more lines may be broken over two pages."""

ON_ONE_PAGE = 6
"""Up to how many parties sign on one page."""

START = 2
"""With how many rows a table begins at the foot of a page; with fewer it begins on the next."""

HIGHEST_START = 200
"""The most room in points that is asked for at the foot of a page, so that no page stays half empty for a long row."""


def write(document: Document) -> bytes:
    """Return the report as PDF; the same bytes for the same document and fonts.

    Some sequences of characters that can be shown one by one cannot be told apart again in an accessible PDF. Then the
    characters the typesetter names are replaced, and rare ones in pictures; at last every rare one.
    """
    words = _dumped(holdable(document))
    missing = unshown(words, system=False)
    replaced = unshown("".join(missing), system=True)
    system, shown = len(replaced) < len(missing), document
    for _ in range(2):
        try:
            return _typeset(shown, replaced, system)
        except typst.TypstError as error:
            replaced |= named(error)
            shown = replace(document, blocks=tuple(map(_plainly_drawn, document.blocks)))
    return _typeset(document, replaced | set(PLAIN.sub("", words)), system)


def _typeset(document: Document, replaced: frozenset[str], system: bool) -> bytes:
    unheld = re.compile(f"{NOT_IN_XML.pattern}|[{re.escape(''.join(sorted(replaced)))}]") if replaced else NOT_IN_XML
    return typeset(_source(), _inputs(_dumped(holdable(document, unheld)), system), document.on)


def typesetting_of(document: Document) -> tuple[str, dict[str, str]]:
    """Return what the typesetter gets for a report whose characters the bundled fonts all have: its source and data."""
    return _source(), _inputs(_dumped(holdable(document)), system=False)


def _plainly_drawn(block: Block) -> Block:
    return replace(block, svg=plainly(block.svg)) if isinstance(block, Picture) else block


def _source() -> str:
    return files(__package__).joinpath("pdf.typ").read_text(encoding="utf-8")


def _inputs(words: str, system: bool) -> dict[str, str]:
    inks = {
        key: {"fill": look.light.fill, "text": look.light.text, "line": look.light.line} for key, look in STATES.items()
    }
    found = {"report": words, "inks": json.dumps(inks), "families": json.dumps(FAMILIES)}
    return found | ({"system": "yes"} if system else {})


def _dumped(document: Document) -> str:
    language, _, region = document.language.partition("-")
    return json.dumps(
        {
            "title": _seen(document.title),
            "title-words": parted(_seen(document.title), 26),
            "short": parted(document.title, 60),
            "subtitle": parted(document.subtitle, 50),
            "map": parted(document.map_title, 24),
            "on": day(document.on),
            "digest": document.digest,
            "provenance": document.provenance,
            "foot": parted(document.provenance, 60),
            "language": language,
            "region": region or None,
            "contents": document.contents,
            "long": has_long_contents(document),
            "stretches": [_stretch(one) for one in stretches(document)],
        },
        ensure_ascii=False,
    )


def _stretch(stretch: Stretch) -> Data:
    width = TURNED if stretch.wide else UPRIGHT
    blocks = [_data(block, width) | ({"leads": True} if leads else {}) for block, leads in leading_in(stretch.blocks)]
    return {"wide": stretch.wide, "blocks": blocks}


@singledispatch
def _data(block: Block, width: float) -> Data:
    """Return a block as data for text of `width` points."""
    raise TypeError(f"no such block on {width:.0f} points of paper: {type(block).__name__}")


@_data.register
def _(block: Heading, width: float) -> Data:
    return {"kind": "heading", "level": block.level, "number": block.number, "anchor": block.anchor} | _words(
        _seen(block.text), int(width / 11)
    )


@_data.register
def _(block: Paragraph, width: float) -> Data:
    return {"kind": "paragraph", "runs": _runs(block.runs, int(width / 6))}


@_data.register
def _(block: Bullets, width: float) -> Data:
    items = [_runs(item, int(width / 6.5)) for item in block.items]
    lines = sum(math.ceil(len(plain(item)) * 6 / width) for item in block.items)
    return {"kind": "bullets", "items": items, "short": lines <= LONGEST_LIST}


@_data.register
def _(block: Table, width: float) -> Data:
    widths = fitted(block, width / LETTER)
    rooms = [int(one) - AIR for one in widths]
    return {
        "kind": "table",
        "number": block.number,
        "caption": parted(block.caption, 80),
        "note": parted(block.note, 80),
        "columns": [
            {"title": parted(one.title, room), "width": wide, "right": one.align is Align.RIGHT}
            for one, room, wide in zip(block.columns, rooms, widths, strict=True)
        ],
        "rows": [_row(row, rooms) for row in block.rows],
        "short": is_short(block),
        "start": _start(block, rooms),
    }


def _start(table: Table, rooms: list[int]) -> int:
    """Return how many points a table needs at the foot of a page to begin there: its titles and its first rows."""
    titles = max((_high(column.title, room) for column, room in zip(table.columns, rooms, strict=True)), default=1)
    lines = [2 + titles, *(_lines(row, rooms) for row in table.rows[:START])]
    return min(HIGHEST_START, sum(lines) * LINE + len(lines) * AROUND)


def _lines(row: tuple[Value, ...], rooms: list[int]) -> int:
    return max((_high(plain(value), room) for value, room in zip(row, rooms, strict=True)), default=1)


def _high(said: str, room: int) -> int:
    """Return about how many lines some words take where one holds `room` characters."""
    return sum(max(1, math.ceil(len(line) / max(1, room))) for line in said.split("\n"))


def _row(row: tuple[Value, ...], rooms: list[int]) -> Data:
    cells = [_cell(value, room) for value, room in zip(row, rooms, strict=True)]
    return {"cells": cells, "breaks": _lines(row, rooms) > TALLEST_KEPT}


def _cell(value: Value, room: int) -> Data | Parted:
    """Return a cell; one of plain words, as most are, as these alone, which are typeset soonest."""
    if isinstance(value, Chip):
        return {"state": value.key, "words": plain(value)}
    if not isinstance(value, tuple):
        return value.shown
    runs = _runs(value, room)
    if not runs:
        return ""
    return {"runs": runs} if len(runs) > 1 or len(runs[0]) > 1 else cast("Parted", runs[0]["words"])


@_data.register
def _(block: Picture, width: float) -> Data:
    broad, high = size(block.svg)
    tallest = 640 if width == UPRIGHT else 380
    wide = min(width * block.width, tallest * broad / high)
    return {
        "kind": "picture",
        "number": block.number,
        "caption": parted(block.caption, 80),
        "alt": _seen(block.alt),
        "svg": drawable(block.svg),
        "width": wide,
        "height": wide * high / broad,
    }


@_data.register
def _(block: KeyFigures, _width: float) -> Data:
    items = [
        {
            "number": f"{one.number:,}",
            "of": "" if one.of is None else f"{one.of:,}",
            "label": parted(one.label, 16),
            "note": parted(one.note, 18),
            "state": one.state,
        }
        for one in block.items
    ]
    return {"kind": "figures", "across": across(len(items)), "items": items}


@_data.register
def _(block: Callout, width: float) -> Data:
    room = int(width / 6.5)
    title = parted(block.title, room)
    return {"kind": "callout", "tone": block.tone.value, "title": title, "runs": _runs(block.runs, room)}


@_data.register
def _(block: SignatureBlock, _width: float) -> Data:
    parties = [
        {"party": parted(one.party, 70), "signed": day(one.signed) if one.signed else ""} for one in block.parties
    ]
    return {"kind": "signatures", "groups": together(parties, ON_ONE_PAGE)}


@_data.register
def _(block: Fillable, _width: float) -> Data:
    return {"kind": "fillable", "label": parted(block.label, 70), "lines": block.lines}


@_data.register
def _(_block: PageBreak, _width: float) -> Data:
    return {"kind": "break"}


def _seen(title: str) -> str:
    """Return a title, or words in place of one that nobody would see: an accessible PDF has none of these."""
    return title if UNSEEN.sub("", title).strip() else "(no title)"


def _words(said: str, room: int) -> Data:
    return {"words": parted(said, room)}


def _runs(runs: Text, room: int) -> list[Data]:
    return [
        _words(run.text, room)
        | ({"bold": True} if run.bold else {})
        | ({"link": run.link} if run.link else {})
        | ({"state": run.state} if run.state in STATES else {})
        for run in runs
    ]
