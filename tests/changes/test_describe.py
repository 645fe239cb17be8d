"""Each operation as a sentence that people understand."""

from __future__ import annotations

import pytest

from rolemap.changes import (
    Agree,
    Assign,
    Body,
    ChangeSet,
    Merge,
    Move,
    Operation,
    Remove,
    Set,
    Split,
    Unassign,
    Vacate,
    apply,
    describe,
)
from rolemap.model import Agreement, Assignment, Part
from tests.changes.world import ON, world

SENTENCES: list[tuple[Operation, str]] = [
    (Remove(id="easton-council"), "Easton Council ends; its last day is 31 March 2027, and with it 1 post."),
    (Remove(id="falls"), "“Falls prevention” ends; its last day is 31 March 2027."),
    (
        Merge(section="organisations", ids=("board", "easton-trust"), into=Body(id="care", title="Care")),
        "Northshire Board and Easton Trust become Care on 1 April 2027.",
    ),
    (
        Merge(section="organisations", ids=("easton-trust",), into=Body(id="board")),
        "Northshire Board takes in Easton Trust on 1 April 2027.",
    ),
    (
        Split(id="board", into=(Body(id="a", title="A", takes=("falls",)), Body(id="b", title="B"))),
        "Northshire Board is split on 1 April 2027 into A (which takes “Falls prevention”) and B.",
    ),
    (Vacate(id="easton-dph"), "Director (Easton Council) is vacant from 1 April 2027."),
    (
        Move(section="responsibilities", id="falls", to="board", at="easton"),
        "Northshire Board leads on “Falls prevention” in Easton from 1 April 2027.",
    ),
    (
        Move(section="responsibilities", id="falls", to="board"),
        "Northshire Board leads on “Falls prevention” from 1 April 2027.",
    ),
    (
        Move(section="roles", id="easton-dph", to="board"),
        "The post Director moves to Northshire Board on 1 April 2027.",
    ),
    (Move(section="areas", id="easton", to="westby"), "Easton lies within Westby from 1 April 2027."),
    (Move(section="areas", id="easton", to="board"), "Easton is the area of Northshire Board from 1 April 2027."),
    (
        Assign(
            assignment=Assignment(
                responsibility="falls", at="easton", leads=("kind:dph",), delivers=("easton-trust",), status="proposed"
            )
        ),
        "It is proposed that the director of public health of each area leads on “Falls prevention” in Easton; "
        "Easton Trust delivers it, from 1 April 2027.",
    ),
    (
        Assign(
            assignment=Assignment(
                responsibility="falls",
                at="easton",
                leads=("board", "easton-trust"),
                consulted=("board", "easton-trust"),
            )
        ),
        "Northshire Board and Easton Trust lead on “Falls prevention” in Easton; "
        "Northshire Board and Easton Trust are consulted on it, from 1 April 2027.",
    ),
    (
        Unassign(responsibility="falls", party="board", at="easton", part=Part.CONTRIBUTES),
        "Northshire Board no longer contributes to “Falls prevention” in Easton, from 1 April 2027.",
    ),
    (
        Agree(agreement=Agreement(id="new", title="New pact", parties=("board", "easton-trust"))),
        "“New pact” is agreed between Northshire Board and Easton Trust, from 1 April 2027.",
    ),
    (
        Set(section="organisations", id="board", field="name", said="NHS Board", values=(("name", "NHS Board"),)),
        "The field “name” of Northshire Board becomes “NHS Board”, from 1 April 2027.",
    ),
    (
        Set(section="roles", id="joint-post", field="holder", said="", values=(("holder", ""),)),
        "The field “holder” of Joint post is left empty, from 1 April 2027.",
    ),
]


@pytest.mark.parametrize(("operation", "sentence"), SENTENCES, ids=[said[:40] for _, said in SENTENCES])
def test_each_operation_is_a_sentence(operation: Operation, sentence: str) -> None:
    landscape, change_set = world(), ChangeSet(on=ON, changes=(operation,))
    changed = apply(landscape, change_set, ON).landscape
    assert describe(changed, change_set, ON, landscape) == (sentence,)
