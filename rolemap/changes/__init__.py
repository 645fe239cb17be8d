"""Change sets: what a map would be after a merger, an abolition, a new agreement; and how two maps differ."""

from rolemap.changes.apply import Applied, apply
from rolemap.changes.check import Unfit, unfit
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
)

__all__ = [
    "Agree",
    "Applied",
    "Assign",
    "Body",
    "ChangeSet",
    "LooseEnd",
    "Merge",
    "Move",
    "Operation",
    "Remove",
    "Set",
    "Split",
    "Unassign",
    "Unfit",
    "Vacate",
    "apply",
    "loose_ends",
    "unfit",
]
