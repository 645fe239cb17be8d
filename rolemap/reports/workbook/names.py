"""What the sheets of a workbook are called: short, allowed, and no two alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rolemap.reports.blocks import Table

FRONT = "About"
"""The name of the sheet in front."""

LONGEST = 31
"""How many characters the name of a sheet has at most (Microsoft, "Rename a worksheet")."""

EDGES = "' "
"""What no name of a sheet may begin or end with: Excel refuses the first, and readers lose the second."""

FORBIDDEN = re.compile(r"[\[\]:*?/\\]")

ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What begins the escape of a character in a workbook (ECMA-376, part 1, 22.9.2.19); names of sheets are read differently."""


def sheet_names(tables: Sequence[Table]) -> list[str]:
    """Return a name for the sheet of each table, without what Excel forbids.

    Tables of one name are told apart by the end of their captions ("Loose - these need a decision"), else by a number.
    """
    names = [_allowed(table.name) for table in tables]
    times = Counter(name.lower() for name in names)
    found: list[str] = []
    taken = {FRONT.lower(), "history"}
    for table, name in zip(tables, names, strict=True):
        said = _with_caption(name, table.caption) if times[name.lower()] > 1 else name
        number, unique = 1, said
        while unique.lower() in taken:
            number += 1
            unique = f"{name[:25].rstrip(EDGES)} ({number})"
        taken.add(unique.lower())
        found.append(unique)
    return found


def _allowed(words: str) -> str:
    """Return words without what the name of a sheet may not hold, nor begin or end with."""
    return ESCAPED.sub("-", _bare(" ".join(FORBIDDEN.sub(" ", words).split()))) or "Table"


def _bare(words: str) -> str:
    return words.strip(EDGES)[:LONGEST].strip(EDGES)


def _with_caption(name: str, caption: str) -> str:
    """Return as many whole words of a name as leave room for what its caption ends with after a colon; else the name."""
    end = _allowed(caption.rpartition(": ")[2]) if ": " in caption else ""
    kept = ""
    for word in name.split():
        longer = f"{kept} {word}".strip()
        if len(f"{longer} - {end}") > LONGEST:
            break
        kept = longer
    return _bare(f"{kept} - {end}") if kept and end else name
