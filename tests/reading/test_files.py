"""Finding and reading the files of a map: names, order, links, and what is refused with which code."""

from __future__ import annotations

import io
import os
import socket
import struct
import sys
import warnings
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolemap.problems import InvalidMap, Problem
from rolemap.reading.files import SourceFile, from_path, from_zip, stamp
from rolemap.reading.limits import LOCAL, UPLOAD, Limits

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = Limits(file_bytes=100, map_bytes=250, files=3, depth=9, nodes=99, scalar=99)

unix = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes of Unix")


def make(folder: Path, *names: str, data: bytes = b"a: 1\n") -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def names(path: Path, limits: Limits = LOCAL) -> list[str]:
    return [file.name for file in from_path(path, limits)]


def problems(read: Callable[[], object]) -> list[Problem]:
    with pytest.raises(InvalidMap) as caught:
        read()
    return list(caught.value.problems)


def refused(path: Path, limits: Limits = LOCAL) -> list[tuple[str, str]]:
    return [(one.code, one.place.file) for one in problems(lambda: from_path(path, limits))]


# On disk


def test_one_file_is_named_without_its_folder(tmp_path: Path) -> None:
    make(tmp_path, "map.yaml", data=b"a: 1\r\n")
    assert from_path(tmp_path / "map.yaml") == (SourceFile("map.yaml", b"a: 1\r\n"),)


def test_a_file_named_directly_may_have_any_suffix_and_be_hidden(tmp_path: Path) -> None:
    make(tmp_path, ".map.txt")
    assert names(tmp_path / ".map.txt") == [".map.txt"]


def test_folder_is_read_with_its_folders_in_name_order(tmp_path: Path) -> None:
    make(tmp_path, "b.yaml", "a/z.yml", "a/b/c.YAML", "a.Yml", "d.yaml/e.yaml", "a/notes.txt", "README")
    assert names(tmp_path) == ["a.Yml", "a/b/c.YAML", "a/z.yml", "b.yaml", "d.yaml/e.yaml"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "a.yaml", ".b.yaml", ".git/c.yaml", "d/.e/f.yaml")
    assert names(tmp_path) == ["a.yaml"]


@unix
def test_the_stamp_is_of_the_files_that_are_read_and_of_no_others(tmp_path: Path) -> None:
    folder = make(tmp_path / "map", "a.yaml", "in/b.yaml")
    make(tmp_path / "elsewhere", "c.yaml")
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    before = stamp(folder)
    make(folder, ".git/x.yaml", "notes.txt")
    (folder / ".#a.yaml").symlink_to("nobody@nowhere.1234")  # as an editor locks a file
    assert names(folder) == ["a.yaml", "in/b.yaml", "linked/c.yaml"]
    assert stamp(folder) == before
    make(tmp_path / "elsewhere", "c.yaml", data=b"c: 22\n")
    changed = stamp(folder)
    assert changed != before
    (folder / "d.yaml").symlink_to("nothing")
    assert stamp(folder) != changed
    (folder / "d.yaml").unlink()
    assert stamp(folder) == changed


def test_what_is_not_there_has_a_stamp_until_it_is(tmp_path: Path) -> None:
    before = stamp(tmp_path / "map")
    make(tmp_path / "map", "a.yaml")
    assert stamp(tmp_path / "map") != before
    assert stamp(tmp_path / "map" / "a.yaml") != before


def test_folder_may_itself_be_hidden(tmp_path: Path) -> None:
    assert names(make(tmp_path / ".map", "a.yaml")) == ["a.yaml"]


@unix
def test_links_to_files_and_folders_are_followed(tmp_path: Path) -> None:
    other = make(tmp_path / "other", "x.yaml", "in/y.yaml")
    folder = make(tmp_path / "map", "a.yaml")
    (folder / "b.yaml").symlink_to(other / "x.yaml")
    (folder / "c").symlink_to(other / "in")
    assert names(folder) == ["a.yaml", "b.yaml", "c/y.yaml"]


