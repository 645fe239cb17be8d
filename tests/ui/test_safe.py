"""Text from users: escaped by construction in HTML, shown as written in Markdown, links only to the web."""

from __future__ import annotations

import pytest

from rolemap.ui.safe import Html, anchor, html, joined, link, markdown, marked


def test_values_are_escaped_unless_they_are_html_already() -> None:
    inner = html("<b>{text}</b>", text='a < b & "c"')
    assert inner == "<b>a &lt; b &amp; &quot;c&quot;</b>"
    assert (
        html("<p>{inner}{raw}</p>", inner=inner, raw=str(inner))
        == f"<p>{inner}&lt;b&gt;a &amp;lt; b &amp;amp; &amp;quot;c&amp;quot;&lt;/b&gt;</p>"
    )
    assert joined(["<", Html("<br>")]) == "&lt;<br>"


def test_braces_in_values_are_only_text() -> None:
    assert html("{a}{b}", a="{b}", b="{0.__class__}") == "{b}{0.__class__}"


@pytest.mark.parametrize("url", ["https://example.org/a?b=c", " http://example.org "])
def test_web_addresses_are_links(url: str) -> None:
    assert link(url) == url.strip()
    assert 'target="_blank"' in anchor(url, "x")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "https:", "ftp://a", "http://[", ""]
)
def test_anything_else_is_text(url: str) -> None:
    assert link(url) == ""
    assert anchor(url, "<x>") == "&lt;x&gt;"


def test_markdown_shows_what_was_written() -> None:
    assert markdown("**a** <b>") == r"\*\*a\*\* \<b\>"
    assert "https:" not in markdown("see https://example.org")
    assert markdown("a\n\n# b") == r"a \# b"
    assert markdown(":red[x] $y$") == r"\:red\[x\] \$y\$"


def test_backticks_become_code_and_nothing_else_does() -> None:
    assert marked("use `a<b` <i>") == "use <code>a&lt;b</code> &lt;i&gt;"


@pytest.mark.parametrize("sign", ["\u202a", "\u202d", "\u202e", "\u2066", "\u2069"])
def test_signs_that_turn_text_round_are_shown(sign: str) -> None:
    words = f"pay {sign}01 pounds"
    assert html("<b>{words}</b>", words=words) == "<b>pay �01 pounds</b>"
    assert joined([words]) == "pay �01 pounds"
    assert sign not in markdown(words)
    assert "�" in markdown(words)
