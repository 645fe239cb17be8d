"""Where every key and value of a file stands: a second, slower pass, made only when there is something to report."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeAlias

from yaml import YAMLError
from yaml.events import Event, MappingStartEvent, ScalarEvent

from rolemap.collector import collector_paused
from rolemap.reading.events import ENDS, NODES, STARTS, next_event, start_of
from rolemap.reading.limits import LOCAL

Path: TypeAlias = tuple[str | int, ...]
Position: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Places:
    """Line and column, from 1, of the keys and values of one file. A path that is not there has its parent's place."""

    keys: dict[Path, Position] = field(default_factory=dict)
    values: dict[Path, Position] = field(default_factory=dict)

    def key(self, path: Path) -> Position:
        """Return where the key at `path` stands; for an item of a list, where the item stands."""
        while path:
            found = self.keys.get(path) or self.values.get(path)
            if found:
                return found
            path = path[:-1]
        return self.values.get((), (1, 1))

    def value(self, path: Path) -> Position:
        """Return where the value at `path` stands."""
        return self.values.get(path) or self.key(path)


def positions(data: bytes, wanted: Iterable[Path] | None = None) -> Places:
    """Return where the keys and values of a file stand: of all paths, or of the `wanted` ones and their parents.

    Ask for the paths that are needed: all paths of a large file take many times its size, and the pass ends with the last
    one wanted. Where the file stops being YAML, or goes deeper than any file that is read, what stands before that place
    is returned.
    """
    walk = _Walk(None if wanted is None else {path[:n] for path in wanted for n in range(len(path) + 1)})
    read = next_event(data)
    with collector_paused(), suppress(YAMLError):
        while walk.left != set() and (event := read()) is not None and walk.depth <= LOCAL.depth:
            walk.step(event)
    return walk.places


class _Walk:
    """Follows an event stream and keeps the path of what comes next."""

    def __init__(self, wanted: set[Path] | None) -> None:
        self.wanted = wanted
        self.left = None if wanted is None else set(wanted)
        self.places = Places()
        self.path: list[str | int] = []
        self.expects_key: list[bool | None] = []  # one for each open container; None in a list
        self.inside_key = 0

    @property
    def depth(self) -> int:
        """Return how many lists and mappings are open."""
        return len(self.path) + self.inside_key

    def step(self, event: Event) -> None:
        """Take in one event."""
        if self.inside_key:
            self.inside_key += isinstance(event, STARTS) - isinstance(event, ENDS)
        elif isinstance(event, NODES):
            self.child(event, start_of(event))
        elif isinstance(event, ENDS):
            self.path.pop()
            self.expects_key.pop()

    def child(self, event: Event, place: Position) -> None:
        """Take in a key, a value or the start of one."""
        expects_key = self.expects_key[-1] if self.path else None
        if expects_key:
            self.path[-1] = event.value if isinstance(event, ScalarEvent) else ""
            self.inside_key = int(isinstance(event, STARTS))
            self.keep(self.places.keys, place)
            self.expects_key[-1] = False
            return
        if expects_key is False:
            self.expects_key[-1] = True
        elif self.path:
            self.path[-1] = int(self.path[-1]) + 1
        self.keep(self.places.values, place)
        if isinstance(event, STARTS):
            is_mapping = isinstance(event, MappingStartEvent)
            self.path.append("" if is_mapping else -1)
            self.expects_key.append(True if is_mapping else None)

    def keep(self, found: dict[Path, Position], position: Position) -> None:
        """Keep the place of the current path, the first one where a key is repeated."""
        path = tuple(self.path)
        if self.wanted is None or path in self.wanted:
            found.setdefault(path, position)
            if self.left is not None and found is self.places.values:
                self.left.discard(path)


def last_open(data: bytes) -> Position | None:
    """Return where the list or mapping starts that is still open where the file stops being YAML."""
    opened: list[Position] = []
    read = next_event(data)
    with suppress(YAMLError):
        while (event := read()) is not None:
            if isinstance(event, STARTS):
                opened.append(start_of(event))
            elif isinstance(event, ENDS):
                opened.pop()
    return opened[-1] if opened else None


KeyName: TypeAlias = tuple[int, int, int, str]
"""A key among all keys of a file: how many lists and mappings are open, the place of its mapping, its text."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being walked through."""

    place: Position
    is_mapping: bool
    expects_key: bool
    name_at: Position = (1, 1)


def first_keys(data: bytes, wanted: set[KeyName]) -> dict[KeyName, Position]:
    """Return where each wanted key was written first.

    The place of a mapping is that of its name, or of its start where it has none, as in `Mapping`.
    """
    found: dict[KeyName, Position] = {}
    opened: list[_Open] = []
    inside_key = 0
    read = next_event(data)
    with suppress(YAMLError):
        while len(found) < len(wanted) and (event := read()) is not None:
            if inside_key:
                inside_key += isinstance(event, STARTS) - isinstance(event, ENDS)
            elif isinstance(event, ENDS):
                opened.pop()
            elif isinstance(event, NODES):
                parent, mark = opened[-1] if opened else None, start_of(event)
                if parent and parent.expects_key:
                    parent.expects_key, parent.name_at = False, mark
                    inside_key = int(isinstance(event, STARTS))
                    name = (len(opened), *parent.place, event.value if isinstance(event, ScalarEvent) else "")
                    if name in wanted:
                        found.setdefault(name, mark)
                    continue
                if parent and parent.is_mapping:
                    parent.expects_key, mark = True, parent.name_at
                if isinstance(event, STARTS):
                    is_mapping = isinstance(event, MappingStartEvent)
                    opened.append(_Open(mark, is_mapping, is_mapping))
    return found
