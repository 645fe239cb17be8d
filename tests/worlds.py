"""Small worlds for tests: a map written in the test itself, read, built and judged."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

from rolemap import graph, pipeline, reading
from rolemap.graph import RoleGraph
from rolemap.model import Landscape
from rolemap.reading.files import SourceFile

DAY = date(2026, 7, 1)
"""The day small worlds are read as at, unless a test says otherwise."""


def landscape(text: str) -> Landscape:
    """Return the landscape of one YAML text, as if it were the file `map.yaml`."""
    return reading.read_files([SourceFile("map.yaml", dedent(text).encode())])


def build(text: str, on: date = DAY) -> RoleGraph:
    """Return the graph of one YAML text as at `on`."""
    return graph.build(landscape(text), on)


def findings(text: str, code: str = "", on: date = DAY) -> list[tuple[str, list[int]]]:
    """Return the id and the line numbers of every finding (of `code`, if given) in one YAML text, in order."""
    return [
        (found.id, [place.location.line for place in found.places])
        for found in pipeline.examine(landscape(text), on).findings
        if found.code.startswith(code)
    ]
