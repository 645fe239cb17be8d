"""Ids that may be new names for old entries. A suggestion for people, and never taken for granted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rolemap.changes.entries import Became, EntryChange
from rolemap.graph import RoleGraph
from rolemap.model import Agreement, Area, Entry, Funding, Objective, Organisation, Responsibility, Role

ALIKE = 0.72
"""How alike two titles must be, 0 to 1, as difflib counts: "Stop smoking" and "Stop smoking services" are 0.73."""

MOST_PAIRS = 40_000
"""Above this many pairs in a section only equal codes and titles are looked at: two quite different maps."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that ended and one that is new, which may be the same under another id; `why` says what is alike."""

    section: str
    old: str
    new: str
    why: str


def suggestions(old: RoleGraph, new: RoleGraph, changes: Sequence[EntryChange]) -> tuple[Suggestion, ...]:
    """Return the likely renames, each entry in one at most, the most alike first; none that a map itself explains."""
    del old
    found: list[tuple[float, Suggestion]] = []
    for section in dict.fromkeys(one.section for one in changes):
        ended = [one for one in changes if one.section == section and one.became is Became.ENDED]
        added = [one for one in changes if one.section == section and one.became is Became.ADDED]
        quick = len(ended) * len(added) > MOST_PAIRS
        for was in ended:
            found += ((score, told) for now in added for score, told in _pair(was, now, new, quick=quick))
    taken: set[tuple[str, str, str]] = set()
    kept: list[Suggestion] = []
    for _, told in sorted(found, key=lambda one: (-one[0], one[1].section, one[1].old, one[1].new)):
        ends = {(told.section, "old", told.old), (told.section, "new", told.new)}
        if taken.isdisjoint(ends):
            taken |= ends
            kept.append(told)
    return tuple(kept)


def _pair(was: EntryChange, now: EntryChange, new: RoleGraph, *, quick: bool) -> Iterator[tuple[float, Suggestion]]:
    if was.before is None or now.after is None or was.id in getattr(new.landscape, was.section):
        return  # the new map still knows the old id, so it is not a new name for it
    if _sort(was.before) != _sort(now.after):
        return
    if _code(was.before) and _code(was.before) == _code(now.after):
        yield 2.0, Suggestion(was.section, was.id, now.id, "they have the same code")
        return
    one, other = _words(was.before), _words(now.after)
    same_place = bool(_areas(was.before) & _areas(now.after))
    alike = 1.0 if one == other else 0.0 if quick else SequenceMatcher(None, one, other).ratio()
    needs_place = isinstance(was.before, Role | Organisation)
    if alike >= ALIKE and (same_place or not needs_place):
        why = "they have the same title" if alike == 1.0 else "their titles are alike"
        yield alike + same_place / 10, Suggestion(was.section, was.id, now.id, f"{why}{_where(same_place)}")


def _where(same_place: bool) -> str:
    return " and they are in the same area" if same_place else ""


def _words(entry: Entry) -> str:
    title = getattr(entry, "title", "") or getattr(entry, "name", "")
    return re.sub(r"[^\w]+", " ", title.lower()).strip()


def _areas(entry: Entry) -> frozenset[str]:
    if isinstance(entry, Role | Organisation):
        return frozenset(entry.areas)
    if isinstance(entry, Area):
        return frozenset(entry.within)
    return frozenset({entry.area}) if isinstance(entry, Agreement) and entry.area else frozenset()


def _code(entry: Entry) -> str:
    return getattr(entry, "code", "") or getattr(entry, "ods", "")


def _sort(entry: Entry) -> str:
    """Return the sort that two entries must share: a council does not become a trust by another name."""
    match entry:
        case Organisation():
            return entry.type
        case Role():
            return entry.kind
        case Agreement():
            return entry.type
        case Area():
            return entry.level
        case Responsibility():
            return entry.pillar
        case Objective() | Funding():
            return ""
    return ""
