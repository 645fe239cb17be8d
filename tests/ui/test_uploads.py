"""Files people upload: taken in, refused with every problem at its place, and given back as they came."""

from __future__ import annotations

import io
import tomllib
import zipfile
from pathlib import Path

import pytest

from rolemap.problems import InvalidMap, Location
from rolemap.reading import UPLOAD, read_files
from rolemap.reading.files import SourceFile
from rolemap.reading.limits import MIB
from rolemap.ui import cached, mapcards, maps, problemlist, state
from tests.ui.hostile import HOSTILE
from tests.ui.test_app import opened, written

BROKEN = b"map:\n  title: Broken\nroles:\n\ta: {titel: Boss}\n"


def zipped(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"folder/{name}.yaml", data)
    return target.getvalue()


def test_files_and_archives_become_one_map() -> None:
    found = maps.uploaded([("b.yaml", b"b: 1"), ("a.zip", zipped(one=b"1", two=b"2"))])
    assert [file.name for file in found.files] == ["b.yaml", "one.yaml", "two.yaml"]
    assert not found.shipped
    assert found.limits.map_bytes < maps.example(maps.FIRST).limits.map_bytes


def test_the_same_files_are_the_same_map_and_others_are_not() -> None:
    first = maps.uploaded([("a.yaml", b"1"), ("b.yaml", b"2")])
    assert maps.uploaded([("b.yaml", b"2"), ("a.yaml", b"1")]).id == first.id
    assert maps.uploaded([("a.yaml", b"12"), ("b.yaml", b"")]).id != first.id


def test_what_is_wrong_with_archives_is_said() -> None:
    with pytest.raises(InvalidMap) as refused:
        maps.uploaded([("a.yaml", b"1"), ("b.zip", zipped(x=b"")[:30])])
    assert [(one.place.file, one.code) for one in refused.value.problems] == [("b.zip", "broken-archive")]


def test_a_file_put_right_takes_the_place_of_the_one_of_its_name() -> None:
    found = maps.uploaded([("a.yaml", BROKEN), ("b.yaml", b"2"), ("a.yaml", b"1")])
    assert found.digest == maps.uploaded([("a.yaml", b"1"), ("b.yaml", b"2")]).digest
    assert mapcards.replaced(["a.yaml", "b.yaml", "a.yaml"]).startswith(
        "a.yaml was uploaded more than once: the last one"
    )
    assert not mapcards.replaced(["a.yaml", "b.yaml"])


def test_files_come_back_as_they_were() -> None:
    found = maps.example(maps.FIRST)
    data = maps.to_zip(found)
    assert maps.uploaded([("map.zip", data)]).digest == found.digest
    assert maps.to_zip(found) == data


def test_a_place_shows_its_line() -> None:
    files = [SourceFile("a.yaml", b"one\r\ntwo\nthr\xffee\n")]
    assert maps.line_of(files, Location("a.yaml", 2, 1)) == "two"
    assert maps.line_of(files, Location("a.yaml", 3, 1)) == "thr\N{REPLACEMENT CHARACTER}ee"
    assert maps.line_of(files, Location("a.yaml", 9, 1)) == ""
    assert maps.line_of(files, Location("b.yaml", 1, 1)) == ""


def test_problems_are_listed_with_file_line_column_and_the_line_itself() -> None:
    files = [SourceFile("<b>.yaml", BROKEN)]
    with pytest.raises(InvalidMap) as refused:
        read_files(files, UPLOAD)
    problems = refused.value.problems
    row = problemlist.rows(problems, files)[0]
    assert row[:3] == ("<b>.yaml", 4, 1)
    assert row[5] == "a: {titel: Boss}"
    shown = problemlist.as_list(problems, files)
    assert "&lt;b&gt;.yaml, line 4, column 1" in shown
    assert "<b>.yaml" not in shown
    assert "a: {titel: Boss}\n^" in shown
    assert problemlist.as_csv(problems, files).splitlines()[1].startswith("<b>.yaml,4,1,")


def test_a_long_list_of_problems_says_how_many_more_there_are() -> None:
    problems = [problem_at(line) for line in range(1, 61)]
    shown = problemlist.as_list(problems, ())
    assert shown.count("<li>") == problemlist.MOST_IN_LIST
    assert "10 more are in the table" in shown


def problem_at(line: int) -> problemlist.Problem:
    return problemlist.Problem(Location("a.yaml", line, 1), "unknown-field", "Unknown.")


def test_the_server_takes_as_much_as_the_reader() -> None:
    settings = tomllib.loads((Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml").read_text())
    assert settings["server"]["maxUploadSize"] * MIB == UPLOAD.map_bytes


def test_the_hostile_map_itself_can_be_read() -> None:
    assert set(read_files([SourceFile("h.yaml", HOSTILE)], UPLOAD).responsibilities) == {"r", "s"}


def test_a_setting_that_no_rule_has_is_told_when_the_map_comes_in() -> None:
    found = maps.uploaded([("a.yaml", b"map: {title: A, settings: {LOAD001: {most_lead: 3}}}")])
    with pytest.raises(InvalidMap) as refused:
        cached.landscape(found)
    assert [one.code for one in refused.value.problems] == ["unknown-setting"]


def test_problems_of_files_the_uploader_no_longer_holds_say_whose_they_are() -> None:
    file = SourceFile("mine.yaml", BROKEN)
    with pytest.raises(InvalidMap) as refused:
        read_files([file], UPLOAD)
    app = opened("maps.py", **{state.REFUSED: state.Refused((file.name,), (file,), refused.value.problems)})
    assert "They are those of mine.yaml, which you uploaded before" in written(app)


@pytest.mark.parametrize(("data", "warned"), [(b"", 1), (b"roles: {a: {title: A}}", 0)])
def test_files_that_say_nothing_are_opened_with_a_warning(data: bytes, warned: int) -> None:
    found = maps.uploaded([("a.yaml", data)])
    app = opened("maps.py", found.id, **{state.UPLOADS: {found.id: found}})
    assert (len(app.warning), len(app.success)) == (warned, 1 - warned)
