"""Text from users on its way to the screen: shown as it was written, never as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import urlsplit

MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:@&^=\"'/])")
LINK_STARTS = re.compile(r"(?i)(https?:|mailto:|www\.|@)")
WORD_JOINER = "\N{WORD JOINER}"
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of text (Unicode, UAX 9) and so make it read as another; they are shown as �."""


class Html(str):
    """Text that is already safe as HTML. Only `html`, `joined` and constants of this package make one."""

    __slots__ = ()


def html(template: str, **values: object) -> Html:
    """Return `template` with each `{name}` replaced by its value, escaped unless the value is `Html` already."""
    return Html(template.format(**{name: _escaped(value) for name, value in values.items()}))


def joined(parts: Iterable[object], between: str = "") -> Html:
    """Return the parts one after another, each escaped unless it is `Html`, with `between` (trusted) between them."""
    return Html(between.join(_escaped(part) for part in parts))


def _escaped(value: object) -> str:
    return str(value) if isinstance(value, Html) else escape(TURNING.sub("\N{REPLACEMENT CHARACTER}", str(value)))


def marked(text: str) -> Html:
    """Return a text of ours with what stands between backticks as code, everything escaped."""
    pieces = text.split("`")
    return joined(
        html("<code>{piece}</code>", piece=piece) if number % 2 else piece for number, piece in enumerate(pieces)
    )


def markdown(text: str) -> str:
    """Return `text` so that Streamlit's Markdown shows it as written: no emphasis, links, HTML, formulas or icons.

    A word joiner, which cannot be seen, keeps addresses from becoming links.
    """
    shown = TURNING.sub("\N{REPLACEMENT CHARACTER}", text)
    unlinked = LINK_STARTS.sub(lambda found: found[0][:-1] + WORD_JOINER + found[0][-1], shown)
    return MARKDOWN.sub(r"\\\1", " ".join(unlinked.split()))


def link(url: str) -> str:
    """Return `url` if it is a plain web address (http or https with a host), else an empty text."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


def anchor(url: str, label: str) -> Html:
    """Return a link that opens in another tab, or the label alone where `url` is no web address."""
    safe = link(url)
    if not safe:
        return html("{label}", label=label)
    return html('<a href="{url}" target="_blank" rel="noopener noreferrer">{label}</a>', url=safe, label=label)
