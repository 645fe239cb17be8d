"""A change set chosen in the app: from ids to operations, and to the YAML file that says the same (docs/change-sets.md)."""

from __future__ import annotations

import json
from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from rolemap.changes import Body, ChangeSet, Merge, Move, Operation, Remove, Split, Vacate, id_of
from rolemap.model import PARTS, Landscape, Pattern
from rolemap.model.words import namer
from rolemap.problems import Location

PLACE = Location("What if")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen on the page: ids to end, ids to make one and what to call it, roles to leave vacant or to move, a split.

    `parts` are the names of the two bodies that `split` becomes; the second takes `taken` and the first the rest.
    """

    removed: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    into: str = ""
    vacated: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    moved_to: str = ""
    split: str = ""
    parts: tuple[str, str] = ("", "")
    taken: tuple[str, ...] = ()

    @property
    def joined(self) -> tuple[str, ...]:
        """Return what is merged and not split: what is split becomes others already."""
        return tuple(id for id in self.merged if not (self.splits and id == self.split))

    @property
    def merges(self) -> bool:
        """Return whether there are enough to merge."""
        return len(self.joined) > 1

    @property
    def moves(self) -> bool:
        """Return whether a role has somewhere to move to."""
        return bool(self.moved and self.moved_to)

    @property
    def splits(self) -> bool:
        """Return whether an organisation is split and the second body takes something."""
        return bool(self.split and self.taken)

    @property
    def ended(self) -> tuple[str, ...]:
        """Return what is removed and not merged or split as well: those end by becoming another."""
        becoming = {*(self.joined if self.merges else ()), *([self.split] if self.splits else [])}
        return tuple(id for id in self.removed if id not in becoming)

    @property
    def emptied(self) -> tuple[str, ...]:
        """Return what is left vacant and goes on: what ends or is merged is vacant no more."""
        gone = {*self.removed, *(self.joined if self.merges else ())}
        return tuple(id for id in self.vacated if id not in gone)

    def __bool__(self) -> bool:
        """Return whether anything changes."""
        return bool(self.removed or self.merges or self.vacated or self.moves or self.splits)


def change_set(landscape: Landscape, chosen: Chosen, on: date) -> ChangeSet:
    """Return the change set that says what is chosen, from `on`."""
    changes: list[Operation] = []
    if chosen.moves:
        changes += [Move(section="roles", id=id, to=chosen.moved_to, place=PLACE) for id in chosen.moved]
    if chosen.splits:
        changes.append(Split(id=chosen.split, into=parts(landscape, chosen), place=PLACE))
    changes += [Remove(id=id, place=PLACE) for id in chosen.ended]
    if chosen.merges:
        into = Body(id=new_id(landscape, chosen), title=merged_name(landscape, chosen), place=PLACE)
        changes.append(
            Merge(section=section_of(landscape, chosen.joined[0]), ids=chosen.joined, into=into, place=PLACE)
        )
    changes += [Vacate(id=id, place=PLACE) for id in chosen.emptied]
    return ChangeSet(title="Chosen in the app", on=on, changes=tuple(changes), place=PLACE)


def holdings(landscape: Landscape, organisation: str) -> tuple[str, ...]:
    """Return what an organisation has that a body split off from it can take: posts, areas, agreements, work, funds."""
    posts = [id for id, role in landscape.roles.items() if organisation in role.organisations]
    areas = landscape.organisations[organisation].areas if organisation in landscape.organisations else ()
    papers = [id for id, one in landscape.agreements.items() if organisation in one.parties]
    names = {organisation, *(f"{Pattern.TYPE}{one}" for one in landscape.types_of(organisation))}
    work = [one.responsibility for one in landscape.assignments if any(names & {*one.parties(part)} for part in PARTS)]
    money = [id for id, one in landscape.funding.items() if one.holder == organisation]
    return tuple(dict.fromkeys((*posts, *(areas if len(areas) > 1 else ()), *papers, *work, *money)))


def parts(landscape: Landscape, chosen: Chosen) -> tuple[Body, Body]:
    """Return the two bodies of a split: the second takes what is chosen, the first the rest of what the old one has."""
    rest = tuple(id for id in holdings(landscape, chosen.split) if id not in chosen.taken)
    first, second = (
        name.strip() or f"{landscape.title(chosen.split)} ({number})"
        for name, number in zip(chosen.parts, ("1", "2"), strict=True)
    )
    one = free_id(landscape, first)
    other = free_id(landscape, second, {one})
    return (
        Body(id=one, title=first, takes=rest, place=PLACE),
        Body(id=other, title=second, takes=chosen.taken, place=PLACE),
    )


def section_of(landscape: Landscape, party: str) -> str:
    """Return the section a role or organisation is in."""
    return "roles" if party in landscape.roles else "organisations"


def merged_name(landscape: Landscape, chosen: Chosen) -> str:
    """Return what the merged body is called: as written, or after those that become it."""
    return chosen.into.strip() or " and ".join(map(landscape.title, chosen.joined))


def new_id(landscape: Landscape, chosen: Chosen) -> str:
    """Return an id for the merged body that the map does not have yet."""
    made = {body.id for body in parts(landscape, chosen)} if chosen.splits else set()
    return free_id(landscape, merged_name(landscape, chosen), made)


def free_id(landscape: Landscape, name: str, made: Set[str] = frozenset()) -> str:
    """Return an id made of a name that neither the map has yet nor what was `made` beside it."""
    base = id_of(name) or "merged"
    id, number = base, 2
    taken = (
        landscape.organisations,
        landscape.roles,
        landscape.areas,
        landscape.responsibilities,
        landscape.agreements,
    )
    while id in made or any(id in known for known in taken):
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
    if chosen.moves:
        lines += (f"  - move: {{role: {id}, to: {chosen.moved_to}}}  # {_comment(name(id))}" for id in chosen.moved)
    if chosen.splits:
        lines += ["  - split:", f"      organisation: {chosen.split}  # {_comment(name(chosen.split))}", "      into:"]
        lines += (
            f"        - {{id: {body.id}, name: {_quoted(body.title)}, takes: [{', '.join(body.takes)}]}}"
            for body in parts(landscape, chosen)
        )
    lines += (f"  - remove: {id}  # {_comment(name(id))}" for id in chosen.ended)
    if chosen.merges:
        lines += [
            "  - merge:",
            f"      {section_of(landscape, chosen.joined[0])}: [{', '.join(chosen.joined)}]",
            f"      into: {{id: {new_id(landscape, chosen)}, {_named(landscape, chosen)}}}",
        ]
    lines += (f"  - vacate: {id}  # {_comment(name(id))}" for id in chosen.emptied)
    return "\n".join([*lines, ""])


def _named(landscape: Landscape, chosen: Chosen) -> str:
    field = "title" if section_of(landscape, chosen.joined[0]) == "roles" else "name"
    return f"{field}: {_quoted(merged_name(landscape, chosen))}"


def _quoted(text: str) -> str:
    """Return a text in double quotes; what cannot be seen is escaped as YAML does, which unlike JSON has no pairs."""
    return "".join(map(_escaped, json.dumps(text, ensure_ascii=False)))


def _escaped(letter: str) -> str:
    if letter.isprintable():
        return letter
    return f"\\U{ord(letter):08x}" if ord(letter) > 0xFFFF else f"\\u{ord(letter):04x}"


def _comment(text: str) -> str:
    """Return a text for a comment: one line, printable characters only."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
