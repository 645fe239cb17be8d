"""Where the need for a lead came or went between two graphs: what ties the counts of both sides together."""

from __future__ import annotations

from dataclasses import dataclass

from rolemap.changes import CellChange, CellDifference, Comparison
from rolemap.graph import Cell


@dataclass(frozen=True, slots=True)
class Needs:
    """The squares that are counted on one side only.

    `lapsed` had a lead, and no body of the right kind is left there; `ended` need no lead any more for another reason;
    `begun` need a lead that did not.
    """

    lapsed: tuple[CellDifference, ...]
    ended: tuple[CellDifference, ...]
    begun: tuple[CellDifference, ...]

    def __bool__(self) -> bool:
        """Return whether a square is counted on one side only."""
        return bool(self.lapsed or self.ended or self.begun)


def needs(comparison: Comparison) -> Needs:
    """Return the squares that are counted on one side only: those gone and new together make the difference of the totals."""
    gone = [one for one in comparison.cells if _needed(one.before) and not _needed(one.after)]
    return Needs(
        tuple(one for one in gone if one.change is CellChange.LAPSED),
        tuple(one for one in gone if one.change is not CellChange.LAPSED),
        tuple(one for one in comparison.cells if _needed(one.after) and not _needed(one.before)),
    )


def _needed(cell: Cell | None) -> bool:
    return cell is not None and cell.needed


def tie(comparison: Comparison) -> str:
    """Return in a sentence why the two totals differ; empty where every square is counted on both sides."""
    found = needs(comparison)
    if not found:
        return ""
    before, after = comparison.before.cells, comparison.after.cells
    parts = []
    if found.lapsed:
        one = len(found.lapsed) == 1
        parts.append(
            f"{len(found.lapsed):,} that had a lead {'is' if one else 'are'} no longer counted, not even as a gap, because no "
            "body of the right kind is left there"
        )
    if found.ended:
        one = len(found.ended) == 1
        led = sum(bool(each.before and each.before.leads) for each in found.ended)
        who = f" ({led:,} of them had a lead)" if led else " (nobody led)"
        parts.append(f"{len(found.ended):,} {'needs' if one else 'need'} none any more{who}")
    if found.begun:
        one = len(found.begun) == 1
        parts.append(f"{len(found.begun):,} {'needs' if one else 'need'} one now and did not")
    how = (
        f"{before:,} needed a lead before and {after:,} after"
        if before != after
        else f"{after:,} need a lead, as before"
    )
    return f"{how}: {'; '.join(parts)}."
