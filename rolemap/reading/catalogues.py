"""The shipped catalogues: vocabulary, areas, bodies and the statutory baseline that a map `uses` by name."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from rolemap.reading import files
from rolemap.reading.collect import Collected, collect
from rolemap.reading.faults import Faults
from rolemap.reading.limits import LOCAL
from rolemap.reading.yaml import parse

PACKAGE = Path(__file__).resolve().parents[1]
CONFIGS = next(
    (folder for folder in (PACKAGE.parent / "configs", PACKAGE / "configs") if folder.is_dir()),
    PACKAGE / "configs",
)
"""The shipped catalogues, examples and templates: beside the package in a checkout, inside it when installed."""


def names() -> tuple[str, ...]:
    """Return the names of the shipped catalogues, sorted."""
    folder = CONFIGS / "catalogues"
    return tuple(sorted(one.name for one in folder.iterdir() if one.is_dir())) if folder.is_dir() else ()


@lru_cache(maxsize=8)
def load(name: str) -> tuple[Collected, dict[str, bytes]]:
    """Return the raw entries of a shipped catalogue and its files' contents. Raises InvalidMap if it cannot be read.

    The result is shared between maps and must not be changed.
    """
    sources = files.from_path(CONFIGS / "catalogues" / name, LOCAL)
    contents = {f"configs/catalogues/{name}/{source.name}": source.data for source in sources}
    faults = Faults()
    parsed = [(file, parse(data, file, LOCAL)) for file, data in contents.items()]
    found = collect(parsed, faults, catalogue=name)
    faults.raise_if_any(contents)
    return found, contents
