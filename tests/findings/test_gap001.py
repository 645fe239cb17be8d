"""GAP001: a place that needs a lead has none in force."""

from datetime import date

import pytest

from tests.worlds import findings

WORLD = """\
map: {title: World, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}}
roles: {easton-dph: {title: Director of public health, organisation: easton-council, until: 2026-12-31}}
responsibilities:
  stop-smoking: {title: Stop smoking services, needs_lead_at: [place]}
"""


def test_nobody_named() -> None:
    assert findings(WORLD, "GAP001") == [("GAP001@stop-smoking@easton", [7])]


def test_a_lead_is_no_gap() -> None:
    assert (
        findings(WORLD + "assignments:\n  - {responsibility: stop-smoking, at: place, leads: easton-dph}\n", "GAP001")
        == []
    )


def test_an_assignment_without_a_lead_is_pointed_at() -> None:
    text = WORLD + "assignments:\n  - {responsibility: stop-smoking, at: easton, delivers: easton-council}\n"
    assert findings(text, "GAP001") == [("GAP001@stop-smoking@easton", [9, 7])]


def test_a_proposed_lead_is_left_to_gap003() -> None:
    text = WORLD + "assignments:\n  - {responsibility: stop-smoking, at: easton, leads: easton-dph, status: proposed}\n"
    assert [id[:6] for id, _ in findings(text, "GAP")] == ["GAP003"]


@pytest.mark.parametrize(("on", "gaps"), [(date(2026, 12, 31), 0), (date(2027, 1, 1), 1)])
def test_a_lead_counts_until_its_last_day(on: date, gaps: int) -> None:
    text = WORLD + "assignments:\n  - {responsibility: stop-smoking, at: easton, leads: easton-dph}\n"
    assert len(findings(text, "GAP001", on)) == gaps
