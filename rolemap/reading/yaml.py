"""YAML text to plain values that remember where they stand, refusing whatever could mean something unexpected.

Only a small part of YAML is accepted: mappings with text keys, lists and scalars. A scalar stays the text that was
written; which type it has is decided by the field that holds it. That is why `no`, `007` and `12:30` survive.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from operator import length_hint

from yaml import YAMLError

from rolemap.collector import collector_paused
from rolemap.problems import InvalidMap, Problem
from rolemap.reading.builder import MOST_PROBLEMS, Builder, Stop
from rolemap.reading.encoding import check_bytes
from rolemap.reading.events import next_event
from rolemap.reading.limits import LOCAL, UPLOAD, Limits
from rolemap.reading.positions import Places, positions
from rolemap.reading.sources import SourceFile
from rolemap.reading.syntax import syntax_problem
from rolemap.reading.values import Mapping, Sequence, Value

__all__ = ["LOCAL", "UPLOAD", "Limits", "Mapping", "Places", "Sequence", "Value", "parse", "parse_all", "positions"]


def parse(data: bytes, file: str, limits: Limits) -> Mapping:
    """Return what `data` says; an empty file is an empty mapping. `file` is the name that problems show.

    Raises InvalidMap with everything found wrong: all that can be told about a file that is YAML, or all up to the
    place where it stops being YAML. Reading stops after a hundred problems.
    """
    return _parse(SourceFile(file, data), limits, repeat((), limits.nodes))


def parse_all(files: Iterable[SourceFile], limits: Limits) -> tuple[dict[str, Mapping], list[Problem]]:
    """Return what each readable file says, by file name, and what is wrong in the others.

    The limit of keys and values holds for all files together; none is read after a thousand problems.
    """
    budget = repeat((), limits.nodes)
    read: dict[str, Mapping] = {}
    problems: list[Problem] = []
    for file in files:
        try:
            read[file.name] = _parse(file, limits, budget)
        except InvalidMap as error:
            problems += error.problems
        if problems and (not length_hint(budget) or len(problems) >= 10 * MOST_PROBLEMS):
            break
    return read, problems


def _parse(file: SourceFile, limits: Limits, budget: repeat[tuple[()]]) -> Mapping:
    check_bytes(file.data, file.name, limits)
    builder = Builder(file, limits, budget)
    with collector_paused():
        try:
            root = builder.build(next_event(file.data))
        except Stop:
            root = Mapping()
        except YAMLError as error:
            builder.problems.append(syntax_problem(error, file.data, file.name))
            root = Mapping()
    if builder.problems or builder.repeated:
        raise InvalidMap([*builder.problems, *builder.repeated_keys()])
    return root
