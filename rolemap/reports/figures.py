"""What a report is asked to be about, and its figures, counted once for every kind and format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain

from rolemap import __version__
from rolemap.changes import ChangeSet, describe
from rolemap.changes.describe import STATUS
from rolemap.findings import Finding, Group, Severity, grouped
from rolemap.findings.themes import THEMES, theme_of
from rolemap.findings.words import day, listed
from rolemap.graph import Cell, RoleGraph, Wanted
from rolemap.model import Landscape, in_order
from rolemap.pictures.palette import STATES, state_key
from rolemap.pipeline import Analysis
from rolemap.reports.blocks import Block, Callout, Document, Run, Tone
from rolemap.reports.by_itself import Then, by_itself
from rolemap.reports.digest import SHOWN, digest
from rolemap.reports.numbering import numbered

COUNTED = tuple(key for key in STATES if key != "not-needed")
"""The states of places that need a lead, from settled to open."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A group of findings with its number in reports: G1 is the first gap. The number is the same in every kind."""

    number: str
    group: Group


@dataclass(frozen=True)
class Figures:
    """An analysis narrowed to what a report is about. `about` is the id of a role, organisation or agreement, or empty.

    `earlier` is an analysis of the map as it was, for what has changed since. `bulk` says whether tables for other tools
    are wanted, which are most of a report in size. `left_out` names sections that are not wanted (`content.Kind.sections`).
    `tried` are the change sets that were tried on the map: a report says so wherever it says which map it is of.
    `untried` is the map without them, so that what they change is called as it was and what comes by itself is told
    apart, from `today` on if that is given.
    """

    analysis: Analysis
    wanted: Wanted = field(default_factory=Wanted)
    about: str = ""
    earlier: Analysis | None = None
    bulk: bool = True
    left_out: frozenset[str] = frozenset()
    tried: tuple[ChangeSet, ...] = ()
    untried: Landscape | None = None
    today: date | None = None

    @property
    def graph(self) -> RoleGraph:
        """Return the graph."""
        return self.analysis.graph

    @property
    def landscape(self) -> Landscape:
        """Return the landscape."""
        return self.analysis.landscape

    @cached_property
    def digest(self) -> str:
        """Return the digest of the map (see `digest`)."""
        return digest(self.landscape)

    @cached_property
    def source_numbers(self) -> dict[str, str]:
        """Return the number of each of the map's own sources in reports: S1 is the first."""
        own = (id for id, one in self.landscape.sources.items() if not one.catalogue)
        return {id: f"S{number}" for number, id in enumerate(own, 1)}

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Return every place the report is about, also those that need no lead."""
        keeps, responsibilities = self.wanted.keeps, self.landscape.responsibilities
        return tuple(one for one in self.graph.cells if keeps(one, responsibilities[one.responsibility].also))

    @cached_property
    def needed(self) -> tuple[Cell, ...]:
        """Return the places that need a lead: what is counted."""
        return tuple(cell for cell in self.cells if cell.needed)

    @cached_property
    def levels(self) -> tuple[str, ...]:
        """Return the levels that have any place the report is about, widest first."""
        return in_order(self.landscape.levels, {cell.level for cell in self.cells})

    @cached_property
    def pillars(self) -> tuple[str, ...]:
        """Return the pillars that have any place the report is about, in their order; empty text for none."""
        return in_order(self.landscape.pillars, {cell.pillar for cell in self.cells})

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Return the open findings the report is about."""
        return tuple(one for one in self.analysis.findings if one.accepted is None and self.concerns(one))

    @cached_property
    def accepted(self) -> tuple[Finding, ...]:
        """Return the findings people decided to live with."""
        return tuple(one for one in self.analysis.findings if one.accepted is not None and self.concerns(one))

    @cached_property
    def groups(self) -> tuple[Numbered, ...]:
        """Return the open findings as groups with their numbers: by theme, and what matters most first."""
        found = grouped(self.graph, self.findings)
        themes = list(THEMES)
        ranked = sorted(found, key=lambda one: (themes.index(theme_of(one.first.code)), one.first.severity.rank))
        counts: Counter[str] = Counter()
        numbered_groups = []
        for group in ranked:
            letter = _LETTERS[theme_of(group.first.code)]
            counts[letter] += 1
            numbered_groups.append(Numbered(f"{letter}{counts[letter]}", group))
        return tuple(numbered_groups)

    def themed(self, *themes: str) -> tuple[Numbered, ...]:
        """Return the groups of some themes (GAP, OVL, ...)."""
        return tuple(one for one in self.groups if theme_of(one.group.first.code) in themes)

    def urgent(self) -> tuple[Numbered, ...]:
        """Return the groups that need a decision."""
        return tuple(one for one in self.groups if one.group.first.severity is Severity.ERROR)

    def concerns(self, finding: Finding) -> bool:
        """Return whether a finding is within what the report is about; one of no place only where nothing is left out."""
        wanted = self.wanted
        pillars = {finding.pillar}
        if finding.responsibility in self.landscape.responsibilities:
            pillars.update(self.landscape.responsibilities[finding.responsibility].also)
        return (
            (not wanted.levels or finding.level in wanted.levels)
            and (not wanted.areas or finding.area in wanted.areas)
            and (not wanted.pillars or not wanted.pillars.isdisjoint(pillars))
        )

    @property
    def map_title(self) -> str:
        """Return what the map is called."""
        return self.landscape.info.name

    @property
    def narrowed(self) -> str:
        """Return in words what the report is narrowed to ("Place; Easton"); empty where it is about the whole map."""
        wanted, title = self.wanted, self.landscape.title
        chosen = [*sorted(wanted.levels), *sorted(wanted.areas), *sorted(wanted.pillars)]
        return listed((title(id) for id in chosen), 12)


