"""What is shipped reads without a problem, and Northshire teaches the whole format and raises every finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from rolemap.findings import RULES, grouped
from rolemap.model import Landscape
from rolemap.pipeline import Analysis, examine
from rolemap.reading import read
from rolemap.reading.catalogues import CONFIGS
from rolemap.reading.limits import LOCAL
from rolemap.reading.sections import ENTRY_SECTIONS, LIST_SECTIONS, SECTIONS
from rolemap.reading.yaml import Mapping, Sequence, parse

ON = date(2026, 11, 21)
LATER = (date(2027, 2, 1), date(2027, 4, 1), date(2027, 10, 1))
NORTHSHIRE = CONFIGS / "examples" / "northshire"
MAPS = sorted(path for kind in ("catalogues", "examples") for path in (CONFIGS / kind).iterdir())
FILES = sorted(path for kind in ("catalogues", "examples", "templates") for path in (CONFIGS / kind).rglob("*.yaml"))
MOST_GROUPS = 70
"""More cards than this nobody reads to the end."""

MOST_GROUPS_LATER = 80
"""The same once the board that led most of the system has ended and what follows it is only proposed."""


@cache
def landscape(path: Path) -> Landscape:
    return read(path)


@cache
def northshire(on: date = ON) -> Analysis:
    return examine(landscape(NORTHSHIRE), on)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_every_shipped_map_and_catalogue_reads_without_a_problem(path: Path) -> None:
    assert landscape(path).info.title


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CONFIGS)))
def test_the_first_line_of_every_shipped_file_leads_to_the_schema(path: Path) -> None:
    first = path.read_text("utf-8").partition("\n")[0]
    start = "# yaml-language-server: $schema="
    assert first.startswith(start)
    named = first.removeprefix(start)
    if "templates" in path.parts:  # the schema is written beside the files of a new map
        assert named == "map.schema.json"
    else:
        assert (path.parent / named).resolve() == CONFIGS / "schema" / "map.schema.json"


def test_northshire_says_that_it_is_made_up() -> None:
    assert "MADE UP" in (NORTHSHIRE / "map.yaml").read_text("utf-8")
    assert "made up" in northshire().landscape.info.note


@pytest.mark.parametrize("on", [ON, *LATER], ids=str)
def test_northshire_raises_every_finding_today_and_later(on: date) -> None:
    assert {finding.code for finding in northshire(on).findings} >= {rule.code for rule in RULES if not rule.changes}


@pytest.mark.parametrize("on", [ON, *LATER], ids=str)
def test_northshire_is_no_wall_of_findings(on: date) -> None:
    found = northshire(on)
    board_stands = "northshire-icb" in found.graph.view.active
    assert len(grouped(found.graph, found.findings)) <= (MOST_GROUPS if board_stands else MOST_GROUPS_LATER)


def test_most_of_northshire_is_clear_and_backed() -> None:
    needed = northshire().graph.needed
    sure = sum(cell.sure for cell in needed)
    assert len(needed) > 400
    assert 0.9 < sure / len(needed) < 1


def test_the_comments_of_northshire_explain_every_finding_and_none_that_is_not_raised() -> None:
    text = "\n".join(path.read_text("utf-8") for path in NORTHSHIRE.rglob("*.yaml"))
    explained = set(re.findall(r"\b[A-Z]{3,4}\d{3}\b", text))
    assert explained == {rule.code for rule in RULES if not rule.changes}


def test_every_section_and_field_of_the_format_is_shown_in_northshire() -> None:
    written: dict[str, set[str]] = {section: set() for section in SECTIONS}
    for path in NORTHSHIRE.rglob("*.yaml"):
        for section, content in parse(path.read_bytes(), path.name, LOCAL).items():
            for entry in _entries(section, content):
                written[section].update(_names(entry))
    common = set(_fields(ENTRY_SECTIONS["levels"])) - {"name", "order", "description"}
    everywhere = set().union(*written.values())
    assert common <= everywhere
    for section, shape in {**ENTRY_SECTIONS, **LIST_SECTIONS}.items():
        assert set(_fields(shape)) - common - written[section] == set(), section
    assert {"title", "area", "uses", "purpose", "contact", "scheme", "levels", "settings"} <= written["map"]


def _entries(section: str, content: Any) -> Iterator[Any]:
    if section == "map":
        yield content
    elif section in LIST_SECTIONS:
        yield from content
    else:
        yield from content.values()


def _names(node: Any, before: str = "") -> Iterator[str]:
    """Yield the fields of an entry and of what is inside it, as `name` and `name.name`."""
    if isinstance(node, Mapping):
        for name, value in node.items():
            yield before + name
            yield from _names(value, f"{before}{name}.")
    elif isinstance(node, Sequence):
        for item in node:
            yield from _names(item, before)


def _fields(shape: type[BaseModel], before: str = "") -> Iterator[str]:
    for name, field in shape.model_fields.items():
        yield before + (field.alias or name)
        for inner in _shapes(field.annotation):
            yield from _fields(inner, f"{before}{field.alias or name}.")


def _shapes(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the shapes named anywhere in a type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _shapes(inner)
