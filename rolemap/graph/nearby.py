"""Which areas lie around an area: itself and everything it lies within, through any parent."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from rolemap.graph.rolegraph import RoleGraph


def surroundings(graph: RoleGraph) -> Callable[[str], frozenset[str]]:
    """Return a function from an area to the areas around it, itself included; each area is worked out once."""
    areas = graph.landscape.areas

    @cache
    def around(area: str) -> frozenset[str]:
        found, waiting = {area}, [area]
        while waiting:
            known = areas.get(waiting.pop())
            for parent in known.within if known else ():
                if parent not in found:
                    found.add(parent)
                    waiting.append(parent)
        return frozenset(found)

    return around
