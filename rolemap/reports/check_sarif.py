"""`rolemap check` as SARIF 2.1.0 (OASIS), which code-scanning tools show beside the files."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from rolemap import __version__
from rolemap.findings import RULES, Finding, Rule, Severity
from rolemap.problems import Location, Problem
from rolemap.reports.check import Checked

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.PROMPT: "note"}
"""The SARIF level of each severity."""


def write(result: Checked) -> str:
    """Return the result as a SARIF log with one run."""
    driver = {"name": "rolemap", "version": __version__, "rules": [_rule(rule) for rule in RULES]}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "results": [
                    *(_problem(result, one) for one in result.problems),
                    *(_finding(result, one) for one in result.findings),
                ],
                "columnKind": "unicodeCodePoints",
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=False)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.looks_for},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.settle} {rule.question}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _problem(result: Checked, problem: Problem) -> dict[str, Any]:
    return {
        "ruleId": f"problem/{problem.code}",
        "level": "error",
        "message": {"text": f"{problem.sentence} {problem.hint}".strip()},
        "locations": [_location(result, problem.place)],
        "relatedLocations": [_location(result, place) for place in problem.related],
    }


def _finding(result: Checked, finding: Finding) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.question}"},
        "locations": [_location(result, finding.places[0].location, finding.places[0].note)],
        "relatedLocations": [_location(result, place.location, place.note) for place in finding.places[1:]],
        "partialFingerprints": {"rolemapFindingId/v1": finding.id},
        "properties": {"confidence": finding.confidence.value},
    }
    if finding.accepted:
        found["suppressions"] = [{"kind": "inSource", "justification": finding.accepted.reason}]
    return found


def _location(result: Checked, place: Location, note: str = "") -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(result.path_of(place))}}
    if place.line:
        physical["region"] = {"startLine": place.line, "startColumn": place.column}
    location: dict[str, Any] = {"physicalLocation": physical}
    if note:
        location["message"] = {"text": note}
    return location
