"""A report as one web page: nothing is loaded, only the page's own script runs, light and dark, and it prints well."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import singledispatch
from hashlib import sha256
from html import escape
from importlib.resources import files

from rolemap.findings.words import day
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
    Notes,
    Number,
    PageBreak,
    Paragraph,
    Picture,
    SignatureBlock,
    Table,
    Text,
    Value,
    When,
)
from rolemap.reports.characters import holdable
from rolemap.reports.stretches import has_long_contents, is_short, leading_in, turned


def write(document: Document) -> bytes:
    """Return the page in UTF-8."""
    document = holdable(document)
    return "\n".join(_page(document, _style())).encode()


def _own(name: str) -> str:
    """Return the text of a file beside this module."""
    return files("rolemap.reports.formats").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return how a content security policy names a style or script by what it says."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _style() -> str:
    sheet = _own("report.css")
    widths = "\n".join(f".w{share} {{ width: {share}%; }}" for share in range(2, 92, 2))
    return f"{sheet}\n{widths}\n{_states()}"


def _states() -> str:
    """Return the colours of the states, on light and dark, from the palette."""
    lines = []
    for key, look in STATES.items():
        fill, words, line = (
            f"light-dark({getattr(look.light, name)}, {getattr(look.dark, name)})" for name in ("fill", "text", "line")
        )
        lines.append(f".state-{key} {{ background: {fill}; color: {words}; border-color: {line}; }}")
    return "\n".join(lines)


def _page(document: Document, style: str) -> Iterator[str]:
    script = _own("report.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    yield f'<!doctype html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">'
    yield f'<meta name="generator" content="rolemap">\n<meta name="description" content="{_quoted(document.provenance)}">'
    kind = "" if document.contents else ' class="page"'
    yield f"<title>{_words(document.title)} – {_words(document.map_title)}</title>"
    yield f'<style>{style}</style>\n</head>\n<body{kind}>\n<a class="skip" href="#content">Skip to the report</a>'
    yield from _header(document)
    if document.contents:
        yield from _contents(document)
    yield '<main id="content" tabindex="-1">'
    yield from _main(document)
    yield f"</main>\n<footer><p>{_words(document.provenance)}</p></footer>\n<script>{script}</script>\n</body>\n</html>\n"


def _main(document: Document) -> Iterator[str]:
    """Yield the blocks; those that paper shows on turned pages stand together."""
    shown = [block for block in document.blocks if not isinstance(block, Notes) and not _is_bulk(block)]
    for stretch in turned(shown):
        said = [_lead(block) if leads else _block(block) for block, leads in leading_in(stretch.blocks)]
        yield from ('<div class="turned">', *said, "</div>") if stretch.wide else said


def _is_bulk(block: Block) -> bool:
    return isinstance(block, Table) and block.bulk


def _lead(block: Block) -> str:
    """Return a paragraph that stays with what follows it."""
    return _block(block).replace("<p>", '<p class="lead">', 1)


def _header(document: Document) -> Iterator[str]:
    yield f"<header>\n<h1>{_words(document.title)}</h1>"
    if document.subtitle:
        yield f'<p class="subtitle">{_words(document.subtitle)}</p>'
    yield f'<p class="about">As at {day(document.on)} · map digest <code>{escape(document.digest)}</code></p>\n</header>'


def _contents(document: Document) -> Iterator[str]:
    long = ' class="long"' if has_long_contents(document) else ""
    yield f'<nav aria-label="Contents"{long}>\n<h2>Contents</h2>\n<ul>'
    for heading in document.headings:
        if heading.level <= 2:
            number = f"{heading.number} " if heading.number else ""
            yield (
                f'<li class="level-{heading.level}"><a href="#{escape(heading.anchor)}">{number}{_words(heading.text)}</a></li>'
            )
    yield "</ul>\n</nav>"


@singledispatch
def _block(block: Block) -> str:
    raise TypeError(f"no such block: {type(block).__name__}")


@_block.register
def _(block: Heading) -> str:
    level = min(block.level + 1, 6)
    number = f'<span class="number">{block.number}</span> ' if block.number else ""
    return f'<h{level} id="{escape(block.anchor)}">{number}{_words(block.text)}</h{level}>'


@_block.register
def _(block: Paragraph) -> str:
    return f"<p>{_runs(block.runs)}</p>"


@_block.register
def _(block: Bullets) -> str:
    return "<ul>\n" + "\n".join(f"<li>{_runs(item)}</li>" for item in block.items) + "\n</ul>"


@_block.register
def _(block: Table) -> str:
    caption = f"{block.number}. {block.caption}" if block.number else block.caption
    head = "".join(f'<th scope="col"{_side(column.align)}>{_words(column.title)}</th>' for column in block.columns)
    body = "\n".join(_row(block, row) for row in block.rows)
    note = f'\n<p class="note">{_words(block.note)}</p>' if block.note else ""
    widths = "".join(f'<col class="w{_width(block, at)}">' for at in range(len(block.columns)))
    looks = (" wide" if block.wide else "") + (" short" if is_short(block) else "")
    looks += " numbers" if block.columns and block.columns[0].width <= NARROW else ""
    return (
        f'<div class="table{looks}" role="region" tabindex="0" aria-label="{_quoted(caption)}">\n'
        f"<table>\n<caption><span>{_words(caption)}</span></caption>\n<colgroup>{widths}</colgroup>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody>\n</table>\n</div>{note}"
    )


NARROW = 0.5
"""A first column of at most this share holds numbers (G1, S12), and needs no room for words."""


def _width(block: Table, at: int) -> int:
    """Return the width of a column in whole hundredths of the table's, from 2 to 90 by twos."""
    whole = sum(column.width for column in block.columns)
    return min(max(2 * round(50 * block.columns[at].width / whole), 2), 90)


