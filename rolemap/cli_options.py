"""What the commands share: the options they have in common, and how they stop on a map that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from rolemap.problems import InvalidMap

Command = TypeVar("Command", bound=Callable[..., Any])

UNREADABLE = 2
FOUND = 1
MAP = click.argument("map_path", metavar="MAP", type=click.Path(path_type=Path))


class Day(click.ParamType[date]):
    """A date written YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """Return the date. Fails with a sentence for anything else, also for a year that no date in a map may lie in."""
        from rolemap.reading.scalars import YEARS

        if isinstance(value, date):
            return value
        try:
            found = datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f'"{value}" is not a date. Write it as year-month-day, for example 2026-04-01.', param, ctx)
        if found.year not in YEARS:
            self.fail(f'"{value}" is too far away. Give a year from {YEARS[0]} to {YEARS[-1]}.', param, ctx)
        return found


def on_option(command: Command) -> Command:
    """Return the command with `--on DATE`."""
    text = "Read the map as at this date (YYYY-MM-DD). Default: today."
    return click.option("--on", type=Day(), metavar="DATE", default=None, help=text)(command)


def say_undated(on: date | None) -> None:
    """Say, where another day than today was asked for, what counts on every day: much of a map gives no dates."""
    if on is not None:
        click.echo("What the map gives no dates for counts on every day.")


def stop(invalid: InvalidMap) -> NoReturn:
    """Print every problem and exit with 2."""
    from rolemap.reports.plain import one_line

    for problem in invalid.problems:
        click.echo(one_line(str(problem)), err=True)
    raise SystemExit(UNREADABLE)
