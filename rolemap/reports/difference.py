"""How two graphs differ, in sentences that a board member understands, grouped by what matters: content, no format."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rolemap.changes import CellChange, Comparison
from rolemap.model.words import counted, day, listed, namer, percent
from rolemap.reports.difference_cells import Name, clause
from rolemap.reports.difference_entries import entry_lines
from rolemap.reports.difference_needs import tie

MOST_AREAS = 5
"""How many areas a sentence names before it counts the rest."""

TOLD = 5
"""From how many things a group tells their number."""

TITLES: Mapping[CellChange, str] = {
    CellChange.OPENED: "No lead any more",
    CellChange.LAPSED: "No lead any more, and no body of the right kind is left to lead",
    CellChange.CONTESTED: "Contested now",
    CellChange.VACANT: "The lead is vacant now",
    CellChange.NEEDED: "A lead is needed now, and there is none",
    CellChange.PROPOSAL_GONE: "The only lead was proposed, and is no longer",
    CellChange.CLEARED: "Clear now",
    CellChange.MOVED: "Led by others now",
    CellChange.PASSED: "Led by the body that follows",
    CellChange.LOST_BACKING: "Rests on no law or agreement any more",
    CellChange.GAINED_BACKING: "Rests on law or agreement now",
    CellChange.PROPOSED: "A lead is proposed now",
    CellChange.NEEDED_AND_LED: "A lead is needed now, and there is one",
    CellChange.NOT_NEEDED: "No lead is asked for any more",
    CellChange.PARTS: "The same lead, and others who help",
}
"""What each kind of difference is called, what matters most first."""

MATTERS_MOST = (
    CellChange.OPENED,
    CellChange.LAPSED,
    CellChange.CONTESTED,
    CellChange.VACANT,
    CellChange.NEEDED,
    CellChange.PROPOSAL_GONE,
)
"""The kinds that are shown before agreements that break."""


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences under a few words they share ("NHS Northshire led"), or under none.

    `number` is how many things they are about; several may share a sentence.
    """

    head: str
    lines: tuple[str, ...]
    number: int

    @property
    def heading(self) -> str:
        """Return the head, with its number where that is more than can be seen at a glance; or nothing."""
        return f"{self.head} ({self.number:,})" if self.head and self.number >= TOLD else self.head


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its sentences in groups, and how many things they are about (several may share a sentence)."""

    key: str
    title: str
    number: int
    groups: tuple[Group, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Return every sentence, whatever its group."""
        return tuple(line for group in self.groups for line in group.lines)


def sections(comparison: Comparison) -> tuple[Section, ...]:
    """Return the story of a comparison: the sections that have anything to say, what matters most first."""
    name = names(comparison)
    return tuple(section for section in _sections(comparison, name) if section.lines)


def names(comparison: Comparison) -> Name:
    """Return a function from an id to the name people know, as the new map has it, or else the old one.

    Posts that a merger brings under one name (two directors of one council) keep the names they had, bodies included.
    """
    new, old = namer(comparison.new.landscape), namer(comparison.old.landscape)
    moved = [one.id for one in comparison.entries if one.section == "roles" and "organisations" in one.fields]
    shared = Counter(map(new, moved))
    twins = {id for id in moved if shared[new(id)] > 1}

    def name(id: str) -> str:
        found = new(id)
        return found if found != id and id not in twins else old(id)

    return name


def in_short(comparison: Comparison) -> tuple[str, ...]:
    """Return what differs as a few sentences with counts; one sentence where nothing does."""
    if not comparison:
        return ("Nothing differs.",)
    opened = len(comparison.of(CellChange.OPENED, CellChange.LAPSED))
    said = [
        f"{len(found):,} {one if len(found) == 1 else many}"
        for one, many, found in (
            ("becomes contested", "become contested", comparison.of(CellChange.CONTESTED)),
            ("has a vacant lead", "have a vacant lead", comparison.of(CellChange.VACANT)),
            ("becomes clear", "become clear", comparison.of(CellChange.CLEARED)),
            ("has another lead", "have other leads", comparison.of(CellChange.MOVED)),
            ("passes to the body that follows", "pass to the body that follows", comparison.of(CellChange.PASSED)),
            ("needs a lead and has none", "need a lead and have none", comparison.of(CellChange.NEEDED)),
            ("is only assumed now", "are only assumed now", comparison.of(CellChange.LOST_BACKING)),
            ("rests on law or agreement now", "rest on law or agreement now", comparison.of(CellChange.GAINED_BACKING)),
            ("needs no lead any more", "need no lead any more", comparison.of(CellChange.NOT_NEEDED)),
        )
        if found
    ]
    where = "Of the responsibilities in each area"
    first = f"{where}, {opened:,} {'has' if opened == 1 else 'have'} no lead any more." if opened else ""
    rest = f"{'Of the others' if opened else where}, {listed(said, len(said))}." if said else ""
    changed = tuple(filter(None, (first, rest))) or ("No responsibility has another lead or state.",)
    number = len(comparison.broken)
    verb = "has" if number == 1 else "have"
    broken = (f"{counted(number, 'agreement')} in use {verb} a party that has gone.",) if number else ()
    tied = tie(comparison)
    return (*changed, *broken, clarity(comparison), *([tied] if tied else ()))


