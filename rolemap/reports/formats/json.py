"""A report as JSON: every block with its kind, tables with their columns and rows, for other tools (docs/json.md)."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any

from rolemap.reports.blocks import Block, Chip, Document, Number, Table, Text, Value, When, plain
from rolemap.reports.check import VERSION

LEFT_OUT = frozenset({"svg", "width", "wide", "aside", "short"})
"""Fields that only say how a block looks."""


def write(document: Document) -> bytes:
    """Return the report in UTF-8; half characters that UTF-8 cannot hold are written as JSON escapes."""
    data = {
        "version": VERSION,
        "kind": document.kind,
        "title": document.title,
        "subtitle": document.subtitle,
        "map": document.map_title,
        "on": document.on.isoformat(),
        "digest": document.digest,
        "provenance": document.provenance,
        "language": document.language,
        "blocks": [_block(block) for block in document.blocks],
    }
    try:
        return json.dumps(data, indent=1, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(data, indent=1).encode()


def _block(block: Block) -> dict[str, Any]:
    """Return a block as plain data under `block`, its kind."""
    kind = type(block).__name__.lower()
    if isinstance(block, Table):
        return {"block": kind, **_table(block)}
    return {"block": kind, **_fields(block)}


def _fields(value: Any) -> dict[str, Any]:  # noqa: ANN401
    return {one.name: _plain(getattr(value, one.name)) for one in fields(value) if one.name not in LEFT_OUT}


def _table(table: Table) -> dict[str, Any]:
    """Return a table: each row is a list of plain values, dates as YYYY-MM-DD, numbers as numbers, states as their keys."""
    return {
        "name": table.name,
        "number": table.number,
        "caption": table.caption,
        "columns": [column.title for column in table.columns],
        "rows": [[_cell(value) for value in row] for row in table.rows],
        "note": table.note,
    }


def _cell(value: Value) -> str | float:
    if isinstance(value, Number):
        return int(value.value) if float(value.value).is_integer() else value.value
    if isinstance(value, When):
        return value.value.isoformat()
    return value.key if isinstance(value, Chip) else plain(value)


def _plain(value: Any) -> Any:  # noqa: ANN401
    """Return a value of a block as plain data: runs as their words, with links where there are any."""
    if isinstance(value, Table):
        return _table(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return (
            _runs(value) if value and all(hasattr(item, "bold") for item in value) else [_plain(item) for item in value]
        )
    return _fields(value) if hasattr(value, "__dataclass_fields__") else value


def _runs(runs: Text) -> Any:  # noqa: ANN401
    if not any(run.link for run in runs):
        return plain(runs)
    return [{"text": run.text, "link": run.link} if run.link else {"text": run.text} for run in runs]
