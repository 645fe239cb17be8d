"""The files of a map: from a file or folder on disk, or from a ZIP archive in memory."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from rolemap.problems import InvalidMap, Location, Problem, did_you_mean
from rolemap.reading.archives import from_zip
from rolemap.reading.limits import LOCAL, Limits
from rolemap.reading.sources import SourceFile, is_yaml, no_yaml, too_large, too_many
from rolemap.reading.syntax import printable

__all__ = ["SourceFile", "from_path", "from_zip"]

ENTRIES_PER_FILE = 20
"""A folder may hold so many other files for each YAML file allowed before it is taken for the wrong folder."""


def from_path(path: Path, limits: Limits = LOCAL) -> tuple[SourceFile, ...]:
    """Return the YAML files at `path`, a file or a folder with its folders, sorted by name.

    Hidden files and folders are passed over, links followed. Raises InvalidMap with everything that cannot be read.
    """
    collector = _Collector(path, limits)
    try:
        status = path.stat()
    except OSError as error:
        raise InvalidMap([_missing(path, error)]) from None
    if stat.S_ISDIR(status.st_mode):
        collector.is_new(printable(str(path)), status)
        collector.folder()
    else:
        collector.file(path, printable(path.name))
    files = collector.read()
    if collector.problems:
        raise InvalidMap(collector.problems)
    return files


class _Collector:
    """Finds the files of one map, then reads them."""

    def __init__(self, root: Path, limits: Limits) -> None:
        self.root = root
        self.limits = limits
        self.problems: list[Problem] = []
        self.found: list[tuple[str, Path]] = []
        self.others: list[str] = []
        self.bytes = 0
        self.seen: dict[tuple[int, int], str] = {}

    def folder(self) -> None:
        """Find the YAML files of the map's folder and all folders in it."""
        waiting = [self.root]
        entries = 0
        while waiting:
            folder = waiting.pop()
            try:
                inside = sorted(folder.iterdir(), reverse=True)
            except OSError as error:
                self.unreadable(self.name(folder), error)
                continue
            entries += len(inside)
            if len(self.found) > self.limits.files or entries > ENTRIES_PER_FILE * self.limits.files:
                self.problems.append(too_many(str(self.root), self.limits))
                return
            waiting += [entry for entry in inside if not entry.name.startswith(".") and self.is_folder(entry)]
        if not self.found and not self.problems:
            self.problems.append(no_yaml(str(self.root), self.others))

    def is_folder(self, entry: Path) -> bool:
        """Return whether `entry` is a folder to look into; take it in if it is a file of the map."""
        name = self.name(entry)
        try:
            status = entry.stat()
        except OSError as error:
            if is_yaml(name) or error.errno == errno.ELOOP:
                self.unreadable(name, error)
            return False
        if stat.S_ISDIR(status.st_mode):
            return self.is_new(name, status)
        if is_yaml(name):
            self.file(entry, name)
        else:
            self.others.append(name)
        return False

    def file(self, path: Path, name: str) -> None:
        """Take in one file by name; it is read later."""
        try:
            status = path.stat()
        except OSError as error:
            self.unreadable(name, error)
            return
        if not stat.S_ISREG(status.st_mode):
            sentence = "This is not a file but a pipe, a socket or a device; it is not opened."
            self.problems.append(Problem(Location(name), "not-a-file", sentence, "Save its text in a file."))
        elif self.is_new(name, status):
            self.bytes += status.st_size
            self.found.append((name, path))

    def is_new(self, name: str, status: os.stat_result) -> bool:
        """Return whether this file or folder is met for the first time; record it where a link leads to it again."""
        first = self.seen.setdefault((status.st_dev, status.st_ino), name)
        if first == name:
            return True
        sentence = f'This leads to the same place as "{first}", which is read already.'
        self.problems.append(Problem(Location(name), "read-twice", sentence, "Remove the link.", (Location(first),)))
        return False

    def read(self) -> tuple[SourceFile, ...]:
        """Return the files found, read only if they are not too many or too large together."""
        if self.bytes > self.limits.map_bytes:
            self.problems.append(too_large(str(self.root), self.limits))
            return ()
        files = []
        left = self.limits.map_bytes
        for name, path in sorted(self.found):
            try:
                with path.open("rb") as stream:
                    data = stream.read(min(left, self.limits.file_bytes) + 1)
            except OSError as error:
                self.unreadable(name, error)
                continue
            left -= len(data)
            if left < 0:
                self.problems.append(too_large(str(self.root), self.limits))
                break
            files.append(SourceFile(name, data))
        return tuple(files)

    def unreadable(self, name: str, error: OSError) -> None:
        """Record what the operating system says about a file or folder."""
        self.problems.append(_unreadable(name, error))

    def name(self, path: Path) -> str:
        """Return the name of a file within the map's folder."""
        return printable(path.relative_to(self.root).as_posix()) if path != self.root else str(self.root)


def _unreadable(name: str, error: OSError) -> Problem:
    if error.errno == errno.ELOOP:
        return Problem(Location(name), "link-loop", "This link leads back to itself.", "Remove the link.")
    if error.errno == errno.ENOENT:
        return Problem(Location(name), "broken-link", "This link leads to nothing.", "Remove or correct the link.")
    hint = "Check that you may read it and that no other program holds it."
    return Problem(Location(name), "unreadable", f"This cannot be read: {error.strerror}.", hint)


def _missing(path: Path, error: OSError) -> Problem:
    name = printable(str(path))
    if error.errno not in (errno.ENOENT, errno.ENOTDIR) or path.is_symlink():
        return _unreadable(name, error)
    parent = path.parent
    while not parent.is_dir() and parent != parent.parent:
        path, parent = parent, parent.parent
    hint = did_you_mean(path.name, (printable(entry.name) for entry in parent.iterdir()))
    where = "" if str(path) == name else f' In "{parent}" there is no "{path.name}".'
    return Problem(Location(name), "not-found", f"There is no such file or folder.{where}", hint)
