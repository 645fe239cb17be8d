"""From pydantic's errors to plain sentences: what was found, what was expected, and the nearest valid choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from rolemap.problems import did_you_mean
from rolemap.reading.syntax import shown

Path = tuple[str | int, ...]
Explained = tuple[Path, bool, str, str, str]
"""Path within the entry, whether the key (not the value) is at fault, problem code, sentence, hint."""


def explain(shape: type[BaseModel], errors: Iterable[ErrorDetails]) -> Iterator[Explained]:
    """Yield one explanation for each place that is wrong (a union reports every branch that failed: one is enough)."""
    seen: set[Path] = set()
    for error in sorted(errors, key=lambda one: len(one["loc"]), reverse=True):
        path = _plain(error["loc"])
        if any(known[: len(path)] == path for known in seen) and error["type"] != "missing":
            continue
        seen.add((*path, "missing") if error["type"] == "missing" else path)
        yield _explain(shape, error, path)


def _plain(loc: tuple[int | str, ...]) -> Path:
    """Return the path without the names pydantic gives to the branches of a union and to validators."""
    return tuple(step for step in loc if isinstance(step, int) or not _is_branch(step))


def _is_branch(step: str) -> bool:
    return step in {"str", "[key]", "date", "float", "int", "bool"} or "[" in step or step.endswith("Document")


def _explain(shape: type[BaseModel], error: ErrorDetails, path: Path) -> Explained:
    kind, value = error["type"], error["input"]
    name = str(path[-1]) if path and isinstance(path[-1], str) else ""
    if kind == "extra_forbidden":
        known = _fields(shape, path[:-1])
        hint = did_you_mean(name, known) or "Known here: " + ", ".join(sorted(known)) + "."
        return path, True, "unknown-field", f'"{shown(name)}" is not a field that rolemap knows here.', hint
    if kind == "missing":
        where = f'of "{path[-2]}" ' if len(path) > 1 and isinstance(path[-2], str) else ""
        return path[:-1], True, "missing-field", f'The field "{name}" {where}is missing.', f'Add "{name}: …".'
    if kind == "literal_error":
        choices = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        choices = [choice for choice in choices if choice]
        hint = did_you_mean(_said(value), choices)
        options = "Choose one of: " + ", ".join(choices) + "."
        return (
            path,
            False,
            "unknown-choice",
            f'"{_said(value)}" is not a choice for {name}.',
            f"{hint} {options}".strip(),
        )
    if kind in {"not-a-date", "not-a-number", "not-yes-or-no"}:
        return path, False, kind, f'"{_said(value)}" cannot be read here.', error["msg"]
    return path, False, "wrong-shape", f"{_what(value)} stands where something else is expected.", _expected(kind, name)


def _expected(kind: str, name: str) -> str:
    where = f" for {name}" if name else ""
    if kind == "string_type":
        return f"A text is expected{where}."
    if kind == "list_type":
        return f'A list is expected{where}: one line for each item, starting with "- ".'
    return f'Lines of the form "name: value" are expected{where}.'


def _what(value: Any) -> str:  # noqa: ANN401 - whatever the file holds
    if isinstance(value, Mapping):
        return 'A group of "name: value" lines'
    if isinstance(value, list):
        return "A list"
    return "Nothing" if value is None else f'"{_said(value)}"'


def _said(value: Any) -> str:  # noqa: ANN401
    return shown(value) if isinstance(value, str) else _what(value)


def _fields(shape: type[BaseModel], path: Path) -> set[str]:
    """Return the names of the fields that may stand at `path` of an entry of this shape."""
    for step in path:
        if isinstance(step, str):
            found = {field.alias or name: field.annotation for name, field in shape.model_fields.items()}
            inner = _model_in(found.get(step))
            if inner is None:
                return set()
            shape = inner
    return {field.alias or name for name, field in shape.model_fields.items()}


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401
    """Return the model inside an annotation such as `X`, `list[X]` or `X | list[X]`."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return annotation if issubclass(annotation, BaseModel) else None
    for inner in get_args(annotation):
        found = _model_in(inner)
        if found is not None:
            return found
    return None
