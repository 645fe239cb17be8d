"""How two maps differ, as text, Markdown or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from rolemap.changes import CellDifference, Comparison
from rolemap.graph import Cell, RoleGraph
from rolemap.reports.check import VERSION
from rolemap.reports.difference import Section, as_at, in_short, names, sections
from rolemap.reports.plain import one_line

MOST_LINES = 25
"""How many sentences of a section are printed; the rest are counted, and JSON has them all."""

BRIEF = {"passed": 8, "not-needed": 8, "parts": 8, "needed-and-led": 8}
"""The sections that matter least, and how many sentences of each are printed."""


def write_text(comparison: Comparison) -> str:
    """Return the differences as text for people."""
    lines = [as_at(comparison), *(f"  {one}" for one in in_short(comparison))]
    return "\n".join([*map(one_line, lines), *text_sections(sections(comparison))])


def text_sections(found: tuple[Section, ...]) -> list[str]:
    """Return sections as lines of text, a blank line before each."""
    lines: list[str] = []
    for section in found:
        lines += ["", f"{section.title.upper()} ({section.number:,})"]
        left = most = BRIEF.get(section.key, MOST_LINES)
        for group in section.groups:
            if group.head and left > 0:
                lines.append(f"  {one_line(group.heading)}:")
            indent = "    " if group.head else "  "
            lines += (f"{indent}{one_line(line)}" for line in group.lines[: max(left, 0)])
            left -= len(group.lines)
        more = len(section.lines) - most
        lines += [f"  … and {more:,} more; --format json lists all."] if more > 0 else []
    return lines


def write_markdown(comparison: Comparison) -> str:
    """Return the differences as a Markdown document."""
    lines = [f"# {_escaped(as_at(comparison))}", "", *map(_escaped, in_short(comparison))]
    for section in sections(comparison):
        lines += ["", f"## {section.title} ({section.number:,})", ""]
        for group in section.groups:
            lines += [f"- {_escaped(group.heading)}:"] if group.head else []
            indent = "  " if group.head else ""
            lines += (f"{indent}- {_escaped(line)}" for line in group.lines)
    return "\n".join(lines)


def write_json(comparison: Comparison) -> str:
    """Return the differences as a JSON document (docs/json.md)."""
    return json.dumps({"version": VERSION, **as_data(comparison)}, indent=2, ensure_ascii=False)


def as_data(comparison: Comparison) -> dict[str, Any]:
    """Return the differences as plain data."""
    name = names(comparison)
    return {
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "before": asdict(comparison.before),
        "after": asdict(comparison.after),
        "sections": [
            {
                "key": one.key,
                "title": one.title,
                "number": one.number,
                "groups": [
                    {"head": group.head, "number": group.number, "lines": list(group.lines)} for group in one.groups
                ],
            }
            for one in sections(comparison)
        ],
        "cells": [_cell(one, name) for one in comparison.cells],
        "entries": [
            {
                "section": one.section,
                "id": one.id,
                "title": name(one.id),
                "became": one.became.value,
                "fields": list(one.fields),
            }
            for one in comparison.entries
        ],
        "broken_agreements": [
            {"id": one.agreement, "title": name(one.agreement), "gone": list(one.parties), "leads_covered": one.covers}
            for one in comparison.broken
        ],
        "loads": [
            {"id": one.party, "title": name(one.party), "before": one.before, "after": one.after}
            for one in comparison.loads
        ],
        "suggestions": [asdict(one) for one in comparison.suggestions],
    }


def _side(graph: RoleGraph) -> dict[str, Any]:
    return {"title": graph.landscape.info.title, "on": graph.on.isoformat()}


def _cell(one: CellDifference, name: Callable[[str], str]) -> dict[str, Any]:
    return {
        "change": one.change.value,
        "responsibility": one.responsibility,
        "title": name(one.responsibility),
        "area": one.area,
        "before": _state(one.before),
        "after": _state(one.after),
        "lost_backing": one.lost_backing,
    }


def _state(cell: Cell | None) -> dict[str, Any] | None:
    if cell is None:
        return None
    return {"needed": cell.needed, "state": cell.state.value, "backed": cell.backed, "leads": sorted(cell.leads)}


def _escaped(text: str) -> str:
    """Return one line that stays text: marks that Markdown or HTML would act on are escaped."""
    line = one_line(text)
    for mark in "\\`*_[]|~#":
        line = line.replace(mark, f"\\{mark}")
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


FORMATS: dict[str, Callable[[Comparison], str]] = {
    "text": write_text,
    "markdown": write_markdown,
    "json": write_json,
}
"""The formats of a comparison."""
