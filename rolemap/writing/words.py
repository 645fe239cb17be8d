"""Texts as they may stand in a YAML file."""

from __future__ import annotations

import re

SAFE = re.compile(r"[A-Za-z][\w ,.'’()&/-]*[\w.)]")
"""Texts that mean themselves in YAML without quotes. Words that look like yes, no or null are not titles of posts."""


def plain(text: str) -> str:
    """Return a text as it may stand after `name: ` in YAML, in double quotes where it needs them."""
    if SAFE.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
