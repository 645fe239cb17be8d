"""How much of a very large map a report for people lists; what is left out is said, and is in the data whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

V = TypeVar("V")

MOST_ROWS = 120
"""How many rows a table for people has; no map of one system comes near it."""

MOST_LETTERS = 1500
"""How many characters of one item are written out."""

DATA = "The tables for other tools (Excel, CSV, JSON) hold them all."


def first_rows(rows: Sequence[V]) -> tuple[Sequence[V], str]:
    """Return the rows that are listed, and a note on those that are not; an empty one where all are."""
    if len(rows) <= MOST_ROWS:
        return rows, ""
    return rows[:MOST_ROWS], f"The first {MOST_ROWS:,} of {len(rows):,} are listed. {DATA}"


def within(words: str) -> str:
    """Return the words, cut after a whole name where they are too many, which is said."""
    if len(words) <= MOST_LETTERS:
        return words
    kept = max(words.rfind("; ", 0, MOST_LETTERS), words.rfind(", ", 0, MOST_LETTERS), MOST_LETTERS // 2)
    return f"{words[:kept]} … and more. {DATA}"
