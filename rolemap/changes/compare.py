"""How two graphs differ: two maps, two dates of one map, or a map and what changes would make of it.

The result holds facts in an order of their own, so that the order of files and keys never matters; the sentences are
written by `rolemap.reports`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rolemap.changes.entries import EntryChange, changed_entries
from rolemap.changes.renames import Suggestion, suggestions
from rolemap.graph import Cell, Counts, RoleGraph, State, count
from rolemap.model import PARTS, Part

OPEN = frozenset({State.GAP, State.PROPOSED})


class CellChange(StrEnum):
    """What became of a responsibility in an area; the first that applies, in this order."""

    OPENED = "opened"  # had a lead, has none
    LAPSED = "lapsed"  # had a lead; that has gone, and what followed its body is of another kind
    CONTESTED = "contested"
    VACANT = "vacant"
    CLEARED = "cleared"
    MOVED = "moved"  # led by others
    PASSED = "passed"  # led by what the body that led became
    LOST_BACKING = "lost-backing"
    GAINED_BACKING = "gained-backing"
    NEEDED = "needed"  # a lead is needed that was not, and there is none
    NEEDED_AND_LED = "needed-and-led"
    NOT_NEEDED = "not-needed"
    PROPOSED = "proposed"  # no lead, and one is proposed
    PROPOSAL_GONE = "proposal-gone"
    PARTS = "parts"  # the same lead; others do other parts


@dataclass(frozen=True, slots=True)
class CellDifference:
    """A responsibility in an area before and after; either may be None where nothing is needed or said."""

    change: CellChange
    responsibility: str
    area: str
    before: Cell | None
    after: Cell | None

    @property
    def lost_backing(self) -> bool:
        """Return whether it is led and rested on law or agreement, and no longer does."""
        return bool(self.before and self.after and self.before.backed and self.after.backed is False)


@dataclass(frozen=True, slots=True)
class Broken:
    """An agreement still in use with parties that have gone, and how many leads rest on it."""

    agreement: str
    parties: tuple[str, ...]
    covers: int


@dataclass(frozen=True, slots=True)
class Load:
    """How many leads a role or organisation has, before and after."""

    party: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """How `new` differs from `old`. Everything is sorted by what it is, never by where it is written."""

    old: RoleGraph
    new: RoleGraph
    before: Counts
    after: Counts
    cells: tuple[CellDifference, ...]
    entries: tuple[EntryChange, ...]
    broken: tuple[Broken, ...]
    loads: tuple[Load, ...]
    suggestions: tuple[Suggestion, ...]

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return bool(self.cells or self.entries or self.broken or self.loads)

    def of(self, *changes: CellChange) -> tuple[CellDifference, ...]:
        """Return the differences of these kinds."""
        return tuple(one for one in self.cells if one.change in changes)


def compare(old: RoleGraph, new: RoleGraph) -> Comparison:
    """Return how `new` differs from `old`."""
    entries = changed_entries(old, new)
    return Comparison(
        old=old,
        new=new,
        before=count(old.needed),
        after=count(new.needed),
        cells=tuple(sorted(_cells(old, new), key=lambda one: _place(new, old, one))),
        entries=entries,
        broken=tuple(_broken(old, new)),
        loads=tuple(_loads(old, new)),
        suggestions=suggestions(old, new, entries),
    )


def _place(new: RoleGraph, old: RoleGraph, one: CellDifference) -> tuple[object, ...]:
    """Return the sort key: the responsibility's title, then wide areas before narrow ones, then by name."""
    for landscape in (new.landscape, old.landscape):
        if one.area in landscape.areas:
            area = landscape.areas[one.area]
            level = landscape.levels.get(area.level)
            order = (level.order if level else 0, area.name, area.id)
            return (list(CellChange).index(one.change), landscape.title(one.responsibility), one.responsibility, order)
    return (list(CellChange).index(one.change), one.responsibility, one.responsibility, (0, "", one.area))


