"""Who leads on what: the state of every responsibility in every area that needs a lead (docs/model.md, the six steps)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from rolemap.graph.asat import AsAt
from rolemap.graph.backing import Backing
from rolemap.model import Assignment, Part


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


Said = dict[tuple[str, str], tuple[Assignment, ...]]
"""(responsibility id, area or level id) -> the assignments that say something of it."""


@dataclass(frozen=True, slots=True)
class Statements:
    """Assignments by what they speak of: the map's own before those of its catalogues."""

    own: Said = field(default_factory=dict)
    shipped: Said = field(default_factory=dict)

    def candidates(self, responsibility: str, area: str, level: str) -> tuple[Assignment, ...]:
        """Return the assignments that decide: the map's before a catalogue's, and of the area before of its level."""
        for said in (self.own, self.shipped):
            found = said.get((responsibility, area)) or said.get((responsibility, level))
            if found:
                return found
        return ()


def decide(view: AsAt) -> tuple[Cell, ...]:
    """Return every cell that needs a lead and every other place the map itself speaks of, in the order of the map."""
    in_force = _statements(view, proposed=False)
    tentative = _statements(view, proposed=True)
    backing = Backing(view)
    cells = []
    for responsibility in view.landscape.responsibilities.values():
        needed = view.needs(responsibility)
        seen = set(needed)
        for area in needed:
            cells.append(_cell(view, in_force, tentative, backing, (responsibility.id, area, True)))
        for area in _also_said(view, in_force, tentative, responsibility.id):
            if area not in seen:
                seen.add(area)
                cell = _cell(view, in_force, tentative, backing, (responsibility.id, area, False))
                if cell.proposed_leads or any(cell.parties(part) for part in Part):
                    cells.append(cell)
    return tuple(cells)


def _also_said(view: AsAt, in_force: Statements, tentative: Statements, responsibility: str) -> Iterator[str]:
    """Yield the areas where the map itself speaks of a responsibility, whether or not a lead is needed there."""
    areas = view.landscape.areas
    for statements in (in_force, tentative):
        for at in statements.own.get((responsibility, ""), ()):
            if at.at in areas:
                yield at.at
            else:
                yield from view.scope_at.get(at.at, ())


def _statements(view: AsAt, *, proposed: bool) -> Statements:
    """Return what is said on that day: in force, or (`proposed`) in force and proposed together.

    The entry (responsibility, "") lists all the map's own assignments of a responsibility.
    """
    own: dict[tuple[str, str], list[Assignment]] = defaultdict(list)
    shipped: dict[tuple[str, str], list[Assignment]] = defaultdict(list)
    for assignment in view.landscape.assignments:
        if _stands(view, assignment, proposed=proposed):
            if assignment.catalogue:
                shipped[assignment.responsibility, assignment.at].append(assignment)
            else:
                own[assignment.responsibility, assignment.at].append(assignment)
                own[assignment.responsibility, ""].append(assignment)
    return Statements(_frozen(own.items()), _frozen(shipped.items()))


def _frozen(said: Iterable[tuple[tuple[str, str], list[Assignment]]]) -> Said:
    return {key: tuple(assignments) for key, assignments in said}


def _stands(view: AsAt, assignment: Assignment, *, proposed: bool) -> bool:
    """Return whether an assignment is in force (docs/model.md, step 1), or would be if proposals were agreed."""
    on = view.on
    area = view.landscape.areas.get(assignment.at)
    if proposed:
        dated = assignment.within_dates(on)
        dated = dated and view.landscape.responsibilities[assignment.responsibility].within_dates(on)
        return dated and (area is None or area.within_dates(on)) and _somebody(assignment, view.tentative)
    return (
        assignment.in_force(on)
        and view.landscape.responsibilities[assignment.responsibility].in_force(on)
        and (area is None or area.in_force(on))
        and _somebody(assignment, view.active)
    )


def _somebody(assignment: Assignment, alive: frozenset[str]) -> bool:
    """Return whether the assignment still stands for anyone: one of the leads it names is in force, or it names none.

    A pattern always stands: it names no one in particular and may stand for none.
    """
    leads = assignment.leads
    return not leads or any(lead in alive or ":" in lead for lead in leads)


def _cell(
    view: AsAt, in_force: Statements, tentative: Statements, backing: Backing, where: tuple[str, str, bool]
) -> Cell:
    responsibility, area, needed = where
    level = view.landscape.areas[area].level
    candidates = in_force.candidates(responsibility, area, level)
    parts = {part: _together(view, candidates, part, area) for part in Part}
    leads = parts[Part.LEADS]
    proposed: tuple[Assignment, ...] = ()
    proposed_leads: tuple[str, ...] = ()
    maybe = tentative.candidates(responsibility, area, level)
    if maybe != candidates or not leads:
        proposed = tuple(one for one in maybe if one not in candidates or not leads)
        proposed_leads = _proposed_leads(view, proposed, area, leads)
    return Cell(
        responsibility=responsibility,
        area=area,
        level=level,
        pillar=view.landscape.responsibilities[responsibility].pillar,
        needed=needed,
        state=_state(view, candidates, leads, bool(proposed_leads), area),
        backed=backing.backed(responsibility, area, leads, candidates) if leads else None,
        leads=leads,
        accountable=parts[Part.ACCOUNTABLE],
        delivers=parts[Part.DELIVERS],
        contributes=parts[Part.CONTRIBUTES],
        consulted=parts[Part.CONSULTED],
        informed=parts[Part.INFORMED],
        candidates=candidates,
        proposed=proposed if proposed_leads else (),
        proposed_leads=proposed_leads,
        agreements=backing.covering(responsibility, area),
    )


def _together(view: AsAt, candidates: tuple[Assignment, ...], part: Part, area: str) -> tuple[str, ...]:
    """Return everything the candidates name under `part`, without repeats."""
    named = [party for candidate in candidates for party in candidate.parties(part)]
    return view.resolve(named, area, view.active) if named else ()


def _proposed_leads(view: AsAt, proposed: tuple[Assignment, ...], area: str, leads: tuple[str, ...]) -> tuple[str, ...]:
    named = [party for one in proposed for party in one.leads]
    found = view.resolve(named, area, view.tentative) if named else ()
    return tuple(party for party in found if party not in leads)


def _state(view: AsAt, candidates: tuple[Assignment, ...], leads: tuple[str, ...], proposed: bool, area: str) -> State:
    if any(candidate.status == "disputed" for candidate in candidates):
        return State.CONTESTED
    if not leads:
        return State.PROPOSED if proposed else State.GAP
    if len(leads) > 1 and not all(
        candidate.joint for candidate in candidates if view.resolve(candidate.leads, area, view.active)
    ):
        return State.CONTESTED
    roles = view.landscape.roles
    if all(lead in roles and roles[lead].vacant for lead in leads):
        return State.VACANT
    return State.CLEAR
