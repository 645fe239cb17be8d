"""GAP003: the only lead is a proposed one."""

from tests.worlds import findings

WORLD = """\
map: {title: World, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}}
roles: {new-post: {title: Prevention lead, organisation: easton-council, status: proposed}}
responsibilities:
  stop-smoking: {title: Stop smoking services, needs_lead_at: [place]}
  falls: {title: Preventing falls}
assignments:
"""


def test_a_proposed_assignment() -> None:
    text = WORLD + "  - {responsibility: stop-smoking, at: easton, leads: easton-council, status: proposed}\n"
    assert findings(text, "GAP003") == [("GAP003@stop-smoking@easton", [10, 7])]


def test_a_proposed_role() -> None:
    text = WORLD + "  - {responsibility: stop-smoking, at: easton, leads: new-post}\n"
    assert findings(text, "GAP003") == [("GAP003@stop-smoking@easton", [10, 7])]


def test_a_lead_beside_the_proposal_is_enough() -> None:
    text = WORLD + (
        "  - {responsibility: stop-smoking, at: easton, leads: easton-council}\n"
        "  - {responsibility: stop-smoking, at: easton, leads: new-post, status: proposed}\n"
    )
    assert findings(text, "GAP003") == []


def test_a_proposal_where_no_lead_is_needed() -> None:
    text = WORLD + "  - {responsibility: falls, at: easton, leads: easton-council, status: proposed}\n"
    assert findings(text, "GAP003") == []


def test_a_proposal_that_has_run_out() -> None:
    text = (
        WORLD
        + "  - {responsibility: stop-smoking, at: easton, leads: easton-council, status: proposed, until: 2026-06-30}\n"
    )
    assert findings(text, "GAP003") == []
