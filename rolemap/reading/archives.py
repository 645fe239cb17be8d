"""The files of a map from a ZIP archive, in memory: nothing is written to disk and no size in the archive is trusted."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from pathlib import PurePosixPath

from rolemap.problems import InvalidMap, Location, Problem
from rolemap.reading.limits import UPLOAD, Limits
from rolemap.reading.sources import SourceFile, file_too_large, is_yaml, no_yaml, too_large, too_many
from rolemap.reading.syntax import printable

ENTRY_MARK = b"PK\x01\x02"
ENTRIES_PER_FILE = 20
"""An archive may hold so many entries for each YAML file allowed."""

READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Compressed by other methods, a few kilobytes may become a gigabyte in one step that cannot be bounded."""

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What `zipfile` raises for archives that are cut off or made to harm."""

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
            return _unpack(archive, _entries(archive, name, limits), name, limits)
    except BROKEN:
        raise InvalidMap([_broken(name)]) from None


def _entries(archive: zipfile.ZipFile, name: str, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    """Return the YAML entries by path, or raise InvalidMap with what is wrong with any entry."""
    problems: list[Problem] = []
    entries: dict[str, zipfile.ZipInfo] = {}
    others: list[str] = []
    for info in archive.infolist():
        path = "/".join(part for part in info.filename.replace("\\", "/").split("/") if part != ".")
        if path.endswith("/") or _is_passed_over(path):
            continue
        problem = _repeated(path) if path in entries else _entry_problem(info, path, limits)
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
    return entries


def _is_passed_over(path: str) -> bool:
    parts = path.split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") and part != ".." for part in parts)


def _entry_problem(info: zipfile.ZipInfo, path: str, limits: Limits) -> Problem | None:
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
    return file_too_large(where.file, limits) if info.file_size > limits.file_bytes else None


def _repeated(path: str) -> Problem:
    sentence = "The archive holds this file twice."
    return Problem(Location(printable(path)), "repeated-file", sentence, "Make the archive again.")


def _broken(where: str) -> Problem:
    hint = "Make the archive again, or send the YAML files themselves."
    return Problem(Location(where), "broken-archive", "This ZIP archive, or this part of it, cannot be read.", hint)


def _unpack(
    archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], name: str, limits: Limits
) -> tuple[SourceFile, ...]:
    """Return the entries' bytes; the sizes that count are those of what was really unpacked."""
    left = limits.map_bytes
    common = _common_folder(list(entries))
    files: list[SourceFile] = []
    problems: list[Problem] = []
    for path, info in sorted(entries.items()):
        try:
            with archive.open(info) as stream:
                data = stream.read(min(left, limits.file_bytes) + 1)
        except BROKEN:
            problems.append(_broken(printable(path)))
            continue
        left -= len(data)
        if left < 0:
            problems.append(too_large(name, limits))
            break
        if len(data) != info.file_size:
            problems.append(_broken(printable(path)))
        files.append(SourceFile(printable(path.removeprefix(common)), data))
    if problems:
        raise InvalidMap(problems)
    return tuple(files)


def _common_folder(paths: list[str]) -> str:
    tops = {PurePosixPath(path).parts[0] for path in paths}
    return f"{tops.pop()}/" if len(tops) == 1 and all("/" in path for path in paths) else ""
