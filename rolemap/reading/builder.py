"""Values built from YAML events, and what is wrong with them collected on the way."""

from __future__ import annotations

from itertools import repeat, starmap
from typing import Any, Final, NoReturn

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

from rolemap.problems import Location, Problem
from rolemap.reading.events import ENDS, STARTS, NextEvent, start_of
from rolemap.reading.limits import Limits
from rolemap.reading.positions import KeyName, first_keys
from rolemap.reading.sources import SourceFile
from rolemap.reading.syntax import shown
from rolemap.reading.values import Mapping, Sequence

NOTHING: Final = frozenset({"", "~", "null"})
ODD_KEYS: Final = frozenset({"", "<<"})
MOST_PROBLEMS: Final = 100
TOO_DEEP: Final = "Lists and mappings stand inside each other more than {} deep."
OPEN_BRACKET: Final = "Is a bracket left open, or a line indented too far?"
TOO_MANY: Final = "There are more than {:,} keys and values."
SPLIT: Final = "Split the file into several."
ONE_DOCUMENT: Final = 'Delete the line "---", or save what follows in a file of its own.'


class Stop(Exception):
    """Nothing after this place can be read with sense."""


class Builder:
    """Builds the values of one file and collects what is wrong with it."""

    def __init__(self, file: SourceFile, limits: Limits, budget: repeat[tuple[()]]) -> None:
        self.data = file.data
        self.file = file.name
        self.limits = limits
        self.budget = budget
        self.problems: list[Problem] = []
        self.repeated: list[tuple[KeyName, Location]] = []

    def build(self, read: NextEvent) -> Mapping:
        """Return the file's mapping; `problems` and `repeated` say whether it may be used. Raises Stop, YAMLError."""
        depth, longest = self.limits.depth, self.limits.scalar
        holder = Sequence()
        current: Any = holder
        key: str | None = None
        key_event: Any = None
        event: Any = None
        in_mapping = False
        stack: list[Any] = []
        same = dict[str, str]().setdefault  # one text for all equal keys: a third less memory
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
                child.line, child.column = mark.line + 1, mark.column + 1
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
        self.stop(event, "too-many-values", TOO_MANY.format(self.limits.nodes), SPLIT)

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
            hint = (
                'Keep one of them, or give one another name. If a new item of a list starts here, put "- " before it.'
            )
            problems.append(Problem(place, "duplicate-key", sentence, hint, (first,)))
        return problems

    def place(self, event: Event | None) -> Location:
        """Return where an event starts, the file where there is none."""
        return Location(self.file) if event is None else Location(self.file, *start_of(event))

    def complain(self, event: Event, code: str, sentence: str, hint: str) -> None:
        """Record a problem at an event and go on, unless there are many already."""
        self.problems.append(Problem(self.place(event), code, sentence, hint))
        self.stop_if_many(event)

    def stop(self, event: Event | None, code: str, sentence: str, hint: str) -> NoReturn:
        """Record a problem at an event and read no further."""
        self.problems.append(Problem(self.place(event), code, sentence, hint))
        raise Stop

    def stop_if_many(self, event: Event) -> None:
        """Read no further once there are more problems than anybody reads."""
        if len(self.problems) + len(self.repeated) >= MOST_PROBLEMS:
            sentence = f"Reading stopped here: the file has {MOST_PROBLEMS} problems or more."
            self.stop(event, "too-many-problems", sentence, "Correct the first ones and try again.")
