"""Slides of a whole report: none says only that nothing is noticed, and what a picture shows is not told twice over."""

from __future__ import annotations

from itertools import pairwise

from rolemap.reports.blocks import Picture, plain
from rolemap.reports.content import KINDS
from rolemap.reports.figures import Figures
from rolemap.reports.sections.noticed import NOTHING
from rolemap.reports.slidebody import Slide, Words
from rolemap.reports.slideplan import slides
from rolemap.reports.slidetables import Grid
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


def test_the_table_after_a_picture_has_one_slide() -> None:
    pairs = pairwise(shown("greater-manchester"))
    after = [two for one, two in pairs if isinstance(one.body, Picture) and isinstance(two.body, Grid)]
    assert len(after) > 3
    assert [slide.title for slide in after if slide.part] == []


def test_what_needs_a_decision_has_two_slides_with_the_first_of_every_theme() -> None:
    found = [slide for slide in shown("greater-manchester") if slide.title.endswith("What needs a decision")]
    assert len(found) <= 2
    said = " ".join(map(words_of, found))
    assert "G1 " in said
    assert "O2 " in said
    assert "more, in the report as Word, PDF or Excel" in said
