"""The page Map without a browser: its choosers, what it says, and the details of everything that can be chosen."""

from __future__ import annotations

import re

import pytest
import streamlit as st
from streamlit.errors import StreamlitAPIException

from rolemap.graph import RoleGraph
from rolemap.pictures.drawing import draw
from rolemap.pictures.focus import Focus
from rolemap.ui import state
from rolemap.ui.map import picture
from rolemap.ui.map.picturedetails import shape_details
from tests.pictures.easton import EASTON, HOSTILE, hostile, large
from tests.ui.test_app import hostile as hostile_app
from tests.ui.test_app import opened
from tests.worlds import build


def details(graph: RoleGraph, key: str, focus: Focus | None = None) -> str:
    """Return the details of the shape that stands for `key`, as text without tags."""
    drawing = draw(graph, focus)
    [shape] = [one for one in drawing.shapes if key in (one.key, *one.stands_for) and not one.dimmed]
    return " ".join(re.sub(r"<[^>]*>", " ", shape_details(graph, shape)).split())


def test_a_focus_and_a_filter_are_said_in_words() -> None:
    app = opened("map.py")
    assert any("responsibilities shown" in one.value for one in app.markdown)
    app.selectbox(state.FOCUS).set_value("organisation/bolton-council").run()
    assert not app.exception
    assert any("Around Bolton Metropolitan Borough Council" in one.value for one in app.markdown)
    app.multiselect(state.LEVEL).set_value(["place"]).run()
    assert any("Filters: Place" in one.value.replace("\\", "") for one in app.markdown)
    [button] = [one for one in app.button if one.label == "Show everything"]
    button.click().run()
    assert app.selectbox(state.FOCUS).value is None
    assert app.multiselect(state.LEVEL).value == []


def test_no_match_says_what_to_do() -> None:
    app = opened("map.py", **{state.STATE: ["vacant"], state.LEVEL: ["system"]})
    assert not app.exception
    assert any("Nothing matches these filters" in one.value for one in app.info)


def test_what_is_chosen_shows_its_details_and_a_way_to_focus() -> None:
    app = opened("map.py", **{state.PICKED: "organisation/greater-manchester-icb"})
    assert any("NHS Greater Manchester Integrated Care Board" in one.proto.body for one in app.get("html"))
    [button] = [one for one in app.button if one.label == "Focus the picture on this"]
    button.click().run()
    assert app.selectbox(state.FOCUS).value == "organisation/greater-manchester-icb"


def test_hostile_titles_are_chosen_as_text() -> None:
    app = hostile_app("map.py", **{state.PICKED: "role/d"})
    assert not app.exception
    body = "".join(str(one.proto.body) for one in app.get("html"))
    assert "Director &lt;a href=" in body
    assert "<a href='javascript" not in body


def test_a_role_says_what_it_leads_and_whom_it_answers_to() -> None:
    graph = build(EASTON)
    said = details(graph, "role/easton-dph", Focus(areas=("easton",)))
    assert said.startswith("Director of public health Easton Council; Easton")
    assert "Leads 1 ✓ Clear Stop smoking services in Easton" in said
    assert "To NHS Northshire, professionally" in said


def test_an_organisation_says_its_roles_agreements_and_who_answers_to_it() -> None:
    graph = build(EASTON)
    said = details(graph, "organisation/easton-council")
    assert "Its roles Director of public health (leads 1)" in said
    assert "Agreements Core offer signed" in said
    assert "From Director of public health, Easton Council, professionally" in details(graph, "organisation/icb")


def test_a_vacant_post_and_a_proposed_lead_say_so() -> None:
    graph = build(EASTON)
    focus = Focus(areas=("westby",))
    assert "○ Vacant A lead is recorded, but nobody is in the post today." in details(graph, "role/westby-dph", focus)
    assert "Proposed to lead 1 → Proposed Parks in Westby" in details(graph, "organisation/westby-council", focus)


def test_a_responsibility_says_who_leads_in_each_area() -> None:
    said = details(build(EASTON), "responsibility/parks")
    assert said.startswith("Parks Place ≠ Contested 1 → Proposed 1")
    assert "≠ Contested Easton Easton Council or NHS Northshire" in said
    assert "→ Proposed Westby Westby Council (proposed)" in said


def test_an_agreement_says_between_whom_and_what_is_missing() -> None:
    said = details(build(EASTON), "agreement/core-offer", Focus(about="agreement/core-offer"))
    assert "signed; no review date is recorded" in said
    assert "Between NHS Northshire Easton Council Covers Stop smoking services Easton" in said


def test_those_gathered_are_listed() -> None:
    graph = build(large(12, 50))
    said = details(graph, "kind:dph/place/1")
    assert said.startswith("Director × 12 12 roles and organisations drawn as one. Director, Council 0 leads 50")
    bundle = details(graph, "bundle/place/a")
    assert bundle.startswith("Pillar A Place ≈ Assumed 300 Responsibility number 0 ≈ Assumed Place 0 Director")


@pytest.mark.parametrize("key", ["role/r", "organisation/o", "responsibility/s"])
def test_details_escape_what_a_map_says(key: str) -> None:
    drawing = draw(build(hostile()))
    shape = drawing.shape_for(key)
    assert shape
    body = shape_details(build(hostile()), shape)
    assert not [text for text in HOSTILE[:2] if text in body]
    assert "<script" not in body
    assert "<img" not in body


def test_subjects_are_named_with_their_organisation_and_kind() -> None:
    found = picture.subjects(build(EASTON))
    assert list(found.values())[:2] == ["Easton Council (organisation)", "NHS Northshire (organisation)"]
    assert found["role/easton-dph"] == "Director of public health, Easton Council (role)"
    assert list(found)[-1] == "agreement/core-offer"


def test_where_streamlit_cannot_find_the_component_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StreamlitAPIException("must be declared in pyproject.toml")

    monkeypatch.setattr(st.components.v2, "component", refuse)
    assert picture.declared() is None
