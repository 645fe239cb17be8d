"""Reading change sets: with the same care as maps, and against the map that they change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from rolemap.changes.apply import tried
from rolemap.changes.check import ended_twice
from rolemap.changes.operations import ChangeSet, Operation
from rolemap.model import Landscape
from rolemap.problems import InvalidMap, Location, Problem, did_you_mean
from rolemap.reading import files
from rolemap.reading.build_changes import change_set_of, operation_of
from rolemap.reading.change_documents import OPERATIONS, ChangeSetDocument
from rolemap.reading.collect import Raw
from rolemap.reading.documents import Document
from rolemap.reading.explain import explain
from rolemap.reading.faults import Faults, Spot
from rolemap.reading.files import SourceFile
from rolemap.reading.limits import LOCAL, Limits
from rolemap.reading.syntax import shown
from rolemap.reading.yaml import Mapping, Sequence, Value, parse_all

TOP = ("change_set", "changes")
LISTED = 'Start each change with "- " and its name, for example "- remove: easton-trust".'


def read_change_sets(
    paths: Iterable[Path], landscape: Landscape, on: date, limits: Limits = LOCAL
) -> tuple[ChangeSet, ...]:
    """Return the change sets in these files, or in all YAML files of these folders, in order of their dates.

    They are checked against `landscape`, each after those before it; one without a date begins `on`. Raises InvalidMap
    with every problem of every file.
    """
    found: list[SourceFile] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            inside = files.from_path(path, limits)
        except InvalidMap as invalid:
            problems += invalid.problems
            continue
        # Whole paths, so that two files of one name can be told apart.
        found += (SourceFile((path / one.name if path.is_dir() else path).as_posix(), one.data) for one in inside)
    if problems:
        raise InvalidMap(problems)
    return read_change_files(found, landscape, on, limits)


def read_change_files(
    sources: Iterable[SourceFile], landscape: Landscape, on: date, limits: Limits = LOCAL
) -> tuple[ChangeSet, ...]:
    """Return the change sets that these files hold, as `read_change_sets` does."""
    sources = tuple(sources)
    faults = Faults()
    parsed, faults.located = parse_all(sources, limits)
    read = [_Reader(file, root, faults) for file, root in parsed.items()]
    read.sort(key=lambda one: one.change_set.begins(on))
    changed = landscape
    for one in read:
        changed, complaints = tried(changed, one.change_set, on, one.missed)
        for number, told in (*complaints, *ended_twice(one.change_set)):
            faults.add(one.spot(number, told.path), told.code, told.sentence, told.hint)
    faults.raise_if_any({source.name: source.data for source in sources})
    return tuple(one.change_set for one in read)


def title_in(source: SourceFile, limits: Limits = LOCAL) -> str:
    """Return the title that a file gives its change set, whatever map it is for; empty where there is none to be read."""
    parsed, _ = parse_all((source,), limits)
    return next((_Reader(file, root, Faults()).change_set.title for file, root in parsed.items()), "")


class _Reader:
    """Reads one file; what is wrong with its shape goes to the faults, and the operations that are right are kept."""

    def __init__(self, file: str, root: Mapping, faults: Faults) -> None:
        self.file = file
        self.faults = faults
        self.numbers: list[int] = []
        self.missed: set[str] = set()
        for name in root:
            if name not in TOP:
                self._unknown_section(name)
        head = self._head(root.get("change_set"))
        operations = tuple(self._operations(root))
        place = Location(file, root.line, root.column) if hasattr(root, "line") else Location(file)
        self.change_set = change_set_of(head, operations, place)

    def spot(self, number: int, path: tuple[str | int, ...]) -> Spot:
        """Return the place of something in the operation with this number among those that are right."""
        return Spot(self.file, ("changes", self.numbers[number], *path))

    def _unknown_section(self, name: str) -> None:
        hint = did_you_mean(name, TOP) or 'A change set has "change_set" and "changes".'
        sentence = f'"{shown(name)}" is not a part of a change set.'
        self.faults.add(Spot(self.file, (name,), at_key=True), "unknown-section", sentence, hint)

    def _head(self, node: Value) -> ChangeSetDocument:
        if node is not None and not isinstance(node, Mapping):
            sentence = '"change_set" must hold lines of the form "name: value".'
            self.faults.add(Spot(self.file, ("change_set",)), "wrong-shape", sentence, 'For example "title: …".')
            return ChangeSetDocument()
        found = self._document(ChangeSetDocument, node or Mapping(), ("change_set",))
        return found if isinstance(found, ChangeSetDocument) else ChangeSetDocument()

    def _operations(self, root: Mapping) -> Iterable[Operation]:
        node = root.get("changes")
        if not isinstance(node, Sequence):
            code = "wrong-shape" if node is not None else "no-changes"
            sentence = '"changes" must be a list.' if node is not None else "The file lists no changes."
            self.faults.add(Spot(self.file, ("changes",)), code, sentence, LISTED)
            return
        for number, item in enumerate(node):
            found = self._operation(item, number)
            if found is None:
                self.missed.update(_ids(item))
            else:
                self.numbers.append(number)
                yield found

    def _operation(self, item: Value, number: int) -> Operation | None:
        """Return one operation, or None where its shape is wrong."""
        at: tuple[str | int, ...] = ("changes", number)
        if not isinstance(item, Mapping) or len(item) != 1:
            sentence = "Each change must have one name, and what it changes after it."
            self.faults.add(
                Spot(self.file, at), "wrong-shape", sentence, f"{LISTED} Several changes are several items."
            )
            return None
        name, node = next(iter(item.items()))
        if name not in OPERATIONS:
            hint = f"{did_you_mean(name, OPERATIONS)} Changes are: {', '.join(OPERATIONS)}.".strip()
            sentence = f'"{shown(name)}" is not a change that rolemap knows.'
            self.faults.add(Spot(self.file, (*at, name), at_key=True), "unknown-operation", sentence, hint)
            return None
        shape = OPERATIONS[name]
        if isinstance(node, str) and name in ("remove", "vacate"):
            return operation_of(node, Raw(self.file, (*at, name), item), self.faults)
        if shape is None or not isinstance(node, Mapping):
            expected = "An id is expected" if shape is None else 'Lines of the form "name: value" are expected'
            sentence = f'What stands after "{name}" cannot be read.'
            self.faults.add(Spot(self.file, (*at, name)), "wrong-shape", sentence, f"{expected}.")
            return None
        document = self._document(shape, node, (*at, name))
        return None if document is None else operation_of(document, Raw(self.file, (*at, name), node), self.faults)

    def _document(self, shape: type[Document], node: Mapping, at: tuple[str | int, ...]) -> Any:  # noqa: ANN401
        try:
            return shape.model_validate(node)
        except ValidationError as error:
            for path, at_key, code, sentence, hint in explain(shape, error.errors(include_url=False)):
                self.faults.add(Spot(self.file, (*at, *path), at_key), code, sentence, hint)
        return None


def _ids(value: Value) -> set[str]:
    """Return every text under `id`: what an operation would have made, had it been right."""
    if isinstance(value, Mapping):
        own = value.get("id")
        return {own} if isinstance(own, str) else set().union(*(_ids(inner) for inner in value.values()))
    if isinstance(value, Sequence):
        return set().union(*(_ids(inner) for inner in value))
    return set()
