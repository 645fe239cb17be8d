"""Whether an operation fits a map: every id it names is there, every id it makes is free, and there is something to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from rolemap.changes.edits import sections_of
from rolemap.changes.moving import deciding, has
from rolemap.changes.operations import (
    ENDABLE,
    Agree,
    Assign,
    Body,
    ChangeSet,
    Merge,
    Move,
    Operation,
    Remove,
    Set,
    Split,
    Unassign,
    Vacate,
)
from rolemap.changes.references import Path, named
from rolemap.changes.sense import above, senseless
from rolemap.changes.unfit import Unfit
from rolemap.graph.asat import as_at
from rolemap.model import Entry, Landscape, Pattern
from rolemap.model.references import PARTY, REFERENCES, SECTION_WORDS
from rolemap.problems import did_you_mean

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")


def unfit(landscape: Landscape, operation: Operation, on: date) -> Iterator[Unfit]:
    """Yield every reason why an operation cannot be applied to a landscape on that day."""
    match operation:
        case Remove():
            yield from _remove(landscape, operation)
        case Merge():
            yield from _merge(landscape, operation)
        case Split():
            yield from _split(landscape, operation)
        case Vacate():
            yield from _known(landscape, operation.id, ("roles",), ("vacate",))
        case Move():
            yield from _move(landscape, operation)
        case Unassign():
            yield from _unassign(landscape, operation, on)
        case Assign():
            yield from _named(landscape, "assignments", operation.assignment, ("assign",))
        case Agree():
            yield from _agree(landscape, operation)
        case Set():
            yield from _set(landscape, operation)


def ended_twice(change_set: ChangeSet) -> Iterator[tuple[int, Unfit]]:
    """Yield (number, complaint) for each operation that ends, merges into or leaves vacant what one before it has ended.

    Such changes can be applied, but not meant: a body cannot both go without one that follows and become another.
    """
    gone: set[str] = set()
    for number, operation in enumerate(change_set.changes):
        ended = _ending(operation)
        for path, id in (*ended, *_going_on(operation)):
            if id in gone:
                sentence = f'"{id}" ends by a change before this one.'
                hint = "Say once what becomes of it: it is removed, merged or split."
                yield number, Unfit(path, "ended-already", sentence, hint)
        gone.update(id for _, id in ended)


def _going_on(operation: Operation) -> tuple[tuple[Path, str], ...]:
    """Return the roles and organisations that must be there still, since something is done with them."""
    match operation:
        case Merge():
            return ((("merge", "into"), operation.into.id),)
        case Vacate():
            return ((("vacate",), operation.id),)
    return ()


def _ending(operation: Operation) -> tuple[tuple[Path, str], ...]:
    """Return the roles and organisations that an operation ends, each with where in it they are named."""
    match operation:
        case Remove() if operation.section in ("", *PARTY):
            return ((("remove",), operation.id),)
        case Merge():
            path = ("merge", operation.section)
            return tuple(((*path, at), id) for at, id in enumerate(operation.ids) if id != operation.into.id)
        case Split() if operation.id not in {body.id for body in operation.into}:
            return ((("split", "organisation"), operation.id),)
    return ()


def _known(landscape: Landscape, id: str, sections: Iterable[str], path: Path) -> Iterator[Unfit]:
    """Yield the complaint that none of the sections has this id, with the nearest that one has."""
    sections = tuple(sections)
    if sections_of(landscape, id, sections):
        return
    choices = [known for section in sections for known in getattr(landscape, section)]
    words = " or ".join(SECTION_WORDS[section] for section in sections)
    looked = f"Looked in {' and '.join(sections)}."
    sentence = f'There is no {words} called "{id}".'
    yield Unfit(path, "unknown-reference", sentence, f"{did_you_mean(id, choices)} {looked}".strip(), id)


def _remove(landscape: Landscape, operation: Remove) -> Iterator[Unfit]:
    if operation.section:
        yield from _known(landscape, operation.id, (operation.section,), ("remove",))
        return
    found = sections_of(landscape, operation.id)
    if not found:
        choices = [id for section in ENDABLE for id in getattr(landscape, section)]
        hint = f"{did_you_mean(operation.id, choices)} Looked in {', '.join(ENDABLE)}.".strip()
        sentence = f'Nothing in this map has the id "{operation.id}".'
        yield Unfit(("remove",), "unknown-reference", sentence, hint, operation.id)
    elif len(found) > 1:
        words = [SECTION_WORDS[section] for section in found]
        hint = f'Say which: "remove: {{{words[0].split()[0]}: {operation.id}}}".'
        sentence = f'"{operation.id}" is the id of {len(found)} entries: {" and ".join(words)}.'
        yield Unfit(("remove",), "ambiguous-id", sentence, hint)


def _merge(landscape: Landscape, operation: Merge) -> Iterator[Unfit]:
    for number, id in enumerate(operation.ids):
        yield from _known(landscape, id, (operation.section,), ("merge", operation.section, number))
    yield from _body(landscape, operation.into, operation.section, ("merge", "into"))
    others = set(operation.ids) - {operation.into.id}
    if not others or (len(others) == 1 and operation.into.id not in getattr(landscape, operation.section)):
        hint = "Name two or more, or one that an existing one takes in."
        sentence = "There is nothing to merge here."
        yield Unfit(("merge", operation.section), "nothing-to-merge", sentence, hint)


def _body(landscape: Landscape, body: Body, section: str, path: Path) -> Iterator[Unfit]:
    """Yield what is wrong with the body that follows: its id, and what it refers to."""
    if not ID.fullmatch(body.id):
        hint = "Write it with lower-case letters, digits and hyphens."
        yield Unfit((*path, "id"), "bad-id", f'"{body.id}" cannot be an id.', hint)
    other = PARTY[0] if section == PARTY[1] else PARTY[1]
    if body.id in getattr(landscape, other):
        sentence = f'"{body.id}" is already the id of {"a role" if other == "roles" else "an organisation"}.'
        yield Unfit((*path, "id"), "duplicate-id", sentence, "Give the new one another id.")
    sorts = "role_kinds" if section == "roles" else "organisation_types"
    if body.sort:
        yield from _known(landscape, body.sort, (sorts,), (*path, "kind" if section == "roles" else "type"))
    for number, area in enumerate(body.areas):
        yield from _known(landscape, area, ("areas",), (*path, "area", number))
    for number, id in enumerate(body.organisations):
        yield from _known(landscape, id, ("organisations",), (*path, "organisation", number))


def _split(landscape: Landscape, operation: Split) -> Iterator[Unfit]:
    yield from _known(landscape, operation.id, ("organisations",), ("split", "organisation"))
    takeable = ("roles", "responsibilities", "areas", "agreements", "objectives", "funding")
    for number, body in enumerate(operation.into):
        path: Path = ("split", "into", number)
        yield from _body(landscape, body, "organisations", path)
        for position, id in enumerate(body.takes):
            yield from _known(landscape, id, takeable, (*path, "takes", position))
    ids = [body.id for body in operation.into]
    for number, id in enumerate(ids):
        if id in ids[:number]:
            sentence = f'"{id}" is named twice.'
            yield Unfit(("split", "into", number, "id"), "duplicate-id", sentence, "Give each its own id.")
    if len(ids) < 2:
        hint = 'Name two or more under "into". To end one and start another, write "merge".'
        yield Unfit(("split", "into"), "nothing-to-split", "A split needs at least two that follow.", hint)


def _move(landscape: Landscape, operation: Move) -> Iterator[Unfit]:
    word = SECTION_WORDS[operation.section]
    yield from _known(landscape, operation.id, (operation.section,), ("move", word))
    homes = {"roles": ("organisations",), "areas": ("areas", "organisations"), "responsibilities": PARTY}
    yield from _known(landscape, operation.to, homes[operation.section], ("move", "to"))
    if operation.at:
        where = ("areas", "levels") if operation.section == "responsibilities" else ("areas",)
        yield from _known(landscape, operation.at, where, ("move", "at"))
    if operation.basis and operation.basis not in {"law", "custom", "claim"}:
        yield from _known(landscape, operation.basis, ("agreements",), ("move", "basis"))
    if operation.section == "areas" and operation.id in above(landscape, operation.to):
        sentence = f'"{operation.to}" lies within "{operation.id}" itself.'
        yield Unfit(("move", "to"), "circle", sentence, "An area cannot lie within itself.")


def _unassign(landscape: Landscape, operation: Unassign, on: date) -> Iterator[Unfit]:
    found = [
        *_known(landscape, operation.responsibility, ("responsibilities",), ("unassign", "responsibility")),
        *_known(landscape, operation.party, PARTY, ("unassign", "party")),
    ]
    if operation.at:
        found += _known(landscape, operation.at, ("areas", "levels"), ("unassign", "at"))
    yield from found
    if found:
        return
    view = as_at(landscape, on)
    said = (
        deciding(landscape, operation.responsibility, operation.at, on)
        if operation.at
        else tuple(one for one in landscape.assignments if one.responsibility == operation.responsibility)
    )
    if not any(has(view, one, operation, operation.at or one.at) for one in said):
        where = f" in {landscape.title(operation.at)}" if operation.at else " by name"
        what = f"{landscape.title(operation.responsibility)}{where}"
        sentence = f'"{operation.party}" is not among those recorded under "{operation.part.value}" for {what}.'
        hint = "Check the part and the area." if operation.at else "Name the area under “at”."
        yield Unfit(("unassign", "party"), "nothing-to-unassign", sentence, hint)


def _agree(landscape: Landscape, operation: Agree) -> Iterator[Unfit]:
    id = operation.agreement.id
    if not ID.fullmatch(id):
        hint = "Write it with lower-case letters, digits and hyphens."
        yield Unfit(("agree", "id"), "bad-id", f'"{id}" cannot be an id.', hint)
    if id in landscape.agreements:
        hint = 'Give the new one another id, or change the old one with "set".'
        yield Unfit(("agree", "id"), "duplicate-id", f'"{id}" is already the id of an agreement.', hint)
    yield from _named(landscape, "agreements", operation.agreement, ("agree",))


def _set(landscape: Landscape, operation: Set) -> Iterator[Unfit]:
    found = list(_known(landscape, operation.id, (operation.section,), ("set", "id")))
    yield from found
    if found or operation.section not in REFERENCES:
        return
    entry = getattr(landscape, operation.section)[operation.id]
    changed = replace(entry, **dict(operation.values))
    for one in _named(landscape, operation.section, changed, ()):
        if one.path and one.path[0] in dict(operation.values):
            found.append(replace(one, path=("set", "value", *one.path[1:])))
    yield from found or senseless(landscape, operation, entry, changed)


def _named(landscape: Landscape, section: str, entry: Entry, at: Path) -> Iterator[Unfit]:
    """Yield a complaint for every id in an entry that leads nowhere."""
    for reference in REFERENCES[section]:
        for path, id, _ in named(entry, reference.path, entry.place):
            if id in reference.words:
                continue
            kind, _, sort = id.partition(":")
            if Pattern.is_pattern(id) and "roles" in reference.sections:
                sorts = "role_kinds" if kind + ":" == Pattern.KIND else "organisation_types"
                yield from _known(landscape, sort, (sorts,), (*at, *path))
            else:
                yield from _known(landscape, id, reference.sections, (*at, *path))
