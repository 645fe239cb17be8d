"""`rolemap check` as GitHub workflow commands: each finding is a note on its line of the change."""

from __future__ import annotations

from rolemap.findings import Severity
from rolemap.problems import Location
from rolemap.reports.check import Checked
from rolemap.reports.plain import one_line

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.PROMPT: "notice"}
"""The workflow command for each severity (GitHub documentation, "Workflow commands")."""


def write(result: Checked) -> str:
    """Return one workflow command a line."""
    lines = [
        f"::error {_where(result, one.place)},title={_property(one.code)}::{_data(f'{one.sentence} {one.hint}'.strip())}"
        for one in result.problems
    ]
    for one in result.open:
        title = _property(f"{one.code} {one.name}")
        where = _where(result, one.places[0].location)
        lines.append(f"::{COMMANDS[one.severity]} {where},title={title}::{_data(f'{one.message} {one.question}')}")
    return "\n".join(lines)


def _where(result: Checked, place: Location) -> str:
    where = f"file={_property(result.path_of(place))}"
    return f"{where},line={place.line},col={place.column}" if place.line else where


def _data(text: str) -> str:
    """Return a message that cannot end the command or start another."""
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    """Return a property value that cannot end the property or the command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
