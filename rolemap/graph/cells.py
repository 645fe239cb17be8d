"""Who leads on what: the state of every responsibility in every area that needs a lead (docs/model.md, the six steps)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rolemap.graph.asat import AsAt
from rolemap.graph.backing import Backing, Covers, covering
from rolemap.model import Assignment, Entry, Part, Responsibility, by_part


class State(StrEnum):
    """The state of a cell; the first that applies, in this order."""

    CONTESTED = "contested"
    VACANT = "vacant"
    CLEAR = "clear"
    PROPOSED = "proposed"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Cell:
    """One responsibility in one area, on the day of the graph.

    `needed` says whether a lead is needed there (only such cells are counted). The six parts hold ids of roles and
    organisations in force, patterns already replaced. `candidates` are the assignments that decide the cell,
    `proposed` those that would if they were agreed, `proposed_leads` whom they name. `backed` is None without leads.
    `agreements` are those in force that cover the responsibility there.
    """

    responsibility: str
    area: str
    level: str
    pillar: str
    needed: bool
    state: State
    backed: bool | None
    leads: tuple[str, ...] = ()
    accountable: tuple[str, ...] = ()
    delivers: tuple[str, ...] = ()
    contributes: tuple[str, ...] = ()
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()
    candidates: tuple[Assignment, ...] = ()
    proposed: tuple[Assignment, ...] = ()
    proposed_leads: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()

    def parties(self, part: Part) -> tuple[str, ...]:
        """Return the ids of the roles and organisations that play `part` here."""
        found: tuple[str, ...] = getattr(self, part.value)
        return found

    @property
    def sure(self) -> bool:
        """Return whether the cell is both clear and backed: what clarity counts."""
        return self.state is State.CLEAR and bool(self.backed)


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one responsibility, by area or level: by the map itself and by its catalogues."""

    own: dict[str, tuple[Assignment, ...]] = field(default_factory=dict)
    shipped: dict[str, tuple[Assignment, ...]] = field(default_factory=dict)

    def candidates(self, area: str, level: str) -> tuple[Assignment, ...]:
        """Return the assignments that decide: the map's before a catalogue's, and of the area before of its level."""
        own, shipped = self.own, self.shipped
        return own.get(area) or own.get(level) or shipped.get(area) or shipped.get(level) or ()


NOTHING = Said()


@dataclass(frozen=True, slots=True)
class _Topic:
    """A responsibility with what is said of it, `in_force` and `maybe` (proposals too), and the agreements on it."""

    view: AsAt
    responsibility: Responsibility
    in_force: Said
    maybe: Said
    backing: Backing
    covers: Covers


def decide(view: AsAt) -> tuple[Cell, ...]:
    """Return every cell that needs a lead and every other place the map itself speaks of, in the order of the map."""
    in_force, maybe = _statements(view)
    backing = Backing(view)
    cells: list[Cell] = []
    for id, responsibility in view.landscape.responsibilities.items():
        said = in_force.get(id, NOTHING), maybe.get(id, NOTHING)
        topic = _Topic(view, responsibility, *said, backing, backing.covers(id))
        needed = view.needs(responsibility)
        cells.extend(_cell(topic, area, needed=True) for area in needed)
        for area in _also_said(topic, needed):
            cell = _cell(topic, area, needed=False)
            if cell.proposed_leads or by_part(cell):
                cells.append(cell)
    return tuple(cells)


def _also_said(topic: _Topic, needed: tuple[str, ...]) -> Iterable[str]:
    """Return the areas where the map itself speaks of a responsibility although no lead is needed there."""
    view = topic.view
    counted = set(needed)
    seen: dict[str, None] = {}
    for at in [at for at in {**topic.in_force.own, **topic.maybe.own} if at not in counted]:
        areas = (at,) if at in view.landscape.areas else view.scope_at.get(at, ())
        seen.update(dict.fromkeys(area for area in areas if area not in counted))
    return seen


def _statements(view: AsAt) -> tuple[dict[str, Said], dict[str, Said]]:
    """Return what is said of each responsibility on that day: in force, and the same together with proposals."""
    now = _standing(view, Entry.in_force, view.active)
    maybe = _standing(view, Entry.within_dates, view.tentative)
    in_force = _grouped(now)
    return in_force, in_force if len(maybe) == len(now) else _grouped(maybe)


