"""What a YAML file says, as plain values that know where they stand."""

from __future__ import annotations

from typing import TypeAlias, Union

Value: TypeAlias = Union["Mapping", "Sequence", str, None]


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
