"""OVL005: two roles do nearly the same things in the same area."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from math import ceil

from rolemap.findings.finding import Confidence, Noticed, Severity
from rolemap.findings.rule import Evidence, Rule, Setting, place
from rolemap.findings.words import listed, namer
from rolemap.graph import RoleGraph
from rolemap.model import Part, Role, by_part

DOES = (Part.LEADS, Part.DELIVERS, Part.CONTRIBUTES)
"""The parts that make a portfolio."""

Item = tuple[str, str, Part]
"""(responsibility, area, part)."""

Portfolios = Mapping[str, frozenset[Item]]
"""From a role to what it is named for."""


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every two roles of one area that do nearly the same, unless one answers to the other."""
    graph = evidence.graph
    landscape = graph.landscape
    least, alike = evidence.settings["least_shared"], evidence.settings["alike"]
    portfolios = {id: found for id, found in _portfolios(graph).items() if len(found) >= least}
    name = namer(graph)
    for one, other in sorted(_candidates(portfolios, alike)):
        shared = portfolios[one] & portfolios[other]
        things = dict.fromkeys((responsibility, part) for responsibility, _, part in sorted(shared))
        everything = portfolios[one] | portfolios[other]
        first, second = landscape.roles[one], landscape.roles[other]
        if len(things) < least or len(shared) < alike * len(everything):
            continue
        if _in_line(first, second) or set(graph.view.areas_of(one)).isdisjoint(graph.view.areas_of(other)):
            continue
        titles = dict.fromkeys(landscape.title(responsibility) for responsibility, _ in things)
        yield Noticed(
            message=(
                f"{name(one)} and {name(other)} are named for nearly the same things, {len(shared)} of {len(everything)} "
                f"in common: {listed(titles, 4)}."
            ),
            places=(place(first, "one of the two roles"), place(second, "the other")),
            entity=f"{one}@{other}",
            parties=(one, other),
        )


def _portfolios(graph: RoleGraph) -> Portfolios:
    """Return what the map itself names each role for. Patterns are left out: they mean all roles of a kind alike."""
    roles = graph.landscape.roles.keys() & graph.view.active
    found: dict[str, set[Item]] = defaultdict(set)
    for cell in graph.cells:
        for one in cell.candidates:
            if one.catalogue:
                continue
            for part, parties in by_part(one):
                for party in parties if part in DOES else ():
                    if party in roles:
                        found[party].add((cell.responsibility, cell.area, part))
    return {id: frozenset(items) for id, items in found.items()}


MOST_ALIKE = 40
"""How many roles may be named for one thing and still be looked at in pairs: more are a crowd, not twins."""


def _candidates(portfolios: Portfolios, alike: float) -> set[tuple[str, str]]:
    """Return the pairs of roles that may be alike enough, without comparing all with all.

    Two sets of which a share `alike` is common have something in common among the rarest few items of each, so only
    those few are looked up (prefix filtering, as in set similarity joins).
    """
    number = Counter(item for items in portfolios.values() for item in items)
    holding: dict[Item, list[str]] = defaultdict(list)
    found: set[tuple[str, str]] = set()
    for id in sorted(portfolios):
        items = sorted(portfolios[id], key=lambda item: (number[item], item))
        for item in items[: len(items) - ceil(alike * len(items)) + 1]:
            if len(holding[item]) < MOST_ALIKE:
                found.update((other, id) for other in holding[item])
            holding[item].append(id)
    return found


def _in_line(one: Role, other: Role) -> bool:
    """Return whether one of the two answers to the other, as a deputy does."""
    return any(line.to == other.id for line in one.accountable_to) or any(
        line.to == one.id for line in other.accountable_to
    )


RULE = Rule(
    code="OVL005",
    name="twin-portfolios",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    origin="L",
    looks_for=(
        "Two roles of the same area that lead on, deliver or contribute to nearly the same responsibilities in "
        "the same places, by the map's own word and by name (patterns such as `kind:` do not count)."
    ),
    why=(
        "Responsibility charting (RACI; Smith and Erwin, Role and Responsibility Charting) also reads the chart "
        "down its columns, role by role. Two columns that look the same raise the question whether the two are "
        "one job, a job and its understudy, or two people who do not know that they do the same."
    ),
    example="""\
map: {title: Two roles that do the same, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
roles:
  wellbeing-lead: {title: Wellbeing lead, area: easton}
  prevention-lead: {title: Prevention lead, area: easton}
responsibilities:
  stop-smoking: {title: Stop smoking services}
  healthy-weight: {title: Healthy weight}
  falls: {title: Preventing falls}
  alcohol: {title: Alcohol harm}
assignments:
  - {responsibility: stop-smoking, at: easton, contributes: [wellbeing-lead, prevention-lead]}
  - {responsibility: healthy-weight, at: easton, contributes: [wellbeing-lead, prevention-lead]}
  - {responsibility: falls, at: easton, contributes: [wellbeing-lead, prevention-lead]}
  - {responsibility: alcohol, at: easton, contributes: [wellbeing-lead, prevention-lead]}
""",
    settle="Ask the two how they share the work, and record the difference; or make them one role.",
    not_when=(
        "One answers to the other, which raises nothing, or they share the work by neighbourhood, shift or "
        "community: say so in a note and accept the finding."
    ),
    question="How would somebody know which of the two to ask?",
    check=check,
    settings={
        "alike": Setting(0.8, "share of what either does that both must do"),
        "least_shared": Setting(4, "number of things (a responsibility and a part in it) both must do"),
    },
)