@unix
@pytest.mark.parametrize(
    ("link", "target", "found"),
    [
        ("up", ".", ("read-twice", "up")),
        ("a/up", "..", ("read-twice", "a/up")),
        ("b", "a", ("read-twice", "b")),
        ("c.yaml", "a/x.yaml", ("read-twice", "a/x.yaml")),
        ("self.yaml", "self.yaml", ("link-loop", "self.yaml")),
        ("self", "self", ("link-loop", "self")),
        ("gone.yaml", "nothing", ("broken-link", "gone.yaml")),
        ("gone", "nothing", ("broken-link", "gone")),
    ],
)
def test_links_that_lead_nowhere_new_are_reported(
    tmp_path: Path, link: str, target: str, found: tuple[str, str]
) -> None:
    make(tmp_path, "a/x.yaml")
    (tmp_path / link).symlink_to(target)
    assert refused(tmp_path) == [found]


@unix
def test_broken_link_that_cannot_belong_to_the_map_is_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "a.yaml")
    (tmp_path / "notes.txt").symlink_to("nothing")
    assert names(tmp_path) == ["a.yaml"]


@unix
def test_folders_linked_into_each_other_are_read_once(tmp_path: Path) -> None:
    folders = [make(tmp_path / f"f{n}", f"m{n}.yaml") for n in range(25)]
    for folder, following in pairwise(folders):
        (folder / "left").symlink_to(following)
        (folder / "right").symlink_to(following)
    assert {code for code, _ in refused(folders[0])} == {"read-twice"}


@unix
def test_pipes_and_sockets_are_reported_and_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.yaml")
    os.mkfifo(tmp_path / "pipe.yaml")
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)  # the path of a socket may have about a hundred characters
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.yml")
        assert refused(tmp_path) == [("not-a-file", "pipe.yaml"), ("not-a-file", "socket.yml")]
    assert refused(tmp_path / "pipe.yaml") == [("not-a-file", "pipe.yaml")]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device")
def test_devices_are_reported_and_never_opened(tmp_path: Path) -> None:
    (tmp_path / "endless.yaml").symlink_to("/dev/zero")
    assert refused(tmp_path) == [("not-a-file", "endless.yaml")]


def test_unreadable_files_and_folders_are_all_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.yaml", "b.yaml", "c/d.yaml", "e.yaml")

    def forbid(method: str, *forbidden: str) -> None:
        original = getattr(Path, method)

        def guarded(self: Path, *args: Any, **kwargs: Any) -> Any:
            if self.name in forbidden:
                raise PermissionError(13, "Permission denied")
            return original(self, *args, **kwargs)

        monkeypatch.setattr(Path, method, guarded)

    forbid("open", "a.yaml")
    forbid("iterdir", "c")
    forbid("stat", "e.yaml")
    assert refused(tmp_path) == [("unreadable", "a.yaml"), ("unreadable", "c"), ("unreadable", "e.yaml")]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens but cannot be read")
def test_file_that_breaks_while_it_is_read_is_reported(tmp_path: Path) -> None:
    make(tmp_path, "a.yaml")
    (tmp_path / "memory.yaml").symlink_to("/proc/self/mem")
    assert refused(tmp_path) == [("unreadable", "memory.yaml")]


def test_folder_without_yaml_says_what_it_holds(tmp_path: Path) -> None:
    make(tmp_path, "a.xlsx", "b.XLSX", "in/c.docx", "LICENSE")
    (problem,) = problems(lambda: from_path(tmp_path))
    assert (problem.code, problem.place.file) == ("no-yaml-files", str(tmp_path))
    assert "2 with .xlsx, 1 with no suffix, 1 with .docx" in problem.sentence


def test_empty_folder_is_reported(tmp_path: Path) -> None:
    assert refused(tmp_path) == [("no-yaml-files", str(tmp_path))]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("nothwest", 'Did you mean "northwest"?'),
        ("northwest/rols.yaml", 'Did you mean "roles.yaml"?'),
        ("nothwest/roles.yaml", 'Did you mean "northwest"?'),
        ("northwest/roles.yaml/x", ""),
        ("zzz", ""),
    ],
)
def test_missing_path_names_the_nearest(tmp_path: Path, path: str, hint: str) -> None:
    make(tmp_path, "northwest/roles.yaml")
    (problem,) = problems(lambda: from_path(tmp_path / path))
    assert (problem.code, problem.place.file, problem.hint) == ("not-found", str(tmp_path / path), hint)


@unix
@pytest.mark.parametrize(("target", "code"), [("nothing", "broken-link"), ("map", "link-loop")])
def test_path_that_is_a_link_to_nothing_is_reported(tmp_path: Path, target: str, code: str) -> None:
    (tmp_path / "map").symlink_to(target)
    assert refused(tmp_path / "map") == [(code, str(tmp_path / "map"))]


