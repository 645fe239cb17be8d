"""A report as Markdown (GitHub's, with tables): text from the map stays text, nothing of it becomes a mark or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import singledispatch

from rolemap.findings.words import day
from rolemap.pictures.palette import STATES
from rolemap.reports.blocks import (
    Align,
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
    SignatureBlock,
    Table,
    Text,
    Value,
    plain,
)
from rolemap.reports.characters import holdable

MARKS = re.compile(r"([\\`*_\[\]|~#$!@])")
"""Characters that Markdown, or a host of it, would act on."""

BEGINS = re.compile(r"^(\s*)([-+>=]|\d+[.)])")
"""How a line may begin that Markdown takes for a list, a quotation or a heading."""


def write(document: Document) -> bytes:
    """Return the report in UTF-8."""
    document = holdable(document)
    parts = [f"# {_words(document.title)}"]
    parts += [f"**{_words(document.subtitle)}**"] if document.subtitle else []
    parts.append(f"As at {day(document.on)} · map digest `{document.digest}`")
    parts += list(filter(None, map(_block, document.blocks)))
    parts.append(f"---\n\n{_words(document.provenance)}")
    return ("\n\n".join(parts) + "\n").encode()


@singledispatch
def _block(block: Block) -> str:
    raise TypeError(f"no such block: {type(block).__name__}")


@_block.register
def _(block: Heading) -> str:
    number = f"{block.number} " if block.number else ""
    return f"{'#' * min(block.level + 1, 6)} {number}{_words(block.text)}"


@_block.register
def _(block: Paragraph) -> str:
    return _begun(_runs(block.runs))


@_block.register
def _(block: Bullets) -> str:
    return "\n".join(f"- {_begun(_runs(item))}" for item in block.items)


@_block.register
def _(block: Table) -> str:
    if block.bulk:
        return ""
    caption = f"{block.number}. {block.caption}" if block.number else block.caption
    head = _line(_words(column.title) for column in block.columns)
    rule = _line("---:" if column.align is Align.RIGHT else "---" for column in block.columns)
    rows = [_line(_value(value) for value in row) for row in block.rows]
    note = f"\n\n{_begun(_words(block.note))}" if block.note else ""
    return f"**{_words(caption)}**\n\n" + "\n".join([head, rule, *rows]) + note


def _line(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _value(value: Value) -> str:
    return _runs(value) if isinstance(value, tuple) else _words(plain(value))


@_block.register
def _(block: KeyFigures) -> str:
    lines = []
    for one in block.items:
        of = f" of {one.of:,}" if one.of is not None else ""
        symbol = f"{STATES[one.state].symbol} " if one.state else ""
        lines.append(f"- **{one.number:,}{of}** {_words(symbol + one.label)}")
    return "\n".join(lines)


@_block.register
def _(block: Picture) -> str:
    said = f"**{_words(f'{block.number}. {block.caption}')}**\n\n{_begun(_words(block.alt))}"
    return f"{said}\n\n{_block(block.table)}" if block.table else said


@_block.register
def _(block: Callout) -> str:
    return f"> **{_words(block.title)}**\n>\n> {_begun(_runs(block.runs))}"


@_block.register
def _(block: SignatureBlock) -> str:
    lines = ["| For | Name | Position | Signature | Date |", "| --- | --- | --- | --- | --- |"]
    lines += [f"| {_words(one.party)} |  |  |  | {day(one.signed) if one.signed else ''} |" for one in block.parties]
    return "\n".join(lines)


@_block.register
def _(block: Fillable) -> str:
    return f"**{_words(block.label)}:**\n\n" + "\n\n".join(["\\_" * 40] * block.lines)


@_block.register
def _(block: PageBreak) -> str:
    del block
    return ""


@_block.register
def _(block: Notes) -> str:
    del block
    return ""


def _runs(runs: Text) -> str:
    said = []
    for run in runs:
        words = _words(run.text)
        inner = words.strip()
        if run.bold and inner:
            before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
            words = f"{before}**{inner}**{after}"
        said.append(f"[{words}](<{_address(run.link)}>)" if run.link.startswith(("http://", "https://")) else words)
    return "".join(said)


def _address(link: str) -> str:
    """Return an address for use between angle brackets."""
    return link.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C")


def _words(text: str) -> str:
    """Return text on one line in which nothing is a mark: line breaks become `<br>`, as cells of tables need."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = MARKS.sub(r"\\\1", safe)
    return safe.replace("\r\n", "<br>").replace("\n", "<br>").replace("\r", "<br>")


def _begun(text: str) -> str:
    """Return a line that Markdown does not take for a list, a quotation or a heading."""
    text = text.lstrip()
    return BEGINS.sub(lambda found: f"{found[1]}\\{found[2]}" if len(found[2]) == 1 else _ordered(found), text)


def _ordered(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2][:-1]}\\{found[2][-1]}"