def clarity(comparison: Comparison) -> str:
    """Return how much was and is both clear and backed, with the counts."""
    before, after = comparison.before, comparison.after

    def share(part: int, whole: int) -> str:
        return f"{part:,} of {whole:,} ({percent(part, whole)}%)" if whole else "none needed"

    return (
        f"Clear and resting on law or agreement: {share(before.backed, before.cells)} before, "
        f"{share(after.backed, after.cells)} after."
    )


def _sections(comparison: Comparison, name: Name) -> Iterator[Section]:
    for change in MATTERS_MOST:
        yield _cells(comparison, change, name)
    yield _broken(comparison, name)
    for change in TITLES:
        if change not in MATTERS_MOST:
            yield _cells(comparison, change, name)
    yield _plain("agreements", "Agreements", entry_lines(comparison, ("agreements",), name))
    yield _plain("parties", "Organisations and posts", entry_lines(comparison, ("organisations", "roles"), name))
    others = ("responsibilities", "areas", "objectives", "funding")
    yield _plain("others", "Responsibilities, areas, objectives and money", entry_lines(comparison, others, name))
    grown = (load for load in comparison.loads if load.after > load.before)
    lines = (f"{name(load.party)} leads on {load.after:,} instead of {load.before:,}." for load in grown)
    yield _plain("loads", "More to lead on", lines)
    lines = (
        f"{name(one.old)} ({one.old}) may be {name(one.new)} ({one.new}): {one.why}." for one in comparison.suggestions
    )
    yield _plain("suggestions", "Perhaps the same under another id", lines)


def _broken(comparison: Comparison, name: Name) -> Section:
    by_party: dict[str, list[str]] = defaultdict(list)
    for one in comparison.broken:
        verb = "has" if len(one.parties) == 1 else "have"
        rest = f", which covers {counted(one.covers, 'lead')} on the map" if one.covers else ""
        by_party[f"{listed(map(name, one.parties))} {verb} gone"].append(f"“{name(one.agreement)}”{rest}.")
    groups = tuple(Group(head, tuple(lines), len(lines)) for head, lines in by_party.items())
    return Section("broken", "Agreements in use with a party that has gone", len(comparison.broken), groups)


def _plain(key: str, title: str, lines: Iterable[str]) -> Section:
    found = tuple(lines)
    return Section(key, title, len(found), (Group("", found, len(found)),))


def _cells(comparison: Comparison, change: CellChange, name: Name) -> Section:
    """Return a section on responsibilities in areas: grouped by who led, areas that share the rest in one sentence."""
    found = comparison.of(change)
    grouped: dict[str, dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in found:
        said = clause(one, name)
        grouped[said.head][one.responsibility, said.rest].append(name(one.area))
    groups = (
        Group(
            head,
            tuple(_line(name(work), rest, areas) for (work, rest), areas in lines.items()),
            sum(map(len, lines.values())),
        )
        for head, lines in grouped.items()
    )
    largest_first = sorted(groups, key=lambda group: (-len(group.lines), group.head))
    return Section(change.value, TITLES[change], len(found), tuple(largest_first))


def _line(work: str, rest: str, areas: list[str]) -> str:
    return f"{work} in {listed(areas, MOST_AREAS)}" + (f": {rest}." if rest else ".")


def as_at(comparison: Comparison) -> str:
    """Return which maps and days are compared, in one sentence."""
    old, new = comparison.old, comparison.new
    one, other = old.landscape.info.title or "the old map", new.landscape.info.title or "the new map"
    if one == other:
        when = day(old.on) if old.on == new.on else f"{day(old.on)} and {day(new.on)}"
        return f"{one}, as at {when}"
    return f"{one} as at {day(old.on)}, and {other} as at {day(new.on)}"
