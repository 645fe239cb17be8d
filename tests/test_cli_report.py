"""`rolemap report`: every kind and format writes a file, and what cannot be is said in a sentence and leaves no file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rolemap.cli import main
from rolemap.reading.catalogues import CONFIGS
from rolemap.reports.content import KINDS
from rolemap.reports.export import export, file_name, save
from rolemap.reports.figures import Figures
from rolemap.reports.formats import FORMATS
from tests.reports.worlds import EMPTY, HOSTILE, example, small

NORTHSHIRE = str(CONFIGS / "examples" / "northshire")
DAY = ["--on", "2026-11-21"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("map.yaml").write_text(HOSTILE, encoding="utf-8")
    Path("empty.yaml").write_text(EMPTY, encoding="utf-8")
    Path("wrong.yaml").write_text("roles: {lead: {titel: Lead}}\n", encoding="utf-8")


def names() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["report", *words])


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
@pytest.mark.parametrize("name", ["map.yaml", "empty.yaml"])
def test_every_format_is_chosen_by_the_ending(form: object, name: str) -> None:
    path = f"report{form.ending.upper()}"  # type: ignore[attr-defined]
    result = run(name, "-o", path, *DAY)
    assert result.exit_code == 0, result.output
    assert result.output == f"wrote {path}\n"
    assert Path(path).stat().st_size > 300
    assert names() == sorted(["empty.yaml", "map.yaml", "wrong.yaml", path])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind(kind: str) -> None:
    about = {"role": ["--role", "d"], "organisation": ["--organisation", "c"], "agreement": ["--agreement", "a"]}
    result = run("map.yaml", "-o", "-", "--format", "json", "--kind", kind, *about.get(KINDS[kind].about, []), *DAY)
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout_bytes)["kind"] == kind


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("map.yaml -o report.xyz", "or a file that ends in one of .pdf, .docx"),
        ("map.yaml -o report", "Choose a format with --format"),
        ("map.yaml -o report.md --format markdwn", 'Did you mean "markdown"?'),
        ("map.yaml -o report.md --kind full", "There is no kind of report"),
        ("map.yaml -o report.md --kind full-reprt", 'Did you mean "full-report"?'),
        ("map.yaml -o report.md --kind role-page", "is about one role: give its id"),
        ("map.yaml -o report.md --role e", 'There is no role called "e"'),
        ("map.yaml -o report.md --role d --organisation c", "Give only one of"),
        ("map.yaml -o report.md --role d --kind memorandum", "is not about d"),
        ("map.yaml -o report.md --level plaice", 'Did you mean "place"?'),
        (
            "map.yaml -o report.md --kind data --since empty.yaml",
            "full-report and functions-and-decisions say what has",
        ),
        ("map.yaml -o report.md --only gasp", 'Did you mean "gaps"?'),
        ("map.yaml -o report.md --leave-out gaps --kind findings-list", "always whole"),
        ("map.yaml -o report.md --only gaps --leave-out gaps", "No section is left"),
        ("map.yaml -o report.md --only data", "has anything to say as Markdown."),
        ("map.yaml -o no/such/folder/report.md", "cannot be written: No such file or directory."),
        ("wrong.yaml -o report.md", 'Did you mean "title"?'),
        ("map.yaml -o report.md --since wrong.yaml", 'Did you mean "title"?'),
        ("map.yaml -o report.md --changes nowhere.yaml", "nowhere.yaml"),
        ("map.yaml", "Missing option"),
    ],
)
def test_what_cannot_be_is_said_and_leaves_no_file(words: str, said: str) -> None:
    result = run(*words.split(), *DAY)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
    assert names() == ["empty.yaml", "map.yaml", "wrong.yaml"]


def test_a_failing_export_leaves_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("report.md").write_text("old")

    def fails(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fails)
    result = run("empty.yaml", "-o", "report.md", *DAY)
    assert result.exit_code == 2
    assert "report.md cannot be written: No space left on device." in result.output
    assert Path("report.md").read_text() == "old"
    assert "report.md" in names()
    assert not [name for name in names() if name.startswith(".report")]


def test_a_new_file_can_be_read_by_others_and_an_old_one_keeps_its_rights() -> None:
    save(b"new", Path("a"))
    Path("plain").write_text("plain")
    assert Path("a").stat().st_mode == Path("plain").stat().st_mode
    Path("a").chmod(0o640)
    save(b"newer", Path("a"))
    assert Path("a").stat().st_mode & 0o777 == 0o640
    assert Path("a").read_bytes() == b"newer"


def test_kinds_and_formats_are_listed() -> None:
    assert [
        line.partition(":")[0] for line in run("map.yaml", "-o", "x", "--kind", "help").output.splitlines()
    ] == list(KINDS)
    assert [
        line.partition(":")[0] for line in run("map.yaml", "-o", "x", "--format", "help").output.splitlines()
    ] == list(FORMATS)


def test_sections_can_be_chosen_and_are_numbered_through() -> None:
    def headings(*words: str) -> list[str]:
        report = json.loads(run(NORTHSHIRE, "-o", "-", "--format", "json", *words, *DAY).stdout_bytes)
        blocks = [block for block in report["blocks"] if block["block"] == "heading" and block["level"] == 1]
        return [report["subtitle"], *(f"{block['number']} {block['text']}" for block in blocks)]

    assert headings("--only", "gaps", "--only", "overlaps")[1:] == ["1 Gaps", "2 Overlaps"]
    assert headings("--only", "gaps")[0].endswith(" · only: Gaps")
    subtitle, *whole = headings()
    assert "only" not in subtitle
    without, *fewer = headings("--leave-out", "summary", "--leave-out", "pictures")
    assert without.endswith(" · without: Summary; Pictures")
    titles = [line.partition(" ")[2] for line in fewer]
    assert [line.partition(" ")[2] for line in whole if line.partition(" ")[2] not in ("Summary", "Pictures")] == titles
    assert [line.partition(" ")[0] for line in fewer] == [str(at) for at in range(1, len(fewer) + 1)]


def test_sections_are_listed() -> None:
    lines = run("map.yaml", "-o", "x", "--only", "help").output.splitlines()
    assert [line.partition(":")[0] for line in lines] == list(KINDS["full-report"].sections)


def test_what_changes_end_is_called_as_it_was() -> None:
    changes = str(CONFIGS / "scenarios" / "northshire" / "council-reorganisation.yaml")
    words = ["-o", "-", "--format", "json", "--changes", changes, "--only", "who-leads"]
    result = run(NORTHSHIRE, *words)
    assert result.exit_code == 0, result.output
    blocks = json.loads(result.stdout_bytes)["blocks"]
    told = json.dumps(blocks[0])
    was = "Environmental health manager ({} District Council)"
    assert f"{was.format('Marl Vale')} and {was.format('Upper Marl')} become" in told
    assert "Of 55 leads needed, 4 are clear and rest on law or agreement." in json.dumps(blocks)


def test_what_changes_would_do_and_what_they_changed() -> None:
    changes = str(CONFIGS / "scenarios" / "northshire" / "icb-merger.yaml")
    words = ["-o", "-", "--format", "json", "--changes", changes, "--since", NORTHSHIRE, "--on", "2027-04-01"]
    result = run(NORTHSHIRE, *words)
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout_bytes)
    titles = [block["text"] for block in report["blocks"] if block["block"] == "heading"]
    assert "What has changed" in titles
    assert "with “The merger of two integrated care boards” (a proposal)" in report["subtitle"]
    assert "with changes tried on it" in report["provenance"]
    assert (
        report["blocks"][0]["title"]
        == "With changes tried: The merger of two integrated care boards, from 1 April 2027"
    )
    assert "This is a proposal, not law. NHS Northshire Integrated Care Board and" in json.dumps(report["blocks"][0])
    assert any(block.get("name") == "Changed leads" and block["rows"] for block in report["blocks"])


def test_names_of_files_are_safe() -> None:
    form = FORMATS["markdown"]
    assert file_name(Figures(example("northshire")), "full-report", form) == ("northshire-full-report-2026-11-21.md")
    hostile = file_name(Figures(small(HOSTILE), about="../../etc"), "full-report", form)
    assert set(hostile) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert ".." not in hostile
    assert len(hostile) < 180
    with pytest.raises(ValueError, match="give its id"):
        export(Figures(example("northshire")), "memorandum", form)


def test_without_a_day_a_report_with_changes_is_of_the_day_the_last_of_them_begins() -> None:
    Path("later.yaml").write_text(
        "change_set: {title: Later, on: 2190-04-01}\nchanges: [vacate: d]\n", encoding="utf-8"
    )
    words = ["map.yaml", "-o", "-", "--format", "json", "--changes", "later.yaml"]
    report = json.loads(run(*words).stdout_bytes)
    assert report["on"] == "2190-04-01"
    assert "Nothing of this has begun" not in json.dumps(report)
    asked = json.loads(run(*words, *DAY).stdout_bytes)
    assert asked["on"] == "2026-11-21"
    assert "Nothing of this has begun" in json.dumps(asked)
