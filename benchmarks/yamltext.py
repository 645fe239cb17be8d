"""Plain YAML text as the shipped examples write it: one field a line, lists in brackets, nothing for what is empty."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

Fields: TypeAlias = Mapping[str, "str | Sequence[str | Fields]"]
"""The fields of one entry: texts, or lists of texts and of small entries."""

NEEDS_NO_QUOTES = re.compile(r"[A-Za-z0-9][A-Za-z0-9 (),.:/-]*")


def section(name: str, entries: Mapping[str, Fields] | Iterable[Fields]) -> str:
    """Return a section: a mapping from id to entry, or a list of entries."""
    lines = [f"{name}:"]
    if isinstance(entries, Mapping):
        for id, fields in entries.items():
            lines.append(f"  {id}:")
            lines.extend(f"    {line}" for line in _lines(fields))
    else:
        for fields in entries:
            first, *others = _lines(fields)
            lines.append(f"  - {first}")
            lines.extend(f"    {line}" for line in others)
    return "\n".join(lines) + "\n"


def block(name: str, fields: Fields) -> str:
    """Return a section that is one entry."""
    return "\n".join([f"{name}:", *(f"  {line}" for line in _lines(fields))]) + "\n"


def _lines(fields: Fields) -> list[str]:
    return [f"{name}: {_value(value)}" for name, value in fields.items() if value]


def _value(value: str | Sequence[str | Fields]) -> str:
    if isinstance(value, str):
        return _text(value)
    return f"[{', '.join(_item(item) for item in value)}]"


def _item(item: str | Fields) -> str:
    if isinstance(item, str):
        return _text(item)
    return "{" + ", ".join(f"{name}: {_value(value)}" for name, value in item.items()) + "}"


def _text(text: str) -> str:
    plain = NEEDS_NO_QUOTES.fullmatch(text) and ": " not in text and not text.endswith(":")
    return text if plain and "," not in text else json.dumps(text, ensure_ascii=False)
