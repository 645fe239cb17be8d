"""Change sets: what a map would be after a merger, an abolition, a new agreement; and how two maps differ."""

from rolemap.changes.apply import Applied, apply
from rolemap.changes.called import called, id_of
from rolemap.changes.check import ended_twice, unfit
from rolemap.changes.compare import Broken, CellChange, CellDifference, Comparison, Load, compare
from rolemap.changes.describe import describe, loose_end_said
from rolemap.changes.entries import Became, EntryChange
from rolemap.changes.loose import LooseEnd, loose_ends
from rolemap.changes.operations import (
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
    all_begun,
)
from rolemap.changes.renames import Suggestion
from rolemap.changes.unfit import Unfit

__all__ = [
    "Agree",
    "Applied",
    "Assign",
    "Became",
    "Body",
    "Broken",
    "CellChange",
    "CellDifference",
    "ChangeSet",
    "Comparison",
    "EntryChange",
    "Load",
    "LooseEnd",
    "Merge",
    "Move",
    "Operation",
    "Remove",
    "Set",
    "Split",
    "Suggestion",
    "Unassign",
    "Unfit",
    "Vacate",
    "all_begun",
    "apply",
    "called",
    "compare",
    "describe",
    "ended_twice",
    "id_of",
    "loose_end_said",
    "loose_ends",
    "unfit",
]
