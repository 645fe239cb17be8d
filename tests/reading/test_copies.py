"""Copies left beside a file: they are named with the file they are a copy of, and nothing is read twice or lost."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from rolemap import reading
from rolemap.problems import InvalidMap, Location, Problem
from rolemap.reading.copies import copy_problems
from rolemap.reading.encoding import lines_of
from rolemap.reading.files import SourceFile, from_zip


def refused(*files: tuple[str, bytes]) -> list[Problem]:
    with pytest.raises(InvalidMap) as caught:
        reading.read_files([SourceFile(name, data) for name, data in files])
    return list(caught.value.problems)


@pytest.mark.parametrize(
    "name",
    [
        "roles copy.yaml",
        "roles copy 2.yaml",
        "roles - Copy.yaml",
        "roles - Copy (3).yaml",
        "Copy of roles.yaml",
        "roles (1).yaml",
        "roles.bak.yaml",
        "roles_backup.yml",
        "Roles.orig.yaml",
    ],
)
def test_a_copy_beside_its_file_is_refused_with_both_names(name: str) -> None:
    [found] = copy_problems(["map.yaml", f"a/{name}", "a/roles.yaml"])
    assert (found.code, found.place, found.related) == ("copy", Location(f"a/{name}"), (Location("a/roles.yaml"),))
    assert f'"a/{name}" looks like a copy of "a/roles.yaml"' in found.sentence


@pytest.mark.parametrize("name", ["", ".", "..", "/", ". copy.yaml", ".. (1).yaml", "(1).yaml", " copy", "a/.yaml"])
def test_odd_names_are_no_copies(name: str) -> None:
    assert list(copy_problems([name, "roles.yaml"])) == []


@pytest.mark.parametrize(
    "name", ["roles copy.yaml", "copy.yaml", "photocopy.yaml", "b/roles - Copy.yaml", "roles-2.yaml"]
)
def test_a_name_alone_is_no_copy(name: str) -> None:
    others = ["roles.yaml"] if name != "roles copy.yaml" else ["posts.yaml"]
    assert list(copy_problems([name, *others])) == []


def test_a_copy_of_assignments_alone_is_noticed() -> None:
    [found] = refused(("who.yaml", b"assignments: []"), ("who (1).yaml", b"assignments: []"))
    assert found.code == "copy"


def test_ids_that_two_files_share_speak_of_old_copies() -> None:
    text = b"areas: {easton: {name: Easton}}"
    [found] = refused(("a.yaml", text), ("b.yaml", text))
    assert (found.place, found.related) == (Location("b.yaml", 1, 9), (Location("a.yaml", 1, 9),))
    assert "a.yaml" in found.sentence
    assert "old copy" in found.hint
    [alone] = refused(("a.yaml", b"areas: {easton: {name: Easton}}\nlevels: {easton: {name: E}}"))
    assert "copy" not in alone.hint


@pytest.mark.skipif(sys.platform != "linux", reason="such names are for Linux")
def test_two_names_that_look_alike_once_they_can_be_shown_lose_no_file(tmp_path: Path) -> None:
    for name in (b"a\x01.yaml", rb"a\x01.yaml"):
        Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_bytes(b"areas: {}\n")
    with pytest.raises(InvalidMap) as caught:
        reading.read(tmp_path)
    assert [(one.code, one.place.file) for one in caught.value.problems] == [("repeated-file", r"a\x01.yaml")]


def test_a_dot_in_front_of_a_name_in_an_archive_hides_nothing() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in ("./a.yaml", "./b/./c.yaml", "./.d.yaml"):
            archive.writestr(name, b"map: {}")
    assert [file.name for file in from_zip(target.getvalue(), "x.zip")] == ["a.yaml", "b/c.yaml"]


def test_a_file_named_like_one_of_the_catalogue_is_refused() -> None:
    name = "configs/catalogues/england/levels.yaml"
    problems = refused((name, b"areas: {easton: {name: Easton, level: plaec}}"), ("map.yaml", b"map: {uses: england}"))
    assert [(one.code, one.place.file) for one in problems] == [("catalogue-file", name)]


def test_lines_are_counted_as_places_count_them() -> None:
    data = "\ufeffa: \u2028\x0c\x85b\r\nc\rd\n".encode()
    assert lines_of(data) == ["a: \u2028\x0c\x85b", "c", "d", ""]