def _row(table: Table, row: tuple[Value, ...]) -> str:
    cells = []
    for at, (column, value) in enumerate(zip(table.columns, row, strict=True)):
        tag, scope = ("th", ' scope="row"') if at == 0 else ("td", "")
        cells.append(f"<{tag}{scope}{_side(column.align)}>{_value(value)}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>"


def _side(align: Align) -> str:
    return ' class="right"' if align is Align.RIGHT else ""


def _value(value: Value) -> str:
    if isinstance(value, Chip):
        symbol = f'<span aria-hidden="true">{_words(value.symbol)}</span>'
        return f'<span class="chip state-{escape(value.key)}">{symbol} {_words(value.word)}</span>'
    if isinstance(value, Number):
        return _words(value.shown)
    if isinstance(value, When):
        return f'<time datetime="{value.value.isoformat()}">{_words(value.shown)}</time>'
    return _runs(value)


@_block.register
def _(block: KeyFigures) -> str:
    items = []
    for one in block.items:
        of = f' <span class="of">of {one.of:,}</span>' if one.of is not None else ""
        look = STATES.get(one.state)
        symbol = f'<span aria-hidden="true">{look.symbol}</span> ' if look else ""
        classes = f"figure state-{one.state}" if look else "figure"
        items.append(
            f'<div class="{classes}"><dt>{symbol}{_words(one.label)}</dt><dd><strong>{one.number:,}</strong>{of}</dd></div>'
        )
    return '<dl class="figures">\n' + "\n".join(items) + "\n</dl>"


@_block.register
def _(block: Picture) -> str:
    drawn = block.svg.replace("<svg ", f'<svg role="img" aria-label="{_quoted(block.alt)}" ', 1)
    caption = f"{block.number}. {block.caption}" if block.number else block.caption
    table = (
        f"\n<details><summary>The same as a table</summary>\n{_block(block.table)}\n</details>" if block.table else ""
    )
    return (
        f'<figure>\n<div class="drawn" tabindex="0" role="region" aria-label="{_quoted(caption)}">{drawn}</div>\n'
        f"<figcaption>{_words(caption)}</figcaption>{table}\n</figure>"
    )


@_block.register
def _(block: Callout) -> str:
    return (
        f'<aside class="callout {block.tone.value}" aria-label="{_quoted(block.title)}">\n'
        f"<p><strong>{_words(block.title)}</strong></p>\n<p>{_runs(block.runs)}</p>\n</aside>"
    )


@_block.register
def _(block: SignatureBlock) -> str:
    signed = "".join(
        f'<tr><th scope="row">{_words(one.party)}</th><td></td><td></td><td></td>'
        f"<td>{day(one.signed) if one.signed else ''}</td></tr>"
        for one in block.parties
    )
    head = "".join(f'<th scope="col">{word}</th>' for word in ("For", "Name", "Position", "Signature", "Date"))
    return (
        '<div class="table" role="region" tabindex="0" aria-label="Signatures">'
        f'<table class="sign"><caption>Signatures</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{signed}</tbody></table></div>"
    )


@_block.register
def _(block: Fillable) -> str:
    lines = '<span class="line"></span>' * block.lines
    return f'<div class="fill"><p>{_words(block.label)}</p>{lines}</div>'


@_block.register
def _(block: PageBreak) -> str:
    del block
    return '<div class="break"></div>'


@_block.register
def _(block: Notes) -> str:
    del block
    return ""


def _runs(runs: Text) -> str:
    said = []
    for run in runs:
        words = _words(run.text)
        words = f'<span class="chip state-{run.state}">{words}</span>' if run.state in STATES else words
        words = f"<strong>{words}</strong>" if run.bold else words
        safe = run.link.startswith(("#", "http://", "https://"))
        said.append(f'<a href="{_quoted(run.link)}" rel="noreferrer">{words}</a>' if safe else words)
    return "".join(said)


def _words(text: str) -> str:
    """Return text as HTML: marks that would act are escaped, line breaks stay, and its direction is its own."""
    return escape(text).replace("\n", "<br>")


def _quoted(text: str) -> str:
    return escape(text, quote=True)
