"""What a change set may do to a map: operations as frozen values (docs/change-sets.md).

An operation says what is to change and nothing about how; ids refer to entries of the map it is applied to, or to
entries that an operation before it made. `place` is where it is written, a file or an option of a command.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rolemap.model import Agreement, Assignment, Part
from rolemap.model.entries import NOWHERE
from rolemap.problems import Location

ENDABLE: tuple[str, ...] = (
    "organisations",
    "roles",
    "areas",
    "responsibilities",
    "agreements",
    "objectives",
    "funding",
)
"""The sections whose entries a change set can end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """End an entry the day before. `section` may be empty where the id alone says which entry is meant."""

    id: str
    section: str = ""
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation or role that a merger or split makes, or, if its id exists, one that takes others in.

    What is empty is taken from those that end: `sort` is an organisation type or a role kind. `takes` (splits only)
    holds ids of roles, responsibilities, areas and agreements that pass to this one.
    """

    id: str
    title: str = ""
    sort: str = ""
    areas: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    note: str = ""
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """End several organisations, or several roles, the day before; `into` stands in their place everywhere."""

    section: str
    ids: tuple[str, ...]
    into: Body
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """End an organisation the day before; each of `into` stands in its place for what it takes."""

    id: str
    into: tuple[Body, ...]
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacate:
    """Leave a role with nobody in it."""

    id: str
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Give a responsibility to another lead, a role to another organisation, or an area to another area or body.

    `at` narrows a responsibility to one area or level, and gives a role its area; `basis` is what the new lead rests on.
    """

    section: str
    id: str
    to: str
    at: str = ""
    basis: str = ""
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """Add an assignment."""

    assignment: Assignment
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Unassign:
    """Take a part from a party in one area, or everywhere if `at` is empty."""

    responsibility: str
    party: str
    at: str = ""
    part: Part = Part.LEADS
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Agree:
    """Add an agreement."""

    agreement: Agreement
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """Give one field of an entry another value.

    `field` is its name in the format and `said` the value in words; `values` pairs the model's own field names with values.
    """

    section: str
    id: str
    field: str
    said: str
    values: tuple[tuple[str, object], ...]
    place: Location = NOWHERE


Operation = Remove | Merge | Split | Vacate | Move | Assign | Unassign | Agree | Set


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """Ordered operations that take effect on one day.

    `on` is None where the day asked about is meant. `status` is "law", "proposal" or "scenario": how real it is.
    """

    title: str = ""
    on: date | None = None
    status: str = "scenario"
    note: str = ""
    source: tuple[str, ...] = ()
    as_at: str = ""
    changes: tuple[Operation, ...] = ()
    place: Location = NOWHERE

    def begins(self, asked: date) -> date:
        """Return the day the changes take effect: their own, or the day `asked` about."""
        return self.on or asked


def all_begun(change_sets: Iterable[ChangeSet], asked: date) -> date:
    """Return the day by which all of these have begun, at the earliest the day `asked` about."""
    return max([asked, *(one.begins(asked) for one in change_sets)])
