"""What the speaker's notes tell of a table: what is cut or left out on its slide, so that nothing open is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

from rolemap.reports.blocks import Chip, Table, Value, plain

SETTLED = {"clear", "not-needed"}
"""Rows in these states come after the others where not all can be shown: a room meets about what is open."""

ASKED = "To ask the room"
"""How the question begins that stands before the other notes of a slide."""

MOST_TOLD, LONGEST = 25, 220
"""How many rows that are not shown the notes tell, and in how many characters each."""


def is_open(row: Sequence[Value]) -> bool:
    """Return whether a row's last state, which is what it came to where it has several, is one to talk about."""
    found = states(row)
    return not found or found[-1].key not in SETTLED


def states(row: Sequence[Value]) -> list[Chip]:
    """Return the states a row holds, in order."""
    return [value for value in row if isinstance(value, Chip)]


def told(rows: Iterable[Sequence[Value]], where: str) -> tuple[str, ...]:
    """Return the open ones of rows that are not shown as one note, a line each; nothing where none is open."""
    lines = [shorten(_line(row), LONGEST, placeholder=" …") for row in rows if is_open(row)]
    if not lines:
        return ()
    more = len(lines) - MOST_TOLD
    return ("\n".join((where, *lines[:MOST_TOLD], *([f"and {more:,} more"] if more > 0 else []))),)


def spoken(table: Table, rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """Yield what the columns say that are left out on slides and spoken of: each thing once, with the rows it is said of."""
    known = list(rows)
    for at, column in enumerate(table.columns):
        said: dict[str, list[str]] = {}
        for row in known if column.spoken else ():
            if row[at]:
                said.setdefault(plain(row[at]), []).append(plain(row[0]))
        for value, names in said.items():
            yield f"{column.title}: {value} ({'; '.join(dict.fromkeys(names))})"


def _line(row: Sequence[Value]) -> str:
    words = (value.word if isinstance(value, Chip) else plain(value) for value in row)
    return " – ".join(" ".join(said.split()) for said in words if said)
