"""How two graphs differ: every kind of difference, entries, load, renames; and that order never matters."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolemap import graph
from rolemap.changes import (
    Agree,
    Assign,
    Became,
    Body,
    CellChange,
    ChangeSet,
    Comparison,
    Merge,
    Operation,
    Remove,
    Set,
    Unassign,
    Vacate,
    apply,
    compare,
)
from rolemap.graph import opened_without
from rolemap.model import Agreement, Assignment, Cover, Landscape, Part
from rolemap.reports.diff import as_data
from tests import worlds
from tests.changes.world import ON, WORLD, after, world


def differing(new: Landscape, old: Landscape | None = None) -> Comparison:
    return compare(graph.build(old or world(), ON), graph.build(new, ON))


def cells(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [(one.change.value, one.responsibility, one.area) for one in comparison.cells]


def assign(**parts: object) -> Operation:
    return Assign(assignment=Assignment(responsibility="smoking", **parts))  # type: ignore[arg-type]


SMOKING = Unassign(responsibility="smoking", party="westby-council", at="westby")
BARE = after(SMOKING)

CASES: dict[str, tuple[Landscape, Landscape, list[tuple[str, str, str]]]] = {
    "opened": (world(), BARE, [("opened", "smoking", "westby")]),
    "cleared": (BARE, world(), [("cleared", "smoking", "westby")]),
    "contested": (
        world(),
        after(assign(at="westby", leads=("easton-trust",))),
        [("contested", "smoking", "westby")],
    ),
    "settled": (
        after(assign(at="westby", leads=("easton-trust",))),
        world(),
        [("cleared", "smoking", "westby")],
    ),
    "vacant": (world(), after(Vacate(id="easton-dph")), [("vacant", "falls", "easton")]),
    "moved": (
        world(),
        after(SMOKING, assign(at="westby", leads=("easton-trust",))),
        [("moved", "smoking", "westby")],
    ),
    "passed": (
        world(),
        after(Merge(section="organisations", ids=("board", "easton-trust"), into=Body(id="care", title="Care"))),
        [
            ("passed", "smoking", "northshire"),
            ("parts", "falls", "easton"),
            ("parts", "falls", "westby"),
            ("parts", "smoking", "easton"),
        ],
    ),
    "lost backing": (
        world(),
        after(Remove(id="falls-pact")),
        [("lost-backing", "falls", "easton"), ("lost-backing", "falls", "westby")],
    ),
    "gained backing": (
        world(),
        after(Agree(agreement=Agreement(id="p", title="P", covers=(Cover(responsibility="smoking", at="westby"),)))),
        [("gained-backing", "smoking", "westby")],
    ),
    "needed": (
        world(),
        after(
            Set(
                section="responsibilities",
                id="falls",
                field="needs_lead_at",
                said="",
                values=(("needs_lead_at", ("place", "system")),),
            )
        ),
        [("needed", "falls", "northshire")],
    ),
    "not needed": (
        world(),
        after(Remove(id="falls")),
        [("not-needed", "falls", "easton"), ("not-needed", "falls", "westby")],
    ),
    "proposed": (
        BARE,
        after(assign(at="westby", leads=("easton-trust",), status="proposed"), start=BARE),
        [("proposed", "smoking", "westby")],
    ),
    "proposal gone": (
        after(assign(at="westby", leads=("easton-trust",), status="proposed"), start=BARE),
        BARE,
        [("proposal-gone", "smoking", "westby")],
    ),
    "parts": (
        world(),
        after(Unassign(responsibility="falls", party="board", at="westby", part=Part.CONTRIBUTES)),
        [("parts", "falls", "westby")],
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_each_difference_is_told_as_what_it_is(
    old: Landscape, new: Landscape, expected: list[tuple[str, str, str]]
) -> None:
    assert cells(differing(new, old)) == expected


ONLY_BOARDS = WORLD.replace("needs_lead_at: [place, system]}", "needs_lead_at: [system], needs_lead_where: [icb]}")


def test_a_duty_of_a_body_that_nobody_follows_is_open() -> None:
    landscape = worlds.landscape(ONLY_BOARDS)
    found = differing(after(Remove(id="board"), start=landscape), landscape)
    assert [one.change for one in found.of(CellChange.OPENED, CellChange.LAPSED)] == [CellChange.OPENED]


def test_a_duty_of_a_body_that_one_of_another_kind_follows_has_lapsed() -> None:
    followed = "type: icb, area: northshire, until: 2026-12-31, becomes: easton-council"
    landscape = worlds.landscape(ONLY_BOARDS.replace("type: icb, area: northshire", followed))
    found = compare(graph.build(landscape, date(2026, 7, 1)), graph.build(landscape, ON))
    assert [one.change for one in found.of(CellChange.OPENED, CellChange.LAPSED)] == [CellChange.LAPSED]


def test_what_opens_is_what_the_graph_says_would_open() -> None:
    for id in ("board", "easton-council", "westby-council", "easton-dph"):
        before = graph.build(world(), ON)
        found = compare(before, graph.build(after(Remove(id=id)), ON))
        opened = {(one.responsibility, one.area) for one in found.of(CellChange.OPENED, CellChange.LAPSED)}
        assert opened == {(cell.responsibility, cell.area) for cell in opened_without(before, {id})}, id


def test_a_map_and_itself_do_not_differ() -> None:
    found = differing(world())
    assert not found
    assert (found.cells, found.entries, found.loads, found.suggestions) == ((), (), (), ())
    assert found.before == found.after


def test_two_days_of_one_map_differ_by_what_ends_between_them() -> None:
    landscape = worlds.landscape(
        WORLD.replace("type: icb, area: northshire", "type: icb, area: northshire, until: 2026-12-31")
    )
    found = compare(graph.build(landscape, date(2026, 7, 1)), graph.build(landscape, ON))
    assert [(one.id, one.became) for one in found.entries] == [("board", Became.ENDED)]
    assert ("opened", "smoking", "northshire") in cells(found)
    assert [(one.agreement, one.parties) for one in found.broken] == [("falls-pact", ("board",))]


def test_entries_say_which_fields_differ() -> None:
    new = worlds.landscape(WORLD.replace("title: Joint post", "title: Joint lead").replace("Old Trust", "Older Trust"))
    [change] = differing(new).entries
    assert (change.section, change.id, change.became, change.fields) == (
        "roles",
        "joint-post",
        Became.CHANGED,
        ("title",),
    )


def test_load_grows_where_somebody_takes_over() -> None:
    found = differing(
        after(
            Unassign(responsibility="smoking", party="westby-council", at="westby"),
            assign(at="westby", leads=("board",)),
        )
    )
    assert [(one.party, one.before, one.after) for one in found.loads] == [("board", 1, 2), ("westby-council", 1, 0)]


# Renames


def renamed(old: str, new: str) -> Comparison:
    return differing(worlds.landscape(WORLD.replace(old, new)))


def test_a_new_id_with_the_same_title_is_a_suggestion_and_both_are_told() -> None:
    found = renamed("easton-trust", "trust-of-easton")
    assert [(one.old, one.new) for one in found.suggestions] == [("easton-trust", "trust-of-easton")]
    assert [(one.id, one.became.value) for one in found.entries] == [
        ("easton-trust", "ended"),
        ("trust-of-easton", "added"),
    ]


def test_a_new_id_elsewhere_or_of_another_kind_is_none() -> None:
    trust = "easton-trust: {name: Easton Trust, type: trust, area: easton}"
    moved = WORLD.replace("easton-trust", "new-trust").replace(
        trust.replace("easton-trust", "new-trust"), "new-trust: {name: Easton Trust, type: trust, area: westby}"
    )
    assert differing(worlds.landscape(moved)).suggestions == ()
    other = WORLD.replace("easton-trust", "new-trust").replace(
        "new-trust: {name: Easton Trust, type: trust", "new-trust: {name: Easton Trust, type: icb"
    )
    assert differing(worlds.landscape(other)).suggestions == ()


def test_a_successor_that_the_map_names_is_no_suggestion() -> None:
    merge = Merge(
        section="organisations", ids=("board", "easton-trust"), into=Body(id="new-board", title="Northshire Board")
    )
    assert differing(after(merge)).suggestions == ()


def test_the_same_code_tells_more_than_a_title() -> None:
    old = worlds.landscape(WORLD.replace("name: Easton Trust,", "name: Easton Trust, ods: RX1,"))
    new = worlds.landscape(
        WORLD.replace("easton-trust", "care").replace("name: Easton Trust,", "name: All Care, ods: RX1,")
    )
    [found] = differing(new, old).suggestions
    assert (found.old, found.new, found.why) == ("easton-trust", "care", "they have the same code")


# Order


def shuffled(landscape: Landscape, seed: int) -> Landscape:
    """Return the landscape with every section, and every list of ids in it, in another order."""
    order = random.Random(seed)
    sections = {}
    for field in fields(landscape):
        value = getattr(landscape, field.name)
        if isinstance(value, dict):
            items = list(value.items())
            order.shuffle(items)
            sections[field.name] = dict(items)
    assignments = [
        replace(one, delivers=one.delivers[::-1], contributes=one.contributes[::-1]) for one in landscape.assignments
    ]
    order.shuffle(assignments)
    return replace(landscape, **sections, assignments=tuple(assignments))


CHANGES: tuple[Operation, ...] = (
    Remove(id="board"),
    Merge(section="organisations", ids=("easton-council", "westby-council"), into=Body(id="valley", title="Valley")),
    Vacate(id="easton-dph"),
    Remove(id="falls"),
    assign(at="easton", leads=("easton-trust",)),
)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(CHANGES))
def test_order_never_matters(seed: int, change: Operation) -> None:
    changed = after(change)
    told = as_data(differing(changed))
    assert as_data(differing(shuffled(changed, seed), shuffled(world(), seed + 1))) == told
    assert not differing(shuffled(world(), seed))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(CHANGES), max_size=3, unique_by=id))
def test_there_and_back_tells_of_the_same_squares(changes: list[Operation]) -> None:
    landscape = world()
    for change in changes:
        result = apply(landscape, ChangeSet(changes=(change,)), ON)
        landscape = result.landscape
    one, other = graph.build(world(), ON), graph.build(landscape, ON)
    there, back = compare(one, other), compare(other, one)
    assert {(cell.responsibility, cell.area) for cell in there.cells} == {
        (cell.responsibility, cell.area) for cell in back.cells
    }
    assert bool(there) == bool(back)
    assert (there.before, there.after) == (back.after, back.before)
