"""`rolemap check` as JSON: a documented, versioned shape (docs/json.md)."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from rolemap.findings import Finding
from rolemap.graph import Counts, Summary
from rolemap.problems import Location, Problem
from rolemap.reports.check import VERSION, Checked


def write(result: Checked) -> str:
    """Return the result as a JSON document."""
    return json.dumps(as_data(result), indent=2, ensure_ascii=False)


def as_data(result: Checked) -> dict[str, Any]:
    """Return the result as plain data."""
    return {
        "version": VERSION,
        "map": result.map,
        "on": result.on.isoformat(),
        "problems": [_problem(problem) for problem in result.problems],
        "findings": [finding_as_data(finding) for finding in result.findings],
        "summary": _summary(result.summary),
    }


def _place(location: Location) -> dict[str, Any]:
    return {"file": location.file, "line": location.line, "column": location.column}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "message": problem.sentence,
        "hint": problem.hint,
        **_place(problem.place),
        "related": [_place(place) for place in problem.related],
    }


def finding_as_data(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain data."""
    accepted = finding.accepted
    return {
        "id": finding.id,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "responsibility": finding.responsibility or None,
        "area": finding.area or None,
        "level": finding.level or None,
        "pillar": finding.pillar or None,
        "entity": finding.entity or None,
        "parties": list(finding.parties),
        "message": finding.message,
        "question": finding.question,
        "places": [{**_place(place.location), "note": place.note} for place in finding.places],
        "accepted": {"reason": accepted.reason, "owner": accepted.owner} if accepted else None,
    }


def _summary(summary: Summary | None) -> dict[str, Any] | None:
    if summary is None:
        return None
    return {
        **_counts(summary.all),
        "by_level": {level: _counts(counts) for level, counts in summary.by_level.items()},
        "by_pillar": {pillar: _counts(counts) for pillar, counts in summary.by_pillar.items()},
    }


def _counts(counts: Counts) -> dict[str, Any]:
    return asdict(counts)
