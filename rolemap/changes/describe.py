"""What a change set says, in plain sentences: one for each operation."""

from __future__ import annotations

from datetime import date, timedelta

from rolemap.changes.loose import ALONE, ITSELF, LooseEnd
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
from rolemap.model import Assignment, Landscape, Part, Pattern
from rolemap.model.words import counted, day, listed, namer

STATUS = {"law": "This is law.", "proposal": "This is a proposal, not law.", "scenario": "This is a what-if."}
"""How real a change set is, in a sentence."""

VERBS = {
    Part.LEADS: "leads on",
    Part.ACCOUNTABLE: "answers for",
    Part.DELIVERS: "delivers",
    Part.CONTRIBUTES: "contributes to",
    Part.CONSULTED: "is consulted on",
    Part.INFORMED: "is told of",
}
"""What a party does in each part."""


def describe(landscape: Landscape, change_set: ChangeSet, on: date, before: Landscape | None = None) -> tuple[str, ...]:
    """Return one sentence for each operation.

    `landscape` is that after the changes, which knows every name: what has ended is kept in it. With `before`, what was
    there already is called as it was.
    """
    teller = _Teller(landscape, change_set.begins(on), before or landscape)
    return tuple(teller.tell(operation) for operation in change_set.changes)


def loose_end_said(landscape: Landscape, end: LooseEnd) -> str:
    """Return a loose end as a clause without a full stop: what still names what."""
    name = namer(landscape)
    if end.why == ALONE:
        return f"{name(end.id)} has one party left"
    if end.why == ITSELF:
        what = "delegation" if end.field == "delegates" else "payment"
        return f"{name(end.id)} has a {what} from {name(end.gone)} to itself"
    where = name(end.id)
    if end.section == "assignments":
        responsibility, _, at = end.id.partition("@")
        where = f"{name(responsibility)} in {name(at)}"
    elif end.section == "map":
        where = "the map"
    return f"{where} still names {name(end.gone)} ({end.field.replace('_', ' ')})"


class _Teller:
    def __init__(self, landscape: Landscape, on: date, before: Landscape) -> None:
        self.landscape = landscape
        self.on = on
        self._before = namer(before)
        self._after = namer(landscape)

    def name(self, id: str) -> str:
        """Return the name of an entry as it was before the changes, or is after; responsibilities and papers in quotes."""
        was = self._before(id)
        name = was if was != id else self._after(id)
        quoted = id in self.landscape.responsibilities or id in self.landscape.agreements
        return f"“{name}”" if quoted and not self.landscape.party(id) else name

    def tell(self, operation: Operation) -> str:
        """Return the sentence of an operation."""
        match operation:
            case Remove():
                return self._remove(operation)
            case Merge():
                return self._merge(operation)
            case Split():
                return self._split(operation)
            case Vacate():
                return f"{self.name(operation.id)} is vacant from {day(self.on)}."
            case Move():
                return self._move(operation)
            case Assign():
                return self._assign(operation.assignment)
            case Unassign():
                where = f" in {self.name(operation.at)}" if operation.at else ""
                what = f"{VERBS[operation.part]} {self.name(operation.responsibility)}{where}"
                return f"{self.name(operation.party)} no longer {what}, from {day(self.on)}."
            case Agree():
                parties = listed(map(self.name, operation.agreement.parties), 6)
                between = f" between {parties}" if parties else ""
                return f"“{operation.agreement.title}” is agreed{between}, from {day(self.on)}."
            case Set():
                said = f"becomes “{operation.said}”" if operation.said else "is left empty"
                return f"The field “{operation.field}” of {self.name(operation.id)} {said}, from {day(self.on)}."

    def _remove(self, operation: Remove) -> str:
        last = day(self.on - timedelta(days=1))
        posts = self._posts(operation.id)
        with_it = f", and with it {counted(posts, 'post')}" if posts else ""
        return f"{self.name(operation.id)} ends; its last day is {last}{with_it}."

    def _posts(self, id: str) -> int:
        """Return how many posts stand in an organisation alone."""
        return sum(role.organisations == (id,) for role in self.landscape.roles.values())

    def _merge(self, operation: Merge) -> str:
        into = operation.into.id
        gone = [id for id in operation.ids if id != into]
        names = listed(map(self.name, gone), 12)
        if into in operation.ids or len(gone) == 1:
            return f"{self.name(into)} takes in {names} on {day(self.on)}."
        return f"{names} become {self.name(into)} on {day(self.on)}."

    def _split(self, operation: Split) -> str:
        into = [
            f"{self.name(body.id)} (which takes {listed(map(self.name, body.takes), 6)})"
            if body.takes
            else self.name(body.id)
            for body in operation.into
        ]
        return f"{self.name(operation.id)} is split on {day(self.on)} into {listed(into, len(into))}."

    def _move(self, operation: Move) -> str:
        what, to = self.name(operation.id), self.name(operation.to)
        if operation.section == "responsibilities":
            where = f" in {self.name(operation.at)}" if operation.at else ""
            return f"{to} leads on {what}{where} from {day(self.on)}."
        if operation.section == "roles":
            return f"The post {self.landscape.title(operation.id)} moves to {to} on {day(self.on)}."
        if operation.to in self.landscape.areas:
            return f"{what} lies within {to} from {day(self.on)}."
        return f"{what} is the area of {to} from {day(self.on)}."

    def _assign(self, assignment: Assignment) -> str:
        clauses = [
            f"{listed(map(self._party, assignment.parties(part)), 6)} {_verb(part, len(assignment.parties(part)))} it"
            for part in Part
            if part is not Part.LEADS and assignment.parties(part)
        ]
        what = f"{self.name(assignment.responsibility)} in {self.name(assignment.at)}"
        leads = listed(map(self._party, assignment.leads), 6)
        first = (
            f"{leads} {_verb(Part.LEADS, len(assignment.leads))} {what}" if leads else f"For {what} no lead is named"
        )
        if assignment.status == "proposed":
            first = f"It is proposed that {first}"
        return f"{'; '.join((first, *clauses))}, from {day(assignment.start or self.on)}."

    def _party(self, id: str) -> str:
        if not Pattern.is_pattern(id):
            return self.name(id)
        kind, _, sort = id.partition(":")
        known = self.landscape.role_kinds.get(sort) if kind + ":" == Pattern.KIND else None
        typed = self.landscape.organisation_types.get(sort)
        return f"the {(known.title if known else typed.name if typed else sort).lower()} of each area"


def _verb(part: Part, number: int) -> str:
    """Return what so many parties do in a part."""
    first, _, rest = VERBS[part].partition(" ")
    if number > 1:
        first = {"is": "are"}.get(first, first.removesuffix("s"))
    return f"{first} {rest}".strip()
