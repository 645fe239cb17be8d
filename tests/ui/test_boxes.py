"""Values of boxes: given to what is new on the page and to what code changed, and to nothing else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

import pytest
import streamlit as st

from rolemap.problems import InvalidMap
from rolemap.ui import boxes


class Session(dict[str, object]):
    """A session that counts how often it is told the value of the box `words`."""

    told = 0

    def __setitem__(self, name: str, value: object) -> None:
        self.told += name == "words"
        super().__setitem__(name, value)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    found = Session()
    monkeypatch.setattr(st, "session_state", found)
    return found


def box(value: str = "salford") -> None:
    boxes.give("words", value)


def drawn(*shows: Callable[[], None], page: str = "leads", inside: str = "", complete: bool = True) -> None:
    """Run a page, or only its part `inside`."""
    if inside:
        boxes.begin_part()
    else:
        boxes.begin(page)
    around: AbstractContextManager[None] = boxes.part(inside) if inside else nullcontext()
    with around:
        for show in shows:
            show()
    if complete:
        boxes.end()


def results() -> None:
    with boxes.part("results"):
        box()


def body() -> None:
    with boxes.part("body"):
        results()


def test_a_box_that_stands_is_told_only_what_code_changed(session: Session) -> None:
    drawn(box)
    drawn(box)
    assert session.told == 1
    drawn(lambda: box("bury"))
    assert (session.told, session["words"]) == (2, "bury")


def test_a_box_is_told_again_on_another_page_and_when_all_are(session: Session) -> None:
    drawn(box)
    drawn(box, page="gaps")
    drawn(box)
    assert session.told == 3
    boxes.give_anew()
    drawn(box)
    assert session.told == 4


def test_a_box_in_a_part_that_was_away_is_new(session: Session) -> None:
    """Streamlit keeps the value of a box in a part within the part that runs, though the browser shows neither."""
    drawn(body)
    drawn(inside="body")
    drawn(results, inside="body")
    assert session.told == 2


def test_a_box_that_was_away_when_the_whole_page_runs_again_is_new(session: Session) -> None:
    drawn(body)
    drawn(inside="body")
    drawn(body)
    assert session.told == 2


def test_a_box_that_came_with_its_part_stands_when_what_is_around_it_runs(session: Session) -> None:
    drawn(lambda: None)
    drawn(box, inside="results")
    drawn(results, inside="body")
    drawn(body)
    assert session.told == 1


def test_a_new_box_of_a_run_that_another_cut_short_is_told_again(session: Session) -> None:
    drawn(lambda: None)
    drawn(box, complete=False)
    drawn(box)
    drawn(box, complete=False)
    drawn(box)
    assert session.told == 2


@pytest.mark.parametrize("value", ["salford", ["bury", "salford"]])
def test_a_box_is_told_again_when_what_is_chosen_has_another_name(session: Session, value: object) -> None:
    def told(**names: str) -> int:
        boxes.give("words", value)
        boxes.name_again("words", names)
        boxes.end()
        return session.told

    boxes.begin("leads")
    assert told(salford="Salford", bury="Bury") == 1
    assert told(salford="Salford", bury="Bury", bolton="Bolton") == 1
    assert told(salford="City of Salford", bury="Bury") == 2


def test_a_part_that_fails_is_left(session: Session) -> None:
    def fails() -> None:
        with boxes.part("results"):
            raise InvalidMap([])

    with pytest.raises(InvalidMap):
        fails()
    assert not boxes.in_part()
