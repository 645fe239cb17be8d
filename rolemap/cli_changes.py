"""The commands on changes: what a map would be after them, and how two maps differ."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rolemap.cli_options import MAP, Day, on_option, stop

if TYPE_CHECKING:
    from rolemap.changes import ChangeSet, Operation
    from rolemap.model import Landscape

CHANGES = click.option(
    "--changes",
    "files",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A change set (docs/change-sets.md). May be repeated; earlier dates come first.",
)


@click.command()
@MAP
@CHANGES
@click.option("--remove", multiple=True, metavar="ID", help="End this role, organisation, area or other entry.")
@click.option("--merge", multiple=True, metavar="A,B:NEW", help="Make one of these organisations or roles.")
@click.option("--vacate", multiple=True, metavar="ROLE", help="Leave this role with nobody in it.")
@on_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the result.",
)
def whatif(map_path: Path, files: tuple[Path, ...], on: date | None, form: str, **short: tuple[str, ...]) -> None:
    """Show what changes would open, leave contested or vacant, break or settle.

    Without --on the map is read as at the day the last of the changes begins.

    \b
    Examples:
      rolemap whatif my-map --remove northshire-icb
      rolemap whatif my-map --merge easton-council,westby-council:valley-council --on 2028-04-01
      rolemap whatif my-map --changes configs/scenarios/northshire/icb-merger.yaml
    """
    from rolemap import pipeline, reading
    from rolemap.problems import InvalidMap
    from rolemap.reports.whatif import FORMATS, WhatIf

    if not files and not any(short.values()):
        raise click.UsageError("Say what changes: --changes FILE, --remove ID, --merge A,B:NEW or --vacate ROLE.")
    try:
        landscape = reading.read(map_path)
        change_sets = (*_read(files, landscape, on), *_short(landscape, short))
        day = on or _last(change_sets)
        before = pipeline.examine(landscape, day)
        after = pipeline.what_if(landscape, change_sets, day)
    except InvalidMap as invalid:
        stop(invalid)
    click.echo(FORMATS[form](WhatIf(change_sets, before, after, day)))


@click.command()
@click.argument("old", metavar="OLD", type=click.Path(path_type=Path))
@click.argument("new", metavar="NEW", type=click.Path(path_type=Path))
@click.option("--on", type=Day(), metavar="DATE", default=None, help="Read OLD as at this date. Default: today.")
@click.option("--on-new", type=Day(), metavar="DATE", default=None, help="Read NEW as at this date. Default: as OLD.")
@CHANGES
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How to print the result.",
)
def diff(old: Path, new: Path, files: tuple[Path, ...], form: str, **days: date | None) -> None:
    """Show how two maps differ, or one map on two dates, or a map and what changes would make of it.

    Changes are applied to NEW, which is then read as at the day they begin unless --on-new says otherwise.

    \b
    Examples:
      rolemap diff last-year this-year
      rolemap diff my-map my-map --on 2026-07-01 --on-new 2027-04-01
      rolemap diff my-map my-map --changes merger.yaml --format markdown > merger.md
    """
    from rolemap import graph, reading
    from rolemap.changes import apply, compare
    from rolemap.problems import InvalidMap
    from rolemap.reports.diff import FORMATS

    first = days["on"] or date.today()
    try:
        before = reading.read(old)
        after = before if old == new else reading.read(new)
        change_sets = _read(files, after, days["on_new"] or first)
        second = days["on_new"] or max([first, *(one.begins(first) for one in change_sets)])
        changed = apply(after, change_sets, second).landscape
    except InvalidMap as invalid:
        stop(invalid)
    click.echo(FORMATS[form](compare(graph.build(before, first), graph.build(changed, second))))


def _read(files: tuple[Path, ...], landscape: Landscape, on: date | None) -> tuple[ChangeSet, ...]:
    from rolemap.reading.change_sets import read_change_sets

    return read_change_sets(files, landscape, on or date.today()) if files else ()


def _last(change_sets: tuple[ChangeSet, ...]) -> date:
    """Return the day by which all of the changes have begun, today at the earliest."""
    today = date.today()
    return max([today, *(one.begins(today) for one in change_sets)])


def _short(landscape: Landscape, short: dict[str, tuple[str, ...]]) -> tuple[ChangeSet, ...]:
    """Return the change set that the short options say, if they say any."""
    from rolemap.changes import ChangeSet, Remove, Vacate
    from rolemap.problems import Location

    changes: list[Operation] = [Remove(id=id, place=Location(f"--remove {id}")) for id in short["remove"]]
    changes += (_merge(landscape, text) for text in short["merge"])
    changes += (Vacate(id=id, place=Location(f"--vacate {id}")) for id in short["vacate"])
    return (ChangeSet(changes=tuple(changes)),) if changes else ()


def _merge(landscape: Landscape, text: str) -> Operation:
    """Return the merger that A,B:NEW says; a new one is called by its id until somebody names it."""
    from rolemap.changes import Body, Merge
    from rolemap.problems import Location

    ids, colon, into = (part.strip() for part in text.partition(":"))
    merged = tuple(id.strip() for id in ids.split(",") if id.strip())
    if not colon or not into or not merged:
        raise click.UsageError(
            f'"{text}" is not of the form A,B:NEW, for example easton-trust,westby-trust:valley-trust.'
        )
    section = "roles" if merged[0] in landscape.roles else "organisations"
    title = "" if landscape.party(into) else into.replace("-", " ").capitalize()
    place = Location(f"--merge {text}")
    return Merge(section=section, ids=merged, into=Body(id=into, title=title, place=place), place=place)
