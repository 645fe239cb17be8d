"""Bodies of different kinds that the law names in one breath, so that places they lead stand in one row of a report.

Where the law gives a duty to upper-tier councils, the unitary council of one area and the county council of another
lead alike: both are "the upper-tier or unitary council of each area".
"""

from __future__ import annotations

from collections.abc import Iterable

from rolemap.graph import RoleGraph
from rolemap.reports.words import kind_name, lower_first


def family(graph: RoleGraph, party: str, responsibility: str) -> str:
    """Return the type of body among those that hold a responsibility in law that a party counts as; empty for none."""
    landscape = graph.landscape
    one = landscape.organisations.get(party)
    if one is None:
        return ""
    known = landscape.organisation_types.get(one.type)
    counts_as = {one.type, *(known.holds if known else ())}
    law = landscape.responsibilities[responsibility].law
    return next((type_id for type_id in (*law.holder, *law.may_hold) if type_id in counts_as), "")


def own_of_each_area(graph: RoleGraph, kinds: Iterable[str]) -> str:
    """Return "the unitary council or district council of each area" for kinds; one that another names too is not said."""
    names = list(dict.fromkeys(lower_first(kind_name(graph, kind)) for kind in kinds))
    said = [name for name in names if not any(f" or {name} " in f" or {other} or " for other in names if other != name)]
    return f"the {' or '.join(said)} of each area"
