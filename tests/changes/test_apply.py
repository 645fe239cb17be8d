"""Each operation by itself: what it ends, what it makes, whom everything names afterwards, and what it leaves loose."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from rolemap.changes import (
    Agree,
    Applied,
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
)
from rolemap.graph import State
from rolemap.model import Agreement, Assignment, Cover, Landscape, Part
from rolemap.problems import InvalidMap, Location
from tests.changes.world import BEFORE, ON, after, cell, leads, loose, world

MERGER = Merge(
    section="organisations",
    ids=("easton-council", "westby-council"),
    into=Body(id="valley-council", title="Valley Council"),
)
SPLIT = Split(
    id="board",
    into=(
        Body(id="north-board", title="North Board", takes=("smoking", "falls-money")),
        Body(id="south-board", title="South Board", areas=("easton",)),
    ),
)
EVERY: dict[str, Operation] = {
    "remove": Remove(id="board"),
    "merge": MERGER,
    "split": SPLIT,
    "vacate": Vacate(id="easton-dph"),
    "move": Move(section="responsibilities", id="smoking", to="easton-trust", at="easton"),
    "assign": Assign(assignment=Assignment(responsibility="falls", at="easton", leads=("easton-trust",))),
    "unassign": Unassign(responsibility="smoking", party="easton-council", at="easton"),
    "agree": Agree(agreement=Agreement(id="new-pact", title="New pact", parties=("board",))),
    "set": Set(section="organisations", id="board", field="name", said="New name", values=(("name", "New name"),)),
}
each = pytest.mark.parametrize("operation", EVERY.values(), ids=EVERY)


# Of every operation


@each
def test_what_came_in_is_not_changed(operation: Operation) -> None:
    landscape = world()
    kept = deepcopy(landscape)
    after(operation, start=landscape)
    assert landscape == kept


@each
def test_it_changes_something_on_its_day_and_nothing_before(operation: Operation) -> None:
    landscape = world()
    change_set = ChangeSet(on=ON, changes=(operation,))
    assert apply(landscape, change_set, BEFORE) == Applied(landscape, ())
    assert apply(landscape, change_set, ON).landscape != landscape


@each
@pytest.mark.parametrize("second", EVERY.values(), ids=EVERY)
def test_one_after_the_other_is_the_same_as_both_at_once(operation: Operation, second: Operation) -> None:
    def both(landscape: Landscape, *sets: ChangeSet) -> object:
        try:
            for one in sets:
                landscape = apply(landscape, one, ON).landscape
        except InvalidMap as invalid:
            return invalid.problems
        return landscape

    at_once = both(world(), ChangeSet(changes=(operation, second)))
    in_turn = both(world(), ChangeSet(changes=(operation,)), ChangeSet(changes=(second,)))
    assert at_once == in_turn


def test_earlier_change_sets_come_first_whatever_their_order() -> None:
    first = ChangeSet(on=date(2027, 1, 1), changes=(EVERY["set"],))
    later = ChangeSet(
        on=ON, changes=(Set(section="organisations", id="board", field="name", said="", values=(("name", "Z"),)),)
    )
    for sets in ([first, later], [later, first]):
        assert apply(world(), sets, ON).landscape.organisations["board"].name == "Z"
        assert apply(world(), sets, BEFORE).landscape.organisations["board"].name == "New name"


def test_no_changes_leave_the_same_landscape() -> None:
    landscape = world()
    assert apply(landscape, ChangeSet(), ON).landscape is landscape
    assert apply(landscape, [], ON) == Applied(landscape, ())


# Remove


def test_what_is_removed_is_kept_with_its_last_day() -> None:
    changed = after(Remove(id="board"))
    assert changed.organisations["board"].until == BEFORE
    assert leads(changed, "smoking", "northshire", BEFORE) == ("board",)
    assert cell(changed, "smoking", "northshire").state is State.GAP


def test_what_had_ended_keeps_its_earlier_day() -> None:
    assert after(Remove(id="old-trust")).organisations["old-trust"].until == date(2020, 3, 31)


def test_a_joint_post_stays_and_is_a_loose_end() -> None:
    assert ("joint-post", "organisations", "board") in loose(Remove(id="board"))


def test_everything_that_named_what_is_gone_is_a_loose_end() -> None:
    assert loose(Remove(id="board")) == [
        ("falls-pact", "delegates", "board"),
        ("falls-pact", "funding", "board"),
        ("falls-pact", "parties", "board"),
        ("falls-pact", "reports_to", "board"),
        ("falls@place", "contributes", "board"),
        ("smoking@easton", "accountable", "board"),
        ("smoking@northshire", "leads", "board"),
        ("falls-money", "holder", "board"),
        ("joint-post", "organisations", "board"),
    ]


def test_posts_end_with_their_body_and_are_missed_too() -> None:
    ends = loose(Remove(id="easton-council"))
    assert ("fewer-falls", "owner", "easton-dph") in ends
    assert ("westby-dph", "accountable_to", "easton-dph") in ends


@pytest.mark.parametrize(
    ("id", "section"),
    [("easton", "areas"), ("falls", "responsibilities"), ("falls-pact", "agreements"), ("falls-money", "funding")],
)
def test_other_entries_end_in_the_same_way(id: str, section: str) -> None:
    changed = after(Remove(id=id))
    assert getattr(changed, section)[id].until == BEFORE
    assert loose(Remove(id=id)), "something named it"


# Merge


def test_who_used_a_word_stays_who_used_it() -> None:
    term = after(Merge(section="organisations", ids=("board", "easton-trust"), into=Body(id="trust"))).glossary[
        "frailty"
    ]
    assert [one.used_by for one in term.definitions] == [("board",), ("easton-trust",)]


def test_a_merger_leaves_nothing_loose_and_nothing_open() -> None:
    changed = after(MERGER)
    assert [end for end in loose(MERGER) if end[2] != "valley-council"] == []
    assert leads(changed, "smoking", "easton") == leads(changed, "smoking", "westby") == ("valley-council",)
    assert leads(changed, "falls", "easton") == ("easton-dph", "westby-dph"), "both posts now have both areas"


def test_the_merged_become_the_new_one() -> None:
    changed = after(MERGER)
    old, new = changed.organisations["easton-council"], changed.organisations["valley-council"]
    assert (old.until, old.becomes) == (BEFORE, ("valley-council",))
    assert (new.start, new.type, new.areas) == (ON, "council", ("easton", "westby"))


def test_a_merger_redirects_agreements_money_lines_and_signatures() -> None:
    changed = after(MERGER)
    pact = changed.agreements["falls-pact"]
    assert pact.parties == ("board", "valley-council")
    assert (pact.delegates[0].to, pact.funding[0].to) == ("valley-council", "valley-council")
    assert set(pact.signed) == {"board", "valley-council"}
    assert changed.roles["easton-dph"].organisations == ("valley-council",)
    assert changed.roles["easton-dph"].accountable_to[0].to == "valley-council"
    assert changed.roles["joint-post"].areas == ("easton",), "an area of its own stays"


def test_history_is_not_rewritten() -> None:
    merge = Merge(section="organisations", ids=("easton-trust", "board"), into=Body(id="care", title="Care"))
    assert after(merge).organisations["old-trust"].becomes == ("easton-trust",)


def test_one_of_those_merged_may_take_the_others_in() -> None:
    changed = after(
        Merge(section="organisations", ids=("easton-council", "westby-council"), into=Body(id="easton-council"))
    )
    assert changed.organisations["easton-council"].until is None
    assert changed.organisations["easton-council"].areas == ("easton", "westby")
    assert leads(changed, "smoking", "westby") == ("easton-council",)


def test_a_body_of_another_kind_takes_one_in_without_its_area() -> None:
    changed = after(Merge(section="organisations", ids=("easton-council",), into=Body(id="board")))
    assert changed.organisations["board"].areas == ("northshire",)
    assert changed.roles["easton-dph"].areas == ("easton",)


def test_a_proposed_body_comes_into_force() -> None:
    proposed = Set(
        section="organisations", id="easton-trust", field="status", said="", values=(("status", "proposed"),)
    )
    changed = after(proposed, Merge(section="organisations", ids=("board",), into=Body(id="easton-trust")))
    assert changed.organisations["easton-trust"].status == ""
    assert leads(changed, "smoking", "northshire") == ("easton-trust",)


def test_a_body_that_deals_with_itself_is_a_loose_end() -> None:
    merge = Merge(section="organisations", ids=("board", "easton-council"), into=Body(id="care", title="Care"))
    ends = loose(merge)
    assert ("falls-pact", "delegates", "care") in ends
    assert ("falls-pact", "funding", "care") in ends


def test_an_agreement_with_one_party_left_is_a_loose_end() -> None:
    three = Merge(
        section="organisations", ids=("board", "easton-council", "westby-council"), into=Body(id="care", title="Care")
    )
    assert ("falls-pact", "parties", "falls-pact") in loose(three)


def test_roles_merge_and_do_not_answer_to_themselves() -> None:
    changed = after(Merge(section="roles", ids=("easton-dph", "westby-dph"), into=Body(id="joint-dph", title="Joint")))
    new = changed.roles["joint-dph"]
    assert (new.kind, new.organisations, new.areas) == (
        "dph",
        ("easton-council", "westby-council"),
        ("easton", "westby"),
    )
    assert [line.to for line in new.accountable_to] == ["easton-council"]
    assert changed.objectives["fewer-falls"].owner == "joint-dph"
    assert leads(changed, "falls", "westby") == ("joint-dph",)


# Split


def test_each_part_of_a_split_stands_for_what_it_takes() -> None:
    changed = after(SPLIT)
    assert leads(changed, "smoking", "northshire") == ("north-board",)
    assert changed.funding["falls-money"].holder == "north-board"
    assert changed.roles["joint-post"].organisations == ("easton-council", "south-board"), "by its area"
    assert changed.organisations["board"].becomes == ("north-board", "south-board")
    assert cell(changed, "smoking", "easton").accountable == ("north-board",), "the work before the area"


def test_what_nobody_takes_is_loose() -> None:
    ends = loose(SPLIT)
    assert ("falls@place", "contributes", "board") in ends
    assert ("falls-pact", "parties", "board") in ends
    assert ("smoking@northshire", "leads", "board") not in ends


# Vacate, move, assign, unassign, agree, set


def test_a_vacated_post_leaves_its_squares_vacant() -> None:
    assert cell(after(Vacate(id="easton-dph")), "falls", "easton").state is State.VACANT


def test_a_responsibility_moves_in_one_area_and_others_keep_their_parts() -> None:
    changed = after(Move(section="responsibilities", id="falls", to="easton-trust", at="easton", basis="claim"))
    found = cell(changed, "falls", "easton")
    assert (found.leads, found.delivers, found.contributes) == (("easton-trust",), ("easton-trust",), ("board",))
    assert leads(changed, "falls", "westby") == ("westby-dph",)
    assert found.candidates[0].basis == "claim"


def test_a_responsibility_moves_everywhere() -> None:
    changed = after(Move(section="responsibilities", id="smoking", to="easton-trust"))
    assert {leads(changed, "smoking", area) for area in ("easton", "westby", "northshire")} == {("easton-trust",)}
    old = next(one for one in changed.assignments if one.at == "westby")
    assert (old.leads, old.until) == (("westby-council",), BEFORE), "what was said before is kept"


def test_a_responsibility_nobody_speaks_of_can_move() -> None:
    bare = after(
        *(Unassign(responsibility="smoking", party=one) for one in ("board", "easton-council", "westby-council"))
    )
    changed = after(Move(section="responsibilities", id="smoking", to="easton-trust"), start=bare)
    assert leads(changed, "smoking", "easton") == ("easton-trust",)


def test_a_post_moves_with_its_line_and_area() -> None:
    changed = after(Move(section="roles", id="easton-dph", to="westby-council"))
    post = changed.roles["easton-dph"]
    assert (post.organisations, post.areas) == (("westby-council",), ("westby",))
    assert post.accountable_to[0].to == "westby-council"


def test_an_area_moves_within_another_or_to_another_body() -> None:
    assert after(Move(section="areas", id="easton", to="westby")).areas["easton"].within == {"westby": None}
    changed = after(Move(section="areas", id="easton", to="westby-council"))
    assert changed.organisations["westby-council"].areas == ("westby", "easton")
    assert changed.organisations["easton-council"].areas == ()
    assert changed.organisations["easton-trust"].areas == ("easton",), "a body of another type keeps it"


def test_an_assignment_begins_on_the_day() -> None:
    changed = after(EVERY["assign"])
    assert changed.assignments[-1].start == ON
    assert leads(changed, "falls", "easton") == ("easton-trust",)


def test_a_part_is_taken_by_name() -> None:
    changed = after(Unassign(responsibility="falls", party="board", at="easton", part=Part.CONTRIBUTES))
    assert cell(changed, "falls", "easton").contributes == ()
    assert cell(changed, "falls", "westby").contributes == ("board",)


def test_a_part_is_taken_from_one_whom_a_pattern_names() -> None:
    changed = after(Unassign(responsibility="falls", party="easton-dph", at="easton"))
    assert cell(changed, "falls", "easton").state is State.GAP
    assert leads(changed, "falls", "westby") == ("westby-dph",)


def test_an_agreement_backs_from_its_day() -> None:
    covers = (Cover(responsibility="smoking", at="westby"),)
    changed = after(Agree(agreement=Agreement(id="new", title="New", parties=("westby-council",), covers=covers)))
    assert cell(world(), "smoking", "westby").backed is False
    assert cell(changed, "smoking", "westby").backed is True
    assert (changed.agreements["new"].start, changed.agreements["new"].status) == (ON, "agreed")


# What does not fit

UNFIT = [
    (Remove(id="bord"), 'Nothing in this map has the id "bord". Did you mean "board"?'),
    (Remove(id="falls", section="roles"), 'There is no role called "falls".'),
    (Merge(section="organisations", ids=("board",), into=Body(id="new")), "There is nothing to merge here."),
    (Merge(section="organisations", ids=("board", "x"), into=Body(id="new")), 'There is no organisation called "x".'),
    (
        Merge(section="organisations", ids=("board", "easton-trust"), into=Body(id="easton-dph")),
        "already the id of a role",
    ),
    (Merge(section="organisations", ids=("board", "easton-trust"), into=Body(id="A b")), '"A b" cannot be an id.'),
    (
        Merge(section="roles", ids=("easton-dph", "westby-dph"), into=Body(id="n", sort="x")),
        'no kind of role called "x"',
    ),
    (Split(id="board", into=(Body(id="one"),)), "A split needs at least two"),
    (Split(id="board", into=(Body(id="one"), Body(id="one"))), '"one" is named twice.'),
    (Split(id="board", into=(Body(id="one", takes=("x",)), Body(id="two"))), 'called "x"'),
    (Vacate(id="board"), 'There is no role called "board".'),
    (Move(section="roles", id="easton-dph", to="westby-dph"), 'There is no organisation called "westby-dph".'),
    (Move(section="areas", id="northshire", to="easton"), "An area cannot lie within itself."),
    (Move(section="responsibilities", id="falls", to="board", basis="x"), 'There is no agreement called "x".'),
    (Unassign(responsibility="falls", party="easton-trust", at="easton"), "is not among those recorded"),
    (Unassign(responsibility="falls", party="easton-dph"), "Name the area"),
    (Assign(assignment=Assignment(responsibility="falls", at="easton", leads=("kind:dhp",))), 'Did you mean "dph"?'),
    (Agree(agreement=Agreement(id="falls-pact", title="Again")), "is already the id of an agreement."),
    (Set(section="roles", id="x", field="title", said="", values=(("title", "T"),)), 'There is no role called "x".'),
    (
        Set(section="organisations", id="board", field="type", said="", values=(("type", "x"),)),
        'organisation type called "x"',
    ),
]


@pytest.mark.parametrize(("operation", "said"), UNFIT, ids=[said[:30] for _, said in UNFIT])
def test_what_does_not_fit_is_a_problem_with_the_nearest_id(operation: Operation, said: str) -> None:
    with pytest.raises(InvalidMap) as caught:
        after(operation)
    assert said in str(caught.value)


def test_an_id_of_two_entries_must_say_which() -> None:
    landscape = after(Agree(agreement=Agreement(id="falls", title="Falls agreement")))
    with pytest.raises(InvalidMap, match="is the id of 2 entries: responsibility and agreement"):
        after(Remove(id="falls"), start=landscape)
    assert after(Remove(id="falls", section="agreements"), start=landscape).responsibilities["falls"].until is None


def test_all_that_does_not_fit_is_told_at_once_and_once() -> None:
    place = Location("changes.yaml", 1, 1)
    wrong = Merge(section="organisations", ids=("x", "board"), into=Body(id="new"), place=place)
    with pytest.raises(InvalidMap) as caught:
        after(wrong, Remove(id="new"), Vacate(id="y"))
    sentences = [problem.sentence for problem in caught.value.problems]
    assert sentences == ['There is no role called "y".', 'There is no organisation called "x".']
