"""Tables as CSV that a spreadsheet opens without running anything the text says."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell may begin that a spreadsheet takes for a formula (OWASP, CSV injection; full-width forms included)."""


def safe_cell(text: str) -> str:
    """Return the text as a cell that stays text: a leading apostrophe where a spreadsheet would see a formula."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(RISKY) or text.startswith(RISKY) else text


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a CSV document (RFC 4180, lines end with CRLF), every cell safe to open in a spreadsheet."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue()
