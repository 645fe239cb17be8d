"""Options that take the id of an entry take its name too, whatever its capitals, where only one entry has that name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rolemap.graph import Wanted
    from rolemap.model import Landscape

SHOWABLE = ("roles", "organisations", "responsibilities", "agreements", "areas")
"""The sections whose entries can be shown."""

SECTIONS = {
    "role": ("roles",),
    "organisation": ("organisations",),
    "agreement": ("agreements",),
    "level": ("levels",),
    "area": ("areas",),
    "pillar": ("pillars",),
}
"""The sections that the options of commands name entries of."""


def id_of(landscape: Landscape, text: str, sections: Iterable[str]) -> str:
    """Return the id that is meant by an id or a name. Fails with the nearest choices where several entries have the name."""
    from rolemap.changes import called
    from rolemap.problems import InvalidMap, Location

    try:
        return called(landscape, text, sections, Location(text))
    except InvalidMap as invalid:
        said = (f"{one.sentence} {one.hint}".strip() for one in invalid.problems)
        raise click.UsageError(" ".join(said)) from None


def wanted_of(landscape: Landscape, **given: Iterable[str]) -> Wanted:
    """Return which rows are wanted, from what the options level, area, pillar and state hold."""
    from rolemap.graph import Wanted

    chosen = {
        f"{option}s": frozenset(id_of(landscape, text, SECTIONS[option]) for text in texts)
        for option, texts in given.items()
        if option != "state"
    }
    return Wanted(**chosen, states=frozenset(state.lower() for state in given.get("state", ())))
