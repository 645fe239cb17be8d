"""Maps with mistakes: every one is reported in one go, at its place, with a code; nothing written changes silently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from textwrap import dedent

import pytest

from rolemap import reading
from rolemap.model import Landscape
from rolemap.problems import InvalidMap
from rolemap.reading.files import SourceFile
from tests.worlds import landscape

BASE = """
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {council: {name: Council, area: easton}}
roles: {lead: {title: Lead, organisation: council}}
responsibilities: {smoking: {title: Smoking, needs_lead_at: [place]}}
"""


def problems(text: str, *more: tuple[str, str]) -> list[tuple[str, str, int, int]]:
    files = [
        SourceFile("map.yaml", dedent(text).encode()),
        *(SourceFile(name, dedent(one).encode()) for name, one in more),
    ]
    with pytest.raises(InvalidMap) as raised:
        reading.read_files(files)
    return [(one.code, one.place.file, one.place.line, one.place.column) for one in raised.value.problems]


def one(text: str) -> tuple[str, int, int]:
    [(code, _, line, column)] = problems(text)
    return code, line, column


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("roels: {a: {title: A}}", ("unknown-section", 1, 1)),
        ("roles: {a: {titel: A, title: A}}", ("unknown-field", 1, 13)),
        ("roles:\n  a:\n    holder: A\n", ("missing-field", 2, 3)),
        ("roles: {a: }", ("missing-field", 1, 9)),
        ("roles: [a]", ("wrong-shape", 1, 8)),
        ("assignments: {a: b}", ("wrong-shape", 1, 14)),
        ("assignments: [a]", ("wrong-shape", 1, 15)),
        ("roles: {a: {title: [A, B]}}", ("wrong-shape", 1, 20)),
        ("roles: {a: {title: {b: c}}}", ("wrong-shape", 1, 20)),
        ("roles: {a: {title: A, vacant: perhaps}}", ("not-yes-or-no", 1, 31)),
        ("roles: {a: {title: A, capacity: 1:30}}", ("not-a-number", 1, 33)),
        ("roles: {a: {title: A, capacity: 1_000}}", ("not-a-number", 1, 33)),
        ("roles: {a: {title: A, capacity: .inf}}", ("not-a-number", 1, 33)),
        (f"roles: {{a: {{title: A, capacity: {'9' * 400}}}}}", ("not-a-number", 1, 33)),
        ("roles: {a: {title: A, capacity: ٣}}", ("not-a-number", 1, 33)),
        ("roles: {a: {title: A, from: ２０２６-04-01}}", ("not-a-date", 1, 29)),
        ("levels: {a: {name: A, order: 1.9}}", ("not-a-number", 1, 30)),
        ("pillars: {a: {name: A, order: first}}", ("not-a-number", 1, 31)),
        ("levels: {a: {name: A, until: 2026-03-31}}", ("no-dates-here", 1, 23)),
        ("pillars: {a: {name: A, status: proposed}}", ("no-dates-here", 1, 24)),
        ("roles: {a: {title: A, from: 2026-02-30}}", ("not-a-date", 1, 29)),
        ("roles: {a: {title: A, from: 2026}}", ("not-a-date", 1, 29)),
        ("roles: {a: {title: A, until: 9999-12-31}}", ("not-a-date", 1, 30)),
        ("roles: {a: {title: A, from: 0001-01-01}}", ("not-a-date", 1, 29)),
        ("agreements: {a: {title: A, signed: {3b: 2026-01-01}}}", ("unknown-reference", 1, 37)),
        ("roles: {a: {title: A, from: 1/4/2026}}", ("not-a-date", 1, 29)),
        ("roles: {a: {title: A, from: 2026-04-01 10:00:00}}", ("not-a-date", 1, 29)),
        ("roles: {a: {title: A, confidence: sure}}", ("unknown-choice", 1, 35)),
        ("roles: {a: {title: A, from: 2026-04-01, until: 2026-03-01}}", ("ends-before-start", 1, 48)),
        (
            "organisation_types: {b: {name: B}}\nresponsibilities: {a: {title: A, law: {kind: duty, delegated_by: b}}}",
            ("not-delegated", 2, 52),
        ),
        ("roles: {A: {title: A}}", ("bad-id", 1, 9)),
        ("roles: {a b: {title: A}}", ("bad-id", 1, 9)),
        ("roles: {é: {title: A}}", ("bad-id", 1, 9)),
        ("roles: {a: {title: A, organisation: b}}", ("unknown-reference", 1, 37)),
        ("roles: {a: {title: A, accountable_to: [{role: b}]}}", ("unknown-reference", 1, 47)),
        ("roles: {a: {title: A, source: some-page}}\nsources: {page: {title: P}}", ("unknown-reference", 1, 31)),
        ("map: {area: nowhere}", ("unknown-reference", 1, 13)),
        (
            "glossary: {a: {definitions: [{text: T, source: [A talk, some-page]}]}}\nsources: {page: {title: P}}",
            ("unknown-reference", 1, 57),
        ),
        ("map: {uses: [scotland]}", ("unknown-catalogue", 1, 13)),
        ("map: {scheme: darci}", ("unknown-choice", 1, 15)),
        ("areas: {a: {name: A, within: {b: 0.5}}, b: {name: B, within: [a]}}", ("circle", 1, 30)),
        ("areas: {a: {name: A}, b: {name: B, within: {a: 1.5}}}", ("bad-share", 1, 48)),
        ("map: {least_share: 10}", ("bad-share", 1, 20)),
        ("responsibilities: {a: {title: A, part_of: a}}", ("circle", 1, 43)),
        ("agreements: {a: {title: A, supersedes: a}}", ("circle", 1, 40)),
        (
            "agreements: {a: {title: A, supersedes: [c]}, b: {title: B, supersedes: a}, c: {title: C, supersedes: b}}",
            ("circle", 1, 40),
        ),
        ("roles: {a: {title: A, adapts: true}}", ("nothing-to-adapt", 1, 23)),
        ("roles: {a: {title: A}}\norganisations: {a: {name: A}}", ("duplicate-id", 1, 9)),
        ("areas: {place: {name: A}}\nlevels: {place: {name: A}}", ("duplicate-id", 1, 9)),
        ("agreements: {a: {title: A, delegates: {to: b}}}", ("missing-field", 1, 28)),
        ("map: {settings: {LOAD001: {most_leads: many}}}", ("not-a-number", 1, 40)),
    ],
)
def test_a_mistake_is_reported_at_its_place(text: str, expected: tuple[str, int, int]) -> None:
    found = problems(text)
    assert expected in [(code, line, column) for code, _, line, column in found]
    assert len({(code, line) for code, _, line, _ in found}) <= 2


@pytest.mark.parametrize(
    ("assignment", "code", "column"),
    [
        ("{responsibility: smokng, at: easton, leads: lead}", "unknown-reference", 20),
        ("{responsibility: smoking, at: westby, leads: lead}", "unknown-reference", 33),
        ("{responsibility: smoking, at: easton, leads: led}", "unknown-reference", 48),
        ("{responsibility: smoking, at: easton, leads: [lead, led]}", "unknown-reference", 55),
        ("{responsibility: smoking, at: easton, leads: 'kind:dph'}", "unknown-reference", 48),
        ("{responsibility: smoking, at: easton, leads: lead, basis: agreement}", "unknown-reference", 61),
        ("{responsibility: smoking, at: easton, leads: lead, status: agred}", "unknown-choice", 62),
        ("{responsibility: smoking, at: easton, lead: lead}", "unknown-field", 41),
        ("{at: easton}", "missing-field", 3),
    ],
)
def test_a_mistake_in_an_assignment(assignment: str, code: str, column: int) -> None:
    assert one(f"{BASE}assignments:\n- {assignment}\n") == (code, 8, column)


def test_everything_wrong_is_reported_in_one_go_sorted_by_place() -> None:
    found = problems(
        "roles: {a: {titel: A}}\nfoo: 1\n",
        ("b.yaml", "roles: {a: {title: B}}"),
        ("a.yaml", "areas: {x: {name: X, level: y}}\n"),
    )
    assert found == [
        ("unknown-reference", "a.yaml", 1, 29),
        ("duplicate-id", "b.yaml", 1, 9),
        ("missing-field", "map.yaml", 1, 9),
        ("unknown-field", "map.yaml", 1, 13),
        ("unknown-section", "map.yaml", 2, 1),
    ]


def test_both_places_of_a_repeated_id_are_shown() -> None:
    with pytest.raises(InvalidMap) as raised:
        reading.read_files(
            [SourceFile("a.yaml", b"roles:\n  x: {title: X}\n"), SourceFile("b.yaml", b"roles:\n  x: {title: Y}\n")]
        )
    [problem] = raised.value.problems
    assert (problem.place.file, problem.place.line) == ("b.yaml", 2)
    assert [(place.file, place.line) for place in problem.related] == [("a.yaml", 2)]


def test_the_nearest_valid_choice_is_offered() -> None:
    with pytest.raises(InvalidMap) as raised:
        landscape(BASE + "assignments: [{responsibility: smokin, at: eastn, leads: leed, status: agred}]")
    hints = " ".join(problem.hint for problem in raised.value.problems)
    assert [word in hints for word in ('"smoking"', '"easton"', '"lead"', '"agreed"')] == [True] * 4


@pytest.mark.parametrize(
    "written",
    ["no", "on", "007", "1:30", "12:30:00", "2026-04-01", "1e3", "0x10", "NaN", "true", "1_000", "=", "é", "=1+1"],
)
def test_text_stays_as_written(written: str) -> None:
    assert landscape(f"roles: {{a: {{title: {written}}}}}").roles["a"].title == written


def test_ids_that_yaml_tools_mistype_stay_ids() -> None:
    found = landscape("roles: {no: {title: A}, on: {title: B}, 007: {title: C}, null: {title: D}}")
    assert list(found.roles) == ["no", "on", "007", "null"]


def test_a_source_is_free_text_in_a_map_without_sources_of_its_own() -> None:
    assert landscape("map: {uses: england}\nroles: {a: {title: A, source: minutes}}").roles["a"].source == ("minutes",)


def test_an_unfinished_map_loads() -> None:
    empty: list[Landscape] = [landscape(text) for text in ("", "map:", "roles:\nareas:\n", "map: {title: }\n")]
    assert [len(one.roles) for one in empty] == [0, 0, 0, 0]
    assert landscape("roles: {a: {title: A, note: , organisation: }}").roles["a"].organisations == ()


def test_dates_and_common_fields_are_kept() -> None:
    role = landscape(
        """
        sources: {page: {title: A page}}
        roles:
          a:
            title: A
            from: 2026-04-01
            until: 2027-03-31
            status: proposed
            source: [page, "Council minutes, May 2026"]
            confidence: assumed
            as_at: 2026-05
            tags: [x, y, x]
        """
    ).roles["a"]
    assert (role.start, role.until, role.status) == (date(2026, 4, 1), date(2027, 3, 31), "proposed")
    assert (role.source, role.tags, role.as_at) == (("page", "Council minutes, May 2026"), ("x", "y"), "2026-05")
    assert (role.place.line, role.place.column) == (4, 3)


def test_a_role_works_where_its_organisations_work_unless_it_says_otherwise() -> None:
    text = """
    areas: {e: {name: E}, w: {name: W}, n: {name: N}}
    organisations: {a: {name: A, area: [e, n]}, b: {name: B, area: w}}
    roles: {joint: {title: J, organisation: [a, b]}, own: {title: O, organisation: a, area: w}, none: {title: N}}
    """
    found = landscape(text).roles
    assert [found[id].areas for id in ("joint", "own", "none")] == [("e", "n", "w"), ("w",), ()]


def test_a_map_adapts_a_catalogue_entry_only_by_saying_so() -> None:
    said = "map: {uses: england}\nareas:\n  bolton: {name: Bolton borough%s}\n"
    assert one(said % "") == ("duplicate-id", 3, 3)
    found = landscape(said % ", adapts: true").areas["bolton"]
    assert (found.name, found.level, found.catalogue) == ("Bolton borough", "place", "")


def test_a_map_may_be_split_into_files_in_any_way() -> None:
    whole = landscape(BASE)
    pieces = [SourceFile(f"{number}.yaml", line.encode()) for number, line in enumerate(BASE.strip().splitlines())]
    split = reading.read_files(reversed(pieces))
    assert {id: one.organisations for id, one in split.roles.items()} == {
        id: one.organisations for id, one in whole.roles.items()
    }
    assert list(split.responsibilities) == list(whole.responsibilities)


def test_a_broken_file_does_not_make_false_alarms_about_what_it_holds() -> None:
    found = problems("roles: {a: {title: A, organisation: b}}", ("b.yaml", "organisations: {b: {name: B"))
    assert [(code, file) for code, file, _, _ in found] == [(found[0][0], "b.yaml")]


def test_a_misspelt_catalogue_is_the_one_thing_reported() -> None:
    text = "map: {uses: [englnd]}\nassignments: [{responsibility: stop-smoking, at: place, leads: 'type:icb'}]\n"
    assert one(text) == ("unknown-catalogue", 1, 13)


def test_a_small_file_that_asks_for_millions_of_squares_is_refused() -> None:
    areas = "".join(f"  a{n}: {{name: A, level: p}}\n" for n in range(200))
    things = "".join(f"  r{n}: {{title: R, needs_lead_at: [p]}}\n" for n in range(200))
    text = f"levels: {{p: {{name: P}}}}\nareas:\n{areas}responsibilities:\n{things}"
    source = SourceFile("map.yaml", text.encode())
    assert len(reading.read_files([source]).responsibilities) == 200
    with pytest.raises(InvalidMap) as raised:
        reading.read_files([source], reading.UPLOAD)
    assert [one.code for one in raised.value.problems] == ["too-many-squares"]


def test_long_chains_and_circles_are_told_soon_and_briefly() -> None:
    chain = "".join(f"  a{n}: {{name: A, within: [a{n + 1}]}}\n" for n in range(5_000))
    assert len(landscape(f"areas:\n{chain}  a5000: {{name: A}}\n").areas) == 5_001
    with pytest.raises(InvalidMap) as raised:
        landscape(f"areas:\n{chain}  a5000: {{name: A, within: [a0]}}\n")
    [problem] = raised.value.problems
    assert problem.code == "circle"
    assert len(problem.sentence) < 200


MEANT = (
    BASE
    + """
