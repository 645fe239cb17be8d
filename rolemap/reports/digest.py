"""The digest of a map: the same for the same content, however it is split into files, and another for any other."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from rolemap.model import Landscape

SHOWN = 12
"""How many hexadecimal digits of the digest people see: enough to tell two versions of a map apart."""

PASSED_OVER = frozenset({"place", "setting_places"})
"""Fields that say where something is written, not what it says."""


def digest(landscape: Landscape) -> str:
    """Return the SHA-256 of everything the map says, its catalogues included, as 64 hexadecimal digits.

    Entries are written as JSON without their place in the files and without empty fields, and sorted.
    """
    lines = []
    for section in fields(landscape):
        found = getattr(landscape, section.name)
        entries = found.values() if isinstance(found, Mapping) else found if isinstance(found, tuple) else (found,)
        lines += [json.dumps([section.name, _said(entry)], sort_keys=True) for entry in entries]
    return sha256("\n".join(sorted(lines)).encode()).hexdigest()


def _said(value: object) -> object:
    """Return a value as plain data."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_said(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _said(item) for key, item in value.items()}
    if is_dataclass(value):
        found = ((name, getattr(value, name)) for name in _fields(value.__class__))
        return {name: _said(item) for name, item in found if item or item == 0 or item is False}
    return value


@cache
def _fields(kind: Any) -> tuple[str, ...]:  # noqa: ANN401
    return tuple(one.name for one in fields(kind) if one.name not in PASSED_OVER)
