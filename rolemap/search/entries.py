"""What can be found: everything a map names, with the texts by which people know it, and how each text names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rolemap.findings import Finding, grouped
from rolemap.findings.themes import THEMES, theme_of
from rolemap.graph import RoleGraph
from rolemap.model import Agreement, Area, Organisation, Responsibility, Role, Term
from rolemap.search.words import initials

MOST_FINDINGS = 2_000
"""More cards of findings than these are not searched one by one; the page of findings has its own filters."""


class Kind(StrEnum):
    """The kinds of things that can be found, in the order in which they are shown where they match alike."""

    SQUARE = "square"
    RESPONSIBILITY = "responsibility"
    ROLE = "role"
    ORGANISATION = "organisation"
    PLACE = "place"
    AGREEMENT = "agreement"
    WORD = "word"
    FINDING = "finding"


class How(StrEnum):
    """How a text names an entry, from the surest to the vaguest."""

    NAME = "name"
    ALSO = "also"
    SHORT = "short"
    TAG = "tag"
    ID = "id"
    NEAR = "near"
    TEXT = "text"


WEIGHTS: dict[How, float] = {
    How.NAME: 1.0,
    How.ALSO: 0.9,
    How.SHORT: 1.1,
    How.TAG: 0.7,
    How.ID: 0.5,
    How.NEAR: 0.55,
    How.TEXT: 0.3,
}
"""How much a word counts that is found in such a text: by judgement, so that names come before mentions.

Whoever types an abbreviation means what it stands for, before anything that merely has it in its name.
"""


@dataclass(frozen=True, slots=True)
class Field:
    """A text by which an entry can be found. `meaning` is what an abbreviation stands for."""

    how: How
    text: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: `about` tells it from others of its title, `finding` is given for findings only.

    `here` says whether the map shows it on its day: some square, a body in force with any part, or anything written.
    """

    kind: Kind
    id: str
    title: str
    about: str
    fields: tuple[Field, ...]
    here: bool = True
    finding: Finding | None = None


def entries(graph: RoleGraph, findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """Return everything that can be found: on the map as at its day, and, marked so, what it knows but does not show."""
    works = {cell.responsibility for cell in graph.cells}
    areas = {cell.area for cell in graph.cells}
    return (
        *(_responsibility(graph, one, one.id in works) for one in graph.landscape.responsibilities.values()),
        *_parties(graph),
        *(_place(graph, one, one.id in areas) for one in graph.landscape.areas.values()),
        *(_agreement(graph, one) for one in graph.landscape.agreements.values()),
        *(_word(one) for one in graph.landscape.glossary.values()),
        *_findings(graph, findings),
    )


def _named(id: str, title: str) -> tuple[Field, ...]:
    return (Field(How.NAME, title), Field(How.ID, id))


def _short(*names: str) -> tuple[Field, ...]:
    return tuple(Field(How.SHORT, short, name) for name in names for short in initials(name))


def _texts(how: How, texts: Iterable[str]) -> tuple[Field, ...]:
    return tuple(Field(how, text) for text in texts if text)


def _responsibility(graph: RoleGraph, one: Responsibility, here: bool) -> Entry:
    landscape = graph.landscape
    near = (landscape.title(one.pillar), *map(landscape.title, one.also), one.domain)
    objective = landscape.objectives.get(one.objective)
    texts = (one.scope_note, one.note, one.law.reference, objective.title if objective else "")
    found = (*_texts(How.TAG, one.tags), *_texts(How.NEAR, near), *_texts(How.TEXT, texts))
    fields = (*_named(one.id, one.title), *found)
    return Entry(Kind.RESPONSIBILITY, one.id, one.title, landscape.title(one.pillar), fields, here)


def _parties(graph: RoleGraph) -> Iterator[Entry]:
    landscape, active = graph.landscape, graph.view.active
    parties = {id for one in landscape.agreements.values() for id in one.parties}
    for role in landscape.roles.values():
        yield _role(graph, role, role.id in active)
    for body in landscape.organisations.values():
        own = not body.catalogue or body.id in parties or graph.cells_of(body.id) or graph.roles_in(body.id)
        yield _organisation(graph, body, body.id in active and bool(own))


def _role(graph: RoleGraph, one: Role, here: bool) -> Entry:
    landscape = graph.landscape
    kind = landscape.role_kinds.get(one.kind)
    bodies = [landscape.title(id) for id in one.organisations]
    also = (kind.title, *kind.also_known_as) if kind else ()
    near = (*bodies, *(landscape.title(area) for area in one.areas), one.holder)
    fields = (
        *_named(one.id, one.title),
        *_texts(How.ALSO, also),
        *_short(one.title, *also),
        *_texts(How.NEAR, near),
        *_texts(How.TAG, one.tags),
        *_texts(How.TEXT, (one.note,)),
    )
    return Entry(Kind.ROLE, one.id, one.title, ", ".join(bodies), fields, here)


def _organisation(graph: RoleGraph, one: Organisation, here: bool) -> Entry:
    landscape = graph.landscape
    types = [landscape.organisation_types[id].name for id in (one.type,) if id in landscape.organisation_types]
    near = (*types, *(landscape.title(area) for area in one.areas))
    fields = (
        *_named(one.id, one.name),
        *_short(one.name, *types),
        *_texts(How.ID, (one.code, one.ods)),
        *_texts(How.NEAR, near),
        *_texts(How.TAG, one.tags),
        *_texts(How.TEXT, (one.note,)),
    )
    return Entry(Kind.ORGANISATION, one.id, one.name, ", ".join(types), fields, here)


def _place(graph: RoleGraph, one: Area, here: bool) -> Entry:
    level = graph.landscape.title(one.level)
    around = tuple(map(graph.landscape.title, one.within))
    near = (*_texts(How.NEAR, (level, *around)), *_texts(How.ID, (one.code, one.ods)))
    return Entry(Kind.PLACE, one.id, one.name, level, (*_named(one.id, one.name), *near), here)


def _agreement(graph: RoleGraph, one: Agreement) -> Entry:
    landscape = graph.landscape
    types = [landscape.agreement_types[id].name for id in (one.type,) if id in landscape.agreement_types]
    parties = [landscape.title(party) for party in one.parties]
    covered = [landscape.title(cover.responsibility) for cover in one.covers]
    fields = (
        *_named(one.id, one.title),
        *_texts(How.ALSO, types),
        *_short(*types),
        *_texts(How.NEAR, (*parties, landscape.title(one.area))),
        *_texts(How.TEXT, (*covered, one.purpose, one.note)),
    )
    return Entry(Kind.AGREEMENT, one.id, one.title, ", ".join((*types, *parties[:3])), fields)


def _word(one: Term) -> Entry:
    title = one.title or one.id
    texts = (*(each.text for each in one.definitions), one.why_it_matters)
    fields = (*_named(one.id, title), *_short(title), *_texts(How.TEXT, texts))
    return Entry(Kind.WORD, one.id, title, "contested" if one.contested else "", fields)


def _findings(graph: RoleGraph, findings: Iterable[Finding]) -> Iterator[Entry]:
    open_ones = [one for one in findings if one.accepted is None]
    for group in grouped(graph, open_ones)[:MOST_FINDINGS]:
        one = group.first
        fields = (
            Field(How.TEXT, group.message),
            *_texts(How.NEAR, (one.name, one.code)),
            *_texts(How.TEXT, (one.question,)),
        )
        theme = THEMES.get(theme_of(one.code), "")
        yield Entry(Kind.FINDING, one.id, group.message, theme, fields, finding=one)
