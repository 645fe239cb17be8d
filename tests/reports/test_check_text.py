"""`rolemap check` as text: many findings as one, places counted, and the summary in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolemap import pipeline
from rolemap.findings import Severity
from rolemap.graph import Counts
from rolemap.problems import Location, Problem
from rolemap.reports import check_text
from rolemap.reports.check import Checked, checked, unreadable
from rolemap.reports.check_text import sentence
from rolemap.reports.plain import one_line
from tests.worlds import DAY, landscape

PLACES = "\n".join(f"  place-{number}: {{name: Place {number}, level: place}}" for number in range(7))
WORLD = f"""
map: {{title: Seven places}}
levels: {{system: {{name: System, order: 1}}, place: {{name: Place, order: 2}}}}
areas:
  north: {{name: North, level: system}}
{PLACES}
organisations: {{council: {{name: Council, area: place-0}}}}
responsibilities: {{falls: {{title: Falls, needs_lead_at: [place, system]}}}}
assignments: [{{responsibility: falls, at: place-0, leads: council, delivers: council}}]
"""


def result(more: str = "") -> Checked:
    return checked(Path("maps/seven.yaml"), pipeline.examine(landscape(WORLD + more), DAY))


def test_the_same_in_many_places_is_said_once() -> None:
    lines = check_text.write(result()).splitlines()
    [line] = [line for line in lines if line.startswith("  GAP001") and "places" in line]
    assert "in 6 of 7 places" in line
    assert lines[lines.index(line) + 1].strip().startswith("Ask: ")


def test_what_matters_most_comes_first_under_a_heading_for_each_theme() -> None:
    headings = [line for line in check_text.write(result()).splitlines() if line.isupper()]
    assert headings[0] == "GAPS: ERRORS"
    assert len(headings) == len(set(headings))
    severities = [heading.partition(": ")[2] for heading in headings]
    assert severities == sorted(severities, key=["ERRORS", "WARNINGS", "PROMPTS"].index)


def test_the_summary_counts_what_is_open_and_what_is_accepted() -> None:
    before = len(result().open)
    text = check_text.write(result("accepted: [{finding: GAP001@falls@place-1, reason: Later}]"))
    assert "Seven places, as at 2026-07-01" in text
    assert "1 more accepted." in text
    assert f"{before - 1} findings in " in text
    assert "  system: " in text
    assert "  place: " in text


def test_only_open_findings_reach_a_threshold() -> None:
    found = result()
    assert found.reaches(Severity.ERROR)
    assert not found.reaches(None)
    accepted = "".join(f"\n  - {{finding: {one.id}}}" for one in found.findings if one.severity is Severity.ERROR)
    assert not result("accepted:" + accepted).reaches(Severity.ERROR)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (Counts(), "No lead is needed anywhere."),
        (Counts(cells=1, clear=1, backed=1), "1 of 1 are clear and rest on law or agreement (100%)."),
        (
            Counts(cells=1000, clear=999, backed=998, gap=1),
            "998 of 1000 are clear and rest on law or agreement (99%); 1 clear but assumed; 1 without a lead.",
        ),
        (
            Counts(cells=4, contested=1, vacant=1, proposed=2),
            "0 of 4 are clear and rest on law or agreement (0%); 1 contested; 1 with a vacant lead; 2 only proposed.",
        ),
    ],
)
def test_counts_in_a_sentence(counts: Counts, expected: str) -> None:
    assert sentence(counts) == expected


def test_problems_with_hint_and_related_places() -> None:
    problem = Problem(
        Location("a.yaml", 3, 5), "duplicate-id", "It is twice.", "Keep one.", (Location("b.yaml", 1, 1),)
    )
    assert check_text.write(unreadable(Path("maps"), DAY, (problem,))).splitlines() == [
        "a.yaml:3:5: It is twice.",
        "    Keep one.",
        "    see b.yaml:1:1",
        "",
        "maps cannot be read: 1 problem.",
    ]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("seven.yaml", "maps/seven.yaml"),
        ("maps/seven.yaml", "maps/seven.yaml"),  # the map itself, where it cannot be found
        ("configs/catalogues/england/levels.yaml", "configs/catalogues/england/levels.yaml"),
    ],
)
def test_the_path_of_a_file(file: str, expected: str) -> None:
    assert unreadable(Path("maps/seven.yaml"), DAY, ()).path_of(Location(file)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\tc\r", "a b c "),
        ("\x1b[31m", "\\u001b[31m"),
        ("a\u202eb\u200bc\u2028", "a\\u202eb\\u200bc\\u2028"),
        ("👩\u200d⚕ é –", "👩\u200d⚕ é –"),
        ("\udcff", "\\udcff"),
        ("", ""),
    ],
)
def test_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected
