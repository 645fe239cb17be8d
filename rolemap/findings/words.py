"""Words for the sentences of findings: lists, counts, dates, and names that tell two posts of the same title apart."""

from __future__ import annotations

from collections.abc import Callable

from rolemap.graph import RoleGraph
from rolemap.model import words
from rolemap.model.words import MOST_NAMED, counted, day, listed

__all__ = ["MOST_NAMED", "counted", "day", "listed", "namer"]


def namer(graph: RoleGraph) -> Callable[[str], str]:
    """Return a function from an id to its title; of a post whose title others share, with its organisations."""
    return words.namer(graph.landscape)
