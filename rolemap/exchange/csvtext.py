"""Tables as CSV that is safe to open: no cell can become a formula in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that starts with one of these may be run as a formula (OWASP, "CSV Injection")."""


def to_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as CSV text with a header line, cells neutralised, lines ended as RFC 4180 says."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([neutral(cell) for cell in header])
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return text.getvalue()


def neutral(cell: object) -> str:
    """Return the text of a cell, with an apostrophe before anything a spreadsheet could take for a formula."""
    text = "" if cell is None else str(cell).replace("\0", "")
    start = text.lstrip(" \N{NO-BREAK SPACE}\N{ZERO WIDTH NO-BREAK SPACE}")
    return f"'{text}" if start.startswith(FORMULA_STARTS) else text
