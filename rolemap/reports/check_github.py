"""`rolemap check` as GitHub workflow commands: each finding is a note on its line of the change."""

from __future__ import annotations

from rolemap.findings import Severity
from rolemap.problems import Location
from rolemap.reports.check import Checked

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.PROMPT: "notice"}
"""The workflow command for each severity (GitHub documentation, "Workflow commands")."""


def write(result: Checked) -> str:
    """Return one workflow command a line."""
    lines = [
        _command("error", problem.place, problem.code, f"{problem.sentence} {problem.hint}".strip())
        for problem in result.problems
    ]
    lines += [
        _command(
            COMMANDS[one.severity], one.places[0].location, f"{one.code} {one.name}", f"{one.message} {one.question}"
        )
        for one in result.open
    ]
    return "\n".join(lines)


def _command(command: str, place: Location, title: str, message: str) -> str:
    where = f"file={_property(place.file)}"
    if place.line:
        where += f",line={place.line},col={place.column}"
    return f"::{command} {where},title={_property(title)}::{_data(message)}"


def _data(text: str) -> str:
    """Return a message that cannot end the command or start another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return a property value that cannot end the property or the command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
