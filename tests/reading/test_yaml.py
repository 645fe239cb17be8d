"""YAML to plain values: what is kept, where it stands, and what is refused with which code at which place."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rolemap.problems import InvalidMap, Location, Problem
from rolemap.reading import events
from rolemap.reading.limits import LOCAL, Limits
from rolemap.reading.sources import SourceFile
from rolemap.reading.syntax import MOST_SHOWN, shown, syntax_problem
from rolemap.reading.yaml import Mapping, Sequence, parse, parse_all, positions

SMALL = Limits(file_bytes=2_000, map_bytes=4_000, files=3, depth=4, nodes=40, scalar=30)

Found = list[tuple[str, int, int]]


def every(files: Iterable[SourceFile], limits: Limits) -> dict[str, Mapping]:
    """Return what all files say. Raises InvalidMap with what is wrong in any."""
    read, problems = parse_all(files, limits)
    if problems:
        raise InvalidMap(problems)
    return read


def read(text: str | bytes, limits: Limits = LOCAL) -> Mapping:
    return parse(text.encode() if isinstance(text, str) else text, "map.yaml", limits)


def problems(text: str | bytes, limits: Limits = LOCAL) -> Found:
    with pytest.raises(InvalidMap) as caught:
        read(text, limits)
    return [(one.code, one.place.line, one.place.column) for one in caught.value.problems]


@pytest.fixture(params=["libyaml", "python"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.setattr(events, "CParser", None)


# What is kept


WORDS = ["no", "on", "true", "Null", "NULL", "=", "a#b", "a:b", "ends with a full stop.", "£5 – a dash", "\U0001f600"]
NUMBERS = ["007", "1_000", "0x1F", "12:30:45", "2026-02-31", "2026-01-01", "1e3", ".inf", "1.10", "+44", "9" * 5_000]


@pytest.mark.parametrize("written", WORDS + NUMBERS)
@pytest.mark.usefixtures("_parser")
def test_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert read(f"a: {written}\nb: [{written}]\n") == {"a": written, "b": [written]}


@pytest.mark.parametrize(
    ("written", "value"),
    [("", None), ("~", None), ("null", None), ("''", ""), ('"~"', "~"), ("'null'", "null"), ("|-\n  null", "null")],
)
@pytest.mark.usefixtures("_parser")
def test_only_an_empty_value_a_tilde_and_null_are_nothing(written: str, value: str | None) -> None:
    assert read(f"a: {written}\n") == {"a": value}


@pytest.mark.parametrize("key", ["no", "null", "~", "007", "2026-01-01", "a b", "é"])
def test_key_stays_the_text_that_was_written(key: str) -> None:
    assert list(read(f"{key}: x\n")) == [key]


@pytest.mark.parametrize("text", ["", "\ufeff", "# only a comment\n", "---\n", "\n\n", "~\n", "--- # nothing\n...\n"])
@pytest.mark.usefixtures("_parser")
def test_file_without_content_is_an_empty_mapping(text: str) -> None:
    found = read(text)
    assert (found, found.line, found.column) == ({}, 1, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_byte_order_mark_and_all_line_ends_are_read(end: str, mark: str) -> None:
    found = read(mark + end.join(["a:", "  - x", "  - {b: 1}", ""]))
    assert found == {"a": ["x", {"b": "1"}]}
    item = found["a"][1]  # type: ignore[index]
    assert isinstance(item, Mapping)
    assert (item.line, item.column) == (3, 5)


def test_longer_texts_are_folded_as_yaml_says() -> None:
    assert read("a: >\n  one\n  two\nb: |\n  one\n  two\nc: one\n  two\n") == {
        "a": "one two\n",
        "b": "one\ntwo\n",
        "c": "one two",
    }


def test_containers_stand_where_their_name_stands_and_items_where_they_start() -> None:
    found: Any = read("roles:\n  dph:\n    lines:\n      - role: x\n      - {role: y}\n      -\n        - z\n")
    lines = found["roles"]["dph"]["lines"]
    places = [found, found["roles"], found["roles"]["dph"], lines, *lines]
    assert [(one.line, one.column) for one in places] == [
        (1, 1),
        (1, 1),
        (2, 3),
        (3, 5),
        (4, 9),
        (5, 9),
        (7, 9),
    ]
    assert isinstance(lines, Sequence)


def test_the_garbage_collector_is_as_it_was_afterwards() -> None:
    before = gc.isenabled()
    read("a: 1")
    problems("a: [")
    assert gc.isenabled() == before
    gc.disable()
    try:
        read("a: 1")
        assert not gc.isenabled()
    finally:
        if before:
            gc.enable()


# What is refused, in YAML that can be read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\nb: 2\na: 3\n", [("duplicate-key", 3, 1)]),
        ("a:\n  x: 1\n  'x': 2\n", [("duplicate-key", 3, 3)]),
        ("a: {x: 1, y: 2, x: 3}\n", [("duplicate-key", 1, 17)]),
        ("a: 1\na: 2\na: 3\n", [("duplicate-key", 2, 1), ("duplicate-key", 3, 1)]),
        ("a: &x 1\nb: *x\n", [("anchor", 1, 4), ("alias", 2, 4)]),
        ("a: &x [1]\n*x : 2\n", [("anchor", 1, 4), ("alias", 2, 1)]),
        ("a:\n  <<: {b: 1}\n", [("merge-key", 2, 3)]),
        ("a: {<<: [{b: 1}, {c: 1}]}\n", [("merge-key", 1, 5)]),
        ("a: !!str b\n", [("tag", 1, 4)]),
        ("a: ! b\n", [("tag", 1, 4)]),
        ("a: !!python/object/apply:os.system [x]\n", [("tag", 1, 4)]),
        ("a: !x {b: 1}\n", [("tag", 1, 4)]),
        ("!x a: 1\n", [("tag", 1, 1)]),
        ("a: 1\n---\nb: 2\n", [("several-documents", 2, 1)]),
        ("---\n---\na: 1\n", [("several-documents", 2, 1)]),
        ("- a\n- b\n", [("not-a-mapping", 1, 1)]),
        ("just words\n", [("not-a-mapping", 1, 1)]),
        ("[a]: b\n", [("key-not-text", 1, 1)]),
        ("a:\n  ? {b: 1}\n  : c\n", [("key-not-text", 2, 5)]),
        ('"": b\n', [("empty-key", 1, 1)]),
        ("a: {: b}\n", [("empty-key", 1, 5)]),
        ("?\n: b\n", [("empty-key", 1, 2)]),
    ],
)
def test_what_could_mean_something_else_is_refused_with_its_place(text: str, found: Found) -> None:
    assert problems(text) == found


def test_everything_refused_is_told_in_one_go() -> None:
    text = "a: 1\na: 2\nb: &x !y 1\nc: *x\n<<: {}\n[d]: 1\n'': 1\n"
    assert problems(text) == [
        ("duplicate-key", 2, 1),
        ("anchor", 3, 4),
        ("tag", 3, 4),
        ("alias", 4, 4),
        ("merge-key", 5, 1),
        ("key-not-text", 6, 1),
        ("empty-key", 7, 1),
    ]


def test_what_was_found_before_a_syntax_problem_is_told_with_it() -> None:
    assert problems("a: 1\na: 2\nb: [\n") == [("duplicate-key", 2, 1), ("unclosed-bracket", 3, 4)]


def test_quoted_merge_sign_is_a_plain_key() -> None:
    assert read('"<<": a\n') == {"<<": "a"}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("a: 1\nb: 2\na: 3\n", (1, 1)),
        ("x:\n  a: 1\ny:\n  b: 1\n  a: 2\n  a: 3\n", (5, 3)),
        ("l:\n  - a: {b: 1}\n    b: 2\n    b: 3\n", (3, 5)),
        ("a: {x: {c: 1}}\na: {x: {c: 2, c: 3}}\n", (1, 1)),
        ("[a]: {b: 1, b: 2}\n", (1, 7)),
        ("{a: 1}: c\na: 2\na: 3\n", (2, 1)),
        ("*x : {a: 1, a: 2}\n", (1, 7)),
        ("a: 1\r\nb: 2\ra: 3\n", (1, 1)),
    ],
)
def test_repeated_key_names_the_place_of_the_first(text: str, first: tuple[int, int]) -> None:
    with pytest.raises(InvalidMap) as caught:
        read(text)
    related = [one.related for one in caught.value.problems if one.code == "duplicate-key"]
    assert related[0] == (Location("map.yaml", *first),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: [[[[b]]]]\n", [("too-deep", 1, 7)]),
        ("a:\n b:\n  c:\n   d:\n    e: 1\n", [("too-deep", 5, 5)]),
        ("? [[[[[b]]]]]\n: c\n", [("key-not-text", 1, 3), ("too-deep", 1, 7)]),
        ("a: [" + "b," * 40 + "]\n", [("too-many-values", 1, 73)]),
        ("a: " + "b" * 31 + "\nc: d\n" + "e" * 31 + ": f\n", [("too-long-text", 1, 4), ("too-long-text", 3, 1)]),
        ("a: 1\n" + "#" * 2_000, [("file-too-large", 0, 0)]),
    ],
)
def test_limits_are_kept(text: str, found: Found) -> None:
    assert problems(text, SMALL) == found


def test_at_the_limits_all_is_read() -> None:
    assert read("a: [[[b]]]\n" + "c" * 30 + ": " + "d" * 30 + "\n", SMALL)["c" * 30] == "d" * 30


def test_reading_stops_after_a_hundred_problems_and_says_so() -> None:
    found = problems("a: 1\n" * 500)
    assert len(found) == 101
    assert found[-1] == ("too-many-problems", 101, 1)


# What is not YAML


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("name: Better start: the first years\n", ("unquoted-colon", 1, 19)),
        ("a:\n  - b: c: d\n", ("unquoted-colon", 2, 9)),
        ("a: “x: y”\n", ("unquoted-colon", 1, 6)),
        ("a: b\n  c: d\n", ("bad-indentation", 2, 4)),
        ("a:b\nc: d\n", ("bad-indentation", 2, 2)),
        ("a:\n  b: 1\n   c: 2\n", ("bad-indentation", 3, 5)),
        ("a:\n  b: 1\n c: 2\n", ("bad-indentation", 3, 2)),
        ("a:\n  - x\n - y\n", ("bad-indentation", 3, 2)),
        ("a: 1\n- b\n", ("bad-indentation", 2, 1)),
        ("- a\nb: c\n", ("bad-indentation", 2, 1)),
        ("a: 'b'\n  c: d\n", ("bad-indentation", 2, 3)),
        ("a: 1\nb\nc: 2\n", ("missing-colon", 2, 1)),
        ("a: 'it is\nb: c\n", ("unclosed-quote", 1, 4)),
        ('a: "it is\nb: c\n', ("unclosed-quote", 1, 4)),
        ('a: "x\n---\nb"', ("unclosed-quote", 1, 4)),
        ("a: 'it's'\n", ("text-after-quote", 1, 8)),
        ('a: "x" y\n', ("text-after-quote", 1, 8)),
        ("a: [1, 2\nb: c\n", ("unclosed-bracket", 1, 4)),
        ("a: {x: 1\nb: c\n", ("unclosed-bracket", 1, 4)),
        ("a: {b: c]\n", ("unclosed-bracket", 1, 4)),
        ("a: b\n}\n", ("stray-bracket", 2, 1)),
        ("a: ]\n", ("special-character", 1, 4)),
        ("a: [x,,y]\n", ("special-character", 1, 7)),
        ("a: @x\n", ("special-character", 1, 4)),
        ("a: `x\n", ("special-character", 1, 4)),
        ("a: %x\n", ("special-character", 1, 4)),
        ("a: ? b\n", ("special-character", 1, 4)),
        ("a: - b\n", ("list-on-one-line", 1, 4)),
        ("a: *\n", ("alias", 1, 4)),
        ("a: & b\n", ("anchor", 1, 4)),
        ("a: !<x\n", ("tag", 1, 4)),
        ("a: !x!y z\n", ("tag", 1, 4)),
        ("a:\n\tb: c\n", ("tab", 2, 1)),
        ("a: x\n\tb: c\n", ("tab", 2, 1)),
        ("a:\n  b: 1\n \tc: 1\n", ("tab", 3, 2)),
        ('a: "x\\qy"\n', ("bad-escape", 1, 6)),
        ('a: "\\ud800"\n', ("bad-escape", 1, 7)),
        ("a: |x\n  b\n", ("block-text", 1, 5)),
        (": x\n", ("empty-key", 1, 1)),
        ("%YAML 2.0\n---\na: b\n", ("directive", 1, 1)),
        ("%x: y\n", ("directive", 1, 1)),
        ("a: 1\n...\n%TAG !x! y\n---\nb: 1\n", ("directive", 3, 1)),
        ("a: b\n...\nc: d\n", ("text-after-end", 3, 1)),
        ("k" * 1_100 + ": b\n", ("too-long-key", 1, 1_101)),
    ],
)
def test_what_the_parser_says_is_told_in_plain_words(text: str, found: tuple[str, int, int]) -> None:
    assert problems(text) == [found]
    with pytest.raises(InvalidMap) as caught:
        read(text)
    (problem,) = caught.value.problems
    assert problem.sentence.endswith(".")
    assert problem.hint.endswith((".", "?"))


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (pyyaml.YAMLError("something\x1b new"), Location("f")),
        (
            pyyaml.scanner.ScannerError("c", None, "something\x1b new", pyyaml.Mark("", 0, 1, 2, None, None)),
            Location("f", 2, 3),
        ),
    ],
)
def test_what_the_parser_never_said_before_is_passed_on_safely(error: pyyaml.YAMLError, place: Location) -> None:
    problem = syntax_problem(error, b"a: 1\nb: 2\n", "f")
    assert (problem.code, problem.place) == ("not-yaml", place)
    assert "something\\x1b new" in problem.sentence


def test_open_bracket_is_found_behind_closed_ones() -> None:
    assert problems("a: [[b], {c: d},\n") == [("unclosed-bracket", 1, 4)]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"a: b\nc: caf\xe9\n", [("not-utf-8", 2, 7)]),
        (b"\xef\xbb\xbfa: \xff\n", [("not-utf-8", 1, 4)]),
        ("a: é\xff".encode()[:-1], [("not-utf-8", 1, 5)]),
        (b"a: \xed\xa0\x80\n", [("not-utf-8", 1, 4)]),
        (b"a: \xc0\x80\n", [("not-utf-8", 1, 4)]),
        ("a: b\n".encode("utf-16"), [("not-utf-8", 1, 1)]),
        ("a: b\n".encode("utf-16-le"), [("not-utf-8", 1, 1)]),
        ("a: b\n".encode("utf-16-be"), [("not-utf-8", 1, 1)]),
        ("a: b\n".encode("utf-32"), [("not-utf-8", 1, 1)]),
        ("a: b\n".encode("utf-32-be"), [("not-utf-8", 1, 1)]),
        (b"PK\x03\x04rest", [("not-text", 1, 1)]),
        (b"%PDF-1.7\n", [("not-text", 1, 1)]),
        (b"a: b\x00c\n", [("control-character", 1, 5)]),
        (b"a: b\r\nc: \x07\rd: \x1b[0m\n", [("control-character", 2, 4), ("control-character", 3, 4)]),
        ("a: b\nc: d\u2028e\n".encode(), [("control-character", 2, 5)]),
        ("a: b\x85c\n".encode(), [("control-character", 1, 5)]),
        ("a: 1\n\ufeffb: 2\n".encode(), [("control-character", 2, 1)]),
        ("a:\n  b: 1\n\xa0 c: 2\n".encode(), [("control-character", 3, 1)]),
        (b"\x01" * 500, [("control-character", 1, n) for n in range(1, 21)]),
    ],
)
def test_bytes_that_are_no_clean_text_are_refused_at_their_place(data: bytes, found: Found) -> None:
    assert problems(data) == found


def test_ordinary_spaces_and_signs_beyond_ascii_are_read() -> None:
    assert read("a: 10\xa0000 £ – “so” €\n") == {"a": "10\xa0000 £ – “so” €"}


# Words for people


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain", "plain"),
        ("a\x1b[31mb\n", "a\\x1b[31mb\\n"),
        ("\u202eabc", "\\u202eabc"),
        ("\udc80", "\\udc80"),
        ("x" * 100, "x" * (MOST_SHOWN - 1) + "…"),
    ],
)
def test_text_from_a_file_is_shown_safely(text: str, safe: str) -> None:
    assert shown(text) == safe


def test_messages_hold_no_raw_text_of_any_length() -> None:
    with pytest.raises(InvalidMap) as caught:
        read(f'"{"k" * 900}\\e[2J": 1\n"{"k" * 900}\\e[2J": 2\na: !{"t" * 900} b\n')
    assert all(len(one.sentence) < 200 and "\x1b" not in one.sentence for one in caught.value.problems)
    assert len(caught.value.problems) == 2


# Several files


def test_all_files_are_read_and_all_problems_told() -> None:
    good, bad, worse = (SourceFile(name, data) for name, data in (("a", b"x: 1"), ("b", b"x: ["), ("c", b"y: 1\ny: 2")))
    assert every([good], LOCAL) == {"a": {"x": "1"}}
    with pytest.raises(InvalidMap) as caught:
        every([good, bad, worse], LOCAL)
    assert [one.place.file for one in caught.value.problems] == ["b", "c"]


def test_the_limit_of_values_holds_for_all_files_together() -> None:
    one = b"a: [b, c, d, e, f]\n"
    assert len(every([SourceFile(str(n), one) for n in range(2)], SMALL)) == 2
    with pytest.raises(InvalidMap) as caught:
        every([SourceFile(str(n), one) for n in range(9)], SMALL)
    assert [(problem.code, problem.place.file) for problem in caught.value.problems] == [("too-many-values", "2")]


def test_no_file_is_left_out_when_the_limit_is_reached_at_the_end_of_one() -> None:
    files = [SourceFile("a", b"a: [b]\n"), SourceFile("b", b"c: d\n")]
    events_of_first = 10
    with pytest.raises(InvalidMap) as caught:
        every(files, replace(SMALL, nodes=events_of_first))
    assert [(problem.code, str(problem.place)) for problem in caught.value.problems] == [("too-many-values", "b")]
    assert list(every(files[:1], replace(SMALL, nodes=events_of_first))) == ["a"]


# Positions

TEXT = "roles:\n  dph:\n    lines:\n      - {role: x, how: y}\n      - z\nareas: [n, s]\n"


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ((), (1, 1), (1, 1)),
        (("roles",), (1, 1), (2, 3)),
        (("roles", "dph"), (2, 3), (3, 5)),
        (("roles", "dph", "lines"), (3, 5), (4, 7)),
        (("roles", "dph", "lines", 0), (4, 9), (4, 9)),
        (("roles", "dph", "lines", 0, "how"), (4, 19), (4, 24)),
        (("roles", "dph", "lines", 1), (5, 9), (5, 9)),
        (("areas", 1), (6, 12), (6, 12)),
        (("areas", 7), (6, 1), (6, 1)),
        (("roles", "dph", "lines", 0, "gone"), (4, 9), (4, 9)),
        (("gone", "too"), (1, 1), (1, 1)),
    ],
)
@pytest.mark.parametrize("every", [True, False])
def test_places_of_keys_and_values_by_path(
    path: tuple[str | int, ...], key: tuple[int, int], value: tuple[int, int], every: bool
) -> None:
    places = positions(TEXT.encode(), None if every else [path])
    assert (places.key(path), places.value(path)) == (key, value)


def test_only_wanted_places_and_their_parents_are_kept() -> None:
    assert set(positions(TEXT.encode(), [("roles", "dph")]).values) == {(), ("roles",), ("roles", "dph")}


def test_places_before_the_end_of_yaml_are_kept() -> None:
    assert positions(b"a: 1\nb:\n  c: 2\n  d: [\n").value(("b", "c")) == (3, 6)


def test_of_a_repeated_key_the_first_place_is_kept() -> None:
    assert positions(b"a: 1\na: 2\n[x]: 3\n").key(("a",)) == (1, 1)


# Properties

KEYS = st.text(min_size=1, max_size=20)
TREES = st.recursive(
    st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


class _Quoted(pyyaml.SafeDumper):
    """Writes every text in double quotes and never uses aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Quoted.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


