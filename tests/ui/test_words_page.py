"""The page of words: contested ones first, definitions side by side, who uses which."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from rolemap.ui import maps, state
from tests.ui.hostile import HOSTILE
from tests.ui.test_app import empty_caches, opened, shown, written

__all__ = ["empty_caches"]

WORDS = (
    HOSTILE
    + b"""\
glossary:
  lead:
    title: "Lead <img src=x>"
    definitions:
      - {text: "Decides <b>now</b>", used_by: c}
      - {text: "Brings together", used_by: d, url: "javascript:alert(1)"}
  plain: {title: Plain, definitions: [{text: "One meaning"}]}
"""
)


def with_words() -> AppTest:
    found = maps.uploaded([("map.yaml", WORDS)])
    return opened("glossary.py", found.id, **{state.UPLOADS: {found.id: found}})


def test_words_used_differently_come_first_with_their_users() -> None:
    app = with_words()
    assert not app.exception
    page = written(app)
    assert [one.value for one in app.header] == ["Contested (1)", "Agreed or not known to differ (1)"]
    assert page.index("Lead &lt;img src=x&gt;") < page.index("Plain")
    assert "Director &lt;a href" in page
    assert "not recorded" in page
    for bad in ("<img", "<b>now", 'href="javascript'):
        assert bad not in page


def test_filters_keep_some_words_and_say_so() -> None:
    app = opened("glossary.py", "northshire")
    whole = shown(app)
    app.toggle(key=state.CONTESTED).set_value(True).run()
    assert "contested only" in shown(app)
    assert shown(app) != whole
    app.text_input(key=state.TEXT).set_value("no such word").run()
    assert "No word matches" in app.info[0].value
    next(button for button in app.button if button.label == "Clear filters").click().run()
    assert shown(app) == whole


def test_a_map_without_words_says_what_to_do() -> None:
    found = maps.uploaded([("hostile.yaml", HOSTILE)])
    app = opened("glossary.py", found.id, **{state.UPLOADS: {found.id: found}})
    assert not app.exception
    assert "no glossary" in app.info[0].value
