"""What if, two side by side: the day each was saved for is kept or said, and what each changes stands there."""

from __future__ import annotations

from typing import Any

from rolemap.ui import saved, state
from tests.ui.test_app import empty_caches, opened, written

__all__ = ["empty_caches"]


def view(name: str, address: str) -> dict[str, str]:
    return {"name": name, "page": "whatif", "address": address, "map": "northshire", "title": "", "digest": ""}


def two(first: str, second: str, *views: dict[str, str], **more: Any) -> Any:
    chosen = {
        state.CHANGES_VIEW: "two",
        saved.KEY: {"views": {"views": list(views)}},
        state.ONE_SIDE: first,
        state.OTHER_SIDE: second,
    }
    return opened("whatif.py", "northshire", **{**chosen, **more})


LATER = view("Later", "?remove=northshire-icb&what-if-on=2031-04-01")
SOONER = view("Sooner", "?vacate=westby-director-of-public-health&what-if-on=2028-04-01")
PLAIN = view("Plain", "?vacate=westby-director-of-public-health")


def test_both_are_looked_at_on_the_later_day_and_it_is_said() -> None:
    page = written(two("saved:Later", "saved:Sooner", LATER, SOONER))
    assert (
        "Both are looked at on 1 April 2031. That is the day of “Later”. “Sooner” was saved for 1 April 2028." in page
    )
    assert "compared with 1 April 2031 without" in page


def test_each_side_says_what_it_changes() -> None:
    page = written(two("saved:Later", "saved:Plain", LATER, PLAIN))
    assert "Later: NHS Northshire Integrated Care Board ends" in page
    assert "Plain: " in page
    assert "vacant" in page.partition("Plain: ")[2][:200]


def test_what_was_just_made_is_one_of_the_two() -> None:
    chosen = {state.REMOVED: "northshire-icb", state.CHANGES_VIEW: "two", state.OTHER_SIDE: "file:icb-merger"}
    app = opened("whatif.py", "northshire", **chosen)
    assert app.selectbox(key=state.ONE_SIDE).value == "now"
    assert "What is chosen now" in written(app)