def _standing(view: AsAt, stands: Callable[[Entry, date], bool], parties: frozenset[str]) -> list[Assignment]:
    """Return the assignments that stand, with what they speak of, and that stand for one of `parties` or for no one."""
    on, landscape = view.on, view.landscape
    responsibilities = {id for id, found in landscape.responsibilities.items() if stands(found, on)}
    gone = {id for id, area in landscape.areas.items() if not stands(area, on)}
    return [
        one
        for one in landscape.assignments
        if stands(one, on) and one.responsibility in responsibilities and one.at not in gone and _somebody(one, parties)
    ]


def _somebody(assignment: Assignment, alive: frozenset[str]) -> bool:
    """Return whether the assignment still stands for anyone: one of the leads it names is in force, or it names none.

    A pattern always stands: it names no one in particular and may stand for none.
    """
    leads = assignment.leads
    if not leads or leads[0] in alive:
        return True
    return not alive.isdisjoint(leads) or any(":" in lead for lead in leads)


def _grouped(assignments: Iterable[Assignment]) -> dict[str, Said]:
    """Return the assignments by responsibility and by what they speak of."""
    lists: dict[tuple[str, str, str], list[Assignment]] = defaultdict(list)
    for one in assignments:
        lists[one.responsibility, one.catalogue, one.at].append(one)
    said: dict[str, Said] = defaultdict(Said)
    for (responsibility, catalogue, at), found in lists.items():
        (said[responsibility].shipped if catalogue else said[responsibility].own)[at] = tuple(found)
    return said


def _cell(topic: _Topic, area: str, *, needed: bool) -> Cell:
    view, responsibility = topic.view, topic.responsibility
    level = view.landscape.areas[area].level
    candidates = topic.in_force.candidates(area, level)
    parts = _parts(view, candidates, area)
    leads = parts.get(Part.LEADS, ())
    proposed, proposed_leads = _proposed(view, topic.maybe.candidates(area, level), candidates, area, leads)
    covers = covering(topic.covers, area, level) if topic.covers else []
    return Cell(
        responsibility=responsibility.id,
        area=area,
        level=level,
        pillar=responsibility.pillar,
        needed=needed,
        state=_state(view, candidates, leads, bool(proposed_leads), area),
        backed=topic.backing.backed(responsibility.law, area, leads, candidates, covers) if leads else None,
        leads=leads,
        accountable=parts.get(Part.ACCOUNTABLE, ()),
        delivers=parts.get(Part.DELIVERS, ()),
        contributes=parts.get(Part.CONTRIBUTES, ()),
        consulted=parts.get(Part.CONSULTED, ()),
        informed=parts.get(Part.INFORMED, ()),
        candidates=candidates,
        proposed=proposed,
        proposed_leads=proposed_leads,
        agreements=tuple(dict.fromkeys(agreement for agreement, _ in covers)) if covers else (),
    )


def _parts(view: AsAt, candidates: tuple[Assignment, ...], area: str) -> dict[Part, tuple[str, ...]]:
    """Return everything the candidates name under each part, without repeats."""
    if len(candidates) == 1:
        return {part: view.resolve(parties, area, view.active) for part, parties in by_part(candidates[0])}
    named: dict[Part, tuple[str, ...]] = {}
    for candidate in candidates:
        for part, parties in by_part(candidate):
            named[part] = named.get(part, ()) + parties
    return {part: view.resolve(parties, area, view.active) for part, parties in named.items()}


def _proposed(
    view: AsAt, maybe: tuple[Assignment, ...], candidates: tuple[Assignment, ...], area: str, leads: tuple[str, ...]
) -> tuple[tuple[Assignment, ...], tuple[str, ...]]:
    """Return the assignments that would name other leads if they were agreed, and whom they name."""
    if leads and maybe == candidates:
        return (), ()
    proposed = tuple(one for one in maybe if not leads or one not in candidates)
    named = tuple(party for one in proposed for party in one.leads)
    found = tuple(party for party in view.resolve(named, area, view.tentative) if party not in leads)
    return (proposed, found) if found else ((), ())


def _state(view: AsAt, candidates: tuple[Assignment, ...], leads: tuple[str, ...], proposed: bool, area: str) -> State:
    if "disputed" in [candidate.status for candidate in candidates]:
        return State.CONTESTED
    if not leads:
        return State.PROPOSED if proposed else State.GAP
    if len(leads) > 1 and not all(
        candidate.joint for candidate in candidates if view.resolve(candidate.leads, area, view.active)
    ):
        return State.CONTESTED
    return State.VACANT if view.vacant.issuperset(leads) else State.CLEAR
