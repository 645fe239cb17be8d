"""A file of a map as it was found: its name and its bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from rolemap.problems import Location, Problem
from rolemap.reading.limits import MIB, Limits

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file: `name` is its path within the map's folder, with forward slashes."""

    name: str
    data: bytes


def is_yaml(name: str) -> bool:
    """Return whether a file of this name belongs to a map."""
    return name.lower().endswith(SUFFIXES)


def no_yaml(where: str, others: Iterable[str]) -> Problem:
    """Return the problem of a folder or archive without YAML files, which says what it holds instead."""
    kinds = Counter(PurePosixPath(name).suffix.lower() or "no suffix" for name in others)
    held = ", ".join(f"{count} with {kind}" for kind, count in kinds.most_common(5))
    sentence = f"No YAML file is here; {f'it holds files: {held}' if held else 'it is empty'}."
    return Problem(Location(where), "no-yaml-files", sentence, "The files of a map end in .yaml or .yml.")


def file_too_large(where: str, limits: Limits) -> Problem:
    """Return the problem of one file with too many bytes."""
    sentence = f"The file has more than {limits.file_bytes / MIB:,.0f} MiB."
    return Problem(Location(where), "file-too-large", sentence, "Split it into several files.")


def too_large(where: str, limits: Limits) -> Problem:
    """Return the problem of a map with too many bytes."""
    sentence = f"The files have more than {limits.map_bytes / MIB:,.0f} MiB together."
    return Problem(Location(where), "map-too-large", sentence, "Is this the right folder or archive?")


def too_many(where: str, limits: Limits) -> Problem:
    """Return the problem of a map with too many files."""
    sentence = f"There are more than {limits.files:,} YAML files, or far too many others."
    return Problem(Location(where), "too-many-files", sentence, "Is this the right folder or archive?")
