"""Copies that were left beside a file: two files of one name, and names that programs give to copies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rolemap.problems import Location, Problem

COPY_NAMES = (
    re.compile(r"copy( \([0-9]+\))? of (?P<name>.+)", re.IGNORECASE),
    re.compile(r"(?P<name>.+?)( -)?[ _-]copy( ?\(?[0-9]+\)?)?", re.IGNORECASE),
    re.compile(r"(?P<name>.+?) ?\([0-9]+\)"),
    re.compile(r"(?P<name>.+?)[._ -](bak|backup|orig)", re.IGNORECASE),
)
"""How file managers, browsers and editors name copies: "roles - Copy", "roles copy 2", "roles (1)", "roles.bak"."""


def copy_problems(names: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each file whose name is there already, and each that is named as a copy of one beside it."""
    seen: set[str] = set()
    every = tuple(names)
    for name in every:
        if name in seen:
            hint = "Signs that cannot be shown are spelled out; give one of the two another name."
            yield Problem(Location(name), "repeated-file", "Two files have this name.", hint)
        seen.add(name)
    by_stem = {"/".join(_parts(name)).lower(): name for name in every}
    for name in sorted(seen):
        original = _original(name, by_stem)
        if original:
            sentence = f'"{name}" looks like a copy of "{original}", and both would be read as parts of the map.'
            hint = "Move the copy out of the map, or give it a name of its own."
            yield Problem(Location(name), "copy", sentence, hint, (Location(original),))


def _original(name: str, by_stem: dict[str, str]) -> str:
    """Return the file beside it that this one is named as a copy of, or an empty text."""
    folder, stem = _parts(name)
    for pattern in COPY_NAMES:
        found = pattern.fullmatch(stem)
        original = by_stem.get(f"{folder}/{found['name']}".lower()) if found else None
        if original and original != name:
            return original
    return ""


def _parts(name: str) -> tuple[str, str]:
    """Return the folder of a file and its name without its ending."""
    folder, _, last = name.rpartition("/")
    return folder, last.rpartition(".")[0] or last
