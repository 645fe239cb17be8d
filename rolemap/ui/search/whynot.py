"""Why something is not shown: which filter hides it, or what the map says; and what to take away so that it is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, fields, replace

from rolemap.graph import Cell, RoleGraph
from rolemap.pictures.palette import state_key
from rolemap.search import Kind
from rolemap.ui.filters import Filters, domain_name, matching
from rolemap.ui.search.absent import Reason, Subject, absent
from rolemap.ui.words import count, word

NAMES = {
    "pillars": "Pillar",
    "levels": "Level",
    "areas": "Area",
    "states": "State",
    "organisations": "Organisation with any part",
    "domains": "Domain",
    "statutory": "Statutory responsibilities only",
    "differ": "Only where places differ",
    "text": "Filter by words",
}
"""The fields of `Filters` by the names people see."""

NOTHING = Filters()


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether something is shown, in a sentence, and why it, or a part of it, is not.

    Where it is not shown and `reasons` name filters, taking all of these away shows it.
    """

    sentence: str
    shown: bool
    reasons: tuple[Reason, ...]

    @property
    def filters(self) -> tuple[str, ...]:
        """Return the fields of the filters that hide it."""
        return tuple(reason.filter for reason in self.reasons if reason.filter)


def why_not(graph: RoleGraph, filters: Filters, subject: Subject, columns: Collection[str] = ()) -> Answer:
    """Return why a subject is not shown under these filters. `columns` are the areas drawn where not all can be."""
    cells = squares_of(graph, subject)
    name = name_of(graph, subject)
    if not cells:
        return Answer(f"This map has no square for {name}.", False, absent(graph, subject))
    hidden = _hidden(graph, filters, cells)
    seen = [cell for cell in cells if not hidden[_place(cell)]]
    whole = count(len(cells), "square")
    if not seen:
        nearest = min(cells, key=lambda cell: len(hidden[_place(cell)]))
        reasons = [_reason(graph, filters, field, nearest) for field in hidden[_place(nearest)]]
        said = "is hidden by the filters" if len(cells) == 1 else f"has {whole}, and the filters hide all of them"
        return Answer(f"{_capital(name)} {said}.", False, tuple(reasons))
    drawn = [cell for cell in seen if not columns or cell.area in columns]
    if not drawn:
        area = graph.landscape.title(seen[0].area)
        room = f"The table is too large to be drawn whole, and {area} is left out. Choose it as the area to see it."
        return Answer(f"{_capital(name)} is not drawn.", False, (Reason(room, area=seen[0].area),))
    by_filter = Counter(field for cell in cells for field in hidden[_place(cell)])
    others = [_hides(field, number) for field, number in by_filter.items()]
    part = f"{len(seen):,} of {whole}" if len(seen) < len(cells) else whole if len(cells) > 1 else "the square"
    said = f"{_capital(name)} is shown: {part}.{_no_lead(graph, subject, cells)}"
    return Answer(said, True, tuple(others))


def squares_of(graph: RoleGraph, subject: Subject) -> tuple[Cell, ...]:
    """Return the squares in which a subject would be seen, whatever the filters."""
    if subject.kind is Kind.SQUARE:
        cell = graph.cell(subject.id, subject.area)
        return (cell,) if cell else ()
    if subject.kind is Kind.RESPONSIBILITY:
        return tuple(cell for cell in graph.cells if cell.responsibility == subject.id)
    if subject.kind is Kind.PLACE:
        return tuple(cell for cell in graph.cells if cell.area == subject.id)
    if subject.kind is Kind.AGREEMENT:
        return tuple(cell for cell in graph.cells if subject.id in cell.agreements)
    own = {_place(cell): cell for party in _parties(graph, subject.id) for cell in graph.cells_of(party)}
    return tuple(own.values())


def _parties(graph: RoleGraph, id: str) -> tuple[str, ...]:
    return (id, *graph.roles_in(id))


def _place(cell: Cell) -> tuple[str, str]:
    return cell.responsibility, cell.area


