"""The files of a map from a ZIP archive, in memory: nothing is written to disk and no size in the archive is trusted."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from pathlib import PurePosixPath

from rolemap.problems import InvalidMap, Location, Problem
from rolemap.reading.limits import UPLOAD, Limits
from rolemap.reading.sources import SourceFile, is_yaml, no_yaml, too_large, too_many
from rolemap.reading.syntax import printable

ENTRY_MARK = b"PK\x01\x02"
ENTRIES_PER_FILE = 20
"""An archive may hold so many other files for each YAML file allowed."""

READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Compressed by other methods, a few kilobytes may become a gigabyte in one step that cannot be bounded."""

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    OSError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)
ENCRYPTED = 0x1


def from_zip(data: bytes, name: str, limits: Limits = UPLOAD) -> tuple[SourceFile, ...]:
    """Return the YAML files of a ZIP archive, sorted by name; a folder that holds all of them is left out of names.

    `name` is the archive's name in problems. Hidden files and those a Mac adds are passed over. Raises InvalidMap with
    everything wrong: a broken or encrypted archive, unsafe or repeated names, or more bytes or files than `limits`.
    """
    if len(data) > limits.map_bytes:
        raise InvalidMap([too_large(name, limits)])
    if data.count(ENTRY_MARK) > ENTRIES_PER_FILE * limits.files:
        raise InvalidMap([too_many(name, limits)])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive, name, limits)
    except BROKEN:
        hint = "Make the archive again, or send the YAML files themselves."
        raise InvalidMap(
            [Problem(Location(name), "broken-archive", "This ZIP archive cannot be read.", hint)]
        ) from None


def _read(archive: zipfile.ZipFile, name: str, limits: Limits) -> tuple[SourceFile, ...]:
    problems: list[Problem] = []
    entries: dict[str, zipfile.ZipInfo] = {}
    others: list[str] = []
    for info in archive.infolist():
        path = info.filename.replace("\\", "/")
        if info.is_dir() or _is_passed_over(path):
            continue
        problem = _entry_problem(info, path, entries)
        if problem:
            problems.append(problem)
        elif is_yaml(path):
            entries[path] = info
        else:
            others.append(path)
    if len(entries) > limits.files:
        problems.append(too_many(name, limits))
    elif not entries and not problems:
        problems.append(no_yaml(name, others))
    if problems:
        raise InvalidMap(problems)
    return _unpack(archive, entries, name, limits)


def _is_passed_over(path: str) -> bool:
    parts = path.split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") and part != ".." for part in parts)


def _entry_problem(info: zipfile.ZipInfo, path: str, entries: dict[str, zipfile.ZipInfo]) -> Problem | None:
    where = Location(printable(path))
    if path.startswith("/") or ".." in path.split("/") or path[1:2] == ":":
        sentence = "This name leads out of the archive."
        return Problem(where, "unsafe-name", sentence, "Make the archive from within the map's folder.")
    if path.lower().endswith(".zip"):
        return Problem(where, "nested-archive", "This is an archive within the archive.", "Unpack it first.")
    if not is_yaml(path):
        return None
    if info.flag_bits & ENCRYPTED:
        return Problem(where, "encrypted", "This file is protected by a password.", "Make the archive without one.")
    if stat.S_ISLNK(info.external_attr >> 16):
        return Problem(where, "not-a-file", "This is a link, not a file.", "Put the file itself into the archive.")
    if info.compress_type not in READABLE:
        hint = 'Make the archive with the usual method ("deflate").'
        return Problem(where, "compression", "This file is compressed in an unusual way.", hint)
    if path in entries:
        return Problem(where, "repeated-file", "The archive holds this file twice.", "Make the archive again.")
    return None


def _unpack(
    archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], name: str, limits: Limits
) -> tuple[SourceFile, ...]:
    left = limits.map_bytes
    common = _common_folder(list(entries))
    files = []
    for path, info in sorted(entries.items()):
        with archive.open(info) as stream:
            data = stream.read(min(left, limits.file_bytes) + 1)
        left -= len(data)
        if left < 0:
            raise InvalidMap([too_large(name, limits)])
        files.append(SourceFile(printable(path.removeprefix(common)), data))
    return tuple(files)


def _common_folder(paths: list[str]) -> str:
    tops = {PurePosixPath(path).parts[0] for path in paths}
    return f"{tops.pop()}/" if len(tops) == 1 and all("/" in path for path in paths) else ""
