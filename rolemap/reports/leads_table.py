"""Who leads on what as a table for the terminal."""

from __future__ import annotations

import io
import shutil
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rolemap.findings.words import counted
from rolemap.graph import RoleGraph, Row
from rolemap.reports.leads import words


def write(graph: RoleGraph, rows: Sequence[Row]) -> str:
    """Return the rows as a table as wide as the terminal; text from the map is never taken as markup."""
    head, *body = words(graph, rows)
    table = Table(*head, title=Text(f"Who leads on what, as at {graph.on.isoformat()}: {counted(len(body), 'row')}"))
    for line in body:
        table.add_row(*(Text(cell) for cell in line))
    out = io.StringIO()
    Console(file=out, width=shutil.get_terminal_size((100, 24)).columns).print(table)
    return out.getvalue().rstrip("\n")
