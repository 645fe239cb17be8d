"""What parties are called in a table of functions, where one of each area's own stands for its kind, and which rows are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rolemap.findings.words import namer
from rolemap.graph import RoleGraph
from rolemap.pictures.palette import state_key
from rolemap.reports.figures import Figures
from rolemap.reports.sections.families import family, own_of_each_area
from rolemap.reports.sections.functions import Function, answers_to, exercised, reports_to
from rolemap.reports.sections.holding import held_by
from rolemap.reports.sections.leading import sort_of


def exercising(one: Function) -> Iterable[str]:
    """Return who leads on a function and to whom it is delegated, each once."""
    return dict.fromkeys((*one.cell.leads, *(part.to for _, part in one.handed)))


def _parties(graph: RoleGraph, one: Function) -> Iterable[str]:
    return dict.fromkeys((*one.held.parties, *exercising(one), *answers_to(graph, one)))


@dataclass(frozen=True, slots=True)
class Names:
    """What parties are called, by `own` name or `alike`, where one of each area's own stands for its kind; and sources.

    `sorts` are what the parties of a responsibility with a part in one area only have in common with those of others.
    """

    graph: RoleGraph
    own: Callable[[str], str]
    sorts: Mapping[tuple[str, str], str]
    kinds: Mapping[str, Iterable[str]]
    sources: Mapping[str, str]

    @classmethod
    def of(cls, figures: Figures, found: Sequence[Function]) -> Names:
        """Return the names for some functions: a party with a part in one area only is named by its kind."""
        graph = figures.graph
        areas = Counter(
            party for party, _ in {(party, one.cell.area) for one in found for party in _parties(graph, one)}
        )
        several = len({one.cell.area for one in found}) > 1
        kinds: dict[str, dict[str, None]] = {}
        sorts: dict[tuple[str, str], str] = {}
        for one in found if several else ():
            for party in _parties(graph, one):
                kind = sort_of(graph, party)
                if areas[party] == 1 and kind:
                    sort = family(graph, party, one.cell.responsibility) or kind
                    sorts[one.cell.responsibility, party] = sort
                    kinds.setdefault(sort, {})[kind] = None
        return cls(graph, namer(graph), sorts, kinds, figures.source_numbers)

    @property
    def pooled(self) -> bool:
        """Return whether a name of `alike` stands for bodies of more than one kind."""
        return any(len(tuple(kinds)) > 1 for kinds in self.kinds.values())

    def alike(self, one: Function) -> Callable[[str], str]:
        """Return the name of a party of a function: all kinds of its sort at this level."""
        return lambda party: self._name(one, party, self.kinds)

    def among(self, found: Sequence[Function], parties: Callable[[Function], Iterable[str]]) -> Callable[[str], str]:
        """Return the name of a party of the first of some functions, by the kinds that `parties` of these have."""
        if len(found) == 1:
            return self.own
        kinds: dict[str, dict[str, None]] = {}
        for one in found:
            for party in parties(one):
                sort = self.sorts.get((one.cell.responsibility, party), "")
                kinds.setdefault(sort, {})[sort_of(self.graph, party)] = None
        return lambda party: self._name(found[0], party, kinds)

    def _name(self, one: Function, party: str, kinds: Mapping[str, Iterable[str]]) -> str:
        sort = self.sorts.get((one.cell.responsibility, party))
        return own_of_each_area(self.graph, kinds[sort]) if sort else self.own(party)


def likeness(one: Function, names: Names) -> tuple[object, ...]:
    """Return what places of one function must share to stand in one row."""
    graph, name = names.graph, names.alike(one)
    return (
        *(one.cell.responsibility, state_key(one.cell), one.cell.needed, held_by(graph, one.cell, one.held, name)),
        *(exercised(one, name), tuple(agreement.id for agreement in one.instruments), reports_to(graph, one, name)),
    )
