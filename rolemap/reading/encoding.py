"""The bytes of a file, before they are YAML: size, encoding and characters that no text file should hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from rolemap.problems import InvalidMap, Location, Problem
from rolemap.reading.limits import Limits
from rolemap.reading.sources import file_too_large

BOM: Final = b"\xef\xbb\xbf"
WIDE_BOMS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
CONTROLS: Final = bytes({*range(32), 127} - {9, 10, 13})
MARKS: Final = (b"\xc2", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef\xbf", BOM)
INDENTS: Final = re.compile("(?:^|(?<=[\r\n]))[ \t]*\xa0")
UNREADABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
LINE_END: Final = re.compile(rb"\r\n?|\n")
TEXT_LINE_END: Final = re.compile(r"\r\n?|\n")
TAG_DIRECTIVE: Final = re.compile(rb"(?:\A|[\r\n])(%TAG)")
OTHER_FORMATS: Final = {
    b"PK\x03\x04": "a ZIP file or an Office document",
    b"%PDF": "a PDF document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x89PNG": "a picture",
    b"\x1f\x8b": "a compressed file",
}
SAVE_AS_UTF8: Final = 'Save the file as text with the encoding "UTF-8".'
MOST_CHARACTERS: Final = 20


def check_bytes(data: bytes, file: str, limits: Limits) -> None:
    """Raise InvalidMap unless `data` is UTF-8 text of a readable size without control characters.

    Accepted are a byte-order mark and line ends of Unix, Windows and old Macs. The other line ends that YAML 1.1 knows
    (U+0085, U+2028, U+2029) are refused: they are invisible in editors and would end a text early.
    """
    problem = file_too_large(file, limits) if len(data) > limits.file_bytes else _format(data, file)
    if problem:
        raise InvalidMap([problem])
    suspect = len(data.translate(None, CONTROLS)) != len(data)
    suspect = suspect or (not data.isascii() and any(mark in data for mark in MARKS))
    if suspect and (problems := list(islice(_characters(data.decode("utf-8"), file), MOST_CHARACTERS))):
        raise InvalidMap(problems)
    if b"%TAG" in data and (found := TAG_DIRECTIVE.search(data)):
        place = Location(file, *position_of(data, found.start(1)))
        raise InvalidMap([Problem(place, "directive", '"%TAG" lines are not read.', "Delete the line.")])


def position_of(data: bytes, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of the byte at `offset`. A byte-order mark takes no column."""
    before = data[:offset].removeprefix(BOM)
    ends = [found.end() for found in LINE_END.finditer(before)]
    last = before[ends[-1] :] if ends else before
    return len(ends) + 1, len(last.decode("utf-8", "replace")) + 1


def lines_of(data: bytes) -> list[str]:
    """Return the lines of a text as places count them: other signs that Python ends lines at, such as U+2028, end none."""
    return TEXT_LINE_END.split(data.decode("utf-8-sig", "replace"))


def _format(data: bytes, file: str) -> Problem | None:
    for start, what in OTHER_FORMATS.items():
        if data.startswith(start):
            return Problem(Location(file, 1, 1), "not-text", f"This is {what}, not a YAML text.", SAVE_AS_UTF8)
    if data.startswith(WIDE_BOMS) or b"\x00" in data[:4]:
        sentence = "The file is saved in another encoding (UTF-16 or UTF-32)."
        return Problem(Location(file, 1, 1), "not-utf-8", sentence, SAVE_AS_UTF8)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Location(file, *position_of(data, error.start))
        sentence = f"The byte {data[error.start]:#04x} here is not UTF-8 text."
        return Problem(place, "not-utf-8", sentence, SAVE_AS_UTF8)
    return None


def _characters(text: str, file: str) -> Iterator[Problem]:
    text = text.removeprefix("\ufeff")
    patterns = (UNREADABLE, INDENTS) if "\xa0" in text else (UNREADABLE,)
    ends = sorted(found.end() for one in patterns for found in islice(one.finditer(text), MOST_CHARACTERS))
    line, line_start = 1, 0
    for at in (end - 1 for end in ends):
        for end in TEXT_LINE_END.finditer(text, line_start, at):
            line, line_start = line + 1, end.end()
        place = Location(file, line, at - line_start + 1)
        sentence = f"There is an invisible character here (U+{ord(text[at]):04X})."
        hint = "Delete it or type a space instead; it often comes from copying out of another program."
        yield Problem(place, "control-character", sentence, hint)
