"""OVL003: one body's account names a lead that another's contradicts."""

import pytest

from rolemap.pipeline import examine
from tests.worlds import DAY, findings, landscape

WORLD = """\
map: {title: World, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations:
  council: {name: Council, area: easton}
  board: {name: Board, area: easton}
  trust: {name: Trust, area: easton}
roles: {dph: {title: Director of public health, organisation: council}}
responsibilities: {falls: {title: Preventing falls, needs_lead_at: [place]}}
assignments:
  - {responsibility: falls, at: easton, said_by: council, leads: ONE}
  - {responsibility: falls, at: easton, said_by: board, leads: OTHER}
"""


def world(one: str, other: str) -> str:
    return WORLD.replace("ONE", one).replace("OTHER", other)


def test_two_accounts_that_differ() -> None:
    assert findings(world("council", "board"), "OVL003") == [("OVL003@falls@easton", [11, 12])]


@pytest.mark.parametrize(
    ("one", "other", "begins"),
    [
        ("council", "board", "Each names itself"),
        ("dph", "board", "Each names itself"),
        ("board", "council", "Each names the other"),
        ("board", "dph", "Each names the other"),
        ("trust", "board", "Accounts differ"),
        ("board", "trust", "Accounts differ"),
    ],
)
def test_how_they_differ(one: str, other: str, begins: str) -> None:
    messages = [one.message for one in examine(landscape(world(one, other)), DAY).findings if one.code == "OVL003"]
    assert len(messages) == 1
    assert messages[0].startswith(begins)


@pytest.mark.parametrize(
    ("one", "other"), [("council", "council"), ("dph", "council"), ("[council, board], joint: true", "board")]
)
def test_accounts_that_agree(one: str, other: str) -> None:
    assert findings(world(one, other), "OVL003") == []


def test_an_account_that_has_run_out() -> None:
    assert findings(world("council, until: 2026-06-30", "board"), "OVL003") == []


def test_what_nobody_in_particular_says_is_no_account() -> None:
    assert findings(world("council", "board").replace("said_by: board, ", ""), "OVL003") == []
