"""Run every rule over a graph: one list of findings, sorted once, decisions attached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rolemap.changes import LooseEnd
from rolemap.findings.finding import Finding, Noticed
from rolemap.findings.rule import Evidence, Rule
from rolemap.findings.rules import RULES
from rolemap.findings.settings import settings_of
from rolemap.graph import RoleGraph
from rolemap.model import Acceptance


def run(graph: RoleGraph, rules: Iterable[Rule] = RULES, loose: tuple[LooseEnd, ...] = ()) -> tuple[Finding, ...]:
    """Return what `rules` notice in `graph`, what matters most first; accepted findings carry their acceptance.

    `loose` is what changes left loose, if the graph is that of a map after changes.
    """
    found: list[Finding] = []
    earlier: set[str] = set()
    names = {rule.code: rule.name for rule in RULES}
    for rule in rules:
        evidence = Evidence(graph, settings_of(graph.landscape, rule), frozenset(earlier), loose, names)
        new = [_finding(graph, rule, noticed) for noticed in rule.check(evidence)]
        found += new
        earlier.update(one.id for one in new)
    accepted = _acceptances(graph)
    found = [replace(one, accepted=accepted[one.id]) if one.id in accepted else one for one in found]
    return tuple(sorted(found, key=lambda finding: finding.order))


def _acceptances(graph: RoleGraph) -> dict[str, Acceptance]:
    """Return the acceptances that hold on the day of the graph, by finding id."""
    return {one.finding: one for one in graph.landscape.accepted if one.in_force(graph.on)}


def _finding(graph: RoleGraph, rule: Rule, noticed: Noticed) -> Finding:
    landscape = graph.landscape
    about = f"{noticed.responsibility}@{noticed.area}" if noticed.responsibility else noticed.entity
    about += f"@{noticed.aspect}" if noticed.aspect else ""
    responsibility = landscape.responsibilities.get(noticed.responsibility)
    area = landscape.areas.get(noticed.area)
    return Finding(
        id=f"{rule.code}@{about}",
        code=rule.code,
        name=rule.name,
        severity=noticed.severity or rule.severity,
        confidence=noticed.confidence or rule.confidence,
        message=noticed.message,
        question=noticed.question or rule.question,
        places=noticed.places,
        responsibility=noticed.responsibility,
        area=noticed.area,
        level=area.level if area else "",
        pillar=responsibility.pillar if responsibility else "",
        entity=noticed.entity,
        parties=noticed.parties,
        summary=noticed.summary,
        stem=noticed.stem,
        many=noticed.many,
    )
