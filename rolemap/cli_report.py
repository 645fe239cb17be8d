"""The command that writes reports people print, sign and publish."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rolemap.cli_names import SECTIONS, id_of, wanted_of
from rolemap.cli_options import MAP, UNREADABLE, on_option, stop

if TYPE_CHECKING:
    from rolemap.changes import ChangeSet
    from rolemap.model import Landscape
    from rolemap.pipeline import Analysis
    from rolemap.reports.figures import Figures
    from rolemap.reports.formats import Format

ABOUT = {"role": "role-page", "organisation": "organisation-page", "agreement": "memorandum"}
"""The kind of report that each option for one entry asks for."""


@click.command()
@MAP
@click.option(
    "-o", "--output", required=True, metavar="FILE", help="Where to write; - for the screen or another program."
)
@click.option(
    "--format", "form", default="", metavar="FORMAT", help="Default: by the ending of FILE. List with --format help."
)
@click.option("--kind", default="", metavar="KIND", help="What to write. Default: full-report. List with --kind help.")
@click.option("--role", default="", metavar="ID", help="The role on one page; an id or a name, like the next two.")
@click.option("--organisation", default="", metavar="ID", help="The organisation on one page.")
@click.option("--agreement", default="", metavar="ID", help="A draft memorandum for this agreement.")
@on_option
@click.option("--level", multiple=True, help="Only this level. May be repeated, like the next two.")
@click.option("--area", multiple=True, help="Only this area.")
@click.option("--pillar", multiple=True, help="Only this pillar.")
@click.option("--only", multiple=True, metavar="SECTION", help="Only this section. List with --only help.")
@click.option(
    "--leave-out", multiple=True, metavar="SECTION", help="All but this section. May be repeated, like --only."
)
@click.option("--since", type=click.Path(path_type=Path), metavar="OLD", help="Say what has changed since this map.")
@click.option(
    "--changes",
    "files",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Report on the map after this change set (docs/change-sets.md). May be repeated.",
)
def report(map_path: Path, output: str, form: str, kind: str, **said: object) -> None:
    """Write a report to print, sign or publish.

    With --changes and without --on the map is read as at the day the last of the changes begins.

    \b
    Examples:
      rolemap report my-map -o report.pdf
      rolemap report my-map -o map.docx --kind functions-and-decisions --since last-year
      rolemap report my-map -o dph.html --role easton-director-of-public-health
    """
    from rolemap.reports.content import KINDS
    from rolemap.reports.export import export, save, unknown

    listed = _listed(form, kind, _ids(said["only"]) | _ids(said["leave_out"]))
    if listed:
        click.echo("\n".join(listed))
        return
    wanted = _format(form, output)
    named = [(kind, str(said[option])) for option, kind in ABOUT.items() if said[option]]
    if len(named) > 1:
        raise click.UsageError("Give only one of --role, --organisation and --agreement.")
    kind = kind or (named[0][0] if named else "full-report")
    if kind not in KINDS or (named and named[0][0] != kind):
        raise click.UsageError(_wrong_kind(kind, named))
    if said["since"] and not KINDS[kind].compares:
        raise click.UsageError(f"--since: of all kinds, {_that_compare()} say what has changed.")
    without = _sections(kind, said)
    figures = _figures(map_path, named[0][1] if named else "", said)
    figures = replace(figures, left_out=without)
    wrong = unknown(figures, kind)
    if wrong:
        raise click.UsageError(wrong)
    _progress(f"writing {KINDS[kind].title.lower()} ({wanted.title})")
    try:
        content = export(figures, kind, wanted)
    except (RuntimeError, ValueError) as error:
        click.echo(f"{output} cannot be written as {wanted.title}: {str(error).rstrip('.')}.", err=True)
        raise SystemExit(UNREADABLE) from error
    if output == "-":
        click.echo(content, nl=False)
        return
    try:
        save(content, Path(output))
    except OSError as error:
        click.echo(f"{output} cannot be written: {error.strerror or error}.", err=True)
        raise SystemExit(UNREADABLE) from error
    click.echo(f"wrote {output}")


def _listed(form: str, kind: str, sections: frozenset[str]) -> list[str]:
    """Return the lines of the list that is asked for with "help"; none if none is."""
    from rolemap.reports.content import KINDS
    from rolemap.reports.formats import FORMATS

    if form == "help":
        return [f"{one.name}: {one.title} ({one.ending})" for one in FORMATS.values()]
    if kind == "help":
        return [f"{one.name}: {one.holds}" for one in KINDS.values()]
    if "help" in sections:
        return [f"{name}: {title}" for name, title in KINDS["full-report"].sections.items()]
    return []


def _that_compare() -> str:
    """Return the names of the kinds that say what has changed."""
    from rolemap.reports.content import KINDS

    return " and ".join(one.name for one in KINDS.values() if one.compares)


def _sections(kind: str, said: dict[str, object]) -> frozenset[str]:
    """Return the sections to leave out."""
    from rolemap.reports.export import left_out

    try:
        return left_out(kind, _ids(said["only"]), _ids(said["leave_out"]))
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _format(form: str, output: str) -> Format:
    """Return the format asked for, or that of the ending of the file."""
    from rolemap.problems import did_you_mean
    from rolemap.reports.formats import FORMATS, format_for

    if form:
        if form not in FORMATS:
            hint = did_you_mean(form, FORMATS) or f"Known: {', '.join(FORMATS)}."
            raise click.UsageError(f'There is no format "{form}". {hint}')
        return FORMATS[form]
    found = format_for(Path(output).suffix)
    if found is None:
        endings = ", ".join(one.ending for one in FORMATS.values())
        raise click.UsageError(f"Choose a format with --format, or a file that ends in one of {endings}.")
    return found


def _wrong_kind(kind: str, named: list[tuple[str, str]]) -> str:
    from rolemap.problems import did_you_mean
    from rolemap.reports.content import KINDS

    if kind in KINDS:
        return f"--kind {kind} is not about {named[0][1]}: leave out --kind, or the id."
    hint = did_you_mean(kind, KINDS) or f"Known: {', '.join(KINDS)}."
    return f'There is no kind of report "{kind}". {hint}'


def _figures(map_path: Path, about: str, said: dict[str, object]) -> Figures:
    """Return the figures asked for, or print what is wrong and stop."""
    from rolemap.pipeline import analyse
    from rolemap.problems import InvalidMap
    from rolemap.reports.figures import Figures

    on, since = said["on"], said["since"]
    _progress("reading the map")
    try:
        analysis, tried, untried = _analysis(map_path, _paths(said["files"]), on if isinstance(on, date) else None)
        earlier = analyse(since, analysis.graph.on) if isinstance(since, Path) else None
    except InvalidMap as invalid:
        stop(invalid)
    landscape = analysis.landscape
    wanted = wanted_of(landscape, **{option: sorted(_ids(said[option])) for option in ("level", "area", "pillar")})
    unknown = wanted.unknown_in(analysis.graph)
    if unknown:
        raise click.UsageError(unknown)
    sections = next((SECTIONS[option] for option in ABOUT if said[option]), ())
    one = id_of(landscape, about, sections) if sections else about
    today = None if isinstance(on, date) else date.today()
    return Figures(analysis, wanted, one, earlier, tried=tried, untried=untried, today=today)


def _analysis(
    map_path: Path, files: tuple[Path, ...], on: date | None
) -> tuple[Analysis, tuple[ChangeSet, ...], Landscape | None]:
    """Return the analysis of the map, the change sets it has been through and the map without them. Raises InvalidMap.

    Without a day it is as at today, or the day the last of the changes begins: else the report would be of no change.
    """
    from rolemap import pipeline, reading
    from rolemap.changes import all_begun
    from rolemap.reading.change_sets import read_change_sets

    first = on or date.today()
    if not files:
        return pipeline.analyse(map_path, first), (), None
    landscape = reading.read(map_path)
    tried = read_change_sets(files, landscape, first)
    day = on or all_begun(tried, first)
    return pipeline.what_if(landscape, tried, day), tried, landscape


def _ids(value: object) -> frozenset[str]:
    return frozenset(value) if isinstance(value, tuple) else frozenset()


def _paths(value: object) -> tuple[Path, ...]:
    return value if isinstance(value, tuple) else ()


def _progress(words: str) -> None:
    """Say what is being done, to people who watch."""
    if sys.stderr.isatty():
        click.echo(f"{words} ...", err=True)
