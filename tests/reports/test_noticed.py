"""What is noticed in reports: a question is not repeated line after line, and numbers and dates are said in words."""

from __future__ import annotations

import pytest

from rolemap.reports.blocks import Document, Heading, Paragraph, Table, plain
from rolemap.reports.content import KINDS
from rolemap.reports.figures import Figures
from rolemap.reports.sections import noticed
from rolemap.reports.sections.sourced import in_words
from tests.reports.worlds import example


def built(name: str, kind: str) -> Document:
    return KINDS[kind].build(Figures(example(name)))


@pytest.mark.parametrize("name", ["greater-manchester", "northshire"])
def test_every_item_has_its_question_once(name: str) -> None:
    questions = {one.number: one.group.first.question for one in Figures(example(name)).groups}
    said: dict[str, str] = {}
    once = ""
    for block in built(name, "full-report").blocks:
        if isinstance(block, Paragraph):
            once = plain(block.runs)
        elif isinstance(block, Table) and [one.title for one in block.columns][:2] == ["No.", "What is noticed"]:
            asked = [plain(row[2]) for row in block.rows if len(block.columns) > 2]
            runs = [asked[at : at + noticed.MANY_ALIKE] for at in range(len(asked) - noticed.MANY_ALIKE + 1)]
            assert all(len(set(run)) > 1 for run in runs), block.caption
            numbers = [plain(row[0]) for row in block.rows]
            if not asked:
                which, _, question = once.removeprefix("To ask of ").partition(": ")
                assert (which.split()[0], which.split()[-1]) == (numbers[0], numbers[-1])
                asked = [question] * len(numbers)
            said.update(zip(numbers, asked, strict=True))
    assert said == questions


def test_how_many_of_each_are_said_in_words_that_add_up() -> None:
    found = Figures(example("northshire"))
    words = noticed.severities(found.groups)
    assert words.startswith(f"{len(found.urgent())} need a decision, ")
    assert words.endswith("are questions worth asking")
    assert sum(int(word) for word in words.split() if word.isdigit()) == len(found.groups)
    assert noticed.severities(found.urgent()[:1]) == "1 needs a decision"


@pytest.mark.parametrize("kind", ["full-report", "findings-list", "agreement-register"])
def test_reports_that_number_what_is_noticed_say_how_the_numbers_are_to_be_read(kind: str) -> None:
    said = [plain(one.runs) for one in built("northshire", kind).blocks if isinstance(one, Paragraph)]
    assert sum(noticed.NUMBERS in words for words in said) == 1


def test_what_people_live_with_stands_beside_the_themes_of_the_list() -> None:
    headings = [one for one in built("northshire", "findings-list").blocks if isinstance(one, Heading)]
    assert [one.level for one in headings if one.text == "Decided to live with"] == [1]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("2022-11-01", "1 November 2022"),
        ("2024-12 (approx.)", "December 2024 (approx.)"),
        ("2025 (autumn, approx.)", "2025 (autumn, approx.)"),
        ("undated", "undated"),
        ("2022-13", "2022-13"),
        ("2022-02-30", "2022-02-30"),
        ("2022-2023", "2022-2023"),
        ("2022-01-12345", "2022-01-12345"),
    ],
)
def test_the_date_of_a_source_is_said_in_words_where_it_is_one(said: str, words: str) -> None:
    assert in_words(said) == words
