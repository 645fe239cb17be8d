"""Characters that a format cannot hold are replaced where people see it, and the report says so."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from rolemap.reports.blocks import Callout, Document, Run, Tone

V = TypeVar("V")

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (section 2.2, Char) does not allow, and HTML holds only as a mistake."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def holdable(document: Document, unheld: re.Pattern[str] = NOT_IN_XML) -> Document:
    """Return the document with every character that matches `unheld` replaced by U+FFFD, and a note at its end if any was.

    The note names the characters by their numbers (U+0007).
    """
    found: set[str] = set()
    held = _held(document, unheld, found)
    if not found:
        return document
    named = ", ".join(f"U+{ord(character):04X}" for character in sorted(found))
    words = f"The map holds characters that cannot be written here. Each is shown as {REPLACEMENT}: {named}."
    return replace(held, blocks=(*held.blocks, Callout(Tone.NOTE, "About the characters", (Run(words),))))


def _held(value: V, unheld: re.Pattern[str], found: set[str]) -> V:
    """Return a value with every text in it held; values without any such character are returned as they are."""
    if isinstance(value, str):
        missing = unheld.findall(value)
        if not missing:
            return value
        found.update(missing)
        return unheld.sub(REPLACEMENT, value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        items = [_held(item, unheld, found) for item in value]
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else tuple(items)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for field in fields(value):
            old = getattr(value, field.name)
            new = _held(old, unheld, found)
            if new is not old:
                changed[field.name] = new
        return replace(value, **changed) if changed else value
    return value