def test_limits_of_a_folder_are_kept(tmp_path: Path) -> None:
    assert refused(make(tmp_path / "large", "a.yaml", "b.yaml", data=b"#" * 101), SMALL) == [
        ("file-too-large", "a.yaml"),
        ("file-too-large", "b.yaml"),
    ]
    whole = make(tmp_path / "whole", "a.yaml", "b.yaml", "c.yaml", data=b"#" * 90)
    assert refused(whole, SMALL) == [("map-too-large", str(whole))]
    many = make(tmp_path / "many", *(f"{n}.yaml" for n in range(4)))
    assert refused(many, SMALL) == [("too-many-files", str(many))]
    wrong = make(tmp_path / "wrong", "a.yaml", *(f"{n}.txt" for n in range(60)))
    assert refused(wrong, SMALL) == [("too-many-files", str(wrong))]
    assert len(names(make(tmp_path / "right", "a.yaml", "b.yaml", data=b"#" * 100), SMALL)) == 2


def test_nothing_is_read_from_a_map_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.yaml", "b.yaml", "c.yaml", data=b"#" * 90)
    monkeypatch.setattr(Path, "open", lambda *_args, **_kwargs: pytest.fail("a file was opened"))
    assert [code for code, _ in refused(tmp_path, SMALL)] == ["map-too-large"]


def test_files_that_grow_are_read_within_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.yaml", "b.yaml", "c.yaml")
    monkeypatch.setattr(Path, "open", lambda *_args, **_kwargs: io.BytesIO(b"#" * 1_000))
    assert refused(tmp_path, SMALL) == [("map-too-large", str(tmp_path))]
    assert [len(file.data) for file in from_path(tmp_path, replace(SMALL, map_bytes=1_000))] == [101] * 3


@unix
def test_names_with_odd_characters_are_made_printable(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\n.yaml").write_bytes(b"")
    try:
        (tmp_path / os.fsdecode(b"b\xff.yaml")).write_bytes(b"")
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    assert names(tmp_path) == ["a\\x1b[2J\\n.yaml", "b\\udcff.yaml"]


@unix
def test_all_problems_of_a_folder_are_told_in_one_go(tmp_path: Path) -> None:
    make(tmp_path, "a.yaml")
    make(tmp_path, "large.yaml", data=b"#" * 101)
    (tmp_path / "broken.yaml").symlink_to("nothing")
    (tmp_path / "loop").symlink_to(".")
    os.mkfifo(tmp_path / "pipe.yaml")
    assert [code for code, _ in refused(tmp_path, SMALL)] == [
        "broken-link",
        "file-too-large",
        "read-twice",
        "not-a-file",
    ]


# In an archive


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", method) as archive:
        warnings.simplefilter("ignore")  # of repeated names
        for name, data in entries:
            archive.writestr(name, data)
    return stream.getvalue()


def patched(archive: bytes, offset: int, value: bytes) -> bytes:
    """Return the archive with bytes of its first central entry replaced."""
    at = archive.index(b"PK\x01\x02") + offset
    return archive[:at] + value + archive[at + len(value) :]


FLAGS, CHECKSUM, SIZE = 8, 16, 24  # offsets in a central entry, ZIP application note 4.3.12


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    return info


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        (["b.yaml", "a/c.yml", "a.YAML"], ["a.YAML", "a/c.yml", "b.yaml"]),
        (["map/b.yaml", "map/a/c.yml"], ["a/c.yml", "b.yaml"]),
        (["map/b.yaml", "map/a/c.yml", "README.txt"], ["a/c.yml", "b.yaml"]),
        (["map/in/b.yaml"], ["in/b.yaml"]),
        (["map\\in\\b.yaml", "map\\c.yaml"], ["c.yaml", "in/b.yaml"]),
        (["map/", "map/a.yaml", "__MACOSX/map/._a.yaml", "map/.hidden.yaml", ".git/b.yaml"], ["a.yaml"]),
        (["./a.yaml"], ["a.yaml"]),
        (["./.a.yaml"], None),
        (["a\x1b.yaml", "é.yaml"], ["a\\x1b.yaml", "é.yaml"]),
    ],
)
def test_names_in_an_archive(entries: list[str], found: list[str] | None) -> None:
    data = zipped(*((name, b"" if name.endswith("/") else name.encode()) for name in entries))
    if found is None:
        assert [one.code for one in problems(lambda: from_zip(data, "map.zip"))] == ["no-yaml-files"]
    else:
        assert [file.name for file in from_zip(data, "map.zip")] == found


