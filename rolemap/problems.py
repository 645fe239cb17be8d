"""What can be wrong with a map that cannot be read: places in files, problems, and the error that carries them all.

A *problem* is about input that rolemap cannot understand (exit code 2). Trouble in a readable map is a *finding*
(`rolemap.findings`), another type with another exit code: the two never mix.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file. `line` and `column` count from 1; 0 means "the file as a whole"."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return `file:line:column`, or the file name alone where no line is meant."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One reason why a map cannot be read.

    `code` is a stable kebab-case name ("unknown-field"), `sentence` says what is wrong, `hint` what was expected or
    how to put it right, `related` other places that matter (the first of two equal ids, say).
    """

    place: Location
    code: str
    sentence: str
    hint: str = ""
    related: tuple[Location, ...] = ()

    def __str__(self) -> str:
        """Return `file:line:column: sentence hint`, one line."""
        return f"{self.place}: {self.sentence}" + (f" {self.hint}" if self.hint else "")


class InvalidMap(Exception):
    """Raised when a map cannot be read. Carries every problem found, without repeats, sorted by file, line and column."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


ALIKE = 60
"""From which likeness (0 to 100, rapidfuzz's normalised ratio) a choice is close enough to be meant."""


def nearest(word: str, choices: Iterable[str], most: int = 1) -> Sequence[str]:
    """Return up to `most` of `choices` that are spelled most like `word`, best first; empty where none is close."""
    from rapidfuzz import fuzz, process  # only where something is wrong

    ordered = _ordered(choices) if isinstance(choices, frozenset) else sorted(choices)
    found = process.extract(word, ordered, scorer=fuzz.ratio, limit=most, score_cutoff=ALIKE)
    return [choice for choice, _, _ in found]


@lru_cache(maxsize=16)
def _ordered(choices: frozenset[str]) -> list[str]:
    """Return the choices in order, once for many words that are looked for among them."""
    return sorted(choices)


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return the hint `Did you mean "x"?`, or an empty text where nothing is close."""
    found = nearest(word, choices)
    return f'Did you mean "{found[0]}"?' if found else ""
