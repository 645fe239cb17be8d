"""Slides of a whole report: none says only that nothing is noticed, and what a picture shows is not told twice over."""

from __future__ import annotations

from rolemap.reports.blocks import plain
from rolemap.reports.content import KINDS
from rolemap.reports.deck.body import Slide, Words
from rolemap.reports.deck.plan import slides
from rolemap.reports.deck.tables import Grid
from rolemap.reports.figures import Figures
from rolemap.reports.sections.noticed import NOTHING
from tests.reports.worlds import example


def shown(name: str) -> tuple[Slide, ...]:
    return slides(KINDS["full-report"].build(Figures(example(name), bulk=False)))


def words_of(slide: Slide) -> str:
    return " ".join(plain(item) for item, _ in slide.body.items) if isinstance(slide.body, Words) else ""


def test_no_slide_says_that_nothing_is_noticed() -> None:
    found = shown("greater-manchester")
    assert [slide.title for slide in found if words_of(slide) in NOTHING.values()] == []
    assert "8 Accountability" in words_of(found[-1])


def test_the_digest_has_no_slide() -> None:
    assert not any("SHA-256" in words_of(slide) for slide in shown("greater-manchester"))


def test_of_a_picture_and_its_table_one_has_a_slide() -> None:
    found = shown("northshire")
    titles = [slide.title for slide in found]
    assert "Picture 3. At a glance: Wider determinants, Place" in titles
    assert "Table 7. Who leads: Wider determinants, Place" not in titles
    assert "Table 16. Who leads: Cross-cutting, Neighbourhood" in titles
    assert "Picture 12. At a glance: Cross-cutting, Neighbourhood" not in titles


def test_whatever_is_noticed_is_on_a_slide_or_in_the_notes() -> None:
    for name, most in (("greater-manchester", 35), ("northshire", 42)):
        figures = Figures(example(name), bulk=False)
        found = slides(KINDS["full-report"].build(figures))
        assert len(found) <= most
        grids = [slide.body for slide in found if isinstance(slide.body, Grid)]
        first = {plain(row[0]) for grid in grids for row in grid.rows}
        items = [plain(item) for slide in found if isinstance(slide.body, Words) for item, _ in slide.body.items]
        first |= {said.split(" ", 1)[0] for said in items}
        told = "\n".join(note for slide in found for note in slide.notes)
        assert [
            one.number for one in figures.groups if one.number not in first and f"\n{one.number} – " not in told
        ] == []


def test_each_question_is_in_the_notes_of_the_slide_that_shows_its_item() -> None:
    found = next(slide for slide in shown("northshire") if slide.title == "Table 21. Overlaps: these need a decision")
    assert isinstance(found.body, Grid)
    assert [column.title for column in found.body.columns] == ["No.", "What is noticed"]
    assert "To ask: If you disagreed on this tomorrow, who would decide? (O1; O2)" in found.notes


def test_what_needs_a_decision_has_two_slides_with_the_first_of_every_theme() -> None:
    found = [slide for slide in shown("greater-manchester") if slide.title.endswith("What needs a decision")]
    assert len(found) <= 2
    said = " ".join(map(words_of, found))
    assert "G1 " in said
    assert "O2 " in said
    assert "and 13 more: G7 to G19; " in said
    assert "G7 to G19; in the report as Word, PDF or Excel" in said


def test_what_needs_a_decision_is_short_on_slides_where_a_page_says_it_in_full() -> None:
    slide, *_ = [slide for slide in shown("surrey") if slide.title.endswith("What needs a decision")]
    assert "No lead is recorded in Surrey for 15 responsibilities under Cross-cutting. G2 " in words_of(slide)


def test_sections_with_nothing_to_say_have_no_slide() -> None:
    titles = [slide.title for slide in shown("surrey")]
    assert "11 Decisions" not in titles
    assert "7.1 Due" not in titles
    assert titles.count("10 Words that differ") == 1


def test_the_findings_list_shows_whatever_needs_a_decision() -> None:
    figures = Figures(example("greater-manchester"), bulk=False)
    found = slides(KINDS["findings-list"].build(figures))
    first = {plain(row[0]).split("\n")[0] for slide in found if isinstance(slide.body, Grid) for row in slide.body.rows}
    assert len(figures.urgent()) > 20
    assert [one.number for one in figures.urgent() if one.number not in first] == []
