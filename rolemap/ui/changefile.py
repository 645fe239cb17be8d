"""A change set chosen in the app: from ids to operations, and to the YAML file that says the same (docs/change-sets.md)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from rolemap.changes import Body, ChangeSet, Merge, Operation, Remove, Vacate, id_of
from rolemap.model import Landscape
from rolemap.model.words import namer
from rolemap.problems import Location

PLACE = Location("What if")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen on the page: ids to end, ids to make one and what to call it, roles to leave vacant."""

    removed: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    into: str = ""
    vacated: tuple[str, ...] = ()

    @property
    def merges(self) -> bool:
        """Return whether there are enough to merge."""
        return len(self.merged) > 1

    def __bool__(self) -> bool:
        """Return whether anything changes."""
        return bool(self.removed or self.merges or self.vacated)


def change_set(landscape: Landscape, chosen: Chosen, on: date) -> ChangeSet:
    """Return the change set that says what is chosen, from `on`."""
    changes: list[Operation] = [Remove(id=id, place=PLACE) for id in chosen.removed]
    if chosen.merges:
        into = Body(id=new_id(landscape, chosen), title=merged_name(landscape, chosen), place=PLACE)
        changes.append(
            Merge(section=section_of(landscape, chosen.merged[0]), ids=chosen.merged, into=into, place=PLACE)
        )
    changes += [Vacate(id=id, place=PLACE) for id in chosen.vacated]
    return ChangeSet(title="Chosen in the app", on=on, changes=tuple(changes), place=PLACE)


def section_of(landscape: Landscape, party: str) -> str:
    """Return the section a role or organisation is in."""
    return "roles" if party in landscape.roles else "organisations"


def merged_name(landscape: Landscape, chosen: Chosen) -> str:
    """Return what the merged body is called: as written, or after those that become it."""
    return chosen.into.strip() or " and ".join(map(landscape.title, chosen.merged))


def new_id(landscape: Landscape, chosen: Chosen) -> str:
    """Return an id for the merged body that the map does not have yet."""
    base = id_of(merged_name(landscape, chosen)) or "merged"
    id, number = base, 2
    while (
        landscape.party(id) or id in landscape.areas or id in landscape.responsibilities or id in landscape.agreements
    ):
        id, number = f"{base}-{number}", number + 1
    return id


def to_yaml(landscape: Landscape, chosen: Chosen, on: date) -> str:
    """Return the change set as a file that `rolemap whatif --changes` reads; texts stand in double quotes, as in JSON."""
    name = namer(landscape)
    lines = [
        "# Try it with: rolemap whatif MAP --changes THIS-FILE",
        "change_set:",
        f"  title: {_quoted(f'What if, for {landscape.info.title}' if landscape.info.title else 'What if')}",
        f"  on: {on.isoformat()}",
        "  status: scenario",
        "changes:",
    ]
    lines += (f"  - remove: {id}  # {_comment(name(id))}" for id in chosen.removed)
    if chosen.merges:
        lines += [
            "  - merge:",
            f"      {section_of(landscape, chosen.merged[0])}: [{', '.join(chosen.merged)}]",
            f"      into: {{id: {new_id(landscape, chosen)}, {_named(landscape, chosen)}}}",
        ]
    lines += (f"  - vacate: {id}  # {_comment(name(id))}" for id in chosen.vacated)
    return "\n".join([*lines, ""])


def _named(landscape: Landscape, chosen: Chosen) -> str:
    field = "title" if section_of(landscape, chosen.merged[0]) == "roles" else "name"
    return f"{field}: {_quoted(merged_name(landscape, chosen))}"


def _quoted(text: str) -> str:
    return json.dumps(text)


def _comment(text: str) -> str:
    """Return a text for a comment: one line, printable characters only."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