MOST_TOLD = 12
"""How many operations of a change set a report tells; the change set has them all."""

HOW_REAL = {"law": "law", "proposal": "a proposal", "scenario": "a what-if"}
"""How real a change set is, in a word or two."""


def _tried(figures: Figures) -> str:
    """Return in words which changes were tried ("with “A merger” (a proposal)"); empty where none were."""
    names = [f"{f'“{one.title}”' if one.title else 'changes'} ({HOW_REAL[one.status]})" for one in figures.tried]
    return f"with {listed(names, 4)}" if names else ""


def what_was_tried(figures: Figures) -> Iterator[Block]:
    """Yield a box for each change set that was tried: how real it is, from when, what it does; and one for what does not."""
    for one in figures.tried:
        begins = one.begins(figures.graph.on)
        begun = begins <= figures.graph.on
        said = describe(figures.landscape, one, figures.graph.on, figures.untried) if begun else ()
        more = f" And {len(said) - MOST_TOLD:,} more." if len(said) > MOST_TOLD else ""
        told = f"{' '.join(said[:MOST_TOLD])}{more}" or "Nothing of this has begun by the date of the report."
        title = f"With changes tried: {one.title or 'no title'}, from {day(begins)}"
        yield Callout(Tone.ATTENTION, title, (Run(f"{STATUS[one.status]} {told}"),))
    if figures.tried and figures.untried is not None and not figures.about:
        yield _by_itself(figures, figures.untried)


def _by_itself(figures: Figures, untried: Landscape) -> Block:
    """Return a box with the figures without the changes, on the day of the report and, if that is earlier, today."""
    today, on = figures.today, figures.graph.on
    earlier = Then.of(untried, today, figures.wanted) if today is not None and today < on else None
    return by_itself(earlier, Then.of(untried, on, figures.wanted), figures.needed)


_LETTERS = {"GAP": "G", "OVL": "O", "AGR": "A", "ACC": "C", "LOAD": "L", "DEF": "W", "DEC": "D", "CHG": "E"}
"""The letter of each theme in the numbers of findings."""


def states_of(cells: Iterable[Cell]) -> dict[str, int]:
    """Return how many of the places are in each state, in the order of the palette, every counted state included."""
    found = Counter(state_key(cell) for cell in cells)
    return {key: found[key] for key in COUNTED}


def document(figures: Figures, kind: str, title: str, blocks: Iterable[Block], *, contents: bool = True) -> Document:
    """Return the document around some blocks: numbered, dated, with the digest of the map and where it comes from."""
    short = figures.digest[:SHOWN]
    on = figures.graph.on
    own = figures.map_title if title != figures.map_title else ""
    tried = ", with changes tried on it" if figures.tried else ""
    return Document(
        title=title,
        subtitle=" · ".join(filter(None, (own, _tried(figures), figures.narrowed))),
        kind=kind,
        on=on,
        digest=short,
        provenance=(
            f"{figures.map_title}{tried}, as at {day(on)}. Made with rolemap {__version__}; digest of the map {short}."
        ),
        map_title=figures.map_title,
        blocks=numbered(chain(what_was_tried(figures), blocks), headings=contents),
        contents=contents,
    )
