"""The typesetter behind PDF and every picture made of dots: typst, its fonts, and which characters it can show."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

import typst

FONTS = Path(__file__).parent / "fonts"
"""The fonts that come with rolemap, with their licences."""

FAMILIES = ("Source Sans 3", "DejaVu Sans", "Noto Emoji")
"""Their families, in the order they are tried for a character."""

PLAIN = re.compile("[\n\r\t\x20-\x7e\xa0-\xac\xae-\u017e\u2010-\u2015\u2018-\u201e\u2022\u2026✓≈≠○→]")
"""Characters the first two families are known to have; a test asks the typesetter."""

RARE = re.compile(PLAIN.pattern.replace("[", "[^", 1))

NOT_SHOWN = re.compile(r"""(?:the text|codepoint) `"(.+?)"` ?(?:could not be displayed|$)""", re.MULTILINE)
"""How the typesetter names a character it cannot show, or that a tagged PDF may not hold."""

ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")

PROBE = r"""#set document(title: "?")
#set text(font: json(bytes(sys.inputs.families)))
#for one in json(bytes(sys.inputs.one)) [#text(one)\ ]"""
"""A page with each character on a line of its own."""

RASTER = """#set page(width: auto, height: auto, margin: 0pt)
#set text(font: json(bytes(sys.inputs.families)))
#image(bytes(sys.inputs.svg), format: "svg")"""

UNSEEN = re.compile("[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
"""Signs that are not seen by themselves (Unicode, default ignorable code points)."""

FONT = re.compile(r'font-family="[^"]*"')


def typeset(source: str, inputs: dict[str, str], on: date) -> bytes:
    """Return the PDF (PDF/UA-1) of a typst source that finds its data in `inputs`; equal for equal input.

    Raises typst.TypstError if the source is wrong or the result would not be accessible.
    """
    compiler = typst.Compiler(source.encode(), font_paths=_fonts(system=bool(inputs.get("system"))), sys_inputs=inputs)
    made = datetime.combine(on, time(), UTC)
    written = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=made)
    return _one(written)


def dots(svg: str, width: int = 1400) -> bytes:
    """Return a PNG of an SVG picture, at least as wide as `width` dots if it is not tiny, for readers of no SVG."""
    inputs = {"svg": drawable(svg), "families": json.dumps(FAMILIES)}
    compiler = typst.Compiler(RASTER.encode(), font_paths=_fonts(system=False), sys_inputs=inputs)
    points = _points_wide(svg)
    return _one(compiler.compile(format="png", ppi=min(300.0, max(72.0, 72 * width / points))))


def drawable(svg: str) -> str:
    """Return a picture in the bundled fonts, without the unseen signs that the typesetter cannot place in one."""
    families = ", ".join(FAMILIES)
    return FONT.sub(f'font-family="{families}"', UNSEEN.sub("", unicodedata.normalize("NFC", svg)))


def plainly(svg: str) -> str:
    """Return a picture with U+FFFD for every character that the typesetter may not be able to place in one."""
    return RARE.sub("\N{REPLACEMENT CHARACTER}", drawable(svg))


def size(svg: str) -> tuple[float, float]:
    """Return the width and height a picture says it has, in its own units; 4 by 3 if it does not say."""
    head = svg[: svg.find(">", svg.find("<svg")) + 1]
    box = re.search(r'viewBox="[\d.+-]+[ ,]+[\d.+-]+[ ,]+([\d.]+)[ ,]+([\d.]+)"', head)
    if box and float(box[1]) > 0 and float(box[2]) > 0:
        return float(box[1]), float(box[2])
    return 4.0, 3.0


def unshown(words: str, *, system: bool) -> frozenset[str]:
    """Return the characters of `words` that no bundled font has; nor, if `system`, any font of this machine."""
    rare = sorted(set(PLAIN.sub("", words)))
    if not rare:
        return frozenset()
    inputs = {"one": json.dumps(rare), "families": json.dumps(FAMILIES)}
    compiler = typst.Compiler(PROBE.encode(), font_paths=_fonts(system=system), sys_inputs=inputs)
    try:
        compiler.compile(format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        found = named(error) & set(rare)
        # Beside a character that is not shown, unseen ones are named too that are no trouble by themselves.
        unseen = "".join(sorted(found & set(rare) - set(UNSEEN.sub("", "".join(rare)))))
        return found if len(unseen) == len(found) else (found - set(unseen)) | unshown(unseen, system=system)
    return frozenset()


def named(error: typst.TypstError) -> frozenset[str]:
    """Return the rare characters that an error of the typesetter names."""
    found = "".join(NOT_SHOWN.findall(error.diagnostic))
    return frozenset(RARE.findall(ESCAPED.sub(lambda match: chr(int(match[1], 16)), found)))


@cache
def _fonts(*, system: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _points_wide(svg: str) -> float:
    """Return about how many points wide the typesetter makes a picture: its units are pixels, 96 to the inch."""
    return max(1.0, size(svg)[0] * 0.75)


def _one(written: bytes | list[bytes] | None) -> bytes:
    """Return the one file that was written."""
    match written:
        case bytes():
            return written
        case [bytes() as first, *_]:
            return first
    raise ValueError("the typesetter wrote nothing")
