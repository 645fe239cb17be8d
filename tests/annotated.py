"""The annotated YAML of docs/model.md: its blocks as files of maps, and what the page says of each field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import yaml
from pydantic import BaseModel

from rolemap.reading.documents import Dated, EntryDocument, MapDocument
from rolemap.reading.files import SourceFile
from rolemap.reading.sections import ENTRY_SECTIONS, LIST_SECTIONS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "model.md"
WHOLE = "# a whole map\n"
COMMENT = re.compile(r"\s#\s+(.*)$")
EVERY = "every entry"

FieldPath = tuple[str, ...]
"""Section, then field within field: ("roles", "accountable_to", "how")."""


def blocks() -> list[str]:
    """Return the YAML blocks of the page."""
    return re.findall(r"^```yaml\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def maps() -> list[list[SourceFile]]:
    """Return the maps of the page: those that are whole, and the one that all the other blocks make together."""
    whole = [[SourceFile("map.yaml", block.encode())] for block in blocks() if block.startswith(WHOLE)]
    parts = [block for block in blocks() if not block.startswith(WHOLE)]
    return [*whole, [SourceFile(f"{number:02}.yaml", part.encode()) for number, part in enumerate(parts)]]


def said() -> dict[FieldPath, str]:
    """Return what the page says of each field, from the comment on its line; the fields of every entry under `EVERY`."""
    found: dict[FieldPath, str] = {}
    for block in blocks():
        if not block.startswith(WHOLE):
            lines = block.splitlines()
            for path, line in _fields(yaml.compose(block), (), 0):
                comment = COMMENT.search(lines[line])
                if comment:
                    found.setdefault(path, comment[1])
    common = set(names(EntryDocument))
    for path in list(found):
        if path[:1] == ("roles",) and len(path) == 2 and path[1] in common:
            found[EVERY, path[1]] = found.pop(path)
    return found


def _fields(node: yaml.Node, path: FieldPath, depth: int) -> Iterator[tuple[FieldPath, int]]:
    """Yield every field that starts a line, with its line. Depth 0 holds sections, depth 1 ids, save where there are none."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _fields(item, path, 2)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if depth == 0:
                yield from _fields(value, (key.value,), 2 if key.value == "map" else 1)
            elif depth == 1:
                yield from _fields(value, path, 2)
            else:
                yield (*path, key.value), key.start_mark.line
                yield from _fields(value, (*path, key.value), 2)


def expected() -> Iterator[FieldPath]:
    """Yield every field that a map may have, those of every entry once."""
    common = set(names(EntryDocument))
    for name in names(EntryDocument):
        yield EVERY, name
    for section, shape in {"map": MapDocument, **ENTRY_SECTIONS, **LIST_SECTIONS}.items():
        for path in _of(shape, (section,)):
            inherited = issubclass(shape, Dated) and len(path) == 2 and path[1] in common
            if not inherited or (path[1] == "status" and section in {"assignments", "agreements"}):
                yield path


def _of(shape: type[BaseModel], path: FieldPath) -> Iterator[FieldPath]:
    for name, field in names(shape).items():
        yield (*path, name)
        for inner in inside(field):
            yield from _of(inner, (*path, name))


def names(shape: type[BaseModel]) -> dict[str, object]:
    """Return the fields of a document as they are written, with their types."""
    return {field.alias or name: field.annotation for name, field in shape.model_fields.items()}


def inside(annotation: object) -> set[type[BaseModel]]:
    """Return the documents inside a type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return set().union(*(inside(one) for one in get_args(annotation)))
