"""Tables as CSV that a spreadsheet opens without running anything the text says."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell may begin that a spreadsheet takes for a formula (OWASP, CSV injection; full-width forms included)."""

LEADING = re.compile("^[\\s\u200b\ufeff]+")
"""Blanks, some of no width, that a spreadsheet may pass over before it looks for a formula."""

UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def safe_cell(text: str) -> str:
    """Return the text as a cell that stays text: an apostrophe in front where a spreadsheet would see a formula.

    Control characters, which no spreadsheet takes, are shown as replacement characters; line breaks and tabs stay.
    """
    shown = UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)
    begins = LEADING.sub("", shown)
    return f"'{shown}" if begins.startswith(RISKY) or shown.startswith(RISKY) else shown


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a CSV document (RFC 4180, lines end with CRLF), every cell safe to open in a spreadsheet."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([safe_cell(cell) for cell in header])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue()
