"""What became of a responsibility in an area, in a clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rolemap.changes import CellChange, CellDifference
from rolemap.model.words import listed

Name = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Clause:
    """What is said besides the responsibility and the area: `head` is shared by many, `rest` is its own."""

    head: str = ""
    rest: str = ""


def clause(one: CellDifference, name: Name) -> Clause:
    """Return what is to be said of a difference besides the responsibility and the area."""
    before = one.before.leads if one.before else ()
    after = one.after.leads if one.after else ()
    proposed = _named(one.after.proposed_leads if one.after else (), name)
    match one.change:
        case CellChange.OPENED | CellChange.LAPSED:
            return Clause(_led(before, name), f"{proposed} would lead, if that is agreed" if proposed else "")
        case CellChange.CONTESTED:
            if len(after) > 1:
                return Clause(f"{_named(after, name)} are each named as the lead, until one is chosen")
            return Clause("", f"that {_named(after, name) or 'nobody'} leads is disputed")
        case CellChange.VACANT:
            return Clause(f"{_named(after, name)} is vacant")
        case CellChange.MOVED:
            return _moved(one, name)
        case CellChange.PASSED:
            gone, new = set(before) - set(after), set(after) - set(before)
            verb = "becomes" if len(gone) == 1 else "become"
            return Clause(f"{_named(gone, name)} {verb} {_named(new, name)}", _unbacked(one))
        case CellChange.CLEARED:
            return Clause("", f"{_leads(after, name)}; {_was(one)}")
        case CellChange.PROPOSED:
            return Clause("", proposed)
        case CellChange.PROPOSAL_GONE:
            return Clause("", f"{_named(one.before.proposed_leads if one.before else (), name)} was proposed")
        case CellChange.PARTS | CellChange.NEEDED:
            return Clause()
        case CellChange.NOT_NEEDED:
            return Clause(_led(before, name) or "Nobody led")
        case _:
            return Clause("", _leads(after, name))


def _moved(one: CellDifference, name: Name) -> Clause:
    before, after = (set(cell.leads) if cell else set() for cell in (one.before, one.after))
    lost = _named(before - after, name)
    verb = "leads" if len(before - after) == 1 else "lead"
    head = f"{lost} no longer {verb}" if lost else "Others lead as well"
    rest = _leads(after, name) + (" alone" if after < before and len(after) == 1 else "")
    return Clause(head, "; ".join(filter(None, (rest, _unbacked(one)))))


def _unbacked(one: CellDifference) -> str:
    return "it rests on no law or agreement any more" if one.lost_backing else ""


def _was(one: CellDifference) -> str:
    words = {"gap": "nobody did", "contested": "it was contested", "vacant": "the lead was vacant"}
    return words.get(one.before.state.value if one.before else "gap", "a lead was only proposed")


def _led(ids: Iterable[str], name: Name) -> str:
    found = _named(ids, name)
    return f"{found} led" if found else ""


def _leads(ids: Iterable[str], name: Name) -> str:
    found = tuple(ids)
    return f"{_named(found, name)} {'leads' if len(found) == 1 else 'lead'}"


def _named(ids: Iterable[str], name: Name) -> str:
    return listed(sorted(map(name, ids)), 4)