def test_bytes_of_an_archive_are_kept() -> None:
    assert from_zip(zipped(("m/a.yaml", b"a: \xff\r\n")), "m.zip") == (SourceFile("a.yaml", b"a: \xff\r\n"),)


GOOD = zipped(("a.yaml", b"a: 1\n" * 15))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", [("broken-archive", "m.zip")]),
        (b"no archive", [("broken-archive", "m.zip")]),
        (GOOD[:-10], [("broken-archive", "m.zip")]),
        (GOOD[40:], [("broken-archive", "a.yaml")]),
        (patched(GOOD, CHECKSUM, b"1234"), [("broken-archive", "a.yaml")]),
        (patched(GOOD, SIZE, struct.pack("<I", 10)), [("broken-archive", "a.yaml")]),
        (patched(GOOD, SIZE, struct.pack("<I", 90)), [("broken-archive", "a.yaml")]),
        (patched(GOOD, SIZE, struct.pack("<I", 2**31)), [("file-too-large", "a.yaml")]),
        (patched(GOOD, FLAGS, b"\x01\x00"), [("encrypted", "a.yaml")]),
        (zipped(("a.yaml", b"a" * 50), method=zipfile.ZIP_BZIP2), [("compression", "a.yaml")]),
        (zipped(("a.yaml", b"a" * 50), method=zipfile.ZIP_LZMA), [("compression", "a.yaml")]),
        (zipped((link("a.yaml"), b"/etc/passwd")), [("not-a-file", "a.yaml")]),
        (zipped(("/a.yaml", b"")), [("unsafe-name", "/a.yaml")]),
        (zipped(("a/../../b.yaml", b"")), [("unsafe-name", "a/../../b.yaml")]),
        (zipped(("..\\b.yaml", b"")), [("unsafe-name", "../b.yaml")]),
        (zipped(("C:\\b.yaml", b"")), [("unsafe-name", "C:/b.yaml")]),
        (zipped(("a.yaml", b""), ("b.zip", GOOD)), [("nested-archive", "b.zip")]),
        (zipped(("a.yaml", b"1"), ("a.yaml", b"2")), [("repeated-file", "a.yaml")]),
        (zipped(("a.yaml", b"1"), ("a.yaml", b"2"), ("/b", b"")), [("unsafe-name", "/b"), ("repeated-file", "a.yaml")]),
        (zipped(), [("no-yaml-files", "m.zip")]),
        (zipped(("a.csv", b"")), [("no-yaml-files", "m.zip")]),
        (zipped(*((f"{n}.yaml", b"") for n in range(4))), [("too-many-files", "m.zip")]),
        (zipped(*((f"{n}.txt", b"") for n in range(61))), [("too-many-files", "m.zip")]),
    ],
)
def test_archives_are_refused(data: bytes, found: list[tuple[str, str]]) -> None:
    result = problems(lambda: from_zip(data, "m.zip", replace(SMALL, map_bytes=10_000)))
    assert [(one.code, one.place.file) for one in result] == found


def test_bytes_of_an_archive_count_packed_and_unpacked() -> None:
    data = zipped(("a.yaml", b"#" * 400), ("b.yaml", b"#" * 400))
    roomy = replace(SMALL, file_bytes=400, map_bytes=800)
    assert len(data) < 400
    assert len(from_zip(data, "m.zip", roomy)) == 2
    for most in (799, len(data) - 1):
        (problem,) = problems(lambda most=most: from_zip(data, "m.zip", replace(roomy, map_bytes=most)))
        assert (problem.code, problem.place.file) == ("map-too-large", "m.zip")


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_damaged_archives_are_read_or_refused(data: st.DataObject) -> None:
    archive = bytearray(zipped(("m/a.yaml", b"a: 1\n" * 9), ("m/b/c.yaml", b"b: 2\n"), ("m/d.txt", b"")))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(archive) - 1))
        archive[at] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(len(archive) // 2, len(archive)))
    found: tuple[object, ...]
    try:
        found = from_zip(bytes(archive[:end]), "m.zip", UPLOAD)
    except InvalidMap as error:
        found = error.problems
    assert found
