"""SVG as text: elements with everything escaped, no script, no link, no style sheet, so that any reader shows the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

from rolemap.pictures.labels import wrap

Markup = NewType("Markup", str)
"""Text that is already SVG."""

FACE = "'Noto Sans', 'DejaVu Sans', 'Segoe UI', Arial, sans-serif"
"""The faces pictures are set in: the first that a reader has."""

ROOM = 20.0
"""The room around a picture that stands alone, in pixels."""

CAPTION = 12.0
MOST_LINES = 4
"""How many lines of words may stand under a picture."""

QUIET = "#4A4A4A"
SIZES = re.compile(r'^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Value = str | float
"""What an attribute holds."""


def element(name: str, *inside: Markup, **attributes: Value) -> Markup:
    """Return an element; `_` in the names of attributes becomes `-` (`stroke_width`)."""
    said = "".join(f" {key.replace('_', '-')}={_quoted(value)}" for key, value in attributes.items() if value != "")
    return Markup(f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>")


def escaped(text: str) -> Markup:
    """Return text as SVG."""
    return Markup(escape(_held(text)))


def words(text: str, x: float, y: float, size: float, **attributes: Value) -> Markup:
    """Return words whose base line begins (or, with `text_anchor`, ends or is centred) at that point.

    `text` is one line; two spaces that keep things apart stay two.
    """
    said = escaped(text.replace("  ", "\u00a0 "))
    return element("text", said, x=x, y=y, font_size=size, **attributes) if said else Markup("")


def rectangle(x: float, y: float, width: float, height: float, **attributes: Value) -> Markup:
    """Return a rectangle by its top left corner."""
    return element("rect", x=x, y=y, width=width, height=height, **attributes)


def picture(width: float, height: float, parts: Iterable[Markup], background: str = "#FFFFFF") -> str:
    """Return a whole SVG document of that size in pixels."""
    whole = element(
        "svg",
        rectangle(0, 0, width, height, fill=background),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {_number(width)} {_number(height)}",
        font_family=FACE,
    )
    return str(whole)


def framed(source: str, caption: str = "") -> str:
    """Return a document of `picture` with room around it, and a line of words under it, as a file that stands alone."""
    found = SIZES.search(source)
    width, height = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
    inside = Markup(source.replace("<svg ", f'<svg x="{_number(ROOM)}" y="{_number(ROOM)}" ', 1))
    lines = wrap(caption, width, CAPTION, MOST_LINES) if caption else ()
    below = height + ROOM + 6
    said = [words(line, ROOM, below + (at + 1) * CAPTION * 1.4, CAPTION, fill=QUIET) for at, line in enumerate(lines)]
    return picture(width + 2 * ROOM, below + len(lines) * CAPTION * 1.4 + ROOM, [inside, *said])


def _quoted(value: Value) -> str:
    return quoteattr(_held(value)) if isinstance(value, str) else f'"{_number(value)}"'


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _held(text: str) -> str:
    return NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
