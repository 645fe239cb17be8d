"""The page What if: what is chosen becomes a change set, what it does is shown, and its file says the same."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rolemap.changes import Merge, Remove, Vacate
from rolemap.model import Landscape
from rolemap.reading import read_files
from rolemap.reading.change_sets import read_change_files
from rolemap.reading.files import SourceFile
from rolemap.ui import maps, scenarios, state
from rolemap.ui.changefile import Chosen, change_set, new_id, to_yaml
from tests.ui.hostile import HOSTILE
from tests.ui.test_app import DAY, empty_caches, hostile, opened, written

__all__ = ["empty_caches"]


def landscape(example: str = "northshire") -> Landscape:
    found = maps.example(example)
    return read_files(found.files, found.limits)


CHOSEN = Chosen(("northshire-prevention-lead",), ("easton-council", "westby-council"), 'A "new" council: #1')


def test_the_file_says_what_is_chosen() -> None:
    whole = landscape()
    roles = [id for id, role in whole.roles.items() if "director-of-public-health" in role.kind]
    chosen = Chosen(CHOSEN.removed, CHOSEN.merged, CHOSEN.into, tuple(roles[:1]))
    text = to_yaml(whole, chosen, DAY)
    (read,) = read_change_files((SourceFile("what-if.yaml", text.encode()),), whole, DAY)
    assert read.on == DAY
    removed, merged, vacated = read.changes
    assert isinstance(removed, Remove)
    assert removed.id == "northshire-prevention-lead"
    assert isinstance(merged, Merge)
    assert merged.ids == CHOSEN.merged
    assert merged.into.title == 'A "new" council: #1'
    assert isinstance(vacated, Vacate)
    own = change_set(whole, chosen, DAY)
    assert [type(one) for one in own.changes] == [Remove, Merge, Vacate]


def test_a_hostile_name_stays_a_name_in_the_file() -> None:
    whole = read_files((SourceFile("hostile.yaml", HOSTILE),))
    text = to_yaml(whole, Chosen(("c",), (), "", ("d",)), DAY)
    (read,) = read_change_files((SourceFile("what-if.yaml", text.encode()),), whole, DAY)
    assert [type(one) for one in read.changes] == [Remove, Vacate]


def test_a_merged_body_gets_an_id_that_is_free() -> None:
    whole = landscape()
    for name in ("Easton Council", "東", "", "northshire"):
        id = new_id(whole, Chosen(merged=("easton-council", "westby-council"), into=name))
        assert whole.party(id) is None
        assert id not in whole.areas


def test_removing_the_board_says_what_opens_beside_today() -> None:
    chosen: dict[str, Any] = {state.REMOVED: ["greater-manchester-icb"]}
    app = opened("whatif.py", **chosen)
    assert not app.exception
    page = written(app)
    assert "NHS Greater Manchester Integrated Care Board ends" in page
    assert "no body of the right kind is left to lead (21)" in page
    assert "Agreements in use with a party that has gone (9)" in page
    assert "Without" in page
    assert "With the changes" in page


@pytest.mark.parametrize("example", ["greater-manchester", "northshire"])
def test_every_shipped_change_set_can_be_chosen(example: str) -> None:
    offered = scenarios.shipped(maps.example(example))
    assert offered
    for name in offered:
        app = opened("whatif.py", example, **{state.SCENARIO: name})
        assert not app.exception
        assert "In short" in [one.value for one in app.header]
        assert "Nothing of this has begun" not in written(app)


def test_before_a_change_begins_it_changes_nothing() -> None:
    app = opened("whatif.py", "northshire", **{state.SCENARIO: "icb-merger", state.WHAT_IF_ON: "2026-12-01"})
    assert "Nothing of this has begun as at 1 December 2026" in written(app)
    next(one for one in app.button if "has begun" in one.label).click().run()
    assert app.session_state[state.WHAT_IF_ON] == date(2027, 4, 1)
    assert "Nothing of this has begun" not in written(app)


def test_a_change_set_that_does_not_fit_the_map_is_explained() -> None:
    file = SourceFile("mine.yaml", b"changes:\n  - remove: no-such-body\n")
    chosen: dict[str, Any] = {scenarios.UPLOADED: file, state.SCENARIO: "mine.yaml"}
    app = opened("whatif.py", "northshire", **chosen)
    assert not app.exception
    page = written(app)
    assert "This cannot be done as chosen" in page
    assert "mine.yaml, line 2" in page


def test_starting_again_chooses_nothing() -> None:
    chosen: dict[str, Any] = {state.REMOVED: ["northshire-icb"]}
    app = opened("whatif.py", "northshire", **chosen)
    next(one for one in app.button if one.label == "Start again").click().run()
    assert app.multiselect(key=state.REMOVED).value == []
    assert "Choose what would end" in app.info[0].value


def test_hostile_titles_stay_text() -> None:
    app = hostile("whatif.py", **{state.REMOVED: ["c"]})
    assert not app.exception
    page = written(app)
    assert "&lt;svg onload=alert(3)&gt; ends" in page
    for bad in ("<svg", "<img", "<b>"):
        assert bad not in page
