"""Words for sentences about a map: lists, counts, dates, and names that tell two posts of the same title apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from rolemap.model.entries import Role
from rolemap.model.landscape import Landscape

MOST_NAMED = 5
"""How many names a sentence lists before it says how many more there are."""


def listed(words: Iterable[str], most: int = MOST_NAMED) -> str:
    """Return "a", "a and b" or "a, b and c"; of more than `most`, the first ones and "n more"."""
    found = list(words)
    if len(found) > most:
        found = [*found[: most - 1], f"{len(found) - most + 1} more"]
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} and {found[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return "1 place" or "3 places": the number with `one`, or with `many` (`one` with an s, if not given)."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def percent(part: int, whole: int) -> int:
    """Return the share in whole per cent, 0 to 100: rounded, but 100 only for all and 0 only for none. 0 of nothing."""
    if not whole or part in (0, whole):
        return 100 if whole and part else 0
    return min(99, max(1, round(100 * part / whole)))


def day(when: date) -> str:
    """Return a date as people write it: 1 March 2026."""
    return f"{when.day} {when:%B %Y}"


def namer(landscape: Landscape) -> Callable[[str], str]:
    """Return a function from an id to its title; of a post whose title others share, with its organisations."""
    shared = Counter(role.title for role in landscape.roles.values())

    @cache
    def name(id: str) -> str:
        role = landscape.roles.get(id)
        if role is not None and shared[role.title] > 1:
            return _full(landscape, role)
        title = landscape.title(id)
        if title == id:
            for section in (landscape.glossary, landscape.funding, landscape.objectives):
                if id in section:
                    return section[id].title or id
        return title

    return name


def namer_with_body(landscape: Landscape) -> Callable[[str], str]:
    """Return a function from an id to its title; of every post with its organisations, so that posts side by side compare."""
    return lambda id: _full(landscape, landscape.roles[id]) if id in landscape.roles else landscape.title(id)


def _full(landscape: Landscape, role: Role) -> str:
    of = [landscape.title(id) for id in role.organisations or role.areas]
    return f"{role.title} ({listed(of, 2)})" if of else role.title
