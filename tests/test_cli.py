"""The command line: exit codes, formats, and that nothing a map says can act on a terminal, a log or a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rolemap import __version__
from rolemap.cli import main
from rolemap.findings import RULES
from tests.console import example

CLEAR = """
levels: {place: {name: Place}}
areas: {easton: {name: Easton, level: place}}
organisations: {council: {name: Council, area: easton}, charity: {name: Charity, area: easton}}
responsibilities: {falls: {title: Falls, needs_lead_at: place, statutory: true}}
assignments:
  - {responsibility: falls, at: easton, leads: council, delivers: charity, consulted: charity, basis: law}
"""
ENDING = CLEAR.replace("basis: law", "basis: law, until: 2027-03-31")
ACCEPTED = example() + "accepted: [{finding: GAP001@stop-smoking@westby, reason: From April, owner: Board}]\n"
NASTY = "=1+1 \x1b[2J\x1b]0;x\x07 | <b>a</b> `c` :: , %0A \u202eabc\u2028d"
WRITTEN = json.dumps(NASTY + "\n::error file=x::boo\r\n# h")
HOSTILE = f"""
map: {{title: {WRITTEN}}}
levels: {{place: {{name: Place}}}}
areas: {{easton: {{name: {WRITTEN}, level: place}}, westby: {{name: Westby, level: place}}}}
organisations: {{council: {{name: {WRITTEN}, note: {WRITTEN}, area: easton}}}}
responsibilities: {{falls: {{title: {WRITTEN}, needs_lead_at: place}}}}
assignments: [{{responsibility: falls, at: easton, leads: council, delivers: council}}]
"""
MAPS = {
    "clear.yaml": CLEAR,
    "ending.yaml": ENDING,
    "gap.yaml": example(),
    "accepted.yaml": ACCEPTED,
    "hostile.yaml": HOSTILE,
    "wrong.yaml": "roles: {lead: {titel: Lead}}\nareas: [a]\n",
    "setting.yaml": f"map:\n  settings:\n    LOAD001: {{most_lead: 3}}\n{CLEAR}",
    "bytes.yaml": b"\xff\xfe\x00",
    "empty.yaml": "",
    "folder/one.yaml": "levels: {place: {name: Place}}\n",
    "folder/deep/two.yaml": "areas: {easton: {name: Easton, level: plaice}}\n",
}
DAY = ["--on", "2026-07-01"]


@pytest.fixture(autouse=True)
def _maps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in MAPS.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def data(*words: str) -> Any:
    return json.loads(run(*words).output)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("check clear.yaml", 0),
        ("check clear.yaml --fail-on prompt", 0),
        ("check gap.yaml", 1),
        ("check gap.yaml --fail-on error", 1),
        ("check gap.yaml --fail-on never", 0),
        ("check accepted.yaml", 0),
        ("check accepted.yaml --fail-on warning", 1),
        ("check ending.yaml", 0),
        ("check ending.yaml --on 2027-04-01", 1),
        ("check empty.yaml", 0),
        ("check wrong.yaml", 2),
        ("check wrong.yaml --fail-on never", 2),
        ("check bytes.yaml", 2),
        ("check folder", 2),
        ("check nowhere.yaml", 2),
        ("check", 2),
        ("check clear.yaml --fail-on everything", 2),
        ("check clear.yaml --format pdf", 2),
        ("check clear.yaml --on 31/03/2027", 2),
        ("check clear.yaml --on 2027-02-30", 2),
        ("leads gap.yaml", 0),
        ("leads gap.yaml --state gap --level place --area westby", 0),
        ("leads wrong.yaml", 2),
        ("leads nowhere.yaml", 2),
        ("leads gap.yaml --level plaice", 2),
        ("leads gap.yaml --pillar none", 2),
        ("leads gap.yaml --state clean", 2),
        ("show gap.yaml easton", 0),
        ("show gap.yaml estonia", 2),
        ("show wrong.yaml lead", 2),
        ("check setting.yaml", 2),
        ("rules", 0),
        ("rules GAP001", 0),
        ("rules gap001", 0),
        ("rules GAP999", 2),
        ("schema", 0),
        ("new", 2),
        ("wrong", 2),
        ("--version", 0),
        ("--help", 0),
    ],
)
def test_exit_code(command: str, code: int) -> None:
    result = run(*command.split())
    assert result.exit_code == code, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.output.strip()


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
@pytest.mark.parametrize(("name", "code"), [("clear", 0), ("gap", 1), ("wrong", 2), ("nowhere", 2)])
def test_the_format_does_not_change_the_exit_code(name: str, code: int, form: str) -> None:
    assert run("check", f"{name}.yaml", "--format", form, *DAY).exit_code == code


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        ("leads gap.yaml --level plaice", 'There is no level called "plaice" in this map. Did you mean "place"?'),
        ("leads gap.yaml --area eastern", 'Did you mean "easton"?'),
        ("show gap.yaml easton-counsel", 'Did you mean "easton-council"?'),
        ("rules GAP01", "Did you mean"),
        ("check clear.yaml --on tomorrow", '"tomorrow" is not a date. Write it as year-month-day'),
        ("check gap.yml", 'Did you mean "gap.yaml"?'),
        ("check wrong.yaml", 'Did you mean "title"?'),
    ],
)
def test_a_mistake_is_answered_with_the_nearest_choice(command: str, hint: str) -> None:
    assert hint in " ".join(run(*command.split()).output.split())


def test_problems_go_to_the_place_and_the_error_stream() -> None:
    shown = run("leads", "wrong.yaml")
    assert shown.stdout == ""
    assert shown.stderr.splitlines()[0].startswith("wrong.yaml:1:9: ")
    assert run("check", "folder").output.startswith("deep/two.yaml:1:39: ")


# The shapes that the documentation promises

FINDING = {
    *("id", "code", "name", "severity", "confidence", "responsibility", "area", "level", "pillar", "entity"),
    *("parties", "message", "question", "places", "accepted"),
}
COUNTS = {"cells", "clear", "backed", "contested", "gap", "vacant", "proposed"}
ROW = [
    *("responsibility", "title", "pillar", "level", "area", "state", "backed", "leads", "accountable", "delivers"),
    *("contributes", "consulted", "informed", "basis", "status", "from", "until"),
]


def test_json_of_check() -> None:
    found = data("check", "gap.yaml", "--format", "json", *DAY)
    assert list(found) == ["version", "map", "on", "problems", "findings", "summary"]
    assert (found["version"], found["map"], found["on"], found["problems"]) == (1, "gap.yaml", "2026-07-01", [])
    assert all(set(finding) == FINDING for finding in found["findings"])
    assert all(set(place) == {"file", "line", "column", "note"} for one in found["findings"] for place in one["places"])
    assert set(found["summary"]) == COUNTS | {"by_level", "by_pillar"}
    assert all(set(counts) == COUNTS for counts in found["summary"]["by_level"].values())
    assert "GAP001@stop-smoking@westby" in [finding["id"] for finding in found["findings"]]


def test_json_of_what_is_accepted() -> None:
    findings = data("check", "accepted.yaml", "--format", "json", *DAY)["findings"]
    [accepted] = [finding["accepted"] for finding in findings if finding["accepted"]]
    assert accepted == {"reason": "From April", "owner": "Board"}


def test_json_of_problems() -> None:
    found = data("check", "wrong.yaml", "--format", "json", *DAY)
    assert (found["findings"], found["summary"]) == ([], None)
    assert [problem["code"] for problem in found["problems"]] == ["missing-field", "unknown-field", "wrong-shape"]
    assert all(
        set(problem) == {"code", "message", "hint", "file", "line", "column", "related"}
        for problem in found["problems"]
    )


def test_json_of_leads() -> None:
    found = data("leads", "gap.yaml", "--format", "json", *DAY)
    assert list(found) == ["version", "on", "rows"]
    assert [list(row) for row in found["rows"]] == [ROW, ROW]
    assert [(row["area"], row["state"], row["leads"]) for row in found["rows"]] == [
        ("easton", "clear", ["easton-council"]),
        ("westby", "gap", []),
    ]


def test_json_of_show() -> None:
    found = data("show", "gap.yaml", "easton-council", "--format", "json", *DAY)
    assert list(found) == ["version", "on", "entries"]
    [entry] = found["entries"]
    assert list(entry) == ["id", "kind", "title", "parts", "ties", "opens"]
    assert [cell["area"] for cell in entry["opens"]] == ["easton"]
    assert set(entry["ties"][0]) == {"kind", "outward", "id", "title", "how"}


# SARIF and GitHub


def test_sarif() -> None:
    log = data("check", "accepted.yaml", "--format", "sarif", *DAY)
    assert log["version"] == "2.1.0"
    [only] = log["runs"]
    driver = only["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("rolemap", __version__)
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]
    for result in only["results"]:
        assert result["ruleId"] in {rule.code for rule in RULES}
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        for location in [*result["locations"], *result["relatedLocations"]]:
            physical = location["physicalLocation"]
            assert physical["artifactLocation"]["uri"] == "accepted.yaml"
            assert physical["region"]["startLine"] >= 1
            assert physical["region"]["startColumn"] >= 1
    accepted = [result["partialFingerprints"] for result in only["results"] if "suppressions" in result]
    assert accepted == [{"rolemapFindingId/v1": "GAP001@stop-smoking@westby"}]


def test_sarif_of_problems() -> None:
    results = data("check", "wrong.yaml", "--format", "sarif")["runs"][0]["results"]
    assert [result["ruleId"] for result in results][:1] == ["problem/missing-field"]
    assert {result["level"] for result in results} == {"error"}


COMMAND = re.compile(r"::(error|warning|notice) file=([^,:]+)(,line=\d+,col=\d+)?,title=([^,:]*)::(.*)")


@pytest.mark.parametrize("name", ["gap.yaml", "hostile.yaml", "wrong.yaml", "nowhere.yaml"])
def test_github_has_one_whole_command_on_each_line(name: str) -> None:
    lines = run("check", name, "--format", "github", *DAY).output.splitlines()
    assert lines
    assert all(COMMAND.fullmatch(line) for line in lines)
    expected = data("check", name, "--format", "json", *DAY)
    assert len(lines) == len(expected["problems"]) + len(expected["findings"])


@pytest.mark.parametrize(
    ("form", "expected"), [("github", "file=folder/deep/two.yaml,"), ("sarif", '"folder/deep/two')]
)
def test_other_tools_get_paths_they_can_open(form: str, expected: str) -> None:
    assert expected in run("check", "folder", "--format", form).output


# What a map says stays text


@pytest.mark.parametrize(
    "command",
    [
        "check hostile.yaml",
        "check hostile.yaml --format github",
        "check hostile.yaml --format json",
        "check hostile.yaml --format sarif",
        "leads hostile.yaml",
        "leads hostile.yaml --format markdown",
        "leads hostile.yaml --format csv",
        "leads hostile.yaml --format json",
        "show hostile.yaml council",
        "show hostile.yaml falls",
        "show hostile.yaml council --format json",
    ],
)
def test_no_output_holds_control_characters(command: str) -> None:
    output = run(*command.split(), *DAY).output
    assert output
    found = {character for character in output if unicodedata.category(character) == "Cc"}
    assert found <= {"\n", "\r"} if "csv" in command else found == {"\n"}
    if "json" not in command and "sarif" not in command and "csv" not in command:
        assert "\u202e" not in output
        assert "\u2028" not in output


def test_csv_opens_as_a_table_without_formulas() -> None:
    rows = list(
        csv.reader(io.StringIO(run("leads", "hostile.yaml", "--format", "csv", *DAY).stdout_bytes.decode(), ""))
    )
    assert rows[0] == ROW
    assert [len(row) for row in rows] == [len(ROW)] * 3
    assert rows[1][1].startswith("'=1+1")


def test_markdown_cells_stay_cells() -> None:
    lines = run("leads", "hostile.yaml", "--format", "markdown", *DAY).output.splitlines()
    assert len(lines) == 4
    for line in lines:
        assert len(re.findall(r"(?<!\\)\|", line)) == 7
        assert "<b>" not in line
        assert "`" not in line.replace("\\`", "")


def test_the_table_takes_no_markup_from_a_map(tmp_path: Path) -> None:
    Path("markup.yaml").write_text(example().replace("Stop smoking services", "'[red]a[/red] [/]'"))
    assert "[red]a[/red] [/]" in run("leads", "markup.yaml").output


# The same every time


@pytest.mark.parametrize(
    "command", ["check gap.yaml --format json", "leads gap.yaml --format csv", "show gap.yaml easton"]
)
def test_two_processes_say_the_same(command: str) -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "rolemap", *command.split(), *DAY],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1234")
    }
    assert len(outputs) == 1
    assert outputs != {b""}


def test_a_quick_command_loads_nothing_slow() -> None:
    slow = "('streamlit', 'pandas', 'networkx', 'rich', 'pydantic', 'yaml')"
    code = f"import sys, rolemap.cli; print([name for name in {slow} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_odd_bytes_in_a_path_are_shown(tmp_path: Path) -> None:
    name = os.fsdecode(b"odd-\xff.yaml")
    try:
        Path(name).write_text(CLEAR)
    except OSError:
        pytest.skip("this file system refuses such names")
    for form in ("text", "json", "github", "sarif"):
        result = subprocess.run(
            [sys.executable, "-m", "rolemap", "check", name, "--format", form, *DAY],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
        )
        assert (result.returncode, result.stderr) == (0, b"")


# rules


def test_rules_lists_every_rule() -> None:
    output = run("rules").output
    assert [code for code in (rule.code for rule in RULES) if code not in output] == []


def test_rules_writes_every_page() -> None:
    assert run("rules", "--to", "pages").exit_code == 0
    assert len(list(Path("pages").iterdir())) == len(RULES) + 1


# new


def test_new_starts_a_map_that_can_be_checked() -> None:
    result = run("new", "mine", "--template", "council", "--area", "salford")
    assert result.exit_code == 0, result.output
    written = [line.removeprefix("wrote ") for line in result.output.splitlines() if line.startswith("wrote ")]
    assert written
    assert all(Path(file).is_file() for file in written)
    assert run("check", "mine", "--fail-on", "never", *DAY).exit_code == 0
    again = run("new", "mine", "--template", "council", "--area", "salford")
    assert (again.exit_code, "already holds something" in again.output) == (2, True)


def test_new_lists_its_templates() -> None:
    listed = run("new", "anywhere", "--template", "help")
    assert listed.exit_code == 0
    assert "council:" in listed.output
    assert not Path("anywhere").exists()


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--template", "counsil"), 'Did you mean "council"?'),
        (("--template", "council", "--area", "salfrod"), 'Did you mean "salford"?'),
    ],
)
def test_new_writes_nothing_when_it_cannot(words: tuple[str, ...], hint: str) -> None:
    result = run("new", "mine", *words)
    assert result.exit_code == 2
    assert hint in result.output
    assert not Path("mine").exists()


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for command in (
        ["new", str(tmp_path / "file" / "map"), "--template", "council"],
        ["rules", "--to", str(tmp_path / "file" / "rules")],
    ):
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 2
        assert "cannot be written" in result.output


def test_output_is_utf8_whatever_the_terminal_expects(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("roles: {a: {title: Ā →}}", encoding="utf-8")
    command = [sys.executable, "-m", "rolemap", "show", str(path), "a"]
    env = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(command, capture_output=True, env=env, check=False)
    assert done.returncode == 0
    assert "Ā →" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("command", ["check setting.yaml", "leads setting.yaml", "show setting.yaml easton"])
def test_a_setting_that_no_rule_has_is_told_by_every_command_at_its_line(command: str) -> None:
    result = run(*command.split())
    assert result.exit_code == 2
    assert "setting.yaml:3:15: " in result.output
    assert '"most_leads"' in result.output


@pytest.mark.parametrize(
    ("command", "rows"),
    [
        ("leads gap.yaml --area Westby", ["westby"]),
        ("leads gap.yaml --area wEsTbY --level PLACE", ["westby"]),
        ("leads gap.yaml --area westby --state GAP", ["westby"]),
    ],
)
def test_names_are_taken_for_ids_whatever_their_capitals(command: str, rows: list[str]) -> None:
    assert [row["area"] for row in data(*command.split(), "--format", "json", *DAY)["rows"]] == rows


def test_a_name_of_several_words_shows_the_entry() -> None:
    [entry] = data("show", "gap.yaml", "easton council", "--format", "json", *DAY)["entries"]
    assert entry["id"] == "easton-council"


def test_a_name_that_several_have_is_told_with_the_ids() -> None:
    Path("twins.yaml").write_text("areas: {a: {name: Weston}, b: {name: Weston}}")
    result = run("leads", "twins.yaml", "--area", "Weston")
    assert result.exit_code == 2
    assert 'Several are called "Weston". Did you mean Weston (a); or Weston (b)?' in result.output


@pytest.mark.parametrize("command", ["check clear.yaml", "leads clear.yaml", "show clear.yaml council"])
def test_another_day_is_told_what_counts_on_every_day(command: str) -> None:
    said = "What the map gives no dates for counts on every day."
    assert said in run(*command.split(), *DAY).output
    assert said not in run(*command.split()).output
    assert said not in run(*command.split(), *DAY, "--format", "json").output


def test_words_of_a_name_are_answered_with_the_entries_that_have_them() -> None:
    result = run("show", "gap.yaml", "council of easton", *DAY)
    assert result.exit_code == 2
    assert 'There is no entry called "council of easton".' in result.output
    assert "Easton Council (easton-council)" in run("show", "gap.yaml", "easton coun", *DAY).output
