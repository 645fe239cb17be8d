"""CHG001: what changes leave hanging: one finding for each entry that ends, with every place that still names it.

Changes keep what they end (docs/decisions/), so the other rules notice most of what follows by themselves: open squares,
parties that have gone, lines of accountability that lead nowhere. This one adds the rest, so that nothing that named what
has gone is passed over in silence. Without changes it is silent.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from rolemap.changes import LooseEnd, loose_end_said
from rolemap.changes.edits import sections_of
from rolemap.changes.loose import ALONE, GONE
from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule
from rolemap.findings.words import counted, day, listed, namer
from rolemap.graph import RoleGraph

WORDS = {
    "assignments": ("assignment", "assignments"),
    "agreements": ("agreement", "agreements"),
    "roles": ("post", "posts"),
    "organisations": ("organisation", "organisations"),
    "areas": ("area", "areas"),
    "responsibilities": ("responsibility", "responsibilities"),
    "objectives": ("objective", "objectives"),
    "funding": ("fund", "funds"),
    "map": ("map", "maps"),
}


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield the loose ends of changes: one finding for each thing that ended, sorted by its id."""
    by_root: dict[tuple[str, str], list[LooseEnd]] = defaultdict(list)
    for end in evidence.loose:
        by_root[end.why, end.root].append(end)
    for (why, root), ends in sorted(by_root.items()):
        yield _noticed(evidence.graph, why, root, ends)


def _noticed(graph: RoleGraph, why: str, root: str, ends: list[LooseEnd]) -> Noticed:
    places = {end.place: Place(end.place, loose_end_said(graph.landscape, end)) for end in ends}
    return Noticed(
        message=_message(graph, why, root, ends),
        places=tuple(places.values()),
        entity=root,
        # What one thing can be loose in two ways for gets two ids: a body that has gone, and one that deals with itself.
        aspect="" if why == GONE else why,
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
    them = f"it or {'a post' if posts == 1 else f'one of {posts} posts'} in it" if posts else "it"
    number = len({(end.section, end.id) for end in ends})
    verb = "names" if number == 1 else "name"
    return f"{name(root)} is no longer there{when}, and {_where(ends)} still {verb} {them}."


def _where(ends: list[LooseEnd]) -> str:
    counts = Counter(section for section, _ in {(end.section, end.id) for end in ends})
    order = [section for section in WORDS if counts[section]]
    said = (counted(counts[section], *WORDS[section]) for section in order if section != "map")
    return listed([*said, *(["the map itself"] if counts["map"] else [])], len(order))


RULE = Rule(
    code="CHG001",
    name="loose-end",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    origin="N",
    looks_for=(
        "After the changes of a what-if: something that has ended and is still named by what goes on, a body that pays or "
        "delegates to itself, or an agreement with one party left. Without changes it finds nothing."
    ),
    why=(
        "When a body goes, what it held does not go with it. Every line that still names it is something that somebody has to "
        "take over, or to let go of on purpose. This is our own reasoning."
    ),
    example="""\
map: {title: A plan that outlives its owner, area: easton}
levels: {place: {name: Place, order: 1}}
organisation_types: {trust: {name: Trust}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-trust: {name: Easton Trust, type: trust, area: easton}}
objectives: {fewer-falls: {title: Fewer falls by 2030, owner: easton-trust}}
""",
    changes="""\
changes:
  - remove: easton-trust
""",
    settle=(
        "Say in the change set who takes it over (`merge`, `move`, `assign`, `set`), or end what relied on it too (`remove`). "
        "If it can wait, accept the finding in the map by its id."
    ),
    not_when="It is already agreed who follows, and the map is to be brought up to date when the day comes.",
    question="Who or what takes this place in each of them, or can the line go?",
    check=check,
)
