"""What text and the cells of tables hold: words, states, numbers and days, as every format shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Align(StrEnum):
    """Where the text of a column stands."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `link` is "#anchor" within the report or a web address the content has checked, else empty.

    `state` is a key of `palette.STATES`: the words are then also told by colour, never by colour alone.
    """

    text: str
    bold: bool = False
    link: str = ""
    state: str = ""


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A state in a cell of a table: word, symbol and the key in `palette.STATES` of its inks."""

    word: str
    symbol: str
    key: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a cell, and how people see it ("73%" is 0.73). `percent` says that `value` is a share of one."""

    value: float
    shown: str
    percent: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """A date in a cell; shown as `shown` (1 March 2026)."""

    value: date
    shown: str


Value = Text | Chip | Number | When
"""What a cell of a table holds; the empty tuple is an empty cell."""


def text(words: str, *, bold: bool = False, link: str = "") -> Text:
    """Return `words` as one run; nothing for no words."""
    return (Run(words, bold=bold, link=link),) if words else ()


def plain(value: Value) -> str:
    """Return what a cell says in plain text: a state as its symbol and word, a number or a date as shown."""
    if isinstance(value, tuple):
        return "".join(run.text for run in value)
    if isinstance(value, Chip):
        return f"{value.symbol} {value.word}"
    return value.shown
