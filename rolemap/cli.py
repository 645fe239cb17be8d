"""The command line: the only place that prints and sets exit codes.

Exit codes: 0 nothing to report, 1 findings at or above the threshold, 2 the map (or the command) cannot be understood.
Everything that costs time to import is imported by the command that needs it.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rolemap import __version__
from rolemap.cli_changes import diff, whatif
from rolemap.cli_names import SHOWABLE, id_of, wanted_of
from rolemap.cli_options import FOUND, MAP, UNREADABLE, on_option, say_undated, stop
from rolemap.cli_report import report
from rolemap.collector import collector_paused

if TYPE_CHECKING:
    from rolemap.graph import RoleGraph

THRESHOLDS = click.Choice(["error", "warning", "prompt", "never"])


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="rolemap")
def main() -> None:
    """Show who leads on what in public health and population health, and where that is missing, doubled or assumed.

    \b
    Examples:
      rolemap check configs/examples/greater-manchester
      rolemap leads my-map --state gap --level place
      rolemap new my-map --template multi-council-system --area greater-manchester
    """
    for stream in (sys.stdout, sys.stderr):  # the marks and names in a map are not in every terminal's own letters
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # A command is over soon: looking for garbage would take longer than anything it could free.
    click.get_current_context().with_resource(collector_paused())


@main.command()
@MAP
@on_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="How to print the result.",
)
@click.option(
    "--fail-on",
    type=THRESHOLDS,
    default="error",
    show_default=True,
    help="Exit with 1 if an open finding matters at least this much.",
)
def check(map_path: Path, on: date | None, form: str, fail_on: str) -> None:
    """Check a map: say what cannot be read, or else what is missing, doubled or assumed.

    \b
    Examples:
      rolemap check my-map
      rolemap check my-map --on 2027-04-01
      rolemap check my-map --format sarif > rolemap.sarif
    """
    from rolemap.findings import Severity
    from rolemap.pipeline import analyse
    from rolemap.problems import InvalidMap
    from rolemap.reports.check import checked, unreadable

    try:
        result = checked(map_path, analyse(map_path, on))
    except InvalidMap as invalid:
        result = unreadable(map_path, on or date.today(), invalid.problems)
    click.echo(_check_writer(form)(result))
    if result.problems:
        raise SystemExit(UNREADABLE)
    if form == "text":
        say_undated(on)
    raise SystemExit(FOUND if result.reaches(None if fail_on == "never" else Severity(fail_on)) else 0)


def _check_writer(form: str) -> Callable[[Any], str]:
    from rolemap.reports import check_github, check_json, check_sarif, check_text

    formats: dict[str, Callable[[Any], str]] = {
        "text": check_text.write,
        "json": check_json.write,
        "github": check_github.write,
        "sarif": check_sarif.write,
    }
    return formats[form]


@main.command()
@MAP
@click.option(
    "--level", multiple=True, help="Only this level, by its id or name. May be repeated, like the next three."
)
@click.option("--area", multiple=True, help="Only this area.")
@click.option("--pillar", multiple=True, help="Only this pillar.")
@click.option("--state", multiple=True, help="Only this state: clear, contested, vacant, proposed, gap or assumed.")
@on_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "markdown"]),
    default="table",
    show_default=True,
    help="How to print the rows.",
)
def leads(map_path: Path, on: date | None, form: str, **wanted: tuple[str, ...]) -> None:
    """Show who leads on what.

    \b
    Examples:
      rolemap leads my-map --area Salford
      rolemap leads my-map --state gap --state assumed --format csv > open.csv
    """
    from rolemap.graph import rows
    from rolemap.reports.leads import FORMATS

    graph = _graph(map_path, on)
    choice = wanted_of(graph.landscape, **wanted)
    unknown = choice.unknown_in(graph)
    if unknown:
        raise click.UsageError(unknown)
    if form == "table":
        from rolemap.reports import leads_table

        click.echo(leads_table.write(graph, rows(graph, choice)))
        say_undated(on)
    else:
        click.echo(FORMATS[form](graph, rows(graph, choice)), nl=form != "csv")


@main.command()
@MAP
@click.argument("entry_id", metavar="ID")
@on_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
def show(map_path: Path, entry_id: str, on: date | None, form: str) -> None:
    """Show all about one entry: a role, organisation, responsibility, agreement or area, by its id or its name.

    \b
    Examples:
      rolemap show my-map easton-council
      rolemap show my-map "Easton Borough Council"
      rolemap show my-map stop-smoking --on 2027-04-01
    """
    from rolemap.graph import about, kinds_of
    from rolemap.reports import show as shown

    graph = _graph(map_path, on)
    if not kinds_of(graph, entry_id):
        entry_id = id_of(graph.landscape, entry_id, SHOWABLE)
    kinds = kinds_of(graph, entry_id)
    if not kinds:
        click.echo(shown.why_absent(graph, entry_id), err=True)
        raise SystemExit(UNREADABLE)
    found = [about(graph, kind, entry_id) for kind in kinds]
    if form == "json":
        click.echo(shown.write_json(graph, found))
    else:
        click.echo("\n\n".join(shown.write(graph, one) for one in found))
        say_undated(on)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--template", required=True, help="Which starting point; see the list with --template help.")
@click.option(
    "--area", default="", help="The area of the map: its name, or its id in the catalogue such as greater-manchester."
)
def new(folder: Path, template: str, area: str) -> None:
    """Start a new map in DIR from a template, filled in for a real area.

    \b
    Examples:
      rolemap new my-map --template multi-council-system --area greater-manchester
      rolemap new my-council --template council --area salford
      rolemap new demo --template council
    """
    from rolemap.problems import InvalidMap
    from rolemap.writing.start import start, templates

    if template == "help":
        for one in templates():
            click.echo(f"{one.name}: {one.title}. {one.description}")
        return
    if folder.exists() and any(folder.iterdir() if folder.is_dir() else [folder]):
        raise click.UsageError(f'"{folder}" already holds something. Choose a folder that is new or empty.')
    try:
        files = start(template, area)
    except InvalidMap as invalid:
        stop(invalid)
    for name, text in files.items():
        path = folder / name
        _write(path, text)
        click.echo(f"wrote {path}")
    click.echo(f"Next: open the files in an editor, then run: rolemap check {folder}")


@main.command()
@click.argument("code", required=False)
@click.option(
    "--to", "folder", type=click.Path(path_type=Path, file_okay=False), help="Write every page to this folder."
)
def rules(code: str | None, folder: Path | None) -> None:
    """List what rolemap notices, or explain one rule.

    \b
    Examples:
      rolemap rules
      rolemap rules GAP001
    """
    from rolemap.findings import RULES
    from rolemap.problems import did_you_mean
    from rolemap.reports.rule_pages import index, page, pages

    if folder is not None:
        for name, text in pages().items():
            _write(folder / name, text)
        click.echo(f"wrote {len(pages())} pages to {folder}")
    elif code is None:
        click.echo(index())
    else:
        known = {rule.code: rule for rule in RULES}
        if code.upper() not in known:
            hint = did_you_mean(code.upper(), known)
            raise click.UsageError(f'There is no rule "{code}". {hint} List them with: rolemap rules')
        click.echo(page(known[code.upper()]))


main.add_command(whatif)
main.add_command(diff)
main.add_command(report)


@main.command()
@click.option("--change-set", is_flag=True, help="The schema of a change set instead.")
def schema(change_set: bool) -> None:
    """Print the JSON Schema of a map file, so that editors complete and check while typing.

    \b
    Example:
      rolemap schema > map.schema.json
    """
    import json

    from rolemap.reading.change_schema import change_set_schema
    from rolemap.reading.schema import json_schema

    found = change_set_schema() if change_set else json_schema()
    click.echo(json.dumps(found, indent=2, ensure_ascii=False))


def _graph(map_path: Path, on: date | None) -> RoleGraph:
    """Return the graph of a map, or print its problems and stop."""
    from rolemap import graph, reading
    from rolemap.problems import InvalidMap

    try:
        landscape = reading.read(map_path)
        if landscape.info.settings:  # what only the rules can check, which take time to import
            from rolemap.findings import check_settings

            check_settings(landscape)
        return graph.build(landscape, on or date.today())
    except InvalidMap as invalid:
        stop(invalid)


def _write(path: Path, text: str) -> None:
    """Write a file and the folders it needs, or stop with a sentence."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.UsageError(f'"{path}" cannot be written: {error.strerror or error}.') from None