@pytest.mark.usefixtures("_parser")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=st.dictionaries(KEYS, TREES, max_size=5), flow=st.booleans())
def test_what_is_written_is_read_back(tree: dict[str, Any], flow: bool) -> None:
    written = pyyaml.dump(tree, Dumper=_Quoted, default_flow_style=flow, sort_keys=False)
    assert read(written) == tree


YAMLISH = st.lists(
    st.sampled_from([*"abc:-?[]{},#&*!|>'\"%@`~ \n\t", ": ", "- ", "\n  ", "\n", "a: ", "<<: ", "&a ", "*a ", "---\n"]),
    max_size=40,
).map(lambda parts: "".join(parts).encode())


@settings(max_examples=400, deadline=None)
@given(data=st.binary(max_size=200) | YAMLISH)
def test_any_bytes_are_read_or_refused_with_a_place(data: bytes) -> None:
    found: Mapping | tuple[Problem, ...]
    try:
        found = parse(data, "f", SMALL)
    except InvalidMap as error:
        found = error.problems
    if isinstance(found, Mapping):
        assert all(key and isinstance(value, str | Mapping | Sequence | None) for key, value in found.items())
    else:
        lines = len(data.splitlines()) + 1
        assert found
        assert all(one.code and one.sentence and one.place.line <= lines for one in found)
