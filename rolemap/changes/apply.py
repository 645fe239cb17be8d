"""Applying change sets: a landscape in, a landscape out, and what is left hanging. Pure: nothing that came in is changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from rolemap.changes.check import unfit
from rolemap.changes.edits import ended, put, reassigned, sections_of
from rolemap.changes.loose import LooseEnd, fresh
from rolemap.changes.merging import merged
from rolemap.changes.moving import moved, unassigned
from rolemap.changes.operations import (
    Agree,
    Assign,
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
from rolemap.changes.splitting import parted
from rolemap.changes.unfit import Unfit
from rolemap.model import Landscape
from rolemap.problems import InvalidMap, Problem


@dataclass(frozen=True, slots=True)
class Applied:
    """A landscape after some changes, to be read as at the day asked about or later; and what they left loose."""

    landscape: Landscape
    loose_ends: tuple[LooseEnd, ...]


def apply(landscape: Landscape, change_sets: ChangeSet | Iterable[ChangeSet], on: date) -> Applied:
    """Return the landscape with every change set that has begun by `on`, earlier ones first, then in the order given.

    A change set without a date begins on `on`. As at a day before a change set begins, it changes nothing: apply again
    for each day that is looked at. Raises InvalidMap with every operation that does not fit the map.
    """
    changed = landscape
    problems: list[Problem] = []
    for one in in_order(change_sets, on):
        changed, complaints = tried(changed, one, on)
        problems += (Problem(one.changes[number].place, *told.words) for number, told in complaints)
    if problems:
        raise InvalidMap(problems)
    return Applied(changed, fresh(landscape, changed, on))


def tried(
    landscape: Landscape, change_set: ChangeSet, on: date, missed: Iterable[str] = ()
) -> tuple[Landscape, list[tuple[int, Unfit]]]:
    """Return the landscape after the operations that fit, and (number, reason) for those that do not.

    An operation that only fails because one before it did not make what it should have is not told of; `missed` are
    ids that should have been made already.
    """
    changed, complaints, missed = landscape, list[tuple[int, Unfit]](), set(missed)
    day = change_set.begins(on)
    for number, operation in enumerate(change_set.changes):
        found = tuple(unfit(changed, operation, day))
        if found:
            complaints += ((number, one) for one in found if one.id not in missed)
            missed.update(makes(operation))
        else:
            changed = applied(changed, operation, day)
    return changed, complaints


def makes(operation: Operation) -> tuple[str, ...]:
    """Return the ids that an operation brings into the map."""
    match operation:
        case Merge():
            return (operation.into.id,)
        case Split():
            return tuple(body.id for body in operation.into)
        case Agree():
            return (operation.agreement.id,)
        case _:
            return ()


def in_order(change_sets: ChangeSet | Iterable[ChangeSet], on: date) -> list[ChangeSet]:
    """Return the change sets that have begun by `on` in the order in which they take effect."""
    given = [change_sets] if isinstance(change_sets, ChangeSet) else list(change_sets)
    return sorted((one for one in given if one.begins(on) <= on), key=lambda one: one.begins(on))


def applied(landscape: Landscape, operation: Operation, on: date) -> Landscape:
    """Return the landscape after one operation that fits it (see `unfit`) and takes effect on that day."""
    match operation:
        case Remove():
            section = operation.section or sections_of(landscape, operation.id)[0]
            return put(landscape, section, ended(getattr(landscape, section)[operation.id], on))
        case Merge():
            return merged(landscape, operation, on)
        case Split():
            return parted(landscape, operation, on)
        case Vacate():
            return put(landscape, "roles", replace(landscape.roles[operation.id], vacant=True, holder=""))
        case Move():
            return moved(landscape, operation, on)
        case Unassign():
            return unassigned(landscape, operation, on)
        case Assign():
            given = operation.assignment
            new = given if given.start else replace(given, start=on)
            return reassigned(landscape, (*landscape.assignments, new))
        case Agree():
            agreement = operation.agreement
            dated = replace(agreement, start=agreement.start or on, status=agreement.status or "agreed")
            return put(landscape, "agreements", dated)
        case Set():
            entry = getattr(landscape, operation.section)[operation.id]
            return put(landscape, operation.section, replace(entry, **dict(operation.values)))
