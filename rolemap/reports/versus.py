"""Two what-ifs against each other on the same day: what each opens, breaks and loads, and what only one of them does."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from rolemap.changes import CellChange, CellDifference, Comparison
from rolemap.changes.describe import STATUS
from rolemap.model.words import counted, day, percent
from rolemap.reports.check import VERSION
from rolemap.reports.diff import text_sections
from rolemap.reports.difference import TITLES, Section, names, sections
from rolemap.reports.plain import one_line
from rolemap.reports.whatif import WhatIf


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is counted for both: what, and the numbers; or, of a load, who and how much."""

    what: str
    one: str
    other: str


@dataclass(frozen=True)
class Versus:
    """Two what-ifs of one map on one day, and what each is called (`titles`: never the same)."""

    one: WhatIf
    other: WhatIf
    titles: tuple[str, str]

    def __post_init__(self) -> None:
        """Tell two of one name apart."""
        if self.titles[0] == self.titles[1]:
            object.__setattr__(self, "titles", (f"{self.titles[0]} (A)", f"{self.titles[1]} (B)"))

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Return the same counts of both, side by side."""
        ours, theirs = _counted(self.one), _counted(self.other)
        return tuple(Measure(what, ours[what], theirs[what]) for what in ours)

    @cached_property
    def only_one(self) -> tuple[CellDifference, ...]:
        """Return what becomes of squares in the first, and not in the same way in the second."""
        return _only(self.one.comparison, self.other.comparison)

    @cached_property
    def only_other(self) -> tuple[CellDifference, ...]:
        """Return what becomes of squares in the second, and not in the same way in the first."""
        return _only(self.other.comparison, self.one.comparison)

    @property
    def shared(self) -> int:
        """Return how many squares differ in the same way in both."""
        return len(self.one.comparison.cells) - len(self.only_one)

    @property
    def only(self) -> tuple[tuple[str, tuple[Section, ...]], ...]:
        """Return, for each of the two, its title and the story of what only it does, agreements included."""
        return (
            (self.titles[0], _story(self.one.comparison, self.other.comparison, self.only_one)),
            (self.titles[1], _story(self.other.comparison, self.one.comparison, self.only_other)),
        )

    @property
    def in_short(self) -> str:
        """Return how far the two agree, in a sentence."""
        if not self.only_one and not self.only_other:
            return f"Both do the same to who leads on what: {counted(self.shared, 'square changes', 'squares change')}."
        same, ours, theirs = self.shared, len(self.only_one), len(self.only_other)
        return (
            f"{counted(same, 'square changes', 'squares change')} in the same way in both. "
            f"{counted(ours, 'changes', 'change')} only with “{self.titles[0]}” or differently with it; "
            f"{theirs:,} only with “{self.titles[1]}” or differently with it."
        )


def titled(found: WhatIf, name: str) -> str:
    """Return what a what-if is called: by its change sets, or else `name`."""
    return "; ".join(one.title for one in found.change_sets if one.title) or name


def waiting(found: WhatIf) -> str:
    """Return which of the changes have not begun on the day looked at, as sentences; empty where all have."""
    late = (one.begins(found.on) for one in found.change_sets if one.begins(found.on) > found.on)
    return " ".join(f"What begins on {day(begins)} has not begun as at {day(found.on)}." for begins in late)


def _counted(found: WhatIf) -> dict[str, str]:
    compared = found.comparison
    name = names(compared)

    def number(*changes: CellChange) -> str:
        return f"{len(compared.of(*changes)):,}"

    grown = [load for load in compared.loads if load.after > load.before]
    after = compared.after
    return {
        "No lead any more": number(CellChange.OPENED, CellChange.LAPSED),
        "Become contested": number(CellChange.CONTESTED),
        "Become vacant": number(CellChange.VACANT),
        "Become clear": number(CellChange.CLEARED),
        "Led by others": number(CellChange.MOVED),
        "Led by the body that follows": number(CellChange.PASSED),
        "Agreements in use with a party that has gone": f"{len(compared.broken):,}",
        "Roles and organisations with more to lead on": f"{len(grown):,}",
        "The greatest growth": f"{name(grown[0].party)}: {grown[0].before:,} to {grown[0].after:,}"
        if grown
        else "none",
        "Loose ends": f"{len(found.loose_ends):,}",
        "Findings that are new": f"{len(found.new_findings) - len(found.loose_ends):,}",
        "Findings that are gone": f"{len(found.gone_findings):,}",
        "Clear and resting on law or agreement": f"{after.backed:,} of {after.cells:,}"
        + (f" ({percent(after.backed, after.cells)}%)" if after.cells else ""),
    }


def _outcome(one: CellDifference) -> tuple[object, ...]:
    after = one.after
    return (one.responsibility, one.area, one.change, tuple(sorted(after.leads)) if after else ())


def _only(mine: Comparison, theirs: Comparison) -> tuple[CellDifference, ...]:
    known = {_outcome(one) for one in theirs.cells}
    return tuple(one for one in mine.cells if _outcome(one) not in known)


def _story(mine: Comparison, theirs: Comparison, cells: tuple[CellDifference, ...]) -> tuple[Section, ...]:
    known = {one.agreement for one in theirs.broken}
    loads = tuple(load for load in mine.loads if load not in theirs.loads)
    broken = tuple(one for one in mine.broken if one.agreement not in known)
    return sections(replace(mine, cells=cells, broken=broken, loads=loads, entries=(), suggestions=()))


def write_text(found: Versus) -> str:
    """Return the two side by side as text for people."""
    return "\n".join(_lines(found))


def _lines(found: Versus) -> Iterator[str]:
    title = found.one.before.landscape.info.title
    yield one_line(f"{title + ', as' if title else 'As'} at {day(found.one.on)}: one what-if against another")
    yield "Both are compared with the same day without any of these changes."
    for letter, title, what_if in zip("AB", found.titles, (found.one, found.other), strict=True):
        real = " ".join(dict.fromkeys(STATUS[one.status] for one in what_if.change_sets))
        yield one_line(f"  {letter}: {title}. {real} {waiting(what_if)}".rstrip())
    yield from ("", "IN SHORT", one_line(f"  {found.in_short}"), "", "SIDE BY SIDE")
    width = max(len(one.what) for one in found.measures)
    room = max(len(one.one) for one in found.measures) + 2
    yield f"  {'':{width}}  {'A':{room}}B"
    for one in found.measures:
        yield one_line(f"  {one.what:{width}}  {one.one:{room}}{one.other}")
    for letter, (_, story) in zip("AB", found.only, strict=True):
        yield from ("", f"ONLY WITH {letter}" if story else f"NOTHING ONLY WITH {letter}")
        yield from (f"  {line}" if line else line for line in text_sections(story)[1:])


def write_json(found: Versus) -> str:
    """Return the two side by side as a JSON document (docs/json.md)."""
    data = {
        "version": VERSION,
        "on": found.one.on.isoformat(),
        "titles": list(found.titles),
        "measures": [{"what": one.what, "one": one.one, "other": one.other} for one in found.measures],
        "same": found.shared,
        "only_one": [_cell(one) for one in found.only_one],
        "only_other": [_cell(one) for one in found.only_other],
    }
    return json.dumps(data, indent=2, ensure_ascii=False)


def _cell(one: CellDifference) -> dict[str, Any]:
    return {
        "responsibility": one.responsibility,
        "area": one.area,
        "change": one.change.value,
        "said": TITLES[one.change],
        "leads_before": list(one.before.leads) if one.before else [],
        "leads_after": list(one.after.leads) if one.after else [],
    }


FORMATS: dict[str, Callable[[Versus], str]] = {"text": write_text, "json": write_json}
"""The formats of two what-ifs side by side."""
