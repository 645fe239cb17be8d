"""Change sets with mistakes: every one is reported in one go, at its place; and what each operation is read as."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from jsonschema import Draft202012Validator

from rolemap.changes import ChangeSet, Merge, Operation, Remove, Set, Split, apply
from rolemap.problems import InvalidMap, Location
from rolemap.reading.change_schema import change_set_schema
from rolemap.reading.change_sets import read_change_files, read_change_sets
from rolemap.reading.files import SourceFile
from tests.changes.world import ON, world

ROOT = Path(__file__).resolve().parents[2]


def read(*texts: str) -> tuple[ChangeSet, ...]:
    files = [SourceFile(f"{number}.yaml", dedent(text).encode()) for number, text in enumerate(texts)]
    return read_change_files(files, world(), ON)


def one(operation: str) -> Operation:
    [found] = read(f"changes:\n  - {operation}\n")
    return found.changes[0]


def problems(*texts: str) -> list[tuple[str, int, int]]:
    with pytest.raises(InvalidMap) as raised:
        read(*texts)
    return [(one.code, one.place.line, one.place.column) for one in raised.value.problems]


# What is read


def test_what_a_change_set_says_of_itself() -> None:
    [found] = read(
        """
        change_set:
          title: The merger
          on: 2027-04-01
          status: law
          note: no
          source: [A, B]
          as_at: 2026-09
        changes:
          - remove: board
        """
    )
    assert (found.title, found.on, found.status) == ("The merger", ON, "law")
    assert (found.note, found.source, found.as_at) == ("no", ("A", "B"), "2026-09")
    assert found.changes == (Remove(id="board", place=Location("0.yaml", 10, 5)),)


def test_it_may_say_nothing_of_itself() -> None:
    [found] = read("changes: [{vacate: easton-dph}]")
    assert (found.title, found.on, found.status) == ("", None, "scenario")


def test_every_operation_is_read() -> None:
    [found] = read(
        """
        changes:
          - set: {section: roles, id: joint-post, field: organisation, value: easton-council}
          - agree: {id: new-pact, title: N, parties: [board], signed: 2026-01-01, covers: [{responsibility: falls, at: easton}]}
          - assign: {responsibility: falls, at: easton, leads: easton-trust, basis: new-pact, status: agreed}
          - unassign: {responsibility: smoking, at: westby, party: westby-council}
          - move: {responsibility: smoking, to: easton-trust, at: easton, basis: claim}
          - vacate: easton-dph
          - merge: {roles: [easton-dph, westby-dph], into: {id: dph, title: D, kind: dph, organisation: board, area: [easton]}}
          - split: {organisation: board, into: [{id: a, name: A, takes: [falls]}, {id: b, name: B, area: westby, type: trust}]}
          - remove: {agreement: falls-pact}
        """
    )
    kinds = [type(one).__name__ for one in found.changes]
    assert kinds == ["Set", "Agree", "Assign", "Unassign", "Move", "Vacate", "Merge", "Split", "Remove"]
    merge, split, remove = found.changes[6:]
    assert isinstance(merge, Merge)
    assert (merge.into.sort, merge.into.organisations, merge.into.areas) == ("dph", ("board",), ("easton",))
    assert isinstance(split, Split)
    assert [(body.id, body.takes, body.areas, body.sort) for body in split.into] == [
        ("a", ("falls",), (), ""),
        ("b", (), ("westby",), "trust"),
    ]
    assert isinstance(remove, Remove)
    assert remove.section == "agreements"
    assert apply(world(), found, ON).landscape.agreements["new-pact"].signed_on == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("field", "value", "values"),
    [
        ("until", "2028-03-31", (("until", date(2028, 3, 31)),)),
        ("from", "2020-01-01", (("start", date(2020, 1, 1)),)),
        ("vacant", "yes", (("vacant", True),)),
        ("vacant", "no", (("vacant", False),)),
        ("organisation", "[board]", (("organisations", ("board",)),)),
        ("area", "easton", (("areas", ("easton",)),)),
        ("title", "no", (("title", "no"),)),
        ("holder", "", (("holder", ""),)),
        ("capacity", "0.5", (("capacity", 0.5),)),
    ],
)
def test_a_field_is_set_as_a_map_would_read_it(field: str, value: str, values: tuple[tuple[str, object], ...]) -> None:
    found = one(f"set: {{section: roles, id: joint-post, field: {field}, value: {value}}}")
    assert isinstance(found, Set)
    assert found.values == values
    changed = apply(world(), ChangeSet(changes=(found,)), ON).landscape.roles["joint-post"]
    assert [(name, getattr(changed, name)) for name, _ in values] == list(values)


def test_change_sets_come_in_order_of_their_dates_and_build_on_each_other() -> None:
    later = "change_set: {on: 2027-05-01}\nchanges: [{remove: care}]"
    first = "change_set: {on: 2027-01-01}\nchanges: [{merge: {organisations: [board, easton-trust], into: {id: care}}}]"
    assert [found.on for found in read(later, first)] == [date(2027, 1, 1), date(2027, 5, 1)]
    assert problems(later) == [("unknown-reference", 2, 20)]


# Mistakes

MISTAKES: list[tuple[str, tuple[str, int, int]]] = [
    ("chagnes: []\nchanges: [{remove: board}]", ("unknown-section", 1, 1)),
    ("change_set: {title: A}", ("no-changes", 1, 1)),
    ("changes: board", ("wrong-shape", 1, 10)),
    ("changes: [board]", ("wrong-shape", 1, 11)),
    ("changes: [{remove: board, vacate: easton-dph}]", ("wrong-shape", 1, 11)),
    ("changes: [{remov: board}]", ("unknown-operation", 1, 12)),
    ("changes: [{remove: bord}]", ("unknown-reference", 1, 20)),
    ("changes: [{remove: {rol: board}}]", ("unknown-field", 1, 21)),
    ("changes: [{remove: {role: easton-dph, area: easton}}]", ("one-of", 1, 12)),
    ("changes: [{remove: [board]}]", ("wrong-shape", 1, 20)),
    ("changes: [{vacate: {role: easton-dph}}]", ("wrong-shape", 1, 20)),
    ("changes: [{vacate: board}]", ("unknown-reference", 1, 20)),
    ("changes: [{merge: {organisations: [board, x], into: {id: new}}}]", ("unknown-reference", 1, 43)),
    ("changes: [{merge: {organisations: [board, easton-trust]}}]", ("missing-field", 1, 12)),
    ("changes: [{merge: {into: {id: new}}}]", ("one-of", 1, 12)),
    ("changes: [{merge: {organisations: board, into: {id: new}}}]", ("nothing-to-merge", 1, 35)),
    (
        "changes: [{remove: board}, {merge: {organisations: [board, easton-trust], into: {id: new}}}]",
        ("ended-already", 1, 53),
    ),
    (
        "changes: [{merge: {organisations: [board, easton-trust], into: {id: new}}}, {remove: {organisation: board}}]",
        ("ended-already", 1, 86),
    ),
    (
        "changes: [{remove: board}, {merge: {organisations: [easton-trust], into: {id: board}}}]",
        ("ended-already", 1, 74),
    ),
    ("changes: [{merge: {organisations: [board, easton-trust], into: {id: New}}}]", ("bad-id", 1, 69)),
    ("changes: [{merge: {organisations: [board, easton-trust], into: {id: easton-dph}}}]", ("duplicate-id", 1, 69)),
    (
        "changes: [{merge: {organisations: [board, easton-trust], into: {id: n, type: icbb}}}]",
        ("unknown-reference", 1, 78),
    ),
    ("changes: [{split: {organisation: board, into: {id: a}}}]", ("wrong-shape", 1, 47)),
    ("changes: [{split: {organisation: board, into: [{id: a}, {id: b, takes: x}]}}]", ("unknown-reference", 1, 65)),
    ("changes: [{move: {to: board}}]", ("one-of", 1, 12)),
    ("changes: [{move: {role: easton-dph, to: bord}}]", ("unknown-reference", 1, 41)),
    ("changes: [{assign: {responsibility: falls, at: easton, leads: kind:dhp}}]", ("unknown-reference", 1, 56)),
    ("changes: [{assign: {responsibility: falls, at: easton, leads: [board, x]}}]", ("unknown-reference", 1, 71)),
    ("changes: [{assign: {responsibility: falls, leads: board}}]", ("missing-field", 1, 12)),
    ("changes: [{unassign: {responsibility: falls, party: board, part: led}}]", ("unknown-choice", 1, 66)),
    ("changes: [{unassign: {responsibility: falls, at: easton, party: board}}]", ("nothing-to-unassign", 1, 65)),
    ("changes: [{agree: {title: A}}]", ("missing-field", 1, 12)),
    ("changes: [{agree: {id: falls-pact, title: A}}]", ("duplicate-id", 1, 24)),
    ("changes: [{agree: {id: a, title: A, covers: [{responsibility: fall}]}}]", ("unknown-reference", 1, 63)),
    ("changes: [{set: {section: rolls, id: a, field: title}}]", ("unknown-choice", 1, 27)),
    ("changes: [{set: {section: roles, id: a, field: title, value: A}}]", ("unknown-reference", 1, 38)),
    ("changes: [{set: {section: roles, id: joint-post, field: titel, value: A}}]", ("unknown-field", 1, 57)),
    ("changes: [{set: {section: roles, id: joint-post, field: until, value: soon}}]", ("not-a-date", 1, 71)),
    ("changes: [{set: {section: roles, id: joint-post, field: title}}]", ("missing-field", 1, 12)),
    ("changes: [{set: {section: roles, id: joint-post, field: kind, value: dhp}}]", ("unknown-reference", 1, 70)),
    (
        "changes: [{set: {section: organisations, id: old-trust, field: from, value: 2021-01-01}}]",
        ("ends-before-start", 1, 77),
    ),
    ("changes: [{set: {section: areas, id: northshire, field: within, value: [easton]}}]", ("circle", 1, 72)),
    ("changes: [{set: {section: responsibilities, id: falls, field: part_of, value: falls}}]", ("circle", 1, 79)),
    (
        "changes: [{set: {section: agreements, id: falls-pact, field: supersedes, value: falls-pact}}]",
        ("circle", 1, 81),
    ),
    (
        "changes: [{set: {section: roles, id: easton-dph, field: accountable_to, value: [{role: westby-dph}]}}]",
        ("circle", 1, 80),
    ),
    ("change_set: {on: 1 April}\nchanges: [{remove: board}]", ("not-a-date", 1, 18)),
    ("change_set: {status: maybe}\nchanges: [{remove: board}]", ("unknown-choice", 1, 22)),
    ("change_set: [a]\nchanges: [{remove: board}]", ("wrong-shape", 1, 13)),
    ("changes: [&a {remove: board}]", ("anchor", 1, 11)),
    ("changes: [{remove: board}", ("unclosed-bracket", 1, 10)),
]


@pytest.mark.parametrize(("text", "expected"), MISTAKES, ids=[text[:70] for text, _ in MISTAKES])
def test_a_mistake_is_reported_at_its_place(text: str, expected: tuple[str, int, int]) -> None:
    assert problems(text) == [expected]


def test_every_mistake_is_reported_at_once_and_what_follows_from_one_is_not() -> None:
    found = problems(
        """
        change_set: {status: maybe}
        changes:
          - merge: {organisations: [x, board], into: {id: care}}
          - merge: {organisations: [board, easton-trust], into: {id: all, type: y}, extra: 1}
          - remove: care
          - remove: all
          - vacate: z
        """,
        "changes: [{remove: nothing}]",
    )
    assert [code for code, _, _ in found] == [
        "unknown-choice",
        "unknown-reference",
        "unknown-field",
        "unknown-reference",
        "unknown-reference",
    ]
    assert [line for _, line, _ in found] == [2, 4, 5, 8, 1]


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yaml").write_text("changes: [{remove: x}]\n")
    with pytest.raises(InvalidMap) as raised:
        read_change_sets([tmp_path / "one", tmp_path / "two" / "a.yaml", tmp_path / "two" / "a.yaml"], world(), ON)
    assert {one.place.file for one in raised.value.problems} == {
        (tmp_path / folder / "a.yaml").as_posix() for folder in ("one", "two")
    }
    with pytest.raises(InvalidMap, match=r"nowhere\.yaml"):
        read_change_sets([tmp_path / "nowhere.yaml"], world(), ON)


# The schema


def test_the_committed_schema_is_fresh() -> None:
    committed = json.loads((ROOT / "configs/schema/change-set.schema.json").read_text(encoding="utf-8"))
    assert committed == change_set_schema(), "run: make docs"


def accepts(text: str) -> bool:
    data = yaml.load(text, yaml.BaseLoader)
    return Draft202012Validator(change_set_schema()).is_valid(data)


def test_the_schema_accepts_every_scenario_and_each_names_it() -> None:
    Draft202012Validator.check_schema(change_set_schema())
    for path in sorted((ROOT / "configs" / "scenarios").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert accepts(text), path
        first = text.splitlines()[0].partition("$schema=")[2]
        assert (path.parent / first).resolve() == ROOT / "configs/schema/change-set.schema.json"


@pytest.mark.parametrize(
    "text",
    [
        "changes: [{remov: board}]",
        "changes: [{remove: board, vacate: a}]",
        "changes: [{merge: {organisations: [a, b]}}]",
        "change_set: {status: maybe}\nchanges: []",
        "change_set: {title: A}",
    ],
)
def test_the_schema_refuses_what_a_shape_can_refuse(text: str) -> None:
    assert not accepts(text)


def test_a_body_that_goes_on_after_a_split_may_still_be_removed() -> None:
    parts = "[{id: board, name: Board}, {id: b, name: B, takes: [falls]}]"
    [found] = read(f"changes: [{{split: {{organisation: board, into: {parts}}}}}, {{remove: board}}]")
    assert [type(one) for one in found.changes] == [Split, Remove]
