"""The files of a map: from a file or folder on disk, or from a ZIP archive in memory."""

from __future__ import annotations

import errno
import os
import stat
from collections import deque
from pathlib import Path

from rolemap.problems import InvalidMap, Location, Problem, did_you_mean
from rolemap.reading.archives import from_zip
from rolemap.reading.limits import LOCAL, Limits
from rolemap.reading.sources import SourceFile, file_too_large, is_yaml, no_yaml, too_large, too_many
from rolemap.reading.syntax import printable

__all__ = ["SourceFile", "from_path", "from_zip", "stamp"]

ENTRIES_PER_FILE = 20
"""A folder may hold so many entries for each YAML file allowed before it is taken for the wrong folder."""


def from_path(path: Path, limits: Limits = LOCAL) -> tuple[SourceFile, ...]:
    """Return the YAML files at `path`, a file or a folder with its folders, sorted by name.

    A file named directly may have any suffix. In folders hidden files and folders are passed over and links followed.
    Raises InvalidMap with everything that cannot be read; nothing is read from files that are too large together.
    """
    collector = _Collector(path, limits)
    collector.find()
    files = collector.read()
    if collector.problems:
        raise InvalidMap(collector.problems)
    return files


def stamp(path: Path, limits: Limits = LOCAL) -> str:
    """Return a text that is another when `from_path` would find other files, or files changed since, without reading them."""
    collector = _Collector(path, limits)
    collector.find()
    changed = [(name, status.st_mtime_ns, status.st_size) for name, status in collector.statuses.items()]
    return repr((sorted(changed), sorted(map(str, collector.problems))))


class _Collector:
    """Finds the files of one map, then reads them."""

    def __init__(self, root: Path, limits: Limits) -> None:
        self.root = root
        self.limits = limits
        self.problems: list[Problem] = []
        self.found: list[tuple[str, Path]] = []
        self.statuses: dict[str, os.stat_result] = {}
        self.others: list[str] = []
        self.bytes = 0
        self.seen: dict[tuple[int, int], str] = {}

    def find(self) -> None:
        """Find every file at the root, a file or a folder."""
        try:
            status = self.root.stat()
        except OSError as error:
            self.problems.append(_missing(self.root, error))
            return
        if stat.S_ISDIR(status.st_mode):
            self.folders(status)
        else:
            self.file(self.root, printable(self.root.name), status)

    def folders(self, status: os.stat_result) -> None:
        """Find the YAML files of the map's folder and of all folders in it."""
        entries = 0
        waiting = deque([self.root])
        self.is_new(printable(str(self.root)), status)
        while waiting:
            folder = waiting.popleft()
            try:
                inside = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
            except OSError as error:
                self.problems.append(_unreadable(self.name(folder), error))
                continue
            entries += len(inside)
            if entries > ENTRIES_PER_FILE * self.limits.files:
                self.problems.append(too_many(str(self.root), self.limits))
                return
            for entry in inside:
                self.entry(entry, waiting)
        if len(self.found) > self.limits.files:
            self.problems.append(too_many(str(self.root), self.limits))
        elif not self.found and not self.problems:
            self.problems.append(no_yaml(str(self.root), self.others))

    def entry(self, entry: Path, waiting: deque[Path]) -> None:
        """Take in one entry of a folder: a file of the map now, a folder by adding it to those `waiting`."""
        name = self.name(entry)
        try:
            status = entry.stat()
        except OSError as error:
            if is_yaml(name) or not entry.suffix:  # without a suffix it may be a link to a folder of the map
                self.problems.append(_unreadable(name, error))
            return
        if not stat.S_ISDIR(status.st_mode):
            if is_yaml(name):
                self.file(entry, name, status)
            else:
                self.others.append(name)
        elif self.is_new(name, status):
            waiting.append(entry)

    def file(self, path: Path, name: str, status: os.stat_result) -> None:
        """Take in one file by name; it is read later."""
        if not stat.S_ISREG(status.st_mode):
            sentence = "This is not a file but a pipe, a socket or a device; it is not opened."
            self.problems.append(Problem(Location(name), "not-a-file", sentence, "Save its text in a file."))
        elif status.st_size > self.limits.file_bytes:
            self.problems.append(file_too_large(name, self.limits))
        elif self.is_new(name, status):
            self.bytes += status.st_size
            self.found.append((name, path))
            self.statuses[name] = status

    def is_new(self, name: str, status: os.stat_result) -> bool:
        """Return whether this file or folder is met for the first time; record it where it is met again by a link."""
        first = self.seen.setdefault((status.st_dev, status.st_ino), name)
        if first == name:
            return True
        sentence = f'This leads to the same place as "{first}", which is read already.'
        self.problems.append(Problem(Location(name), "read-twice", sentence, "Remove the link.", (Location(first),)))
        return False

    def read(self) -> tuple[SourceFile, ...]:
        """Return the files found, read only if they are not too many or too large together."""
        left = self.limits.map_bytes
        if self.bytes > left or len(self.found) > self.limits.files:
            if self.bytes > left:
                self.problems.append(too_large(str(self.root), self.limits))
            return ()
        files = []
        for name, path in sorted(self.found):
            try:
                with path.open("rb") as stream:
                    data = stream.read(min(left, self.limits.file_bytes) + 1)
            except OSError as error:
                self.problems.append(_unreadable(name, error))
                continue
            left -= len(data)
            if left < 0:  # files of /proc and growing files hold more than they say
                self.problems.append(too_large(str(self.root), self.limits))
                break
            files.append(SourceFile(name, data))
        return tuple(files)

    def name(self, path: Path) -> str:
        """Return the name of a file within the map's folder."""
        return printable(str(path) if path == self.root else path.relative_to(self.root).as_posix())


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
    gone = path
    while not gone.parent.exists() and gone != gone.parent:
        gone = gone.parent
    try:
        siblings = [printable(entry.name) for entry in gone.parent.iterdir()]
    except OSError:
        siblings = []
    hint = did_you_mean(gone.name, siblings)
    where = "" if gone == path else f' The folder "{printable(str(gone))}" is not there.'
    return Problem(Location(name), "not-found", f"There is no such file or folder.{where}", hint)