def _cells(old: RoleGraph, new: RoleGraph) -> Iterator[CellDifference]:
    keys = {(cell.responsibility, cell.area) for cell in (*old.needed, *new.needed)}
    for responsibility, area in keys:
        before, after = old.cell(responsibility, area), new.cell(responsibility, area)
        change = _change(new, before, after)
        if change is not None:
            yield CellDifference(change, responsibility, area, before, after)


def _change(new: RoleGraph, before: Cell | None, after: Cell | None) -> CellChange | None:
    if before is None or not before.needed:
        if after is None:
            return None
        unsettled = {State.CONTESTED: CellChange.CONTESTED, State.VACANT: CellChange.VACANT}
        return unsettled.get(after.state, CellChange.NEEDED_AND_LED) if after.leads else CellChange.NEEDED
    if after is None or not after.needed:
        return _no_need(new, before, after)
    change = _state(before, after)
    return CellChange.PASSED if change is CellChange.MOVED and _succeeded(new, before, after) else change


def _succeeded(new: RoleGraph, before: Cell, after: Cell) -> bool:
    """Return whether all that changed about the leads is that a body goes on under another id."""
    lost, gained = set(before.leads) - set(after.leads), set(after.leads) - set(before.leads)
    bodies = new.landscape.organisations
    became = [set(bodies[id].becomes) & gained if id in bodies else set() for id in lost]
    return bool(lost) and all(became) and gained == set().union(*became)


def _no_need(new: RoleGraph, before: Cell, after: Cell | None) -> CellChange:
    """Return why nothing needs a lead any more: the work or the area ended, or only the bodies that had it did."""
    landscape, on = new.landscape, new.on
    work, area = landscape.responsibilities.get(before.responsibility), landscape.areas.get(before.area)
    goes_on = work is not None and area is not None and work.in_force(on) and area.in_force(on)
    left = set(before.leads) & new.view.active or (after is not None and after.leads)
    return CellChange.LAPSED if goes_on and before.leads and not left else CellChange.NOT_NEEDED


def _state(before: Cell, after: Cell) -> CellChange | None:
    was, now = before.state, after.state
    same_leads = set(before.leads) == set(after.leads)
    if now in OPEN:
        if was not in OPEN:
            return CellChange.OPENED
        if was == now:
            return None if _same_parts(before, after) else CellChange.PARTS
        return CellChange.PROPOSED if now is State.PROPOSED else CellChange.PROPOSAL_GONE
    if now is State.CONTESTED and was is not State.CONTESTED:
        return CellChange.CONTESTED
    if now is State.VACANT and was is not State.VACANT:
        return CellChange.VACANT
    if now is State.CLEAR and was is not State.CLEAR:
        return CellChange.CLEARED
    if not same_leads:
        return CellChange.MOVED
    if before.backed != after.backed:
        return CellChange.GAINED_BACKING if after.backed else CellChange.LOST_BACKING
    return None if _same_parts(before, after) else CellChange.PARTS


def _same_parts(before: Cell, after: Cell) -> bool:
    return all(set(before.parties(part)) == set(after.parties(part)) for part in PARTS if part is not Part.LEADS)


def _broken(old: RoleGraph, new: RoleGraph) -> Iterator[Broken]:
    covered = Counter(agreement for cell in new.needed if cell.leads for agreement in cell.agreements)
    for id, agreement in sorted(new.landscape.agreements.items()):
        before = old.landscape.agreements.get(id)
        if before is not None and new.view.in_use(agreement):
            gone = set(agreement.parties) - new.view.active
            gone -= set(before.parties) - old.view.active
            if gone:
                yield Broken(id, tuple(sorted(gone)), covered[id])


def _loads(old: RoleGraph, new: RoleGraph) -> Iterator[Load]:
    """Yield every party that leads on more or less, the greatest growth first."""
    before = Counter(lead for cell in old.needed for lead in cell.leads)
    after = Counter(lead for cell in new.needed for lead in cell.leads)
    changed = [Load(party, before[party], after[party]) for party in before.keys() | after.keys()]
    for load in sorted(changed, key=lambda one: (one.before - one.after, one.party)):
        if load.before != load.after:
            yield load
