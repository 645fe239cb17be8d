"""YAML text to plain values that remember where they stand, refusing whatever could mean something unexpected.

Only a small part of YAML is accepted: mappings with text keys, lists and scalars. A scalar stays the text that was
written; which type it has is decided by the field that holds it. That is why `no`, `007` and `12:30` survive.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat, starmap
from operator import length_hint
from typing import Any, Final, NoReturn, TypeAlias, Union

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from rolemap.problems import InvalidMap, Location, Problem
from rolemap.reading.encoding import check_bytes
from rolemap.reading.events import ENDS, STARTS, NextEvent, collector_paused, next_event, start_of
from rolemap.reading.limits import LOCAL, UPLOAD, Limits
from rolemap.reading.positions import KeyName, Places, first_keys, positions
from rolemap.reading.sources import SourceFile
from rolemap.reading.syntax import shown, syntax_problem

__all__ = ["LOCAL", "UPLOAD", "Limits", "Mapping", "Places", "Sequence", "Value", "parse", "parse_all", "positions"]

Value: TypeAlias = Union["Mapping", "Sequence", str, None]

NOTHING: Final = frozenset({"", "~", "null"})
ODD_KEYS: Final = frozenset({"", "<<"})
MOST_PROBLEMS: Final = 100
TOO_DEEP: Final = "Lists and mappings stand inside each other more than {} deep."
OPEN_BRACKET: Final = "Is a bracket left open, or a line indented too far?"
SPLIT: Final = "Split the file into several."
ONE_DOCUMENT: Final = 'Delete the line "---", or save what follows in a file of its own.'


class Mapping(dict[str, Value]):
    """A mapping with the place of its name, or of its start where it has none; `line` and `column` count from 1."""

    __slots__ = ("column", "line")
    line: int
    column: int


class Sequence(list[Value]):
    """A list with the place of its name, or of its start where it has none; `line` and `column` count from 1."""

    __slots__ = ("column", "line")
    line: int
    column: int


def parse(data: bytes, file: str, limits: Limits) -> Mapping:
    """Return what `data` says; an empty file is an empty mapping. `file` is the name that problems show.

    Raises InvalidMap with everything found wrong: all that can be told about a file that is YAML, or all up to the
    place where it stops being YAML. Reading stops after a hundred problems.
    """
    return _parse(SourceFile(file, data), limits, repeat((), limits.nodes))


def parse_all(files: Iterable[SourceFile], limits: Limits) -> dict[str, Mapping]:
    """Return what each file says, by file name. The limit of keys and values holds for all of them together.

    Raises InvalidMap with what is wrong in any of the files; no further file is read after a thousand problems.
    """
    budget = repeat((), limits.nodes)
    read: dict[str, Mapping] = {}
    problems: list[Problem] = []
    for file in files:
        try:
            read[file.name] = _parse(file, limits, budget)
        except InvalidMap as error:
            problems += error.problems
        if not length_hint(budget) or len(problems) >= 10 * MOST_PROBLEMS:
            break
    if problems:
        raise InvalidMap(problems)
    return read


def _parse(file: SourceFile, limits: Limits, budget: repeat[tuple[()]]) -> Mapping:
    check_bytes(file.data, file.name, limits)
    builder = _Builder(file, limits, budget)
    with collector_paused():
        try:
            root = builder.build(next_event(file.data))
        except _Stop:
            root = Mapping()
        except YAMLError as error:
            builder.problems.append(syntax_problem(error, file.data, file.name))
            root = Mapping()
    if builder.problems or builder.repeated:
        raise InvalidMap([*builder.problems, *builder.repeated_keys()])
    return root


class _Stop(Exception):
    """Nothing after this place can be read with sense."""


class _Builder:
    """Builds the values of one file and collects what is wrong with it."""

    def __init__(self, file: SourceFile, limits: Limits, budget: repeat[tuple[()]]) -> None:
        self.data = file.data
        self.file = file.name
        self.limits = limits
        self.budget = budget
        self.problems: list[Problem] = []
        self.repeated: list[tuple[KeyName, Location]] = []

    def build(self, read: NextEvent) -> Mapping:
        """Return the file's mapping; `problems` and `repeated` say whether it may be used. Raises _Stop, YAMLError."""
        depth, longest = self.limits.depth, self.limits.scalar
        holder = Sequence()
        holder.line = holder.column = 1
        current: Any = holder
        key: str | None = None
        key_event: Any = None
        in_mapping = False
        stack: list[Any] = []
        names: dict[str, str] = {}
        same = names.setdefault  # one text for all equal keys: a third less memory
        # One loop without calls per event, and a bounded one: this is where the time of reading a large map goes.
        for event in starmap(read, self.budget):
            kind = event.__class__
            if kind is ScalarEvent:
                text = event.value
                if event.tag is not None or event.anchor is not None or len(text) > longest:
                    self.check_scalar(event)
                if not in_mapping:
                    current.append(None if text in NOTHING and not event.style else text)
                elif key is None:
                    key = same(text, text)
                    key_event = event
                    if text in current or text in ODD_KEYS:
                        self.check_key(event, current, len(stack))
                else:
                    current[key] = None if text in NOTHING and not event.style else text
                    key = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.tag is not None or event.anchor is not None:
                    self.check_properties(event)
                if in_mapping and key is None:
                    key_event = event
                    key = self.skip_key(event, read)
                    continue
                child: Any = Mapping() if kind is MappingStartEvent else Sequence()
                mark = (event if key is None else key_event).start_mark
                child.line = mark.line + 1
                child.column = mark.column + 1
                if key is None:
                    current.append(child)
                else:
                    current[key] = child
                    key = None
                stack.append(current)
                if len(stack) > depth:
                    self.stop(event, "too-deep", TOO_DEEP.format(depth), OPEN_BRACKET)
                current = child
                in_mapping = kind is MappingStartEvent
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                current = stack.pop()
                in_mapping = current.__class__ is Mapping
            elif kind is AliasEvent:
                self.refuse_alias(event)
                key, key_event = ("", event) if in_mapping and key is None else (None, None)
            elif kind is DocumentStartEvent and holder:
                self.stop(event, "several-documents", 'A second document starts here ("---").', ONE_DOCUMENT)
            elif kind is StreamEndEvent:
                return self.root(holder)
        self.stop(event, "too-many-values", f"There are more than {self.limits.nodes:,} keys and values.", SPLIT)

    def root(self, holder: Sequence) -> Mapping:
        """Return the one value of the file, an empty mapping where there is none."""
        value = holder[0] if holder else None
        if isinstance(value, Mapping):
            return value
        if value is not None:
            kind = "a list" if isinstance(value, Sequence) else "plain text"
            hint = 'Start the first line with the name of a section and a colon, for example "roles:".'
            sentence = f"The file holds {kind}, not sections."
            self.problems.append(Problem(Location(self.file, 1, 1), "not-a-mapping", sentence, hint))
        empty = Mapping()
        empty.line = empty.column = 1
        return empty

    def check_scalar(self, event: ScalarEvent) -> None:
        """Record what is wrong with a scalar besides its place."""
        self.check_properties(event)
        if len(event.value) > self.limits.scalar:
            sentence = f"This text has {len(event.value):,} characters; the most is {self.limits.scalar:,}."
            self.complain(event, "too-long-text", sentence, "Is a closing quote missing? Otherwise shorten it.")

    def check_properties(self, event: ScalarEvent | CollectionStartEvent) -> None:
        """Record an anchor or a tag."""
        if event.anchor is not None:
            sentence = f'"&{shown(event.anchor)}" names a value for use elsewhere; rolemap does not read such names.'
            self.complain(event, "anchor", sentence, 'Put a text that starts with "&" in quotes.')
        if event.tag is not None:
            sentence = f'"{shown(event.tag)}" is a YAML tag; rolemap does not read tags.'
            self.complain(event, "tag", sentence, 'Put a text that starts with "!" in quotes.')

    def refuse_alias(self, event: AliasEvent) -> None:
        """Record an alias."""
        sentence = f'"*{shown(event.anchor or "")}" repeats a value from elsewhere; rolemap does not read such repeats.'
        self.complain(event, "alias", sentence, 'Put a text that starts with "*" in quotes, or write the value out.')

    def check_key(self, event: ScalarEvent, mapping: Mapping, depth: int) -> None:
        """Record what is wrong with a key that is empty, a merge key or there already."""
        key = event.value
        if key == "<<" and not event.style:
            sentence = '"<<" would copy fields from another entry; rolemap does not copy.'
            self.complain(event, "merge-key", sentence, "Write the fields out in each entry.")
        elif key == "":
            self.complain(event, "empty-key", "There is no name before the colon.", "Write a name, or delete the line.")
        elif key in mapping:
            self.repeated.append(((depth, mapping.line, mapping.column, key), self.place(event)))
            self.stop_if_many(event)

    def skip_key(self, event: CollectionStartEvent, read: NextEvent) -> str:
        """Record a list or mapping that stands where a key must be, read past it and return a stand-in for the key."""
        kind = "list" if isinstance(event, SequenceStartEvent) else "mapping"
        hint = 'Names are plain text. A text that starts with "[" or "{" must be in quotes.'
        self.complain(event, "key-not-text", f"A {kind} is used as a name.", hint)
        depth = 1
        for inner in starmap(read, self.budget):
            depth += isinstance(inner, STARTS) - isinstance(inner, ENDS)
            if depth > self.limits.depth:
                self.stop(inner, "too-deep", TOO_DEEP.format(self.limits.depth), OPEN_BRACKET)
            if not depth:
                break
        return ""

    def repeated_keys(self) -> list[Problem]:
        """Return a problem for each repeated key, with the place where it was written first."""
        wanted = {name for name, _ in self.repeated}
        firsts = first_keys(self.data, wanted) if wanted else {}
        problems = []
        for name, place in self.repeated:
            line, column = firsts[name]
            sentence = f'"{shown(name[-1])}" is written twice here; it was first written on line {line}.'
            first = Location(self.file, line, column)
            hint = "Keep one of them, or give one another name."
            problems.append(Problem(place, "duplicate-key", sentence, hint, (first,)))
        return problems

    def place(self, event: Event) -> Location:
        """Return where an event starts."""
        return Location(self.file, *start_of(event))

    def complain(self, event: Event, code: str, sentence: str, hint: str) -> None:
        """Record a problem at an event and go on, unless there are many already."""
        self.problems.append(Problem(self.place(event), code, sentence, hint))
        self.stop_if_many(event)

    def stop(self, event: Event, code: str, sentence: str, hint: str) -> NoReturn:
        """Record a problem at an event and read no further."""
        self.problems.append(Problem(self.place(event), code, sentence, hint))
        raise _Stop

    def stop_if_many(self, event: Event) -> None:
        """Read no further once there are more problems than anybody reads."""
        if len(self.problems) + len(self.repeated) >= MOST_PROBLEMS:
            sentence = f"Reading stopped here: the file has {MOST_PROBLEMS} problems or more."
            self.stop(event, "too-many-problems", sentence, "Correct the first ones and try again.")
