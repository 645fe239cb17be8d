"""`rolemap whatif` and `rolemap diff`: what they say, in which formats, and how they stop."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rolemap import pipeline
from rolemap.cli import main
from rolemap.reports.check_json import finding_as_data
from tests.changes.world import WORLD

NASTY = r'"=1 \e[2J | <b>a</b> `c` \u202eabc"'
FILES = {
    "map.yaml": WORLD,
    "wrong.yaml": "roels: {}\n",
    "hostile.yaml": WORLD.replace("Northshire Board", "NASTY").replace("NASTY", NASTY),
    "merger.yaml": """\
change_set: {title: One council, on: 2027-04-01, status: proposal, source: Board paper, note: A note}
changes:
  - merge: {organisations: [easton-council, westby-council], into: {id: valley-council, name: Valley Council}}
""",
    "bad.yaml": "changes:\n  - remove: bord\n",
    "renamed.yaml": WORLD.replace("easton-trust", "trust-of-easton"),
}
TODAY = ["--on", "2026-07-01"]


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def data(*words: str) -> Any:
    result = run(*words, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


# What if

SAYS: list[tuple[list[str], list[str]]] = [
    (
        ["--remove", "board"],
        [
            "Easton and around, as at 1 July 2026: what if",
            "Northshire Board ends; its last day is 30 June 2026.",
            "1 has no lead any more",
            "1 agreement in use has a party that has gone.",
            "NO LEAD ANY MORE (1)\n  Northshire Board led:\n    Stop smoking in Northshire.",
            "Northshire Board has gone:\n    “Falls pact”",
            "LOOSE ENDS (1)",
        ],
    ),
    (["--vacate", "easton-dph"], ["THE LEAD IS VACANT NOW (1)", "Director (Easton Council) is vacant:"]),
    (
        ["--merge", "easton-council,westby-council:valley"],
        [
            "Easton Council and Westby Council become Valley",
            "LED BY THE BODY THAT FOLLOWS (2)",
            "Valley leads on 2 instead of 0.",
        ],
    ),
    (["--remove", "old-trust"], ["Nothing differs."]),
    (
        ["--changes", "merger.yaml"],
        [
            "One council (from 1 April 2027). This is a proposal, not law.",
            "Nothing of this has begun",
            "Note: A note",
            "Source: Board paper",
        ],
    ),
]


@pytest.mark.parametrize(("words", "said"), SAYS, ids=[" ".join(words) for words, _ in SAYS])
def test_what_if_says_what_follows(words: list[str], said: list[str]) -> None:
    result = run("whatif", "map.yaml", *words, *TODAY)
    assert result.exit_code == 0, result.output
    for text in said:
        assert text in result.output


def test_without_a_day_the_map_is_read_when_the_changes_begin() -> None:
    found = data("whatif", "map.yaml", "--changes", "merger.yaml")
    assert found["on"] >= "2027-04-01"
    assert found["changes"][0]["begun"] is True
    assert found["changes"][0]["sentences"] == [
        "Easton Council and Westby Council become Valley Council on 1 April 2027."
    ]


def test_files_and_short_forms_work_together() -> None:
    found = data("whatif", "map.yaml", "--changes", "merger.yaml", "--remove", "valley-council", "--on", "2027-05-01")
    opened = [
        (cell["responsibility"], cell["area"]) for cell in found["difference"]["cells"] if cell["change"] == "opened"
    ]
    assert ("smoking", "easton") in opened
    assert ("falls", "westby") in opened, "posts go with the body"


@pytest.mark.parametrize(("words", "times"), [([], 1), (["--against", "merger.yaml"], 2)])
def test_only_what_is_asked_for_is_worked_out(words: list[str], times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    what_if = pipeline.what_if
    monkeypatch.setattr(pipeline, "what_if", lambda *given: done.append(given) or what_if(*given))
    assert run("whatif", "map.yaml", "--remove", "board", *words).exit_code == 0
    assert len(done) == times


def test_what_if_as_json_holds_what_the_documentation_says() -> None:
    found = data("whatif", "map.yaml", "--remove", "board", *TODAY)
    assert set(found) == {"version", "on", "compared", "changes", "difference", "loose_ends", "findings"}
    assert found["compared"].startswith("Before is the map as at 1 July 2026 without these changes")
    assert [one["id"] for one in found["loose_ends"]] == ["CHG001@board"]
    assert {one["id"] for one in found["findings"]["new"]} >= {"GAP001@smoking@northshire", "AGR009@falls-pact"}
    assert all(set(one) == set(found["loose_ends"][0]) for one in found["findings"]["new"])
    assert found["difference"]["broken_agreements"] == [
        {"id": "falls-pact", "title": "Falls pact", "gone": ["board"], "leads_covered": 2}
    ]
    assert finding_as_data.__doc__


def test_an_accepted_loose_end_says_why() -> None:
    accepted = "accepted: [{finding: CHG001@board, reason: The region decides, owner: Easton Council}]\n"
    Path("accepted.yaml").write_text(WORLD + accepted, encoding="utf-8")
    text = run("whatif", "accepted.yaml", "--remove", "board", *TODAY).output
    assert "still name it. Accepted for now: The region decides" in text


def test_two_change_sets_side_by_side() -> None:
    Path("other.yaml").write_text("change_set: {title: Without the board}\nchanges: [{remove: board}]\n")
    words = ["whatif", "map.yaml", "--changes", "merger.yaml", "--against", "other.yaml"]
    text = run(*words).output
    assert "B: Without the board. This is a what-if." in text
    assert "ONLY WITH A" in text
    assert "Easton Council becomes Valley Council:" in text
    found = data(*words)
    assert set(found) == {"version", "on", "titles", "measures", "same", "only_one", "only_other"}
    assert {one["change"] for one in found["only_one"]} >= {"passed"}
    assert {"responsibility": "smoking", "area": "northshire"}.items() <= found["only_other"][0].items()


def test_a_change_set_against_itself_does_the_same() -> None:
    words = ["whatif", "map.yaml", "--changes", "merger.yaml", "--against", "merger.yaml"]
    found = data(*words)
    assert (found["only_one"], found["only_other"]) == ([], [])
    assert found["same"] > 0
    assert "Both do the same to who leads on what" in run(*words).output


def test_one_of_two_that_begins_later_is_said_to_be_waiting_and_two_of_one_name_are_told_apart() -> None:
    Path("later.yaml").write_text(
        "change_set: {title: Without the board, on: 2040-01-01}\nchanges: [{remove: board}]\n"
    )
    Path("now.yaml").write_text("change_set: {title: Without the board}\nchanges: [{remove: board}]\n")
    words = ["whatif", "map.yaml", "--changes", "now.yaml", "--against", "later.yaml", *TODAY]
    text = run(*words).output
    assert "What begins on 1 January 2040 has not begun" in text
    assert data(*words)["titles"] == ["Without the board (A)", "Without the board (B)"]


def test_one_entry_has_one_change_in_short_forms() -> None:
    result = run("whatif", "map.yaml", "--remove", "board", "--merge", "board,easton-trust:new-board", *TODAY)
    assert result.exit_code == 2
    assert '"board" ends by a change before this one' in result.output
    both = run("whatif", "map.yaml", "--remove", "easton-dph", "--vacate", "easton-dph", *TODAY)
    assert '"easton-dph" ends by a change before this one' in both.output
    twice = run("whatif", "map.yaml", "--remove", "board", "--remove", "board", *TODAY).output
    assert twice == run("whatif", "map.yaml", "--remove", "board", *TODAY).output


def test_names_will_do_for_ids() -> None:
    by_name = data("whatif", "map.yaml", "--remove", "northshire  BOARD", *TODAY)
    assert by_name["difference"] == data("whatif", "map.yaml", "--remove", "board", *TODAY)["difference"]
    merged = run("whatif", "map.yaml", "--merge", "Easton Council,Westby Council:The Valley's Council", *TODAY)
    assert "become The Valley's Council" in merged.output


def test_what_is_misspelt_gets_the_nearest_name() -> None:
    result = run("whatif", "map.yaml", "--remove", "Eastern Trust", *TODAY)
    assert result.exit_code == 2
    assert "Did you mean Easton Trust (easton-trust)" in result.output
    ending = WORLD.replace("type: icb, area: northshire}", "type: icb, area: northshire, becomes: [easton-trust]}")
    Path("ending.yaml").write_text(ending, encoding="utf-8")
    assert run("whatif", "ending.yaml", "--remove", "Northshire Board", *TODAY).exit_code == 0


def test_two_posts_of_one_title_are_told_apart_and_said_once() -> None:
    text = run("whatif", "map.yaml", "--merge", "easton-council,westby-council:valley-council", *TODAY).output
    assert (
        "Director (Easton Council) and Director (Westby Council) are each named as the lead, until one is chosen:"
        in text
    )


def test_the_body_that_follows_is_called_by_a_name_of_one_word() -> None:
    text = run("whatif", "map.yaml", "--merge", "easton-council,westby-council:Valley", *TODAY).output
    assert "Easton Council and Westby Council become Valley on 1 July 2026." in text


STOPS: list[tuple[list[str], str]] = [
    (["whatif", "map.yaml"], "Say what changes"),
    (
        ["whatif", "map.yaml", "--remove", "bord"],
        '--remove bord: Nothing in this map has the id "bord". Did you mean "board"?',
    ),
    (["whatif", "map.yaml", "--merge", "board"], "is not of the form A,B:NEW"),
    (["whatif", "map.yaml", "--merge", "board,x:new"], 'There is no organisation called "x".'),
    (
        ["whatif", "map.yaml", "--vacate", "the director"],
        '--vacate the director: There is no role called "the director".',
    ),
    (
        ["whatif", "map.yaml", "--remove", "easton director"],
        "Did you mean Director (Easton Council) (easton-dph)?",
    ),
    (["whatif", "map.yaml", "--against", "merger.yaml"], "Say what changes"),
    (["whatif", "map.yaml", "--vacate", "board"], 'There is no role called "board".'),
    (["whatif", "map.yaml", "--changes", "bad.yaml"], 'bad.yaml:2:13: Nothing in this map has the id "bord".'),
    (["whatif", "map.yaml", "--changes", "nowhere.yaml"], "nowhere.yaml"),
    (["whatif", "wrong.yaml", "--remove", "board"], "wrong.yaml:1:1"),
    (["whatif", "map.yaml", "--remove", "board", "--on", "soon"], "is not a date"),
    (["diff", "map.yaml", "wrong.yaml"], "wrong.yaml:1:1"),
    (["diff", "map.yaml", "nowhere.yaml"], "nowhere.yaml"),
    (["diff", "map.yaml", "map.yaml", "--changes", "bad.yaml"], "bad.yaml:2:13"),
]


@pytest.mark.parametrize(("words", "said"), STOPS, ids=[" ".join(words) for words, _ in STOPS])
def test_what_cannot_be_understood_stops_with_2(words: list[str], said: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())


# Differences


def test_a_map_does_not_differ_from_itself() -> None:
    result = run("diff", "map.yaml", "map.yaml", *TODAY)
    assert result.output == "Easton and around, as at 1 July 2026\n  Nothing differs.\n"


def test_a_map_differs_from_what_changes_make_of_it() -> None:
    result = run("diff", "map.yaml", "map.yaml", *TODAY, "--changes", "merger.yaml")
    assert "Easton and around, as at 1 July 2026 and 1 April 2027" in result.output
    assert "Easton Council becomes Valley Council:\n    Stop smoking in Easton." in result.output
    assert (
        "New in Valley Council: 2 posts" in result.output or "organisation: Valley Council instead of" in result.output
    )


def test_a_renamed_id_is_a_suggestion() -> None:
    result = run("diff", "map.yaml", "renamed.yaml", *TODAY)
    assert "PERHAPS THE SAME UNDER ANOTHER ID (1)" in result.output
    assert (
        "Easton Trust (easton-trust) may be Easton Trust (trust-of-easton): they have the same title" in result.output
    )


def test_markdown_is_a_list_under_headings() -> None:
    result = run(
        "diff", "map.yaml", "map.yaml", "--on", "2026-07-01", "--changes", "merger.yaml", "--format", "markdown"
    )
    lines = result.output.splitlines()
    assert lines[0] == "# Easton and around, as at 1 July 2026 and 1 April 2027"
    assert "## Led by the body that follows (2)" in lines
    assert "- Easton Council becomes Valley Council:" in lines
    assert "  - Stop smoking in Easton." in lines


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_what_a_map_says_stays_text(form: str) -> None:
    result = run("diff", "map.yaml", "hostile.yaml", *TODAY, "--format", form)
    assert result.exit_code == 0
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output
    if form == "markdown":
        assert "<b>" not in result.output


def test_hostile_names_in_a_what_if_stay_text() -> None:
    result = run("whatif", "hostile.yaml", "--remove", "board", *TODAY)
    assert result.exit_code == 0
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output


def test_long_sections_say_how_much_more_there_is() -> None:
    many = "".join(f"  extra-{number}: {{title: Extra {number}, needs_lead_at: [place]}}\n" for number in range(40))
    Path("more.yaml").write_text(WORLD.replace("assignments:\n", f"{many}assignments:\n"), encoding="utf-8")
    text = run("diff", "map.yaml", "more.yaml", *TODAY).output
    assert "… and 15 more; --format json lists all." in text
    assert "A LEAD IS NEEDED NOW, AND THERE IS NONE (80)" in text
    assert len(data("diff", "map.yaml", "more.yaml", *TODAY)["cells"]) == 80


def test_the_schema_of_change_sets_is_printed() -> None:
    found = json.loads(run("schema", "--change-set").output)
    assert found["title"] == "A rolemap change set, format version 1"
    assert json.loads(run("schema").output)["title"] == "A rolemap file, format version 1"
