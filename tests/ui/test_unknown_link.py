"""A link that names what the map does not have: the page says so, until something else is chosen."""

from __future__ import annotations

import pytest

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
