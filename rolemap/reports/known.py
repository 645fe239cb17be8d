"""What is known to change and when, in words: each day with what begins and ends on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from rolemap.changes import ChangeSet
from rolemap.changes.calendar import Known, known_changes, known_on
from rolemap.graph import RoleGraph
from rolemap.model.words import counted, day, namer

SHORT = 44
"""How many letters of what happens stand beside a day on a slider."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which something is known to change, and what, as clauses ("NHS England ends")."""

    day: date
    said: tuple[str, ...]

    @property
    def short(self) -> str:
        """Return the day with the first thing that happens and how many more."""
        first, more = self.said[0], len(self.said) - 1
        cut = first if len(first) <= SHORT else f"{first[: SHORT - 1].rstrip()}…"
        return f"{day(self.day)}: {cut}" + (f" and {more} more" if more else "")


def days_ahead(graph: RoleGraph, change_sets: Iterable[ChangeSet] = ()) -> tuple[Day, ...]:
    """Return the days after that of the graph on which something is known to change, in order."""
    by_day = groupby(known_changes(graph, change_sets), key=lambda one: one.day)
    return tuple(Day(when, _clauses(graph, tuple(known))) for when, known in by_day)


def on_day(graph: RoleGraph, day: date, change_sets: Iterable[ChangeSet] = ()) -> Day | None:
    """Return a day, past or to come, with what is known to change on it; None where that is nothing."""
    known = known_on(graph, day, change_sets)
    return Day(day, _clauses(graph, known)) if known else None


def _clauses(graph: RoleGraph, known: tuple[Known, ...]) -> tuple[str, ...]:
    """Return what begins and ends on one day; what is recorded of leads is counted, not listed."""
    name = namer(graph.landscape)
    clauses = [
        f"“{one.id}” takes effect"
        if one.section == "changes" and one.id
        else "the change set takes effect"
        if one.section == "changes"
        else f"{name(one.id)} {'begins' if one.begins else 'ends'}"
        for one in known
        if one.section != "assignments"
    ]
    leads = Counter(one.begins for one in known if one.section == "assignments")
    for begins, number in sorted(leads.items()):
        verb = ("begins" if begins else "ends") if number == 1 else ("begin" if begins else "end")
        clauses.append(f"{counted(number, 'record')} of who does what {verb}")
    return tuple(dict.fromkeys(clauses))
