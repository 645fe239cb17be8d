"""What a rule is: its text (which is its page), its settings and one generator that notices things."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from rolemap.changes import LooseEnd
from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.graph import Cell, RoleGraph
from rolemap.model import Assignment, Entry


@dataclass(frozen=True, slots=True)
class Setting:
    """A threshold people may change in their map: its default and what it means, with its unit."""

    default: float
    meaning: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a check may look at: the graph, its rule's settings by name, and the ids found by the rules before it.

    `loose` is what changes left loose, of a map that is looked at after changes. `names` are those of the rules by code.
    """

    graph: RoleGraph
    settings: Mapping[str, float] = field(default_factory=dict)
    earlier: frozenset[str] = frozenset()
    loose: tuple[LooseEnd, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing rolemap notices. The texts are plain sentences and become its page in docs/rules/.

    `origin` says where the rule comes from: L (responsibility-matrix literature), K (King's Fund findings),
    S (English law and governance practice), N (ours). `example` is a whole small map that raises the rule; where only
    changes do, `changes` is a change set to apply to it.
    """

    code: str
    name: str
    severity: Severity
    confidence: Confidence
    origin: str
    looks_for: str
    why: str
    example: str
    settle: str
    not_when: str
    question: str
    check: Callable[[Evidence], Iterator[Noticed]]
    settings: Mapping[str, Setting] = field(default_factory=dict)
    changes: str = ""

    @property
    def theme(self) -> str:
        """Return the first letters of the code, which name the rule's theme (GAP, OVL, AGR, ACC, LOAD, DEF, CHG, DEC)."""
        return self.code.rstrip("0123456789")


def places_of(cell: Cell, note: str, entry: Entry) -> tuple[Place, ...]:
    """Return the places of the assignments that decide a cell, each with `note`; where there are none, that of `entry`."""
    found = tuple(Place(candidate.place, note) for candidate in cell.candidates)
    return found or (Place(entry.place, note),)


def said_locally(cell: Cell) -> bool:
    """Return whether the map itself, and not a catalogue's statutory baseline, decides the cell: never both do."""
    return bool(cell.candidates) and not cell.candidates[0].catalogue


def place(entry: Entry | Assignment, note: str) -> Place:
    """Return the place of an entry with a few words on why it matters."""
    return Place(entry.place, note)