def name_of(graph: RoleGraph, subject: Subject) -> str:
    """Return what is missed, as people call it within a sentence."""
    title = graph.landscape.title(subject.id)
    if subject.area:
        return f"“{title}” in {graph.landscape.title(subject.area)}"
    return title if subject.kind in (Kind.PLACE, Kind.ROLE, Kind.ORGANISATION) else f"“{title}”"


def without(filters: Filters, names: Iterable[str]) -> Filters:
    """Return the filters with those of these fields taken away."""
    return replace(filters, **{name: getattr(NOTHING, name) for name in names})


def _hidden(graph: RoleGraph, filters: Filters, cells: Iterable[Cell]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return for each square the filters that hide it: none where it is shown.

    Every filter looks at a square by itself but "only where places differ", which looks at what the others leave.
    """
    active = [field.name for field in fields(filters) if getattr(filters, field.name)]
    alone = [name for name in active if name != "differ"]
    lets = {name: _let_through(graph, without(filters, set(active) - {name})) for name in alone}
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for cell in cells:
        place = _place(cell)
        found[place] = tuple(name for name in alone if place not in lets[name])
    if filters.differ:
        left: dict[tuple[str, ...], set[tuple[str, str]]] = {}
        for place, names in found.items():
            if names not in left:
                left[names] = _let_through(graph, without(filters, names))
            if place not in left[names]:
                found[place] = (*names, "differ")
    return found


def _let_through(graph: RoleGraph, filters: Filters) -> set[tuple[str, str]]:
    return {_place(cell) for cell in matching(graph, filters)}


def _reason(graph: RoleGraph, filters: Filters, field: str, cell: Cell) -> Reason:
    name = NAMES[field]
    chosen: tuple[str, ...] = getattr(filters, field) if field in LISTS else ()
    if field in LISTS:
        say, of = LISTS[field]
        return Reason(
            f"The filter {name} lets through only {_or(say(graph, id) for id in chosen)}; this is {of(graph, cell)}.",
            field,
        )
    if field == "organisations":
        bodies = _or(map(graph.landscape.title, filters.organisations))
        return Reason(f"The filter {name} asks for {bodies}, which has no part in it.", field)
    if field == "text":
        where = "the name, law or notes of the responsibility, its area or its leads"
        return Reason(f"Filter by words: “{filters.text}” is not in {where}.", field)
    return Reason(f"The filter {name}: {SWITCHES[field]}.", field)


SWITCHES = {
    "statutory": "this is not recorded as statutory",
    "differ": "the places shown do not differ in this",
}

LISTS: dict[str, tuple[Callable[[RoleGraph, str], str], Callable[[RoleGraph, Cell], str]]] = {
    "pillars": (lambda graph, id: graph.landscape.title(id), lambda graph, cell: _title(graph, cell.pillar)),
    "levels": (lambda graph, id: graph.landscape.title(id), lambda graph, cell: _title(graph, cell.level)),
    "areas": (lambda graph, id: graph.landscape.title(id), lambda graph, cell: _title(graph, cell.area)),
    "states": (lambda _, id: word(id), lambda _, cell: word(state_key(cell))),
    "domains": (lambda _, id: domain_name(id), lambda graph, cell: _domain(graph, cell)),
}
"""For each filter of which several can be chosen: what each is called, and what a square is of."""


def _title(graph: RoleGraph, id: str) -> str:
    return graph.landscape.title(id) if id else "of none"


def _domain(graph: RoleGraph, cell: Cell) -> str:
    domain = graph.landscape.responsibilities[cell.responsibility].domain
    return domain_name(domain) if domain else "of none"


def _hides(field: str, number: int) -> Reason:
    return Reason(
        f"The filter {NAMES[field]} hides {count(number, 'more of its squares', 'more of its squares')}.", field
    )


def _no_lead(graph: RoleGraph, subject: Subject, cells: Iterable[Cell]) -> str:
    """Return that a party leads on none of its squares, where that is so: squares show who leads."""
    if subject.kind not in (Kind.ROLE, Kind.ORGANISATION):
        return ""
    own = set(_parties(graph, subject.id))
    if any(not own.isdisjoint(cell.leads) for cell in cells):
        return ""
    return " It leads on none of them, and squares show who leads: its part is said where a square is opened."


def _or(names: Iterable[str]) -> str:
    return " or ".join(names)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
