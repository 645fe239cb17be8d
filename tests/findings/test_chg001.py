"""CHG001: what changes leave loose, one finding for each thing that ended."""

from __future__ import annotations

import pytest

from rolemap import pipeline
from rolemap.changes import Body, ChangeSet, Merge, Operation, Remove
from rolemap.findings import Finding
from tests import worlds
from tests.changes.world import ON, WORLD, world

BOARD_AND_COUNCIL = Merge(section="organisations", ids=("board", "easton-council"), into=Body(id="care", title="Care"))
ALL = Merge(
    section="organisations", ids=("board", "easton-council", "westby-council"), into=Body(id="care", title="Care")
)


def loose(*operations: Operation) -> list[Finding]:
    findings = pipeline.what_if(world(), [ChangeSet(changes=operations)], ON).findings
    return [one for one in findings if one.code == "CHG001"]


@pytest.mark.parametrize(
    ("operation", "id", "message"),
    [
        (
            Remove(id="board"),
            "CHG001@board",
            "Northshire Board is no longer there after 31 March 2027, and 3 assignments, 1 agreement, 1 post and "
            "1 fund still name it.",
        ),
        (
            Remove(id="easton"),
            "CHG001@easton",
            "Easton is no longer there after 31 March 2027, and 1 assignment, 2 posts and 2 organisations still name it.",
        ),
        (Remove(id="westby-dph"), "", ""),
        (
            BOARD_AND_COUNCIL,
            "CHG001@care@itself",
            "Care now deals with itself in 1 agreement: both ends have become one.",
        ),
    ],
)
def test_each_thing_that_ended_is_one_finding(operation: Operation, id: str, message: str) -> None:
    assert [(one.id, one.message) for one in loose(operation)] == ([(id, message)] if id else [])


def test_an_agreement_with_one_party_left_is_told_of() -> None:
    found = {one.id: one.message for one in loose(ALL)}
    assert found["CHG001@falls-pact@alone"] == "Falls pact has one party left: the others have become one."


def test_posts_are_told_of_with_their_body() -> None:
    [found] = loose(Remove(id="easton-council"))
    assert found.entity == "easton-council"
    assert "still name it or a post in it" in found.message
    assert any("Director" in place.note for place in found.places)
    assert all(place.location.line for place in found.places)


def test_the_map_itself_is_named_and_not_counted() -> None:
    said = {one.id: one.message for one in loose(Remove(id="northshire"))}["CHG001@northshire"]
    assert said.endswith(" and the map itself still name it.")


def test_a_map_without_changes_has_none() -> None:
    assert loose() == []


def test_a_decision_to_accept_one_is_attached_and_kept() -> None:
    text = WORLD + "accepted: [{finding: CHG001@board, reason: The region decides, owner: Easton Council}]\n"
    landscape = worlds.landscape(text)
    findings = pipeline.what_if(landscape, [ChangeSet(changes=(Remove(id="board"),))], ON).findings
    [found] = [one for one in findings if one.code == "CHG001"]
    assert found.accepted is not None
    assert found.accepted.reason == "The region decides"
    for analysis in (findings, pipeline.examine(landscape, ON).findings):
        assert not [one for one in analysis if one.code == "DEC001"], "without changes it is no stale decision"
