"""Characters that a format cannot hold are replaced where people see it, and the report says so."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from operator import is_
from typing import TypeVar

from rolemap.reports.blocks import Callout, Document, Run, Tone

V = TypeVar("V")

NOT_IN_XML = re.compile("[^\t\n\r\x20-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (section 2.2, Char) does not allow and HTML holds only as a mistake, and signs that turn text round.

Those (Unicode, UAX 9, 2.1 to 2.4: embeddings, overrides and isolates) can make a name or a number read as another one.
"""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def holdable(document: Document, unheld: re.Pattern[str] = NOT_IN_XML) -> Document:
    """Return the document with every character that matches `unheld` replaced by U+FFFD, and a note at its end if any was.

    The note names the characters by their numbers (U+0007).
    """
    found: set[str] = set()
    held = _held(document, unheld, found, set())
    if not found:
        return document
    named = ", ".join(f"U+{ord(character):04X}" for character in sorted(found))
    words = f"The map holds characters that cannot be written here safely. Each is shown as {REPLACEMENT}: {named}."
    return replace(held, blocks=(*held.blocks, Callout(Tone.NOTE, "About the characters", (Run(words),))))


def _held(value: V, unheld: re.Pattern[str], found: set[str], clean: set[int]) -> V:
    """Return a value with every text in it held; values without any such character are returned as they are.

    `clean` gathers which tuples and blocks those are: large tables hold the same cell many times.
    """
    if isinstance(value, str):
        if unheld.search(value) is None:
            return value
        found.update(unheld.findall(value))
        return unheld.sub(REPLACEMENT, value)  # type: ignore[return-value]
    if id(value) in clean:
        return value
    if isinstance(value, tuple):
        if clean.issuperset(map(id, value)):
            return value
        items = [item if id(item) in clean else _held(item, unheld, found, clean) for item in value]
        if not all(map(is_, items, value)):
            return tuple(items)  # type: ignore[return-value]
        clean.add(id(value))
        return value
    changed = {}
    for name in _fields(value):
        old = getattr(value, name)
        new = _held(old, unheld, found, clean)
        if new is not old:
            changed[name] = new
    if changed:
        return replace(value, **changed)  # type: ignore[type-var]
    clean.add(id(value))
    return value


def _fields(value: object) -> tuple[str, ...]:
    """Return the fields of a block; none of anything else, which holds no text."""
    kind = type(value)
    if kind not in _NAMES:
        _NAMES[kind] = tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
    return _NAMES[kind]


_NAMES: dict[type, tuple[str, ...]] = {}
"""The fields of each kind of block, found once: looking them up takes longer than reading them."""