agreement_types: {memorandum-of-understanding: {name: Memorandum of understanding}, care-by-others: {name: Care by others}}
role_kinds: {director-of-public-health: {title: Director of public health, also_known_as: [DPH, Public health boss]}}
"""
)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("agreements: {a: {title: A, type: MOU}}", 'Did you mean "memorandum-of-understanding"?'),
        ("agreements: {a: {title: A, type: CO}}", 'Did you mean "care-by-others"?'),
        ("agreements: {a: {title: A, type: MoU}}", 'Did you mean "memorandum-of-understanding"?'),
        ("agreements: {a: {title: A, type: memorandum_of_understanding}}", '"memorandum-of-understanding"'),
        ("agreements: {a: {title: A, area: Easton}}", 'Did you mean "easton"?'),
        ("assignments: [{responsibility: smoking, at: borough}]", "Levels are: place."),
        (
            "assignments: [{responsibility: smoking, at: easton, leads: DPH}]",
            'Did you mean "kind:director-of-public-health"?',
        ),
        ("agreements: {a: {title: A, parties: [L]}}", "Looked in roles and organisations."),
        ("objectives: {a: {title: A, owner: COUNCIL}}", 'Did you mean "council"?'),
    ],
)
def test_names_and_first_letters_are_understood_in_hints(text: str, hint: str) -> None:
    with pytest.raises(InvalidMap) as raised:
        landscape(MEANT + text)
    [problem] = raised.value.problems
    assert problem.code == "unknown-reference"
    assert hint in problem.hint


@pytest.mark.parametrize("kind", ["DPH", "public health boss", "director of public health"])
def test_a_kind_of_role_is_found_by_other_words_for_it(kind: str) -> None:
    with pytest.raises(InvalidMap) as raised:
        landscape(MEANT.replace("organisation: council}", f"organisation: council, kind: {kind}}}"))
    assert 'Did you mean "director-of-public-health"?' in raised.value.problems[0].hint


def test_more_roles_and_organisations_than_an_upload_may_have_are_refused_at_the_first_too_many() -> None:
    limits = replace(reading.UPLOAD, parties=3)
    text = "roles: {a: {title: A}, b: {title: B}}\norganisations:\n  c: {name: C}\n"
    assert len(reading.read_files([SourceFile("map.yaml", text.encode())], limits).roles) == 2
    with pytest.raises(InvalidMap) as raised:
        reading.read_files([SourceFile("map.yaml", f"{text}  d: {{name: D}}\n".encode())], limits)
    assert [(one.code, one.place.line) for one in raised.value.problems] == [("too-many-parties", 4)]
    assert reading.UPLOAD.parties < reading.LOCAL.parties


@pytest.mark.parametrize("half", ["ud83d\\ude00", "uD83D"])
def test_half_characters_of_json_say_how_to_write_them_whole(half: str) -> None:
    with pytest.raises(InvalidMap) as raised:
        landscape(f'areas: {{a: {{name: "x \\{half}"}}}}')
    [problem] = raised.value.problems
    assert problem.code == "bad-escape"
    assert "JSON" in problem.sentence
    assert "ensure_ascii=False" in problem.hint
