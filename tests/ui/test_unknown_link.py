"""A link that names what the map does not have: the page says so, until something else is chosen."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from rolemap.ui import cached, maps, state, unknownlink
from tests.ui.test_app import DAY, empty_caches
from tests.ui.test_kept import linked

__all__ = ["empty_caches"]


@pytest.mark.parametrize(
    ("page", "name", "value"),
    [
        ("parties.py", state.PARTY, "nobody-of-the-kind"),
        ("agreements.py", state.AGREEMENT, "no-such-pact"),
        ("leads.py", state.SQUARE_IN_ADDRESS, "stop-smoking@nowhere"),
    ],
)
def test_a_link_that_names_nothing_known_says_so(page: str, name: str, value: str) -> None:
    app = linked(page, **{name: value})
    assert not app.exception
    [said] = [one.value for one in app.info if "The link names" in one.value]
    assert "which this map does not have" in said
    assert value.partition("@")[0] in said.replace("\\", "")
    assert [one for one in app.run().info if "The link names" in one.value], "another run of the page keeps it"


def test_it_is_said_no_more_once_something_is_chosen() -> None:
    app = linked("parties.py", party="nobody-of-the-kind")
    app.selectbox(key=state.PARTY).select("oldham-dph").run()
    assert not [one for one in app.info if "The link names" in one.value]


def test_a_link_to_what_is_there_says_nothing() -> None:
    for page, name, value in (
        ("parties.py", state.PARTY, "oldham-dph"),
        ("leads.py", state.SQUARE_IN_ADDRESS, "stop-smoking@salford"),
    ):
        app = linked(page, **{name: value})
        assert not [one for one in app.info if "The link names" in one.value]


def test_what_the_map_knows_and_does_not_show_is_called_by_its_name() -> None:
    graph = cached.analysis(maps.example("greater-manchester"), DAY).graph
    assert "Salford" in unknownlink.sentence(graph, "salford-council")
    assert "has no part in this map on 1 July 2026" in unknownlink.sentence(graph, "salford-council")
    assert unknownlink.sentence(graph, "<b>**x**").startswith("**The link names “")
    assert "<b>" not in unknownlink.sentence(graph, "<b>**x**")


def left_out(app: AppTest) -> list[str]:
    return [one.proto.body for one in app.get("html") if "left out of what the link asks for" in str(one.proto.body)]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"area": "atlantis"}, "area “atlantis”."),
        ({"state": "foo"}, "state “foo”."),
        ({"level": "place,xyz"}, "level “xyz”."),
        ({"on": "1st of May"}, "day “1st of May”. A day is written 2026-05-01, from 1900 to 2100."),
        ({"on": "9999-12-31"}, "day “9999-12-31”. A day is written 2026-05-01, from 1900 to 2100."),
        ({"view": "sideways"}, "view “sideways”."),
        ({"differ": "maybe"}, "only where places differ “maybe”."),
    ],
)
def test_what_is_not_known_in_a_link_is_said_to_be_left_out(address: dict[str, str], said: str) -> None:
    app = linked(**address)
    assert not app.exception
    [notice] = left_out(app)
    assert notice.endswith(f"</strong> {said}</p>")
    assert left_out(app.run()) == [notice], "another run of the page keeps it"
    assert not left_out(app.switch_page("rolemap/ui/pages/glossary.py").run())


def test_several_that_are_not_known_are_one_notice() -> None:
    [notice] = left_out(linked(area="atlantis", state="foo,gap", on="2026-13-40"))
    assert "day “2026-13-40”, area “atlantis”, state “foo”. A day" in notice


@pytest.mark.parametrize(
    ("page", "address", "said"),
    [
        ("whatif.py", {"remove": "atlantis-council"}, "remove “atlantis-council”"),
        ("compare.py", {"compare": "sides"}, "what to compare “sides”"),
        ("reports.py", {"report": "novel"}, "report “novel”"),
        ("gaps.py", {"severity": "dire"}, "severity “dire”"),
    ],
)
def test_other_pages_say_it_too(page: str, address: dict[str, str], said: str) -> None:
    [notice] = left_out(linked(page, **address))
    assert said in notice


def test_what_is_known_is_not_said_to_be_left_out() -> None:
    assert not left_out(linked(area="salford", state="gap", level="place", on="2026-05-01", differ="yes"))


def test_what_a_link_says_is_shown_as_text_and_cut() -> None:
    said = unknownlink.choices_left_out({"area": ["<b>**x**" + "y" * 300], "state": [f"s{one}" for one in range(9)]})
    assert "<b>" not in said
    assert "y" * 90 not in said
    assert said.endswith(" and 4 more.</p>")
    assert unknownlink.choices_left_out({"party": ["nobody"]}) == ""
