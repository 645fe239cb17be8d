"""CHG001: what changes leave hanging. One finding for each entry that ends, with every place that still names it.

Changes keep what they end (docs/decisions/), so the rules notice most of what follows by themselves: open squares,
parties that have gone, lines of accountability that lead nowhere. This finding adds the rest, so that nothing that named
what has gone is passed over in silence. It needs the map before the changes, and so it is no rule of `rolemap.findings.rules`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from rolemap.changes import LooseEnd, loose_end_said
from rolemap.changes.edits import sections_of
from rolemap.changes.loose import ALONE, GONE
from rolemap.findings.finding import Confidence, Finding, Place, Severity
from rolemap.findings.words import counted, day, listed, namer
from rolemap.graph import RoleGraph

CODE = "CHG001"
NAME = "loose-end"
WORDS = {
    "assignments": ("assignment", "assignments"),
    "agreements": ("agreement", "agreements"),
    "roles": ("post", "posts"),
    "organisations": ("organisation", "organisations"),
    "areas": ("area", "areas"),
    "responsibilities": ("responsibility", "responsibilities"),
    "objectives": ("objective", "objectives"),
    "funding": ("fund", "funds"),
    "glossary": ("definition", "definitions"),
    "map": ("map as a whole", "maps"),
}
QUESTION = "Who or what takes this place in each of them, or can the line go?"


def loose_end_findings(graph: RoleGraph, ends: Iterable[LooseEnd]) -> tuple[Finding, ...]:
    """Return the loose ends of changes as findings: one for each thing that ended, sorted by its id.

    `graph` is that of the landscape after the changes.
    """
    by_root: dict[tuple[str, str], list[LooseEnd]] = defaultdict(list)
    for end in ends:
        by_root[end.why, end.root].append(end)
    return tuple(_finding(graph, why, root, found) for (why, root), found in sorted(by_root.items()))


def _finding(graph: RoleGraph, why: str, root: str, ends: list[LooseEnd]) -> Finding:
    places = {end.place: Place(end.place, loose_end_said(graph.landscape, end)) for end in ends}
    # What one thing can be loose in two ways for gets two ids: a body that has gone, and one that deals with itself.
    about = root if why == GONE else f"{root}@{why}"
    return Finding(
        id=f"{CODE}@{about}",
        code=CODE,
        name=NAME,
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        message=_message(graph, why, root, ends),
        question=QUESTION,
        places=tuple(places.values()),
        entity=root,
        parties=(root,) if graph.landscape.party(root) else (),
    )


def _message(graph: RoleGraph, why: str, root: str, ends: list[LooseEnd]) -> str:
    name = namer(graph)
    if why == ALONE:
        return f"{name(root)} has one party left: the others have become one."
    if why != GONE:
        return f"{name(root)} now deals with itself in {_where(ends)}: both ends have become one."
    ended = (getattr(graph.landscape, section).get(root) for section in sections_of(graph.landscape, root))
    until = next((entry.until for entry in ended if entry.until), None)
    when = f" after {day(until)}" if until else ""
    posts = len({end.gone for end in ends if end.gone != root})
    them = f"it or {counted(posts, 'post')} in it" if posts else "it"
    number = len({(end.section, end.id) for end in ends})
    verb = "names" if number == 1 else "name"
    return f"{name(root)} is no longer there{when}, and {_where(ends)} still {verb} {them}."


def _where(ends: list[LooseEnd]) -> str:
    counts = Counter(section for section, _ in {(end.section, end.id) for end in ends})
    order = [section for section in WORDS if counts[section]]
    return listed((counted(counts[section], *WORDS[section]) for section in order), len(order))
