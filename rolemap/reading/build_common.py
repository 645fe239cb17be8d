"""What every entry is built with: its place, its dates, where it is known from, and the places of its items."""

from __future__ import annotations

from typing import Any

from rolemap.problems import Location
from rolemap.reading.collect import Raw
from rolemap.reading.documents import Dated
from rolemap.reading.scalars import many
from rolemap.reading.yaml import Value


def place_of(raw: Raw, node: Value) -> Location:
    """Return where a mapping of an entry stands; the entry's own place where the mapping is not written out."""
    at = node if isinstance(node, dict) and hasattr(node, "line") else raw.node
    return Location(raw.file, at.line, at.column)


def items_of(raw: Raw, name: str) -> list[Value]:
    """Return the mappings written under a field, whether one or a list."""
    node = raw.node.get(name)
    return list(node) if isinstance(node, list) else [node]


def common(document: Dated, raw: Raw) -> dict[str, Any]:
    """Return the fields of every entry that are written, under the model's names."""
    node = raw.node
    found: dict[str, Any] = {"place": Location(raw.file, node.line, node.column), "catalogue": raw.catalogue}
    given = document.model_fields_set
    if "from_" in given:
        found["start"] = document.from_
    if "until" in given:
        found["until"] = document.until
    if "source" in given:
        found["source"] = many(document.source)
    if "tags" in given:
        found["tags"] = many(document.tags)
    for name in ("note", "confidence", "as_at", "status"):
        if name in given:
            found[name] = getattr(document, name)
    return found
