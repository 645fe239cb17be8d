"""The commands on changes: what a map would be after them, and how two maps differ."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

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


AGAINST = click.option(
    "--against",
    "against",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Another change set, to see the two side by side. May be repeated.",
)


@click.command()
@MAP
@CHANGES
@AGAINST
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
def whatif(map_path: Path, on: date | None, form: str, **given: tuple[Any, ...]) -> None:
    """Show what changes would open, leave contested or vacant, break or settle.

    Where an id is asked for, the name of the entry will do too. Without --on the map is read as at the day the last of
    the changes begins.

    \b
    Examples:
      rolemap whatif my-map --remove northshire-icb
      rolemap whatif my-map --vacate "Director of public health (Easton Borough Council)"
      rolemap whatif my-map --merge easton-council,westby-council:valley-council --on 2028-04-01
      rolemap whatif my-map --changes one-merger.yaml --against another-merger.yaml
    """
    from rolemap import pipeline, reading
    from rolemap.changes import all_begun
    from rolemap.problems import InvalidMap
    from rolemap.reports import versus
    from rolemap.reports.whatif import FORMATS, WhatIf

    if not any(given[name] for name in ("files", "remove", "merge", "vacate")):
        raise click.UsageError("Say what changes: --changes FILE, --remove ID, --merge A,B:NEW or --vacate ROLE.")
    try:
        landscape = reading.read(map_path)
        ours = (*_read(given["files"], landscape, on), *_short(landscape, given))
        theirs = _read(given["against"], landscape, on)
        day = on or all_begun((*ours, *theirs), date.today())
        before = pipeline.examine(landscape, day)
        after = [WhatIf(sets, before, pipeline.what_if(landscape, sets, day), day) for sets in (ours, theirs) if sets]
    except InvalidMap as invalid:
        stop(invalid)
    if not theirs:
        click.echo(FORMATS[form](after[0]))
        return
    one, other = after
    titles = (versus.titled(one, "The first"), versus.titled(other, "The second"))
    click.echo(versus.FORMATS[form](versus.Versus(one, other, titles)))


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
    from rolemap.changes import all_begun, apply, compare
    from rolemap.problems import InvalidMap
    from rolemap.reports.diff import FORMATS

    first = days["on"] or date.today()
    try:
        before = reading.read(old)
        after = before if old == new else reading.read(new)
        change_sets = _read(files, after, days["on_new"] or first)
        second = days["on_new"] or all_begun(change_sets, first)
        changed = apply(after, change_sets, second).landscape
    except InvalidMap as invalid:
        stop(invalid)
    click.echo(FORMATS[form](compare(graph.build(before, first), graph.build(changed, second))))


def _read(files: tuple[Path, ...], landscape: Landscape, on: date | None) -> tuple[ChangeSet, ...]:
    from rolemap.reading.change_sets import read_change_sets

    return read_change_sets(files, landscape, on or date.today()) if files else ()


def _short(landscape: Landscape, short: dict[str, tuple[Any, ...]]) -> tuple[ChangeSet, ...]:
    """Return the change set that the short options say, if they say any."""
    from rolemap.changes import ChangeSet, Remove, Vacate, called, ended_twice
    from rolemap.changes.operations import ENDABLE
    from rolemap.problems import InvalidMap, Location, Problem

    changes: list[Operation] = []
    for text in dict.fromkeys(short["remove"]):
        place = Location(f"--remove {text}")
        changes.append(Remove(id=called(landscape, text, ENDABLE, place), place=place))
    changes += (_merge(landscape, text) for text in dict.fromkeys(short["merge"]))
    for text in dict.fromkeys(short["vacate"]):
        place = Location(f"--vacate {text}")
        changes.append(Vacate(id=called(landscape, text, ("roles",), place), place=place))
    change_set = ChangeSet(changes=tuple(changes))
    twice = [Problem(changes[number].place, *told.words) for number, told in ended_twice(change_set)]
    if twice:
        raise InvalidMap(twice)
    return (change_set,) if changes else ()


def _merge(landscape: Landscape, text: str) -> Operation:
    """Return the merger that A,B:NEW says; a new one has the name it is given, or is called by its id."""
    from rolemap.changes import Body, Merge, called, id_of
    from rolemap.problems import Location

    ids, colon, into = (part.strip() for part in text.partition(":"))
    named = tuple(id.strip() for id in ids.split(",") if id.strip())
    if not colon or not into or not named:
        raise click.UsageError(
            f'"{text}" is not of the form A,B:NEW, for example easton-trust,westby-trust:valley-trust.'
        )
    place = Location(f"--merge {text}")
    merged = tuple(called(landscape, one, ("organisations", "roles"), place) for one in named)
    section = "roles" if merged[0] in landscape.roles else "organisations"
    id = id_of(into)
    title = into if into != id else into.replace("-", " ").capitalize()
    title = "" if landscape.party(id) else title
    return Merge(section=section, ids=merged, into=Body(id=id, title=title, place=place), place=place)
