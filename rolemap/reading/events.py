"""The YAML event stream: what every pass over a file starts from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

try:
    from yaml._yaml import CParser
except ImportError:  # a build of PyYAML without libyaml: the same events, about thirty times slower
    CParser = None  # type: ignore[assignment,misc]

NextEvent: TypeAlias = Callable[[], Any]
STARTS: Final = (MappingStartEvent, SequenceStartEvent)
ENDS: Final = (MappingEndEvent, SequenceEndEvent)
NODES: Final = (ScalarEvent, AliasEvent, *STARTS)


def next_event(data: bytes) -> NextEvent:
    """Return a function that gives one event of `data` per call, from the stream's start to its end, then None.

    The function raises `yaml.YAMLError` where the text is not YAML. Neither parser recurses, so depth costs no stack.
    """
    if CParser is not None:
        return CParser(data).get_event
    return _PythonParser(data).get_event


def start_of(event: Event) -> tuple[int, int]:
    """Return line and column, from 1, where an event starts."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _PythonParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """The parser written in Python, for builds without libyaml."""

    def __init__(self, data: bytes) -> None:
        yaml.reader.Reader.__init__(self, data)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)
