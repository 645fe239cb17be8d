"""Which fields of the model hold ids of other entries: to find them, to point them elsewhere, to see what is loose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from rolemap.model import Entry, Landscape
from rolemap.problems import Location

Path = tuple[str | int, ...]
Value = TypeVar("Value")

PARTY = ("roles", "organisations")
PARTS = ("leads", "accountable", "delivers", "contributes", "consulted", "informed")


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that holds ids of `sections`.

    `history` marks what stays true when the entry it names has gone (who signed, what a body became); `words` are
    fixed texts that may stand there too.
    """

    path: tuple[str, ...]
    sections: tuple[str, ...]
    history: bool = False
    words: frozenset[str] = frozenset()


def _ref(path: str, *sections: str, history: bool = False) -> Reference:
    return Reference(tuple(path.split(".")), sections, history)


REFERENCES: Mapping[str, tuple[Reference, ...]] = {
    "areas": (_ref("level", "levels"), _ref("within", "areas"), _ref("becomes", "areas", history=True)),
    "organisations": (
        _ref("type", "organisation_types"),
        _ref("areas", "areas"),
        _ref("becomes", "organisations", history=True),
    ),
    "roles": (
        _ref("kind", "role_kinds"),
        _ref("organisations", "organisations"),
        _ref("areas", "areas"),
        _ref("accountable_to.to", *PARTY),
    ),
    "responsibilities": (
        _ref("pillar", "pillars"),
        _ref("also", "pillars"),
        _ref("part_of", "responsibilities"),
        _ref("objective", "objectives"),
        _ref("needs_lead_at", "levels"),
        _ref("needs_lead_in", "areas"),
        _ref("needs_lead_where", "organisation_types"),
        _ref("law.holder", "organisation_types", "role_kinds"),
        _ref("law.may_hold", "organisation_types", "role_kinds"),
        _ref("typical_lead", "role_kinds"),
        _ref("typical_contributors", "role_kinds"),
    ),
    "assignments": (
        _ref("responsibility", "responsibilities"),
        _ref("at", "areas", "levels"),
        *(_ref(part, *PARTY) for part in PARTS),
        Reference(("basis",), ("agreements",), words=frozenset({"law", "custom", "claim"})),
        _ref("said_by", *PARTY),
    ),
    "agreements": (
        _ref("type", "agreement_types"),
        _ref("parties", *PARTY),
        _ref("covers.responsibility", "responsibilities"),
        _ref("covers.at", "areas", "levels"),
        _ref("covers.leads", *PARTY),
        _ref("covers.accountable", *PARTY),
        _ref("signed", *PARTY, history=True),
        _ref("area", "areas"),
        _ref("delegates.giver", *PARTY),
        _ref("delegates.to", *PARTY),
        _ref("funding.giver", *PARTY),
        _ref("funding.to", *PARTY),
        _ref("funding.fund", "funding"),
        _ref("reports_to", *PARTY),
        _ref("supersedes", "agreements", history=True),
    ),
    "objectives": (_ref("owner", *PARTY),),
    "funding": (_ref("holder", *PARTY), _ref("responsibilities", "responsibilities")),
    "glossary": (_ref("definitions.used_by", *PARTY),),
}
"""The references of each section whose entries a change can touch."""


def entries(landscape: Landscape) -> Iterator[tuple[str, str, Entry]]:
    """Yield (section, id, entry) of every section with references; an assignment's id is `responsibility@at`."""
    for section in REFERENCES:
        if section == "assignments":
            yield from ((section, f"{one.responsibility}@{one.at}", one) for one in landscape.assignments)
        else:
            yield from ((section, id, entry) for id, entry in getattr(landscape, section).items())


def named(entry: object, path: tuple[str, ...], place: Location, at: Path = ()) -> Iterator[tuple[Path, str, Location]]:
    """Yield (path, id, place) of every id that a field holds; items with a place of their own give that."""
    value, here, deeper = getattr(entry, path[0]), (*at, path[0]), path[1:]
    if isinstance(value, str):
        if value:
            yield here, value, place
    elif isinstance(value, Mapping):
        for key in value:
            yield (*here, key), key, place
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            if isinstance(item, str):
                yield (*here, number), item, place
            else:
                yield from named(item, deeper, getattr(item, "place", place), (*here, number))
    else:
        yield from named(value, deeper, place, here)


def pointed(entry: Value, path: tuple[str, ...], to: Mapping[str, tuple[str, ...]]) -> Value:
    """Return the entry with the ids of one field replaced by those they map to, each once; itself where none is.

    Where only one id can stand, the first is taken.
    """
    value, deeper = getattr(entry, path[0]), path[1:]
    new: Any = value
    if isinstance(value, str):
        new = next(iter(to.get(value, (value,))), value)
    elif isinstance(value, Mapping):
        new = {after: kept for before, kept in value.items() for after in to.get(before, (before,))}
    elif isinstance(value, tuple) and any(isinstance(item, str) for item in value):
        new = tuple(dict.fromkeys(after for before in value for after in to.get(before, (before,))))
    elif deeper:
        new = (
            tuple(pointed(item, deeper, to) for item in value)
            if isinstance(value, tuple)
            else pointed(value, deeper, to)
        )
    return entry if new == value else replace(entry, **{path[0]: new})  # type: ignore[type-var]
