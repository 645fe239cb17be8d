"""Text from a map on its way to a terminal or a log: one line, nothing that moves the cursor or starts a command."""

from __future__ import annotations

import unicodedata


def one_line(text: str) -> str:
    """Return the text on one line with control and direction-changing characters shown as escapes."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\n\t\r":
        return " "
    hidden = unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character != "\u200d"
    return f"\\u{ord(character):04x}" if hidden else character
