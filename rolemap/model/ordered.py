"""The order in which levels and pillars stand, wherever they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rolemap.model.entries import Level, Pillar


def in_order(section: Mapping[str, Level] | Mapping[str, Pillar], ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of levels or pillars by their `order`, those of one order as they stand in the map.

    Those the map does not define come last, by id.
    """
    order = {id: (section[id].order, at) for at, id in enumerate(section)}
    return tuple(sorted(ids, key=lambda id: (id not in order, order.get(id, (0, 0)), id)))
